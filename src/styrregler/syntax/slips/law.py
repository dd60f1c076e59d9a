"""References to statutes, written another way round."""

import re

from styrregler.syntax.slips.slip import Hit, Look, Slip, noting, tidy
from styrregler.values.legalref import PARAGRAPHS

LOOKS: list[Look] = []
slip = noting(LOOKS)

_REFERRING = (
    "lagrum", "paragrafer", "motsvarighet", "stänger av", "förutsätter", "egen beslutanderätt", "arbetsuppgift",
)  # fmt: skip
_SECTION = r"\d+(?: [a-z](?!\w))?"
_ORDINALS = (
    "första",
    "andra",
    "tredje",
    "fjärde",
    "femte",
    "sjätte",
    "sjunde",
    "åttonde",
    "nionde",
    "tionde",
)
_ACT = r"(?!(?:kap|och|eller|st|stycket|sfs)\b)[^\W\d_][\w-]*"


@slip(rf"\b({_ACT}) ((?:{_SECTION} ?kap\.? ?)?{_SECTION} ?§§?)(?= *(?:,|$|när\b))")
def _act_first(hit: Hit) -> Slip | None:
    if hit.keyword not in _REFERRING or hit[1].lower() == "enligt" or tidy(hit[1]) == hit.keyword:
        return None
    written = _dotted(hit[2])
    if re.search(r"(?:lag|lagen|balk|balken|förordning|förordningen)$", hit[1]):
        return hit.slip(
            "lagens namn står först", f"skriv dess förkortning i stället, sist: «{written} …»", group=1
        )
    return hit.slip("lagens förkortning står först", f"skriv den sist: «{written} {hit[1]}»")


@slip(rf"{_SECTION} ?kap(?!\.)[^\n]*")
def _chapter_without_dot(hit: Hit) -> Slip:
    return hit.slip("punkten saknas efter «kap»", f"skriv «{_dotted(hit[0])}»")


def _dotted(reference: str) -> str:
    """«6 kap 38§» as «6 kap. 38 §»."""
    written = re.sub(r" *§", " §", re.sub(r" ?kap(?!\.) ?", " kap. ", tidy(reference)))
    return tidy(written.replace("§ §", "§§"))


@slip(r"^lagrum +(enligt|se|jfr|jämför)\b\.? *([^\n]+)")
def _according_to(hit: Hit) -> Slip:
    return hit.slip(f"«{hit[1]}» behövs inte", f"skriv «lagrum {tidy(hit[2])}»", group=1)


@slip(
    rf"((?:{_SECTION} ?kap\.? ?)?{_SECTION} ?§)((?: (?:första|andra|tredje|fjärde|femte|sjätte) stycket)?),? "
    rf"({'|'.join(_ORDINALS)}) punkten ({_ACT})?"
)
def _item(hit: Hit) -> Slip:
    number = str(_ORDINALS.index(hit[3].lower()) + 1)
    written = " ".join(filter(None, [_dotted(hit[1]), tidy(hit[2]), number, hit[4]]))
    return hit.slip("punktens nummer skrivs med en siffra", f"skriv «{written}»")


@slip(rf"({'|'.join(PARAGRAPHS)}) stycket\b[^\n]*")
def _paragraph_alone(hit: Hit) -> Slip | None:
    if hit.keyword not in _REFERRING or "§" in hit.before:
        return None
    return hit.slip(
        "lagrummet säger inte vilken paragraf",
        "skriv paragrafen före stycket: «6 kap. 38 § första stycket 1 KL»",
    )


@slip(rf"({_SECTION} ?§§? ?{_ACT}) (och|samt|&) (\d[^\n,]*)")
def _joined(hit: Hit) -> Slip:
    return hit.slip("flera lagrum skiljs åt med komma", f"skriv komma i stället för «{hit[2]}»", group=2)


@slip(rf"\bkap\.? ?({_SECTION}),? ?§ ?({_SECTION}) ({_ACT})")
def _words_before_numbers(hit: Hit) -> Slip:
    return hit.slip("«kap.» och «§» står före talen", f"skriv «{hit[1]} kap. {hit[2]} § {hit[3]}»")


@slip(rf"\b({_SECTION}):({_SECTION})(?: ?§)? ({_ACT})")
def _colon(hit: Hit) -> Slip:
    chapter, section, act = hit[1], hit[2], hit[3]
    return hit.slip(
        "kolon mellan kapitel och paragraf",
        f"skriv «{chapter} kap. {section} § {act}», eller «{act} {chapter}:{section}»",
    )


@slip(
    rf"((?:{_SECTION} ?kap\.? ?)?{_SECTION} ?§),? ?(\d) ?st\.?(?:ycket)?(?: ?(\d+) ?p\.?(?:unkten)?)? ?({_ACT})?"
)
def _paragraph(hit: Hit) -> Slip | None:
    if not 1 <= int(hit[2]) <= len(PARAGRAPHS):
        return None
    parts = [tidy(hit[1]), PARAGRAPHS[int(hit[2]) - 1], "stycket", hit[3], hit[4]]
    return hit.slip("stycket är förkortat", f"skriv «{' '.join(filter(None, parts))}»")


_ARTICLE = r"(?:[Aa]rtiklarna|[Aa]rtikel|[Aa]rt\.?)"


@slip(
    rf"({_ACT}),? {_ARTICLE} ?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?) {_ARTICLE} (?:i )?({_ACT})|{_ARTICLE} ?(\d+(?:\.\d+)?) i ({_ACT})"
)
def _article(hit: Hit) -> Slip | None:
    act, number = hit[1] or hit[4] or hit[6], hit[2] or hit[3] or hit[5]
    if hit.keyword not in _REFERRING or tidy(act) == hit.keyword:
        return None
    return hit.slip("artikeln i en EU-förordning skrivs före dess namn", f"skriv «artikel {number} {act}»")


@slip(rf"({_SECTION} kap\.? {_SECTION}) (?!§|kap|och\b|eller\b|[–,-])({_ACT})")
def _section_sign(hit: Hit) -> Slip:
    return hit.slip("§ saknas i lagrummet", f"skriv «{hit[1]} § {hit[2]}»")


@slip(r"\(?\b(?:SFS )?\d{4}:\d+\)?")
def _number_of_act(hit: Hit) -> Slip | None:
    if hit.keyword not in _REFERRING:
        return None
    return hit.slip(
        "lagen anges med förkortning, inte med SFS-nummer",
        "skriv till exempel «6 kap. 38 § KL»; numret står i lagens eget block",
    )


@slip(rf"(?:\d+ kap\.? )?{_SECTION} ?§§?$|§ ?\d+$|\d+ ?§§?\s*(?=,|$)")
def _act_missing(hit: Hit) -> Slip | None:
    if hit.keyword not in _REFERRING:
        return None
    return hit.slip(
        "lagrummet säger inte vilken lag", f"skriv lagens förkortning sist, till exempel «{tidy(hit[0])} KL»"
    )
