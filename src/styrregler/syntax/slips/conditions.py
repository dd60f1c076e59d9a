"""Conditions and the steps of a ladder: «om», «upp till», «i övrigt», several steps in one line."""

import re

from styrregler.syntax.slips.slip import AMOUNT, NAME, NUMBER, Hit, Look, Slip, amount, noting, tidy

LOOKS: list[Look] = []
slip = noting(LOOKS)

LADDERS = ("delegat", "dock", "beslutas av", "samråd med", "informera", "steg")
LISTED = (
    "tillåten",
    "otillåten",
    "kanal",
    "förväntan",
    "rapporteras till",
    "åtgärd",
    "följs upp av",
    "antagen av",
    "nästa",
    "moment",
    "remiss",
    "tid",
    "klar",
    "ord",
)
"""Clauses of several lines that are no ladders."""
_LIMIT = r"(?:högst|minst|över|under)"
_WORDED_LIMITS = {
    "upp till": "högst", "maximalt": "högst", "max": "högst", "inte över": "högst", "som mest": "högst", "t.o.m.": "högst",
    "lägst": "minst", "minimum": "minst", "från och med": "minst", "mer än": "över", "större än": "över", "överstigande": "över",
    "överstiger": "över", "mindre än": "under", "understiger": "under", "understigande": "under", "lika med": "högst",
    "överstiger inte": "högst", "inte överstiger": "högst", "som inte överstiger": "högst", "understiger inte": "minst",
}  # fmt: skip
_WORDED = "|".join(map(re.escape, sorted(_WORDED_LIMITS, key=len, reverse=True)))


@slip(
    rf"(?:^|[ \n])((?:i )?(?:övrigt|övriga fall|annat fall|andra fall)|eljest|anars|annras|annarss|annar|anans)\b(?! *{NAME})"
)
def _otherwise(hit: Hit) -> Slip:
    if hit[1].lower().startswith(("an", "ann")) and "fall" not in hit[1]:
        return hit.slip(f"okänt ord «{hit[1]}»", "menade du «annars»?", group=1)
    return hit.slip(f"«{hit[1]}» är inget nyckelord", f"skriv «annars» i stället för «{hit[1]}»", group=1)


@slip(rf"^({'|'.join(LADDERS)}) +annars:? +({NAME})$")
def _otherwise_first(hit: Hit) -> Slip:
    return hit.slip("«annars» står före den som beslutar", f"skriv «{hit[2]} annars»")


@slip(
    rf"[, ]+(?:(?:annars|i annat fall|i övriga fall|i övrigt) +({NAME})|(?<=,)({NAME}) +(?:när|annars)\b[^\n]*|(?<=, )({NAME}) +(?:när|annars)\b[^\n]*)"
)
def _step_in_line(hit: Hit) -> Slip | None:
    if hit.keyword not in LADDERS or not (hit[1] or re.search(r"\bnär\b", hit.before)):
        return None
    step = f"{hit[1]} annars" if hit[1] else tidy(hit[0].strip(", "))
    return hit.slip("nästa steg står på samma rad", f"skriv det på en egen, djupare rad: «{step}»")


@slip(
    rf"(?:^|[ \n])(om|då|ifall|förutsatt att|vid) (?!nästa|varje|frånvaro|förfall|förhinder|jäv)({NAME})((?: (?:är|{_LIMIT})\b[^\n]*)?)(?= |<|>|=|$|\n)"
)
def _if(hit: Hit) -> Slip | None:
    if hit.keyword not in (*LADDERS, "verkställs", "anmäls", "förutsätter", "vidaredelegeras", "gäller inte"):
        return None
    rest = amount(hit[3]) or "…"
    return hit.slip(f"villkor inleds med «när», inte «{hit[1]}»", f"skriv «när {hit[2]} {rest}»", group=1)


@slip(rf"^({'|'.join(LADDERS)}) +({NAME}),? +\(?({_WORDED}|{_LIMIT})? *({AMOUNT})\)?")
def _limit_without_fact(hit: Hit) -> Slip | None:
    """«delegat enhetschef högst 5 000 kr»."""
    if "när" in (hit[2], hit[3]):
        return None
    word, most = tidy(hit[3]).lower(), amount(hit[4])
    limit = _WORDED_LIMITS.get(word, word or "högst")
    return hit.slip(
        "villkoret säger inte vad som mäts", f"skriv «{hit[2]} när {_fact_for(most)} {limit} {most}»"
    )


def _fact_for(most: str) -> str:
    """The fact that an amount is probably of, for advice."""
    return "belopp" if most.endswith(("kr", "kronor", "basbelopp")) else "…"


def _fact(word: str) -> str:
    """The fact as it is declared: «beloppet» is «belopp»."""
    return {"beloppet": "belopp", "avtalstiden": "avtalstid", "anställningstiden": "anställningstid"}.get(
        word.lower(), word
    )


@slip(rf"({NAME}) är ({_LIMIT}) +({AMOUNT})")
def _is_limit(hit: Hit) -> Slip:
    return hit.slip(f"«är» behövs inte före «{hit[2]}»", f"skriv «{_fact(hit[1])} {hit[2]} {amount(hit[3])}»")


@slip(rf"({NAME}) +({_WORDED}) +({AMOUNT})?")
def _worded_limit(hit: Hit) -> Slip:
    limit = _WORDED_LIMITS[tidy(hit[2]).lower()]
    return hit.slip(
        f"«{tidy(hit[2])}» är ingen gräns i språket",
        f"skriv «{_fact(hit[1])} {limit} {amount(hit[3]) or '…'}»",
        group=2,
    )


@slip(rf"({NAME}) +(?:mellan +)?({NUMBER}) *([^\W\d_]\w*)? ?(?:och|till|–|—|-) ?({NUMBER}) ?(%|[^\W\d_]\w*)")
def _between(hit: Hit) -> Slip | None:
    if "LIMIT" not in hit.expected:
        return None
    low, high = amount(f"{hit[2]} {hit[3] or hit[5]}"), amount(f"{hit[4]} {hit[5]}")
    fact = _fact(hit[1])
    return hit.slip("ett intervall har två gränser", f"skriv «{fact} minst {low} och {fact} högst {high}»")


@slip(rf"({NAME}) +({AMOUNT})")
def _limit_missing(hit: Hit) -> Slip | None:
    if "LIMIT" not in hit.expected:
        return None
    most = amount(hit[2])
    return hit.slip(
        f"gränsen saknas mellan «{hit[1]}» och «{tidy(hit[2])}»",
        f"skriv «{_fact(hit[1])} högst {most}», eller minst, över eller under",
    )


@slip(rf"({NAME}) är ({AMOUNT})")
def _is_amount(hit: Hit) -> Slip | None:
    if hit.keyword == "givet":
        return None
    return hit.slip(
        "«är» kan inte stå före en mängd",
        f"skriv «{_fact(hit[1])} högst {amount(hit[2])}», eller minst, över eller under",
        "«är» jämför med ett svar, till exempel «utfall är avslag»",
    )


@slip(rf"({NAME}) {_LIMIT} {AMOUNT}(,? *(och|men|samt|eller) *)({_LIMIT}) ({AMOUNT})")
def _fact_not_repeated(hit: Hit) -> Slip:
    joined = "eller" if hit[3].lower() == "eller" else "och"
    return hit.slip(
        "uppgiften saknas i det andra villkoret",
        f"upprepa den: «… {joined} {_fact(hit[1])} {hit[4]} {amount(hit[5])}»",
        group=4,
    )


@slip(rf"\b(när|och|eller|inte) +({_LIMIT}) +({AMOUNT})")
def _fact_missing(hit: Hit) -> Slip | None:
    if "NAME" not in hit.expected:
        return None
    most = amount(hit[3])
    return hit.slip(
        f"uppgiften saknas före «{hit[2]}»",
        f"skriv till exempel «{hit[1]} {_fact_for(most)} {hit[2]} {most}»",
        group=2,
    )


@slip(rf"\bnär\b[^\n]*?[ ,](men|samt|dock) {NAME}")
def _but(hit: Hit) -> Slip:
    return hit.slip(f"«{hit[1]}» binder inte ihop villkor", f"skriv «och» i stället för «{hit[1]}»", group=1)


@slip(rf"({NAME}) (?:inte|ej) ((?:är|{_LIMIT})\b[^\n]*)")
def _not_in_the_middle(hit: Hit) -> Slip:
    return hit.slip(
        "«inte» står inne i villkoret", f"skriv det först: «när inte {_fact(hit[1])} {amount(hit[2])}»"
    )


@slip(rf"(, *)(?!därefter){NAME}")
def _comma_between(hit: Hit) -> Slip | None:
    if not re.search(r"\bnär\b", hit.before):
        return None
    return hit.slip(
        "komma binder inte ihop villkor",
        "skriv «och» om båda ska gälla, «eller» om det räcker med ett",
        group=1,
    )


@slip(
    r"\bnär\b[^\n]*\boch\b[^\n]*\beller\b|\bnär\b[^\n]*\beller\b[^\n]*\boch\b",
)
def _mixed(hit: Hit) -> Slip | None:
    if "(" in hit[0]:
        return None
    return hit.slip(
        "«och» och «eller» står i samma villkor utan parentes",
        "sätt parentes om det som hör ihop: «(a eller b) och c»",
        "ordningen mellan dem ska synas, inte behöva kännas till",
    )


@slip(rf"({NAME}) +({NAME}) +((?:{_LIMIT}|är)\b)([^\n]*)")
def _when_missing(hit: Hit) -> Slip | None:
    known = ("när", "och", "eller", "inte", "om", "då", "är", "av")
    if hit[1].lower() in known or hit[2].lower() in known or hit.keyword == "krav på delegat":
        return None
    return hit.slip(
        "«när» saknas före villkoret",
        f"skriv «{hit[1]} när {_fact(hit[2])} {amount(hit[3] + hit[4])}»",
        group=2,
    )
