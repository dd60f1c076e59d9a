"""What politics wants, and how far it has come: each goal with its figures, who chooses the activities, who follows up.

In: a rule set, a day, and at most one name.  Out: a :class:`GoalsAnswer`.  Refuses to judge a goal that has no target or no
result: then it says so.
"""

import enum
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from styrregler.model import BodyKind, FollowUp, Goal, KeyFigure, OpenPoint, PurposeStatement
from styrregler.query.agreements import in_force
from styrregler.query.deadlines import day_by, meetings_of
from styrregler.query.named import Someone, someone
from styrregler.query.open_points import open_in
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity


class GoalStatus(enum.Enum):
    """How a goal or one of its figures stands (måluppfyllelse)."""

    REACHED = "uppnått"
    MISSED = "inte-uppnått"
    NO_RESULT = "utan-resultat"
    NO_TARGET = "utan-mål"


class PurposeStatus(enum.Enum):
    """Whether a body has said what it is for."""

    WRITTEN = "skriven"
    PROPOSED = "förslag"
    TO_FILL = "ska-fyllas-i"
    MISSING = "saknas"


@frozen
class FigureAnswer:
    """A key figure with its latest result, by the end of the year asked about."""

    figure: KeyFigure
    status: GoalStatus
    year: int | None = None
    result: Quantity | None = None


@frozen
class FollowUpAnswer:
    """Who follows up; ``day`` where the time gives one."""

    follow_up: FollowUp
    by: Someone
    day: date | None = None


@frozen
class GoalAnswer:
    """One goal as it stands."""

    goal: Goal
    status: GoalStatus
    decided_by: tuple[Someone, ...]
    responsible: tuple[Someone, ...]
    activities_by: tuple[Someone, ...]
    figures: tuple[FigureAnswer, ...]
    follow_ups: tuple[FollowUpAnswer, ...]
    remarks: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


@frozen
class PurposeAnswer:
    """What ``body`` is for, or that it has not said so (verksamhetsidésvar)."""

    body: Someone
    status: PurposeStatus
    purpose: PurposeStatement | None = None
    depends_on: tuple[Someone, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


@frozen
class GoalsAnswer:
    """Goals in force ``on`` the day, and what the boards are for where the rules say that of any (målsvar)."""

    on: date
    goals: tuple[GoalAnswer, ...]
    purposes: tuple[PurposeAnswer, ...] = ()


def goals_on(rules: RuleSet, on: date, name: str = "") -> GoalsAnswer:
    """The goals in force, or the one called ``name`` whatever its dates. Raises UnreadableRules."""
    every = rules.corpus.goals
    if name:
        chosen = in_force_or_named((each for each in every if each.agreed.name == name), on)
        return GoalsAnswer(on, tuple(_answer(each, rules, on) for each in chosen))
    found = tuple(_answer(each, rules, on) for each in in_force(every, on, proposals=True))
    return GoalsAnswer(on, found, tuple(purposes(rules, on)))


def in_force_or_named(found: Iterator[Goal], on: date) -> list[Goal]:
    """The ones in force of several with one name, else all of them."""
    every = list(found)
    return in_force(every, on, proposals=True) or every


def _answer(goal: Goal, rules: RuleSet, on: date) -> GoalAnswer:
    figures = tuple(_figure(each, on) for each in goal.figures)
    follow_ups = tuple(
        FollowUpAnswer(
            each, someone(each.by, rules), day_by(each.timing, on, (), meetings_of(rules, each.by))
        )
        for each in goal.follow_ups
    )
    return GoalAnswer(
        goal,
        _standing([each.status for each in figures]),
        _all(goal.decided_by, rules),
        _all(goal.responsible, rules),
        _all(goal.activities_by, rules),
        figures,
        follow_ups,
        tuple(_remarks(goal, on)),
        open_in(rules, [goal.agreed.place]),
    )


def _all(names: tuple[str, ...], rules: RuleSet) -> tuple[Someone, ...]:
    return tuple(someone(name, rules) for name in names)


def _figure(figure: KeyFigure, on: date) -> FigureAnswer:
    years = [year for year in figure.results if year <= on.year]
    year = max(years, default=None)
    result = figure.results[year] if year is not None else None
    if figure.target is None or not figure.operator:
        return FigureAnswer(figure, GoalStatus.NO_TARGET, year, result)
    if result is None or result.unit != figure.target.unit:
        return FigureAnswer(figure, GoalStatus.NO_RESULT, year, result)
    reached = {
        "minst": result.number >= figure.target.number,
        "högst": result.number <= figure.target.number,
        "över": result.number > figure.target.number,
        "under": result.number < figure.target.number,
    }[figure.operator]
    return FigureAnswer(figure, GoalStatus.REACHED if reached else GoalStatus.MISSED, year, result)


def _standing(figures: list[GoalStatus]) -> GoalStatus:
    """A goal is reached when all that can be told of is, and missed when anything is."""
    if GoalStatus.MISSED in figures:
        return GoalStatus.MISSED
    for status in (GoalStatus.NO_RESULT, GoalStatus.REACHED):
        if status in figures:
            return status
    return GoalStatus.NO_TARGET


def _remarks(goal: Goal, on: date) -> Iterator[str]:
    if goal.agreed.draft:
        yield "målet är ett förslag"
    if on not in goal.agreed.period:
        yield f"målet gäller inte {on} ({goal.agreed.period})"
    if not goal.figures:
        yield "målet har inget nyckeltal"
    if not goal.follow_ups:
        yield "ingen följer upp målet"
    for contract in goal.contracts:
        if contract.period.end is not None and contract.period.end < on:
            yield f"kontraktet «{contract.text}» slutade gälla {contract.period.end}"


def purposes(rules: RuleSet, on: date) -> Iterator[PurposeAnswer]:
    """What each board is for; nothing where no body has said it."""
    every = in_force(rules.corpus.purposes, on, proposals=True)
    said = {each.body: each for each in sorted(every, key=lambda each: not each.agreed.draft)}
    if not said:
        return
    boards = [name for name, body in rules.corpus.bodies.items() if body.kind is BodyKind.BOARD]
    for name in dict.fromkeys([*boards, *said]):
        yield purpose_of(name, said.get(name), rules)


def purpose_of(body: str, said: PurposeStatement | None, rules: RuleSet) -> PurposeAnswer:
    who = someone(body, rules)
    if said is None:
        return PurposeAnswer(who, PurposeStatus.MISSING)
    decided = PurposeStatus.PROPOSED if said.agreed.draft else PurposeStatus.WRITTEN
    return PurposeAnswer(
        who,
        decided if said.written else PurposeStatus.TO_FILL,
        said,
        _all(said.depends_on, rules),
        open_in(rules, [said.agreed.place]),
    )
