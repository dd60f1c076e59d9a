"""An escalation from a day on: who talks in each step, until when, who steps in, and who settles it.

In: a rule set, the name of an escalation, the day it begins, and who is away.  Out: an :class:`EscalationAnswer`.
Refuses to guess a day: where the text gives none, the steps after it have none either, and that is said.
"""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from styrregler.logic import describe
from styrregler.model import (
    BodyRef,
    EscalationPath,
    EscalationStage,
    NearestChief,
    Notice,
    OpenPoint,
    Party,
    RoleRef,
)
from styrregler.query.answer import Duty, Receipt, SourceRef
from styrregler.query.deadlines import day_by, meetings_of
from styrregler.query.open_points import open_in
from styrregler.query.people import title_of
from styrregler.query.question import UnreadableRules
from styrregler.query.standing_in import People
from styrregler.ruleset import RuleSet
from styrregler.values import Timing, TimingKind


@frozen
class StandIn:
    """Who steps in for someone away, and ``why`` that one: «ersättare», «vice ordförande» or «chef»."""

    party: Party
    title: str
    person: str = ""
    why: str = ""


@frozen
class Participant:
    """Someone who is to take part in a step.

    ``person`` holds the role on the day the step begins, where that is stated. ``away`` says why they cannot take part;
    ``stand_in`` None while away: nobody steps in.
    """

    party: Party
    title: str
    person: str = ""
    away: str = ""
    stand_in: StandIn | None = None


@frozen
class EscalationStep:
    """One step. ``begins`` and ``deadline`` are None where a time before rests on something not known."""

    number: int
    path: str
    participants: tuple[Participant, ...]
    timing: Timing | None
    begins: date | None
    deadline: date | None
    inform: tuple[Duty, ...] = ()


@frozen
class Settlement:
    """Who settles it in the end, and at which meeting. ``why`` says why there is no day."""

    party: Party
    title: str
    day: date | None = None
    why: str = ""


@frozen
class EscalationAnswer:
    """Every step from ``begins`` on. ``settled`` None: it never ends. ``remarks`` say what is missing, in words."""

    name: str
    title: str
    begins: date
    steps: tuple[EscalationStep, ...]
    settled: Settlement | None
    inform: tuple[Duty, ...]
    about: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    receipt: Receipt = field(repr=False)
    draft: bool = False
    open_points: tuple[OpenPoint, ...] = ()


def escalate(
    rules: RuleSet,
    name: str,
    on: date,
    absent: frozenset[str] = frozenset(),
    disqualified: frozenset[str] = frozenset(),
) -> EscalationAnswer:
    """The escalation ``name`` from ``on`` on. Raises KeyError for an unknown one, UnreadableRules for a faulty one."""
    paths = _chain(rules, name)
    people = People(rules, absent, disqualified)
    remarks = [f"{path.title} är ett förslag" for path in paths if path.draft]
    steps: list[EscalationStep] = []
    day: date | None = on
    before: tuple[Party, ...] = ()
    for path in paths:
        for stage in path.stages:
            parties = tuple(dict.fromkeys(_settled(each, before, rules) for each in stage.parties))
            step = _step(len(steps) + 1, path, stage, parties, day, on, people)
            remarks += _remarks(step, stage.timing)
            steps.append(step)
            day, before = step.deadline, parties
    last = paths[-1]
    settled = _settlement(last.settled_by, day, rules) if last.settled_by else None
    if settled is None:
        again = (
            f"den leder tillbaka till {rules.corpus.escalations[last.continues].title}"
            if last.continues
            else ""
        )
        remarks.append(f"eskaleringen slutar aldrig: {again or 'ingen avgör'}")
    elif settled.why:
        remarks.append(settled.why)
    return EscalationAnswer(
        name=name,
        title=paths[0].title,
        begins=on,
        steps=tuple(steps),
        settled=settled,
        inform=tuple(duty for path in paths for duty in _informed(path, on, rules, every_step=False)),
        about=tuple(sorted(last.about)),
        remarks=tuple(dict.fromkeys(remarks)),
        sources=tuple(SourceRef(path.place, "") for path in paths),
        receipt=Receipt(rules.name, rules.version, on, {}),
        draft=any(path.draft for path in paths),
        open_points=open_in(rules, (path.place for path in paths)),
    )


def _chain(rules: RuleSet, name: str) -> tuple[EscalationPath, ...]:
    """The escalation and those that carry it on, each once."""
    known = rules.corpus.escalations
    chain: dict[str, EscalationPath] = {}
    while name and name not in chain:
        chain[name] = known[name]
        name = known[name].continues
    unread = tuple(path.place for path in chain.values() if not path.readable)
    if unread:
        raise UnreadableRules(unread)
    return tuple(chain.values())


def _settled(party: Party, before: tuple[Party, ...], rules: RuleSet) -> Party:
    """«närmaste chef»: the chief of the first in the step before who has one."""
    if not isinstance(party, NearestChief):
        return party
    chiefs = (rules.hierarchy.chief(each.name) for each in before if isinstance(each, RoleRef))
    chief = next(filter(None, chiefs), "")
    return RoleRef(chief) if chief else party


def _step(
    number: int,
    path: EscalationPath,
    stage: EscalationStage,
    parties: tuple[Party, ...],
    day: date | None,
    on: date,
    people: People,
) -> EscalationStep:
    taken = set(parties)
    participants = []
    for party in parties:
        participant = _participant(party, taken, path, day or on, people)
        taken |= {participant.stand_in.party} if participant.stand_in else set()
        participants.append(participant)
    deadline = step_day(stage.timing, day, parties, people.rules)
    informed = _informed(path, day, people.rules, every_step=True)
    return EscalationStep(
        number, path.name, tuple(participants), stage.timing, day, deadline, tuple(informed)
    )


def _participant(
    party: Party, taken: set[Party], path: EscalationPath, day: date, people: People
) -> Participant:
    title = title_of(party, people.rules)
    person = people.person(party, day)
    away = people.away(party, day)
    if not away:
        return Participant(party, title, person)
    found = next(
        (each for each in people.instead_of(party, path.substitutes, day) if each[0] not in taken), None
    )
    if found is None:
        return Participant(party, title, person, away)
    who, why = found
    return Participant(
        party, title, person, away, StandIn(who, title_of(who, people.rules), people.person(who, day), why)
    )


def step_day(
    timing: Timing | None,
    day: date | None,
    parties: tuple[Party, ...],
    rules: RuleSet,
    listed: tuple[date, ...] = (),
) -> date | None:
    """The last day of a step that begins on ``day``; a day that has passed by then is the day itself.

    «Nästa sammanträde» is that of the first body among ``parties``, or the first that one of them presides over;
    ``listed`` are meeting days to count with besides.
    """
    if day is None:
        return None
    bodies = [each.name for each in parties if isinstance(each, BodyRef)]
    roles = {each.name for each in parties if isinstance(each, RoleRef)}
    bodies += [
        body.name
        for body in rules.corpus.bodies.values()
        if not roles.isdisjoint((body.chair, *body.vice_chairs))
    ]
    meetings = next((found for body in bodies if (found := (*meetings_of(rules, body), *listed))), ())
    last = day_by(timing, day, ("steg", "steget"), meetings)
    return max(last, day) if last else None


def _informed(path: EscalationPath, day: date | None, rules: RuleSet, *, every_step: bool) -> Iterator[Duty]:
    """Those to be told at every step, or else once."""
    for notice in path.informs:
        if (notice.timing is not None and notice.timing.kind is TimingKind.EVERY_STEP) is every_step:
            yield from _duties(notice, day, rules)


def _duties(notice: Notice, day: date | None, rules: RuleSet) -> Iterator[Duty]:
    condition = describe(notice.when) if notice.when else ""
    for party in notice.parties:
        meetings = meetings_of(rules, party.name) if isinstance(party, BodyRef) else ()
        deadline = day_by(notice.timing, day, (), meetings) if day else None
        yield Duty(party, title_of(party, rules), notice.timing, deadline, condition)


def _settlement(party: Party, day: date | None, rules: RuleSet) -> Settlement:
    title = title_of(party, rules)
    if day is None or not isinstance(party, BodyRef):
        return Settlement(party, title)
    meeting = day_by(Timing(TimingKind.NEXT_MEETING), day, (), meetings_of(rules, party.name))
    why = "" if meeting else f"{title} har inget sammanträde efter {day} i reglerna"
    return Settlement(party, title, meeting, why)


def _remarks(step: EscalationStep, timing: Timing | None) -> Iterator[str]:
    for each in step.participants:
        if each.away and each.stand_in is None:
            yield f"steg {step.number}: ingen träder in för {each.title}"
    if step.begins is None:
        return
    if step.deadline is None:
        what = f"«{timing}» ger ingen dag" if timing else "steget har ingen tid"
        yield f"steg {step.number}: {what}, så senare steg har inga dagar"
    elif timing is not None and timing.day is not None and timing.day < step.begins:
        yield f"steg {step.number}: den sista dagen {timing.day} har passerat när steget börjar"
