"""The way of a case: its phases, who does what in them, through whom one asks, what is expected, and by which day.

In: a rule set, the name of a way, and what is known of the case.  Out: a :class:`CaseAnswer`.  Refuses to guess which way
is taken where that rests on facts nobody has given: it takes the one that holds otherwise, and says so.
"""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from styrregler.logic import describe
from styrregler.model import CasePhase, CaseRoute, Channel, Expectation, OpenPoint, RoleRef
from styrregler.query.agreements import in_force
from styrregler.query.answer import Receipt, SourceRef
from styrregler.query.at_board import at_board, meets
from styrregler.query.case_days import Days, Schedule
from styrregler.query.case_way import CaseQuestion, anchor_of, way_of
from styrregler.query.deadlines import StatutoryDay
from styrregler.query.named import Someone, someone
from styrregler.query.open_points import open_in
from styrregler.query.question import UnreadableRules
from styrregler.query.standing_in import People
from styrregler.ruleset import RuleSet
from styrregler.values import Timing


@frozen
class MomentDone:
    """Something to be done in a phase, by whom, and until when."""

    text: str
    who: Someone | None
    timing: Timing | None
    deadline: date | None


@frozen
class ReferralSent:
    """Those who are asked beside each other, and until when they may answer."""

    to: tuple[Someone, ...]
    timing: Timing | None
    deadline: date | None


@frozen
class PhaseChannel:
    """Through whom one reaches another in the phase; ``via`` None: straight."""

    sender: Someone
    receiver: Someone
    via: Someone | None


@frozen
class PhaseExpectation:
    """What is expected in the phase; ``by`` None: by all."""

    of: Someone
    by: Someone | None
    text: str


@frozen
class WayOut:
    """Where a phase may lead: «nästa» or «åter till». ``taken`` on the way that the answer follows."""

    kind: str
    to: str
    title: str
    condition: str = ""
    taken: bool = False


@frozen
class PhaseAnswer:
    """A phase. ``number`` None: the case does not pass it on the way that the answer follows, and it has no days."""

    name: str
    title: str
    number: int | None
    responsible: Someone | None
    person: str
    timing: Timing | None
    begins: date | None
    deadline: date | None
    statutory: tuple[StatutoryDay, ...]
    statute: str
    meets: bool
    done: str
    tabled: str
    moments: tuple[MomentDone, ...]
    referrals: tuple[ReferralSent, ...]
    channels: tuple[PhaseChannel, ...]
    expectations: tuple[PhaseExpectation, ...]
    ways: tuple[WayOut, ...]
    source: SourceRef


@frozen
class CaseAnswer:
    """The way of a case (ärendegångssvar). ``ends`` is the end that it reaches; empty where that is not known."""

    name: str
    title: str
    board: str
    start: date | None
    meeting: date | None
    opened_by: tuple[Someone, ...]
    phases: tuple[PhaseAnswer, ...]
    ends: str
    ends_title: str
    remarks: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    receipt: Receipt = field(repr=False)
    draft: bool = False
    open_points: tuple[OpenPoint, ...] = ()


def case_route(rules: RuleSet, question: CaseQuestion) -> CaseAnswer:
    """The way that ``question`` asks about. Raises KeyError for an unknown one, UnreadableRules for a faulty one."""
    route = rules.corpus.routes[question.name]
    if not route.agreed.readable:
        raise UnreadableRules((route.agreed.place,))
    stages, end, remarks = way_of(rules, question)
    schedule = Schedule(stages, rules)
    schedule.remarks.extend([*(["ärendegången är ett förslag"] if route.agreed.draft else []), *remarks])
    anchor = anchor_of(stages, rules)
    path = [each.phase for each in stages]
    if question.meeting is not None and anchor is not None:
        schedule.from_meeting(anchor, question.meeting, question.start)
        if question.meeting < question.on:
            schedule.remarks.append(f"sammanträdet {question.meeting} har redan varit")
    elif path:
        schedule.from_start(question.start or question.on)
    reader = _Reader(rules, route, question, schedule, end, in_force_channels(rules, question))
    return CaseAnswer(
        name=question.name,
        title=route.agreed.title,
        board=question.board,
        start=question.start if question.meeting else question.start or question.on,
        meeting=question.meeting,
        opened_by=tuple(someone(each, rules) for each in route.opened_by),
        phases=tuple(reader.phase(each) for each in (*path, *(p for p in route.phases if p not in path))),
        ends=end,
        ends_title=_title_of(end, route) if end else "",
        remarks=tuple(dict.fromkeys([*reader.late(), *schedule.remarks])),
        sources=(SourceRef(route.agreed.place, str(route.agreed.adoption or "")),),
        receipt=Receipt(
            rules.name,
            rules.version,
            question.on,
            {name: str(value) for name, value in question.facts.items()},
        ),
        draft=route.agreed.draft,
        open_points=open_in(rules, [route.agreed.place]),
    )


def in_force_channels(
    rules: RuleSet, question: CaseQuestion
) -> tuple[tuple[Channel, ...], tuple[Expectation, ...]]:
    """Channels and expectations of all agreements that hold for the board, those that the phases state among them."""
    own = rules.corpus.routes[question.name].agreed.place
    blocks = [
        each
        for each in in_force(rules.corpus.channels, question.on, question.board, proposals=True)
        if not each.agreed.draft or each.agreed.place == own
    ]
    return (
        tuple(each for block in blocks for each in block.channels),
        tuple(each for block in blocks for each in block.expectations),
    )


def _title_of(name: str, route: CaseRoute) -> str:
    if name in route.by_name:
        return route.by_name[name].title
    return next((each.title for each in route.ends if each.name == name), "Ärendet är slut")


@frozen
class _Reader:
    """One answer being put together."""

    rules: RuleSet
    route: CaseRoute
    question: CaseQuestion
    schedule: Schedule
    end: str
    agreed: tuple[tuple[Channel, ...], tuple[Expectation, ...]]

    def phase(self, phase: CasePhase) -> PhaseAnswer:
        rules, schedule = self.rules, self.schedule
        names = [stage.phase.name for stage in schedule.stages]
        number = names.index(phase.name) + 1 if phase.name in names else None
        days = schedule.days.get(phase.name, Days())
        who = self._someone(phase.responsible)
        person = self._person(who, days.begins or self.question.on) if who else ""
        channels, expectations = self.agreed
        return PhaseAnswer(
            name=phase.name,
            title=phase.title,
            number=number,
            responsible=who,
            person=person,
            timing=phase.timing,
            begins=days.begins,
            deadline=days.ends,
            statutory=tuple(schedule.statutory_of(phase)) if number else (),
            statute=phase.statute,
            meets=bool(who and meets(who.name, rules)),
            done=phase.done,
            tabled=phase.tabled,
            moments=tuple(self._moments(phase, days)),
            referrals=tuple(
                ReferralSent(
                    tuple(filter(None, map(self._someone, each.to))),
                    each.timing,
                    schedule.day_of(each.timing, days.begins, phase),
                )
                for each in phase.referrals
            ),
            channels=tuple(
                PhaseChannel(
                    someone(each.sender, rules),
                    someone(each.receiver, rules),
                    someone(each.via, rules) if each.via else None,
                )
                for each in channels
                if phase.name in each.phases
            ),
            expectations=tuple(
                PhaseExpectation(
                    someone(each.of, rules), someone(each.by, rules) if each.by else None, each.text
                )
                for each in expectations
                if phase.name in each.phases
            ),
            ways=tuple(self._ways(phase, names)),
            source=SourceRef(phase.place, ""),
        )

    def _someone(self, word: str) -> Someone | None:
        return someone(at_board(word, self.question.board, self.rules), self.rules) if word else None

    def _person(self, who: Someone, day: date) -> str:
        return (
            People(self.rules).person(RoleRef(who.name), day) if who.name in self.rules.corpus.roles else ""
        )

    def _moments(self, phase: CasePhase, days: Days) -> Iterator[MomentDone]:
        for each in phase.moments:
            who = self._someone(each.who or phase.responsible)
            deadline = self.schedule.day_of(each.timing, days.begins, phase)
            yield MomentDone(each.text, who, each.timing, deadline)

    def _ways(self, phase: CasePhase, names: list[str]) -> Iterator[WayOut]:
        at = names.index(phase.name) if phase.name in names else None
        after = (names[at + 1] if at + 1 < len(names) else self.end) if at is not None else ""
        earlier = False
        for each in phase.onward:
            condition = f"när {describe(each.when)}" if each.when else "annars" if earlier else ""
            earlier = True
            yield WayOut(
                "nästa", each.to, _title_of(each.to, self.route), condition, bool(after) and each.to == after
            )
        for back in phase.returns:
            yield WayOut("åter till", back.to, _title_of(back.to, self.route), back.reason)

    def late(self) -> Iterator[str]:
        """Where the rules' own time is longer than the law's."""
        for stage in self.schedule.stages:
            days = self.schedule.days.get(stage.phase.name, Days())
            for each in self.schedule.statutory_of(stage.phase):
                if days.ends and days.ends > each.day:
                    yield f"fasen «{stage.phase.title}»: lagens sista dag är {each.day}, före {days.ends}"
