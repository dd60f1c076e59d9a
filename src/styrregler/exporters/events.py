"""What stands in a calendar: meetings, and the last days of what is to be done.

In: a rule set, and answers with days in them.  Out: events, in order of day.  Refuses to know any format.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from styrregler.model import Body
from styrregler.query.case import CaseAnswer, PhaseAnswer
from styrregler.query.escalation import EscalationAnswer
from styrregler.ruleset import RuleSet

MEETING, DEADLINE = "Sammanträde", "Sista dag"
"""The kinds of event."""


@frozen
class CalendarEvent:
    """Something on a day, or on several with both ends (kalenderhändelse).

    ``key`` is the same each time the same thing is exported, so that a calendar changes its event and adds no second.
    """

    key: str
    title: str
    day: date
    kind: str
    last: date | None = None
    text: str = ""

    @property
    def after(self) -> date:
        """The day after the last one."""
        return (self.last or self.day) + timedelta(1)


def meeting_events(rules: RuleSet, body: str = "", since: date | None = None) -> Iterator[CalendarEvent]:
    """The meetings of a body, or of all, from a day on."""
    for each in _bodies(rules, body):
        for day in sorted(each.meetings):
            if since is None or day >= since:
                yield CalendarEvent(f"sammanträde/{each.name}/{day}", each.title, day, MEETING)


def _bodies(rules: RuleSet, body: str) -> Iterator[Body]:
    if not body:
        yield from sorted(rules.corpus.bodies.values(), key=lambda each: each.name)
    elif body in rules.corpus.bodies:
        yield rules.corpus.bodies[body]


def case_events(answer: CaseAnswer) -> Iterator[CalendarEvent]:
    """The meetings and the last days of a case: of its phases, of what is done in them, and those that the law sets."""
    counted = answer.meeting or answer.start or answer.receipt.on
    base = f"ärendegång/{answer.name}/{answer.board or 'alla'}/{counted}"
    for phase in answer.phases:
        key = f"{base}/{phase.name}"
        if phase.deadline:
            yield CalendarEvent(
                key,
                f"{answer.title}: {phase.title}",
                phase.deadline,
                MEETING if phase.meets else DEADLINE,
                text=_said(phase),
            )
        for number, moment in enumerate(phase.moments, 1):
            if moment.deadline:
                who = f"{moment.who.title}: " if moment.who else ""
                yield CalendarEvent(
                    f"{key}/moment-{number}", f"{who}{moment.text}", moment.deadline, DEADLINE
                )
        for number, sent in enumerate(phase.referrals, 1):
            if sent.deadline:
                to = ", ".join(each.title for each in sent.to)
                yield CalendarEvent(f"{key}/remiss-{number}", f"Remissvar: {to}", sent.deadline, DEADLINE)
        for legal in phase.statutory:
            if legal.day != phase.deadline:
                yield CalendarEvent(
                    f"{key}/lagens-tid", f"{phase.title}: lagens sista dag", legal.day, DEADLINE
                )


def _said(phase: PhaseAnswer) -> str:
    who = f"Ansvarig: {phase.responsible.title}" if phase.responsible else ""
    return "\n".join(filter(None, [who, f"Klart när: {phase.done}" if phase.done else ""]))


def escalation_events(answer: EscalationAnswer) -> Iterator[CalendarEvent]:
    """The last days of an escalation, and the meeting that settles it."""
    base = f"eskalering/{answer.name}/{answer.begins}"
    for step in answer.steps:
        if step.deadline:
            who = ", ".join(each.title for each in step.participants)
            yield CalendarEvent(
                f"{base}/steg-{step.number}",
                f"{answer.title}: steg {step.number}",
                step.deadline,
                DEADLINE,
                text=who,
            )
    if answer.settled and answer.settled.day:
        yield CalendarEvent(
            f"{base}/avgörs", f"{answer.title}: {answer.settled.title} avgör", answer.settled.day, MEETING
        )
