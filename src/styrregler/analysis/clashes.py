"""Rows that meet in one case: those that contradict each other, and those that make different people competent."""

from collections.abc import Iterator
from itertools import combinations

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Box, Situation
from styrregler.model import Outcome, Rule
from styrregler.query.ruling import Spoken
from styrregler.text import Place


def contradictions(situation: Situation) -> Iterator[Finding]:
    """One for each set of clauses that contradict each other."""
    seen = set()
    for box in situation.boxes:
        if box.ruling.outcome is not Outcome.CONFLICT:
            continue
        spoken = _taking_part(box)
        places = _at(spoken)
        if (places, box.ruling.conflict) in seen:
            continue
        seen.add((places, box.ruling.conflict))
        wide = situation.widest(box.known)
        witness = situation.witness(wide)
        if witness is not None:
            yield Finding(
                Kind.CONTRADICTION,
                _rules(spoken),
                _places(spoken[-1])[-1],
                witness.on,
                witness,
                situation.case(wide),
                tuple(said.parties for said in spoken),
                what=box.ruling.conflict,
                places=places,
            )


def overlaps(situation: Situation) -> Iterator[Finding]:
    """One for each pair of rows that name different delegates in one case: each is competent alone (ruling 1)."""
    seen = set()
    for box in situation.boxes:
        if box.ruling.outcome is not Outcome.DECIDES:
            continue
        for one, other in combinations(box.ruling.spoken, 2):
            pair = (one.candidate.rule.place, other.candidate.rule.place)
            if set(one.parties) == set(other.parties) or pair in seen or pair[0] == pair[1]:
                continue
            seen.add(pair)
            witness = situation.witness(situation.widest(box.known))
            wide = situation.widest(box.known, (one.candidate, other.candidate))
            if witness is not None:
                yield Finding(
                    Kind.OVERLAP,
                    (one.candidate.rule, other.candidate.rule),
                    pair[1],
                    witness.on,
                    witness,
                    situation.case(wide),
                    (one.parties, other.parties),
                    places=pair,
                )


def _taking_part(box: Box) -> tuple[Spoken, ...]:
    """Of all that was said, what the contradiction rests on."""
    spoken = box.ruling.spoken
    clashing = tuple(said for said in spoken if said.outcome is Outcome.CONFLICT)
    return clashing or spoken


def _at(spoken: tuple[Spoken, ...]) -> tuple[Place, ...]:
    """What contradicts what: clauses; where two orders name different delegates, the orders, once for all their rows."""
    orders = {said.candidate.order.name: said.candidate.order.place for said in spoken}
    if len(orders) > 1 and all(said.outcome is Outcome.DECIDES for said in spoken):
        return tuple(orders.values())
    return tuple(dict.fromkeys(place for said in spoken for place in _places(said)))


def _places(said: Spoken) -> tuple[Place, ...]:
    """What a row rests on when it says so: each `dock`, or the row itself."""
    return tuple(each.place for each in said.overrides) or (said.candidate.rule.place,)


def _rules(spoken: tuple[Spoken, ...]) -> tuple[Rule, ...]:
    return tuple(dict.fromkeys(said.candidate.rule for said in spoken))
