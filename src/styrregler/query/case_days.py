"""The days of a case: backwards from a meeting, and forwards from the day it is opened or from the meeting.

In: phases in the order they are taken, with who meets when, and a day to count from.  Out: for each phase when it begins
and when it must be done.  Backwards a day is the last possible one.  Days never run backwards, whatever the text says: a
last day that has passed when its phase begins is the day it begins.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import field, frozen

from styrregler.model import CasePhase
from styrregler.model.case import MEETING
from styrregler.query.deadlines import StatutoryDay, day_by, statutory_days
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, Timing, TimingKind
from styrregler.values.calendar import shifted

_LONGEST = 100
"""Meetings to try before a case is said to fit in none."""


@frozen
class Stage:
    """A phase as the counting sees it; ``body`` is who meets in it (empty: nobody), ``listed`` its meeting days."""

    phase: CasePhase
    body: str = ""
    listed: tuple[date, ...] = ()

    @property
    def meets(self) -> bool:
        return bool(self.body)


@frozen
class Days:
    """When a phase begins and when it must be done; None: not known."""

    begins: date | None = None
    ends: date | None = None


@frozen
class Schedule:
    """The days found so far, by the name of the phase, and what was noticed on the way."""

    stages: tuple[Stage, ...]
    rules: RuleSet
    days: dict[str, Days] = field(factory=dict)
    remarks: list[str] = field(factory=list)

    # ---------- the whole

    def from_start(self, start: date) -> None:
        """Forwards, choosing for each body that meets the first meeting that can be reached."""
        self._forward(0, start)

    def from_meeting(self, at: int, meeting: date, start: date | None = None) -> None:
        """Backwards from the meeting in the phase ``at``, or forwards to it from ``start``, and forwards after it."""
        last = self._backward(at, meeting)
        first = last[0].begins
        if start is not None and first is not None and start > first:
            self.remarks.append(
                f"hinns inte med: den som väcker ärendet {start} är för sen, det hade behövts senast {first}"
            )
        for stage, days in zip(self.stages[:at], last, strict=False):
            if stage.listed and days.ends not in stage.listed:
                self.remarks.append(
                    f"fasen «{stage.phase.title}»: inget sammanträde i reglerna hinns med före {meeting}"
                )
        if start is None:
            begins = first
            for stage, days in zip(self.stages[: at + 1], last, strict=True):
                self.days[stage.phase.name] = Days(begins, days.ends)
                begins = days.ends
        else:
            self._squeezed(self.stages[: at + 1], start, last)
        self._forward(at + 1, meeting)

    # ---------- forwards

    def _forward(self, at: int, begins: date | None) -> None:
        """One meeting after another, each with the phases that lead to it, and then what is left."""
        while at < len(self.stages):
            to = next((n for n in range(at, len(self.stages)) if self.stages[n].meets), None)
            if to is None:
                self._on(self.stages[at:], begins)
                return
            part = self.stages[at : to + 1]
            meeting = self._chosen(part, at, begins) if begins is not None else None
            if begins is not None and meeting is not None:
                self._squeezed(part, begins, self._backward(to, meeting, at))
            else:
                self._on(part[:-1], begins)
                self.days[part[-1].phase.name] = Days(self._end_of(part[:-1], begins))
                if begins is not None:
                    self._no_meeting(part[-1], begins)
            begins, at = meeting, to + 1

    def _end_of(self, part: Sequence[Stage], begins: date | None) -> date | None:
        return self.days[part[-1].phase.name].ends if part else begins

    def _chosen(self, part: Sequence[Stage], at: int, begins: date) -> date | None:
        """The first meeting for which there is time, counted backwards from it."""
        later = [day for day in sorted(part[-1].listed) if day > begins]
        for day in later[:_LONGEST]:
            first = self._backward(at + len(part) - 1, day, at)[0].begins
            if first is None or first >= begins:
                return day
        return None

    def _no_meeting(self, stage: Stage, begins: date) -> None:
        title = self.rules.corpus.bodies[stage.body].title if stage.body in self.rules.corpus.bodies else ""
        if title and not stage.listed:
            self.remarks.append(
                f"{title} har inga sammanträdesdagar i reglerna, så senare faser har inga dagar"
            )
        elif title:
            self.remarks.append(f"{title} har inget sammanträde i reglerna som hinns med från {begins}")
        else:
            self.remarks.append(f"fasen «{stage.phase.title}»: vilken nämnd det gäller är inte sagt")

    def _on(self, part: Sequence[Stage], begins: date | None) -> None:
        for stage in part:
            ends = self._own_end(stage.phase, begins)
            self.days[stage.phase.name] = Days(begins, ends)
            begins = ends

    def _squeezed(self, part: Sequence[Stage], begins: date, last: Sequence[Days]) -> None:
        """Forwards from ``begins``, with the last possible days where a phase has no time of its own."""
        for stage, limit in zip(part, last, strict=True):
            own = None if stage.meets else self._own_end(stage.phase, begins)
            ends = limit.ends if own is None or (limit.ends and limit.ends < own) else own
            ends = max(ends, begins) if ends else None
            self.days[stage.phase.name] = Days(begins, ends)
            begins = ends or begins

    def _own_end(self, phase: CasePhase, begins: date | None) -> date | None:
        """By the phase's own time, the law's where it has none, and the time of those who are asked; not before it begins."""
        if begins is None:
            return None
        own = self.day_of(phase.timing, begins, phase)
        if own is None and phase.timing is None:
            own = self.statutory(phase)
        asked = [day for each in phase.referrals if (day := self.day_of(each.timing, begins, phase))]
        days = [*([own] if own else []), *asked]
        return max(*days, begins) if days else None

    # ---------- backwards

    def _backward(self, at: int, meeting: date, first: int = 0) -> list[Days]:
        """The last possible days of the phases from ``first`` to ``at``, where the body meets on ``meeting``."""
        known: dict[str, date] = {self.stages[at].phase.name: meeting}
        found: list[Days] = []
        limit = meeting
        for number in range(at, first - 1, -1):
            stage = self.stages[number]
            ends = meeting if number == at else self._last_end(stage, limit, known, meeting)
            meeting = ends if stage.meets else meeting
            limit = min(ends, self._last_begin(stage.phase, ends, known, meeting))
            known[stage.phase.name] = ends
            found.append(Days(limit, ends))
        return found[::-1]

    def _last_end(self, stage: Stage, limit: date, known: Mapping[str, date], meeting: date) -> date:
        own = _before(stage.phase.timing, known, meeting)
        ends = min(limit, own) if own else limit
        return max((day for day in stage.listed if day <= ends), default=ends) if stage.meets else ends

    def _last_begin(self, phase: CasePhase, ends: date, known: Mapping[str, date], meeting: date) -> date:
        """When the phase must begin for its time, for those who are asked, and for what is done a time before."""
        times = [phase.timing, *(each.timing for each in phase.referrals)]
        begins = [ends, *(_back(ends, each.amount) for each in times if each and _lasting(each))]
        here = {**known, phase.name: ends}
        begins += [day for each in phase.moments if (day := _before(each.timing, here, meeting))]
        return min(begins)

    # ---------- single times

    def day_of(self, timing: Timing | None, begins: date | None, phase: CasePhase) -> date | None:
        """The last day of a time in a phase that begins on ``begins``, counted from whatever it names."""
        if timing is None:
            return None
        if timing.event and timing.amount is not None and (event := self._event(timing, phase)) is not None:
            return day_by(timing, event, (timing.event,), ())
        if timing.event or begins is None:
            return None
        return day_by(timing, begins, (), self._meetings_near(phase))

    def _meetings_near(self, phase: CasePhase) -> tuple[date, ...]:
        """The meetings of whoever meets in the phase, else of the last that met before it, else of the next that will."""
        number = next((n for n, each in enumerate(self.stages) if each.phase == phase), 0)
        near = (*reversed(self.stages[: number + 1]), *self.stages[number:])
        return next((each.listed for each in near if each.meets), ())

    def _event(self, timing: Timing, phase: CasePhase) -> date | None:
        """The day of what a time is counted from: a phase by its name, or the nearest meeting before the phase (else after)."""
        event = timing.event
        if event in self.days:
            return self.days[event].ends
        if event != MEETING:
            return None
        number = next((n for n, each in enumerate(self.stages) if each.phase == phase), len(self.stages))
        earlier = [each for each in self.stages[: number + 1] if each.meets]
        later = [each for each in self.stages[number:] if each.meets]
        met = next(iter(later), None) if timing.before else next(reversed(earlier), None)
        return self.days[met.phase.name].ends if met and met.phase.name in self.days else None

    def statutory(self, phase: CasePhase) -> date | None:
        """The last day by the law that the phase names, where what it is counted from has a day."""
        return max((each.day for each in self.statutory_of(phase)), default=None)

    def statutory_of(self, phase: CasePhase) -> list[StatutoryDay]:
        lagfrist = next((each for each in self.rules.corpus.deadlines if each.name == phase.statute), None)
        if not phase.statute or lagfrist is None:
            return []
        event = self._event(lagfrist.timing, phase)
        return list(statutory_days(self.rules, phase.statute, event)) if event else []


def _lasting(timing: Timing) -> bool:
    """A time counted from the beginning of the phase."""
    return timing.kind is TimingKind.WITHIN and not timing.event


def _back(day: date, amount: Quantity | None) -> date:
    try:
        return shifted(day, amount, back=True) if amount else day
    except OverflowError:
        return date.min


def _before(timing: Timing | None, known: Mapping[str, date], meeting: date) -> date | None:
    """A last day that is counted backwards from something later, or is a date."""
    if timing is None or timing.kind is not TimingKind.LATEST:
        return None
    if timing.day:
        return timing.day
    event = meeting if timing.event == MEETING else known.get(timing.event)
    return _back(event, timing.amount) if timing.before and event else None
