"""The steps of assignments as they stand in a calendar, and those that have no day to stand on.

In: the answer about assignments, and the rule set for titles.  Out: events, and the steps without one.  Refuses to guess a
year or a day: «hösten» without a year is no time, and «våren 2027» is the whole of it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from styrregler.exporters.events import DEADLINE, CalendarEvent
from styrregler.model import Dated, Stage
from styrregler.query.commissions import CommissionAnswer
from styrregler.query.named import someone
from styrregler.ruleset import RuleSet
from styrregler.values import Moment

STAGE = "Etapp"


@frozen
class Undated:
    """A step that no day is known of (etapp utan dag): for ``board``, or (empty) for all; ``said`` is what the text has."""

    commission: str
    stage: str
    board: str = ""
    said: str = ""


def plan_events(
    answers: Iterable[CommissionAnswer], rules: RuleSet, body: str = "", since: date | None = None
) -> Iterator[CalendarEvent]:
    """The steps with a time, those of all and each board's own; of ``body`` alone where it is given.

    With ``since`` only what is not over by then.
    """
    told: set[str] = set()
    for answer in sorted(
        answers, key=lambda each: each.commission.agreed.period.start or date.min, reverse=True
    ):
        for stage, time, board in _times(answer, body):
            event = _event(answer, stage, time.moment, board, rules) if time else None
            # Of two assignments with one name the later is what holds.
            if event is not None and event.key not in told and (since is None or event.after > since):
                told.add(event.key)
                yield event


def undated(answers: Iterable[CommissionAnswer], rules: RuleSet, body: str = "") -> Iterator[Undated]:
    """The steps that give no event: no time, or a time that is not yet a day."""
    for answer in answers:
        for stage, time, board in _times(answer, body):
            if time is None and stage.done_in(board):
                continue
            if time is None or _span(time.moment) is None:
                yield Undated(
                    answer.commission.agreed.title,
                    stage.title,
                    someone(board, rules).title if board else "",
                    str(time.moment) if time else "",
                )


def _times(answer: CommissionAnswer, body: str) -> Iterator[tuple[Stage, Dated | None, str]]:
    """Each step once for all, and where boards have times of their own, once for each of them."""
    boards = [each.board.name for each in answer.boards]
    if body and boards and body not in boards:
        return
    for stage in answer.commission.stages:
        common = stage.time_of("")
        if common is not None or not stage.per_body:
            yield stage, common, ""
        for board in boards if stage.per_body else ():
            own = stage.time_of(board)
            if (not body or board == body) and (own is None or own.body):
                yield stage, own, board


def _span(moment: Moment) -> tuple[date, date] | None:
    """The days that it fills; one with an end alone stands on its last day, one with a beginning alone on its first."""
    first, last = moment.first or moment.last, moment.last or moment.first
    return (first, last) if first is not None and last is not None else None


def _event(
    answer: CommissionAnswer, stage: Stage, moment: Moment, board: str, rules: RuleSet
) -> CalendarEvent | None:
    span = _span(moment)
    if span is None:
        return None
    agreed = answer.commission.agreed
    whose = f", {someone(board, rules).title}" if board else ""
    # A day or a span that is the time itself says nothing more; a last day, a beginning or an estimate does.
    exact = moment.fixed and moment.first is not None and moment.last is not None
    return CalendarEvent(
        f"uppdrag/{agreed.name}/{stage.name}/{board or 'alla'}",
        f"{agreed.title}: {stage.title}{whose}" + ("" if exact else f" ({moment})"),
        span[0],
        DEADLINE if moment.deadline else STAGE,
        last=span[1] if span[1] != span[0] else None,
        text="\n".join(_said(answer, stage, moment, rules)),
    )


def _said(answer: CommissionAnswer, stage: Stage, moment: Moment, rules: RuleSet) -> Iterator[str]:
    yield f"Tid: {moment}"
    if answer.commission.agreed.draft:
        yield "Uppdraget är ett förslag"
    for label, names in (("Ansvarig", stage.responsible), ("Beslutas av", stage.decided_by)):
        if names:
            yield f"{label}: {', '.join(someone(each, rules).title for each in names)}"
    yield from (f"Innehåll: {each}" for each in stage.content)
    yield from (f"Ger: {each}" for each in stage.gives)
