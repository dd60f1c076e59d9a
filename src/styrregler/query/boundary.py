"""Vad, hur or grey zone: on which side of a boundary a question lies, and who settles it.

In: a question in words.  Out: a :class:`BoundaryAnswer`, with every boundary that speaks of it.  Refuses to guess: it finds
the words that a boundary lists, inflected or last in a compound, and nothing else.
"""

import re
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from styrregler.model import Agreed, Boundary, BoundaryTerm, OpenPoint, Side
from styrregler.query.agreements import in_force
from styrregler.query.named import Someone, someone
from styrregler.query.open_points import open_around
from styrregler.ruleset import RuleSet
from styrregler.values import same_word, stems

_WORD = re.compile(r"[^\W\d_][\w-]*")
_SMALL = frozenset(
    [
        "av",
        "att",
        "den",
        "det",
        "de",
        "en",
        "ett",
        "för",
        "från",
        "i",
        "med",
        "och",
        "om",
        "på",
        "som",
        "till",
        "vid",
        "är",
        "vem",
        "vad",
        "hur",
        "bestämmer",
    ]
)
_IN_COMPOUND = 5
"""Letters that a word must have to be looked for at the end of a longer one."""
OWN_BOARD = ("nämnden", "nämnd")


@frozen
class BoundarySide:
    """A word of a boundary that the question has: where it stands, and (in a grey zone) how it is settled.

    ``settled_by`` None: nobody is named who has the last word.
    """

    term: str
    side: Side
    agreed: Agreed
    source: BoundaryTerm
    talks: tuple[Someone, ...] = ()
    escalation: str = ""
    settled_by: Someone | None = None


@frozen
class BoundaryAnswer:
    """What the boundaries say of a question (gränssvar). Empty ``sides``: nothing.

    ``open_points`` are what those that answer leave open, or all where none does.
    """

    question: str
    on: date
    sides: tuple[BoundarySide, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()

    @property
    def clear(self) -> BoundarySide | None:
        """The one answer, where all that was found say the same."""
        said = {(each.side, each.talks, each.escalation, each.settled_by) for each in self.sides}
        return self.sides[0] if len(said) == 1 else None


def which_side(
    question: str, rules: RuleSet, on: date, body: str = "", *, proposals: bool = False
) -> BoundaryAnswer:
    """Where ``question`` lies, by the boundaries in force on ``on`` for ``body`` (empty: for any)."""
    words = _words(question)
    boundaries = in_force(rules.corpus.boundaries, on, body, proposals=proposals)
    found = [
        (term, boundary)
        for boundary in boundaries
        for term in boundary.terms
        if _speaks_of(_words(term.name.replace("-", " ")), words)
    ]
    whole = [
        (term, boundary) for term, boundary in found if len(_words(term.name.replace("-", " "))) == len(words)
    ]
    kept = whole or found
    return BoundaryAnswer(
        question,
        on,
        tuple(_side(term, boundary, rules, body) for term, boundary in kept),
        open_around(rules, [boundary.agreed for _, boundary in kept], [each.agreed for each in boundaries]),
    )


def _words(text: str) -> list[str]:
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    return [word for word in words if word not in _SMALL] or words


def _speaks_of(term: list[str], words: list[str]) -> bool:
    return bool(term) and all(any(_same(each, word) for word in words) for each in term)


def _same(term: str, word: str) -> bool:
    if same_word(term, word):
        return True
    return len(term) >= _IN_COMPOUND and any(
        whole.endswith(stem) for stem in _long(term) for whole in stems(word)
    )


def _long(term: str) -> Iterator[str]:
    yield from (stem for stem in stems(term) if len(stem) >= _IN_COMPOUND)


def _side(term: BoundaryTerm, boundary: Boundary, rules: RuleSet, body: str) -> BoundarySide:
    zone = term.zone
    if zone is None:
        return BoundarySide(term.name, term.side, boundary.agreed, term)
    settler = (
        body
        if body and zone.settled_by in OWN_BOARD and zone.settled_by not in rules.corpus.bodies
        else zone.settled_by
    )
    return BoundarySide(
        term.name,
        term.side,
        boundary.agreed,
        term,
        tuple(someone(each, rules) for each in zone.talks),
        zone.escalation,
        someone(settler, rules) if settler else None,
    )
