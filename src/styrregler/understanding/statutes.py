"""References to statutes in a question: «10 § SoL», «enligt LSS 9 § 10», «§ 6 lvu», «PBL 9:31».

In: a text and the abbreviations of statutes.  Out: references and where they stand, without the abbreviation, which is
searched for like any word.
"""

import re
from collections.abc import Iterable

from styrregler.values import LegalRef

_NUMBER = r"\d+(?: ?[a-z](?![\w]))?"
_PLACE = (
    rf"(?:(?P<chapter{{0}}>{_NUMBER}) ?(?:kap\.?|:) ?)?"
    rf"(?:(?P<section{{0}}>{_NUMBER}) ?§{{{{1,2}}}}|§{{{{1,2}}}} ?(?P<other{{0}}>{_NUMBER})|(?<=:)(?P<bare{{0}}>{_NUMBER}))"
    rf"(?: ?(?:p\.?|punkt(?:en)?)? ?(?P<item{{0}}>\d{{{{1,2}}}})(?![\w.,]|\s?(?:kr|tkr|mkr|kronor|år|mån|dagar)))?"
)

Read = tuple[LegalRef, int, int]


def statutes_in(text: str, acts: Iterable[str]) -> list[Read]:
    """Every reference to one of ``acts``, by any case."""
    calls = sorted({re.escape(act) for act in acts if act}, key=len, reverse=True)
    if "§" not in text and ":" not in text:
        return []
    act = "|".join(calls)
    look = re.compile(
        rf"\b(?P<act1>{act})\b,? {_PLACE.format(1)}|(?<![\w.,]){_PLACE.format(2)} (?P<act2>{act})\b",
        re.IGNORECASE,
    )
    found = []
    for match in look.finditer(text):
        at = "1" if match["act1"] else "2"
        section = match[f"section{at}"] or match[f"other{at}"] or match[f"bare{at}"]
        ref = LegalRef(
            match[f"act{at}"],
            _spaced(match[f"chapter{at}"] or ""),
            (_spaced(section),),
            item=match[f"item{at}"] or "",
        )
        start = match.end("act1") if at == "1" else match.start()
        end = match.end() if at == "1" else match.start("act2")
        found.append((ref, start, end))
    return found


def _spaced(number: str) -> str:
    return re.sub(r"(\d) ?([a-z])$", r"\1 \2", number.casefold())
