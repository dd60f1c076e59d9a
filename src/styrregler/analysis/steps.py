"""Steps of a ladder, and exceptions, that never come to anything."""

from collections.abc import Iterator

from attrs import evolve

from styrregler.analysis.conditions import constant
from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.ladders import downwards, hole
from styrregler.analysis.shown import shown
from styrregler.analysis.situation import Box, Situation, says
from styrregler.logic import AllOf, Expr, Known, Not
from styrregler.model import Alternative, Level, Outcome, Override
from styrregler.query.candidates import Candidate
from styrregler.query.ruling import Spoken


def steps(situation: Situation) -> Iterator[Finding]:
    """Alternatives that are never first, exceptions that never decide, and steps that change nothing.

    Each row by itself, as if no law barred it: what other rows and the law say of it is found elsewhere. Raises Stopped.
    """
    for row in situation.rows:
        rule = row.rule
        docks = [each for each in rule.overrides if each.level is Level.POINT]
        if len(rule.alternatives) > 1 or docks:
            alone = evolve(row, law=())
            whole = len(situation.asked.candidates.kept) == 1 and not row.law and not situation.stopped
            boxes = situation.boxes if whole else tuple(situation.boxes_of((alone,)))
            yield from _alternatives(situation, alone, boxes)
            yield from _exceptions(situation, alone, docks, boxes)
            yield from downwards(situation, alone, boxes)
            yield from hole(situation, alone, boxes)


def _alternatives(situation: Situation, row: Candidate, boxes: tuple[Box, ...]) -> Iterator[Finding]:
    alternatives = row.rule.alternatives
    if len(alternatives) < 2:
        return
    first: dict[int, list[Box]] = {}
    for box in boxes:
        for said in box.ruling.spoken:
            if said.step >= 0:
                first.setdefault(said.step, []).append(box)
    for number in range(len(alternatives)):
        found = (
            _changes_nothing(situation, row, number, first[number])
            if number in first
            else _never_first(situation, row, number, boxes)
        )
        if found is not None and not _explained(situation, row, number):
            yield found


def _explained(situation: Situation, row: Candidate, number: int) -> bool:
    """Whether a condition before the step, or of a `dock`, always holds: that is the fault, and is found by itself."""
    before = [each.when for each in row.rule.alternatives[:number]]
    before += [each.when for each in row.rule.overrides]
    return any(each is not None and constant(situation, each) is True for each in before)


def _never_first(situation: Situation, row: Candidate, number: int, boxes: tuple[Box, ...]) -> Finding | None:
    """A step that is first in no case: unreachable, competent only beside others, or saying what is said already."""
    step = row.rule.alternatives[number]
    if step.otherwise:
        left = next((box.known for box in boxes if box.ruling.spoken), None)
        return None if left is None else shown(situation, Kind.UNREACHABLE, row, step, left, number)
    if step.when is None and number == len(row.rule.alternatives) - 1:
        # A last step without condition is competent in every case; that `annars` was meant is found by itself.
        return None
    condition = step.when if step.when is not None else AllOf(())
    held = _where(situation, row, condition)
    if held is None:
        # The condition itself never holds; that too is found by itself.
        return None
    inside = evolve(row, needs=(*row.needs, condition, *_untouched(row)))
    same: Known | None = None
    for box in situation.boxes_of((inside,)):
        for said in box.ruling.spoken:
            if not set(step.parties) <= set(said.parties):
                return shown(situation, Kind.SHADOWED, row, step, box.known, number)
            same = box.known
    if same is not None:
        return shown(situation, Kind.REDUNDANT_STEP, row, step, same, number)
    return shown(situation, Kind.UNREACHABLE, row, step, held, number)


def _changes_nothing(situation: Situation, row: Candidate, number: int, boxes: list[Box]) -> Finding | None:
    """A step whose cases the steps after it would give to the same delegates."""
    alternatives = row.rule.alternatives
    step = alternatives[number]
    after = [each for each in alternatives[number + 1 :] if set(each.parties) == set(step.parties)]
    if step.when is None or not after:
        return None
    fewer = evolve(row.rule, alternatives=(*alternatives[:number], *alternatives[number + 1 :]))
    without = evolve(row, rule=fewer)
    for box in boxes:
        rest = situation.boxes_of((without,), within=box.known)
        if any(says(each.ruling) != says(box.ruling) for each in rest):
            return None
    # Where the step is not first it is competent beside; then one that says the same must hold wherever it does.
    if number > 0 and not any(_implied(situation, step.when, each) for each in after):
        return None
    return shown(situation, Kind.REDUNDANT_STEP, row, step, boxes[0].known, number)


def _implied(situation: Situation, condition: Expr, step: Alternative) -> bool:
    if step.otherwise or step.when is None:
        return not step.otherwise
    outside = AllOf((condition, Not(step.when)))
    return situation.space.where(outside, situation.asked.known) is None


def _exceptions(
    situation: Situation, row: Candidate, docks: list[Override], boxes: tuple[Box, ...]
) -> Iterator[Finding]:
    """The row's own `dock` that a higher one always goes before, or that meets nothing to be an exception from."""
    used = {place for box in boxes for said in box.ruling.spoken for place in _deciding(said)}
    for dock in docks:
        if dock.place in used or dock.when is None:
            continue
        at = _where(situation, row, dock.when)
        found = shown(situation, Kind.UNREACHABLE, row, dock, at) if at is not None else None
        if found is not None:
            yield found


def _deciding(said: Spoken) -> tuple[object, ...]:
    """The `dock` that decide, or that contradict each other."""
    if said.outcome is Outcome.CONFLICT:
        return tuple(each.place for each in said.overrides)
    return tuple(each.place for each in said.overrides if set(each.parties) == set(said.parties))


def _where(situation: Situation, row: Candidate, *conditions: Expr) -> Known | None:
    """A box in which the row is about the case and all ``conditions`` hold."""
    silent = tuple(Not(each.when) for each in row.rule.exceptions)
    return situation.space.where(AllOf((*conditions, *row.needs, *silent)), situation.asked.known)


def _untouched(row: Candidate) -> tuple[Expr, ...]:
    """That no `dock` holds and nothing else is said in the row."""
    rule = row.rule
    conditions = [each.when for each in rule.overrides]
    conditions += [each.when for each in rule.elsewhere if not each.otherwise]
    conditions += [rule.execution.when] if rule.execution is not None else []
    return tuple(Not(each if each is not None else AllOf(())) for each in conditions)
