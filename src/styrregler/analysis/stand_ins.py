"""Substitutes who are kept from deciding by the very thing that keeps the delegate."""

from collections.abc import Iterator

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Box, Situation
from styrregler.logic import truth
from styrregler.model import BodyRef, Outcome, Party, RoleRef, Substitutes
from styrregler.query.bars import BarOn
from styrregler.query.people import name_of, title_of
from styrregler.query.ruling import Spoken


def stand_ins(situation: Situation) -> Iterator[Finding]:
    """One for each substitute of a row in which that shows. Raises Stopped."""
    known = bool(situation.rules.corpus.holders)
    if not any(each.rule.substitutes and (known or each.law) for each in situation.rows):
        return
    seen = set()
    board = BodyRef(situation.asked.body)
    for box in situation.boxes:
        # Where the board itself decides beside, nobody has to step in.
        if box.ruling.outcome is not Outcome.DECIDES or board in box.ruling.deciders:
            continue
        for said in box.ruling.spoken:
            for line, party in _steps_in(said):
                finding = _same_person(situation, box, said, line, party) or _same_bar(
                    situation, box, said, line, party
                )
                if finding is not None and (finding.key, party) not in seen:
                    seen.add((finding.key, party))
                    yield finding


def _steps_in(said: Spoken) -> Iterator[tuple[Substitutes, RoleRef]]:
    """The substitutes of whoever decides, with the lines that name them."""
    named = {name_of(party) for party in said.parties if not isinstance(party, BodyRef)}
    for line in said.candidate.rule.substitutes if named else ():
        if line.only_for in named or (not line.only_for and not said.overrides):
            for party in line.parties:
                if isinstance(party, RoleRef) and party not in said.parties:
                    yield line, party


def _same_person(
    situation: Situation, box: Box, said: Spoken, line: Substitutes, party: RoleRef
) -> Finding | None:
    """The one person who holds the substitute's role is the one who holds the delegate's."""
    delegates = [each for each in said.parties if not line.only_for or name_of(each) == line.only_for]
    persons = {frozenset(_persons(situation, each)) for each in delegates}
    own = frozenset(_persons(situation, party))
    if len(own) != 1 or persons != {own}:
        return None
    return _finding(situation, Kind.SAME_PERSON, box, said, line, party, next(iter(own)))


def _same_bar(
    situation: Situation, box: Box, said: Spoken, line: Substitutes, party: RoleRef
) -> Finding | None:
    """A bar leaves the delegate the decision, and would keep the substitute from it."""
    row, body = said.candidate, situation.asked.body
    for bar in row.law:
        holds = bar.when is None or truth(bar.when, box.known) is True
        if holds and bar.keeps_out(party, situation.rules, body) and not _barred(bar, said, situation):
            return _finding(situation, Kind.SAME_BAR, box, said, line, party, str(bar))
    return None


def _barred(bar: BarOn, said: Spoken, situation: Situation) -> bool:
    return all(bar.keeps_out(each, situation.rules, situation.asked.body) for each in said.parties)


def _finding(
    situation: Situation, kind: Kind, box: Box, said: Spoken, line: Substitutes, party: RoleRef, what: str
) -> Finding | None:
    away = tuple(each.name for each in said.parties if isinstance(each, RoleRef))
    witness = situation.witness(box.known, disqualified=away)
    if witness is None:
        return None
    return Finding(
        kind,
        (said.candidate.rule,),
        line.place,
        witness.on,
        witness,
        situation.case(box.known),
        (said.parties, (party,)),
        what=f"{what}: {title_of(party, situation.rules)}",
    )


def _persons(situation: Situation, party: Party) -> set[str]:
    if not isinstance(party, RoleRef):
        return set()
    return {*situation.rules.persons(party.name, situation.asked.question.on)}
