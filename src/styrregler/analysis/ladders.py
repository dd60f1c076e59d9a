"""A ladder along one measure: where it leads down as the amount grows, and where `annars` fills a hole in the middle.

In: a row, and its boxes.  Out: at most one finding of each.  Refuses to compare other than what touches along one fact.
"""

from collections.abc import Iterator
from itertools import groupby, islice

from attrs import evolve

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.shown import shown
from styrregler.analysis.situation import Box, Situation
from styrregler.logic import Known
from styrregler.logic.truth import ZERO, Cut, Interval
from styrregler.model import Alternative, BodyKind, BodyRef, Outcome, Override, Party, RoleKind, RoleRef
from styrregler.query.candidates import Candidate
from styrregler.query.ruling import Spoken
from styrregler.ruleset import RuleSet
from styrregler.values import UnitKind

_BODIES = (BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
_COLUMNS = 50
"""Beside how many boxes a hole is looked for: it shows in the first of them, or is a matter of other facts than one."""


def downwards(situation: Situation, row: Candidate, boxes: tuple[Box, ...]) -> Iterator[Finding]:
    """Where the row gives an amount just above a line to somebody under the one who has those just below it."""
    below: dict[tuple[str, Cut], dict[frozenset[Party], list[Box]]] = {}
    above: dict[tuple[str, Cut], dict[frozenset[Party], list[tuple[Box, Spoken]]]] = {}
    for box in boxes:
        for said in _said(box):
            parties = frozenset(said.parties)
            for fact, region in _measures(box.known, situation.rules, money=True):
                if region.high is not None and not _fills(said, region, row):
                    below.setdefault((fact, region.high), {}).setdefault(parties, []).append(box)
                if region.low is not None:
                    above.setdefault((fact, region.low), {}).setdefault(parties, []).append((box, said))
    for (fact, line), groups in above.items():
        for low, high in ((one, other) for one in below.get((fact, line), {}) for other in groups):
            if not _under(high, low, situation.rules):
                continue
            beside = below[fact, line][low]
            pair = next(
                (
                    (box, said)
                    for box, said in groups[high]
                    if any(_meet(box.known, each.known, fact) for each in beside)
                ),
                None,
            )
            clause = _clause(pair[1], row) if pair else None
            found = shown(situation, Kind.DOWNWARDS, row, clause, pair[0].known) if pair and clause else None
            if found is not None:
                yield evolve(found, parties=(*found.parties, tuple(sorted(low, key=str))))
                return


def hole(situation: Situation, row: Candidate, boxes: tuple[Box, ...]) -> Iterator[Finding]:
    """Where `annars` decides both above all steps, as it should, and in a stretch between two of them."""
    last = next((number for number, each in enumerate(row.rule.alternatives) if each.otherwise), -1)
    if last < 2:
        return
    flagged = [(box, any(said.step == last for said in _said(box))) for box in boxes]
    inside = (
        (box, fact)
        for box, otherwise in flagged
        if otherwise
        for fact, region in _measures(box.known, situation.rules)
        if (region.low or ZERO) > ZERO and region.high is not None
    )
    for box, fact in islice(inside, _COLUMNS):
        if _is_hole(box, fact, flagged):
            step = row.rule.alternatives[last]
            found = shown(situation, Kind.HOLE, row, step, box.known, last)
            if found is not None:
                yield found
                return


def _is_hole(box: Box, fact: str, flagged: list[tuple[Box, bool]]) -> bool:
    """Whether, with the other facts as in ``box``, a step decides below it and above it, and `annars` again higher up."""
    column: dict[Cut, bool] = {}
    for other, otherwise in flagged:
        region = other.known.facts.get(fact)
        if isinstance(region, Interval) and _meet(box.known, other.known, fact):
            low = region.low or ZERO
            column[low] = column.get(low, True) and otherwise
    region = box.known.facts[fact]
    assert isinstance(region, Interval)
    start = region.low or ZERO
    above = [otherwise for otherwise, _ in groupby(column[low] for low in sorted(column) if low >= start)]
    return any(not column[low] for low in column if low < start) and above == [True, False, True]


def _fills(said: Spoken, region: Interval, row: Candidate) -> bool:
    """Whether it is `annars` between two steps: then that is the fault."""
    otherwise = said.step >= 0 and row.rule.alternatives[said.step].otherwise
    return otherwise and (region.low or ZERO) > ZERO


def _said(box: Box) -> Iterator[Spoken]:
    if box.ruling.outcome is not Outcome.CONFLICT:
        yield from box.ruling.spoken


def _measures(at: Known, rules: RuleSet, *, money: bool = False) -> Iterator[tuple[str, Interval]]:
    for name, region in at.facts.items():
        fact = rules.corpus.facts.get(name)
        if isinstance(region, Interval) and (not money or (fact is not None and fact.unit is UnitKind.MONEY)):
            yield name, region


def _meet(one: Known, other: Known, along: str) -> bool:
    """Whether two boxes have a case in common, but for the fact that they lie ``along``."""
    for name in (one.facts.keys() & other.facts.keys()) - {along}:
        mine, theirs = one.facts[name], other.facts[name]
        if isinstance(mine, Interval) and isinstance(theirs, Interval):
            low = max(mine.low or ZERO, theirs.low or ZERO)
            ends = [high for high in (mine.high, theirs.high) if high is not None]
            if ends and min(ends) <= low:
                return False
        elif isinstance(mine, frozenset) and isinstance(theirs, frozenset):
            if not mine & theirs:
                return False
        elif mine != theirs:
            return False
    return True


def _under(some: frozenset[Party], others: frozenset[Party], rules: RuleSet) -> bool:
    """Whether every one of ``some`` is under every one of ``others``."""
    return bool(some and others) and all(_is_under(one, other, rules) for one in some for other in others)


def _is_under(one: Party, other: Party, rules: RuleSet) -> bool:
    match one, other:
        case RoleRef(name), RoleRef(chief):
            return chief in rules.hierarchy.chiefs(name)
        case RoleRef(name), BodyRef(body):
            role, known = rules.corpus.roles.get(name), rules.corpus.bodies.get(body)
            employed = role is not None and role.kind is RoleKind.EMPLOYEE
            return employed and known is not None and known.kind in _BODIES
        case BodyRef(name), BodyRef(body):
            known = rules.corpus.bodies.get(name)
            return known is not None and known.belongs_to == body
        case _:
            return False


def _clause(said: Spoken, row: Candidate) -> Alternative | Override | None:
    """The step or the exception that decides; None where it is neither."""
    if said.overrides:
        return next((each for each in said.overrides if set(each.parties) == set(said.parties)), None)
    return row.rule.alternatives[said.step] if said.step >= 0 else None
