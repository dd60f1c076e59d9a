"""Marks that word processors, shops and programmers use, and the language does not."""

import re

from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.slips.slip import (
    AMOUNT,
    HIDDEN,
    HIDDEN_WHY,
    NAME,
    Hit,
    Look,
    Slip,
    amount,
    noting,
    tidy,
)

LOOKS: list[Look] = []
slip = noting(LOOKS)

_LIMITS = {
    "<=": "högst", "≤": "högst", "=<": "högst", ">=": "minst", "≥": "minst", "=>": "minst",
    "<": "under", ">": "över", "==": "är", "=": "är",
}  # fmt: skip


@slip(rf"[^\s,]*{HIDDEN}[^\s,]*")
def _hidden(hit: Hit) -> Slip:
    clean = re.sub(HIDDEN, "", hit[0])
    return hit.slip(
        "ett osynligt tecken står i texten",
        f"skriv om ordet för hand: «{clean}»" if clean else "ta bort tecknet",
        HIDDEN_WHY,
    )


def _without(hit: Hit) -> str:
    """The line with what group 2 matched taken away."""
    start, end = hit.match.span(2)
    return tidy(f"{hit.text[:start]} {hit.text[end:]}".split("\n")[0])


@slip(rf"^({NAME}(?: {NAME})?)( ?[:=])(?= |$|\0)")
def _colon(hit: Hit) -> Slip:
    sign = hit[2].strip()
    name = "kolon" if sign == ":" else f"«{sign}»"
    if tidy(hit[1]) != hit.keyword:
        return hit.slip(f"inget {name} efter namnet", f"skriv «{_without(hit)}»", group=2)
    return hit.slip(f"inget {name} efter nyckelordet", f"skriv «{hit.keyword}» utan {name}", group=2)


@slip(rf"({NAME})? ?(<=|>=|=<|=>|≤|≥|==|<|>|=) ?({AMOUNT})?")
def _sign(hit: Hit) -> Slip:
    message = f"tecknet «{hit[2]}» används inte"
    if hit.keyword == "givet":
        return hit.slip(message, f"så här: «{EXAMPLES['givet']}»", group=2)
    word = _LIMITS[hit[2]]
    if hit[1] and hit[3]:
        word = "högst" if word == "är" else word
        return hit.slip(message, f"skriv «{hit[1]} {word} {amount(hit[3])}»", group=2)
    return hit.slip(message, f"skriv «{word}» i stället för «{hit[2]}»", group=2)


@slip(rf"({NAME})[–—‑−]({NAME})")
def _long_dash(hit: Hit) -> Slip | None:
    if hit.keyword in ("tid", "klar"):
        return None
    return hit.slip("ett långt streck står i namnet", f"skriv ett vanligt bindestreck: «{hit[1]}-{hit[2]}»")


@slip(r"^([^\W\d_].*?) +([-–—]+)$")
def _dash_for_nothing(hit: Hit) -> Slip | None:
    if tidy(hit[1]) != hit.keyword:
        return None
    return hit.slip("ett streck är inget svar", "ta bort raden, eller lämna rutan tom i en tabell", group=2)


@slip(r"'[^'\n]*'|’[^’\n]*’|‘[^’\n]*’")
def _single_quotes(hit: Hit) -> Slip:
    return hit.slip("texten står inom enkla citattecken", f'använd dubbla citattecken: "{hit[0][1:-1]}"')


@slip(r"[.;:,]+$")
def _last_mark(hit: Hit) -> Slip:
    name = {".": "punkt", ";": "semikolon", ":": "kolon", ",": "komma"}[hit[0][0]]
    return hit.slip(
        f"raden slutar med {name}",
        f"ta bort {name}t i slutet" if name == "komma" else "ta bort det sista tecknet",
    )


@slip(r"\b(\d[\d.]*) ?([a-zåäö])\)")
def _number_with_letter(hit: Hit) -> Slip:
    return hit.slip("bokstaven i ett nummer skrivs utan parentes", f"skriv «{hit[1].rstrip('.')} {hit[2]}»")


@slip(r"\([^()\n]*$")
def _open_parenthesis(hit: Hit) -> Slip:
    return hit.slip("parentesen är inte stängd", f"sätt ) efter det som hör ihop: «{tidy(hit[0])})»")


@slip(r"\)")
def _closed_parenthesis(hit: Hit) -> Slip | None:
    if hit.before.count("(") > hit.before.count(")"):
        return None
    return hit.slip("en slutparentes utan början", "ta bort ) eller sätt ( före det som hör ihop")
