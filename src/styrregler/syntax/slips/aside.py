"""«bortse från»: which finding, why, and until when."""

from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.slips.slip import DATE, Hit, Look, Slip, noting, tidy

LOOKS: list[Look] = []
slip = noting(LOOKS)

_CODE = r"sr[ -]?(\d{3})\b"
_REASON = "varje undantag har ett skäl, så att den som läser senare kan bedöma om det håller"


@slip(rf"^bortse från +{_CODE} *(?:,|och|eller|samt) *{_CODE}")
def _several(hit: Hit) -> Slip:
    return hit.slip("flera koder på en rad", f"skriv en rad för varje kod, den andra med SR{hit[2]}")


@slip(rf"^bortse från +({_CODE})")
def _misspelt(hit: Hit) -> Slip | None:
    if hit[1] == f"SR{hit[2]}":
        return None
    return hit.slip(f"«{hit[1]}» är ingen kod", f"skriv «SR{hit[2]}»", group=1)


@slip(rf"^bortse från +(SR\d{{3}}) +(till {DATE}) +\0+")
def _day_first(hit: Hit) -> Slip:
    reason = hit.text[hit.match.end(2) :].strip()
    return hit.slip(
        "dagen står före skälet", f"skriv skälet först: «bortse från {hit[1]} {reason} {hit[2]}»", group=2
    )


@slip(rf"^bortse från +(SR\d{{3}})( till {DATE})?$")
def _no_reason(hit: Hit) -> Slip:
    return hit.slip(
        "skälet saknas", f'skriv varför inom citattecken: «bortse från {hit[1]} "…"{hit[2]}»', _REASON
    )


@slip(rf"^bortse från +(SR\d{{3}}) +(?!till\b)([^\0\n]+?)( till {DATE})?$")
def _unquoted(hit: Hit) -> Slip:
    return hit.slip(
        "skälet ska stå inom citattecken", f'skriv «bortse från {hit[1]} "{hit[2]}"{hit[3]}»', group=2
    )


@slip(r"^bortse från\b[^\n]*")
def _otherwise(hit: Hit) -> Slip | None:
    if tidy(hit[0]).startswith("bortse från SR"):
        return None
    return hit.slip("«bortse från» säger inte vilken kod", f"så här: «{EXAMPLES['bortse från']}»")
