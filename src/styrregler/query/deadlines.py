"""When something falls due, as a day: by what the rules say, and by what the law says.

In: a time as written, the day it is counted from, and the body's meeting days.  Out: a day, or None when it rests on
something that nobody knows yet.  The counting itself is in ``values.calendar``.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from styrregler.ruleset import RuleSet
from styrregler.values import Timing, TimingKind
from styrregler.values.calendar import next_of, shifted, working_day_from

if TYPE_CHECKING:
    from styrregler.model import StatutoryDuty

WEEKEND = "frist-på-helg"
"""The situation in which the law moves a last day."""


def day_by(
    timing: Timing | None, on: date, events: Collection[str], meetings: tuple[date, ...]
) -> date | None:
    """The last day of ``timing`` when ``on`` is the day of any of ``events``, and ``meetings`` are the body's days.

    A time that a municipality sets itself is never moved off a weekend: no law says so, and the text does not either.
    """
    if timing is None:
        return None
    try:
        match timing.kind:
            case TimingKind.AT_ONCE | TimingKind.SAME_DAY:
                return on
            case TimingKind.NEXT_MEETING:
                return next_of(meetings, on)
            case TimingKind.WITHIN if timing.amount and timing.event in ("", *events):
                return shifted(on, timing.amount)
            case TimingKind.LATEST if timing.day:
                return timing.day
            case TimingKind.LATEST if timing.amount and timing.event in events:
                return shifted(on, timing.amount, back=timing.before)
            case TimingKind.LATEST if timing.amount and timing.event == "sammanträde":
                days = (shifted(each, timing.amount, back=timing.before) for each in meetings if each > on)
                return min((day for day in days if day >= on), default=None)
            case _:
                return None
    except OverflowError:
        return None


def meetings_of(rules: RuleSet, body: str) -> tuple[date, ...]:
    """The days on which the body meets, as listed."""
    known = rules.corpus.bodies.get(body)
    return known.meetings if known else ()


@frozen
class StatutoryDay:
    """The last day of a time that the law sets.

    ``counted`` is where the counting ends; ``day`` is when the act may be done at the latest, ``moved_by`` the law that
    moved it there from a weekend or a holiday, where that is so.
    """

    day: date
    counted: date
    moved_by: "StatutoryDuty | None" = None


def statutory_days(rules: RuleSet, name: str, event: date) -> Iterator[StatutoryDay]:
    """The days by each lagfrist called ``name`` that is in force on the day of its event.

    A time counted backwards (a week before the meeting) is not moved: the act must then be done before it, not after.
    """
    for deadline in rules.corpus.deadlines:
        timing = deadline.timing
        if deadline.name != name or event not in deadline.period or timing.amount is None:
            continue
        counted = shifted(event, timing.amount, back=timing.before)
        later = counted if timing.before else working_day_from(counted)
        duty = next(
            (each for each in rules.corpus.duties if WEEKEND in each.when and counted in each.period), None
        )
        yield (
            StatutoryDay(later, counted, duty)
            if duty and later != counted
            else StatutoryDay(counted, counted)
        )
