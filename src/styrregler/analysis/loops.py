"""Exceptions that lead back to whom they are exceptions from."""

from collections.abc import Iterator
from itertools import combinations

from attrs import evolve

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Box, Situation
from styrregler.logic import Known
from styrregler.model import Level, Outcome, Override, Party
from styrregler.query.candidates import Candidate


def loops(situation: Situation) -> Iterator[Finding]:
    """`dock` (and `lyfts till`) back to the row's own delegate, and rows whose exceptions give to each other. Raises Stopped."""
    for row in situation.rows:
        for dock in row.rule.overrides:
            # One that a section or the order has for all its rows is seldom meant for each of them.
            if dock.level is Level.POINT and row.rule.alternatives:
                yield from _leads_back(situation, row, dock)
    excepted = [each for each in situation.rows if each.rule.alternatives and each.rule.overrides]
    for one, other in combinations(excepted, 2):
        yield from _each_other(situation, one, other)


def _leads_back(situation: Situation, row: Candidate, dock: Override) -> Iterator[Finding]:
    """In every case where ``dock`` alone decides, the ladder gives the decision to the same."""
    named = {party for each in row.rule.alternatives for party in each.parties}
    if not set(dock.parties) <= named:
        return
    alone = evolve(row, law=(), rule=evolve(row.rule, overrides=(dock,)))
    back: Known | None = None
    for box in situation.boxes_of((alone,)):
        if not any(said.overrides for said in box.ruling.spoken):
            continue
        for at, parties in _without(situation, row, box):
            if parties != set(dock.parties):
                return
            back = at
    witness = situation.witness(back) if back is not None else None
    if back is not None and witness is not None:
        yield Finding(
            Kind.LEADS_BACK,
            (row.rule,),
            dock.place,
            witness.on,
            witness,
            situation.case(back),
            (dock.parties,),
            what="dock",
            condition=dock.when,
        )


def _each_other(situation: Situation, one: Candidate, other: Candidate) -> Iterator[Finding]:
    """In some case each row's exception gives the decision to the delegate from whom the other's exception takes it."""
    for box in situation.boxes_of((evolve(one, law=()), evolve(other, law=()))):
        spoken = box.ruling.spoken
        if (
            box.ruling.outcome is not Outcome.DECIDES
            or len(spoken) != 2
            or not all(said.overrides for said in spoken)
        ):
            continue
        first, second = (set(said.parties) for said in spoken)
        mine, theirs = ([parties for _, parties in _without(situation, each, box)] for each in (one, other))
        if first == second or any(each != second for each in mine) or any(each != first for each in theirs):
            continue
        witness = situation.witness(box.known)
        if witness is not None:
            docks = tuple(said.overrides[0].place for said in spoken)
            yield Finding(
                Kind.EACH_OTHER,
                (one.rule, other.rule),
                docks[0],
                witness.on,
                witness,
                situation.case(box.known),
                tuple(said.parties for said in spoken),
                what="dock",
                places=docks,
            )
        return


def _without(situation: Situation, row: Candidate, box: Box) -> Iterator[tuple[Known, set[Party]]]:
    """Whom the ladder names in ``box`` when no exception counts."""
    bare = evolve(row, law=(), rule=evolve(row.rule, overrides=()))
    for each in situation.boxes_of((bare,), within=box.known):
        parties = {party for said in each.ruling.spoken if said.step >= 0 for party in said.parties}
        yield each.known, parties
