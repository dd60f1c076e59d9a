"""Slips: what a secretary probably meant where the parser stopped.

In: the text of a clause or header and where it could not be read.  Out: one sentence on what to write instead.
A slip is recognised by its look around the stop, never by trial parsing, and the most telling look is tried first; the
last resort names what could have stood there, in Swedish.
"""

from styrregler.syntax.grammar import Stopped
from styrregler.syntax.slips import (
    agreed,
    amounts,
    aside,
    conditions,
    dates,
    law,
    marks,
    people,
    plans,
    stages,
    times,
    wording,
)
from styrregler.syntax.slips.block import Opening, opening_of
from styrregler.syntax.slips.conditions import LADDERS, LISTED
from styrregler.syntax.slips.expected import expected
from styrregler.syntax.slips.header import explain_header
from styrregler.syntax.slips.keyword import explain_keyword
from styrregler.syntax.slips.slip import LONGEST_LOOK, Hit, Slip, without_texts

__all__ = [
    "LADDERS",
    "LISTED",
    "Opening",
    "Slip",
    "explain",
    "explain_header",
    "explain_keyword",
    "opening_of",
]

_LOOKS = (
    *marks.LOOKS,
    *aside.LOOKS,
    *stages.LOOKS,
    *times.LOOKS,
    *agreed.LOOKS,
    *plans.LOOKS,
    *amounts.LOOKS,
    *dates.LOOKS,
    *plans.LAST,
    *law.LOOKS,
    *conditions.LOOKS,
    *wording.LOOKS,
    *people.LOOKS,
)


def explain(text: str, stop: Stopped, keyword: str) -> Slip:
    """The slip that best accounts for ``stop`` in ``text``, a clause that begins with ``keyword``."""
    bare = without_texts(text)
    for look, tell in _LOOKS if len(text) <= LONGEST_LOOK else ():
        for match in look.finditer(bare):
            if match.start() <= stop.at <= match.end() + 1:
                slip = tell(Hit(match, keyword, text, stop.expected))
                if slip is not None:
                    return slip
    return expected(text, bare, stop, keyword)
