"""The report on goals: what in the rules fulfils each goal of an assignment, what each board has, and what is missing.

In: a rule set, a day, and at most one assignment.  Out: a :class:`ReportAnswer`.  Refuses to judge whether a rule is good
enough: it tells what is written, what is left open, and what is not there.
"""

import enum
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from styrregler.model import BodyKind, Factor, OpenPoint
from styrregler.query.blocks import Block, blocks_of
from styrregler.query.commissions import BoardPlan, CommissionAnswer, commissions_on
from styrregler.query.conduct import conduct
from styrregler.query.named import Someone, someone
from styrregler.ruleset import RuleSet


class Coverage(enum.Enum):
    """How far the rules fulfil a goal (täckning)."""

    COVERED = "täckt"
    PARTLY = "delvis"
    OPEN = "ska-fyllas-i"
    MISSING = "saknas"


@frozen
class Answering:
    """A block that a goal is fulfilled by, and what it leaves open; ``written`` false: nothing but what is to be filled in."""

    name: str
    title: str
    kind: str
    written: bool
    in_force: bool = True
    draft: bool = False
    open_points: tuple[OpenPoint, ...] = ()


@frozen
class GoalCovered:
    """A goal or success factor, and how far it is fulfilled."""

    factor: Factor
    coverage: Coverage
    by: tuple[Answering, ...] = ()


@frozen
class BoardReport:
    """One board: how far each goal is fulfilled for it, its part of the assignment, and what it lacks."""

    board: Someone
    goals: tuple[GoalCovered, ...]
    plan: BoardPlan | None = None
    missing: tuple[str, ...] = ()


@frozen
class CommissionReport:
    """One assignment: its goals, each board, and what the assignment itself leaves open."""

    answer: CommissionAnswer
    goals: tuple[GoalCovered, ...]
    boards: tuple[BoardReport, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()

    def count(self, coverage: Coverage) -> int:
        """How many of the goals are fulfilled so far."""
        return sum(each.coverage is coverage for each in self.goals)


@frozen
class ReportAnswer:
    """The assignments that have goals or success factors, as of ``on`` (rapport)."""

    on: date
    commissions: tuple[CommissionReport, ...]


def report(rules: RuleSet, on: date, name: str = "") -> ReportAnswer:
    """Every assignment in force that has goals, or the one called ``name``. Raises UnreadableRules."""
    blocks = blocks_of(rules)
    found = commissions_on(rules, on, name).commissions
    return ReportAnswer(
        on,
        tuple(_commission(each, blocks, rules, on) for each in found if each.commission.goals or name),
    )


def _commission(
    answer: CommissionAnswer, blocks: dict[str, Block], rules: RuleSet, on: date
) -> CommissionReport:
    commission = answer.commission
    boards = answer.boards or tuple(
        BoardPlan(someone(name, rules), ())
        for name, body in rules.corpus.bodies.items()
        if body.kind is BodyKind.BOARD
    )
    return CommissionReport(
        answer,
        tuple(_goals(commission.goals, blocks, rules, on)),
        tuple(_board(each, commission.goals, blocks, rules, on) for each in boards),
        _open(commission.agreed.name, rules),
    )


def _goals(
    goals: Iterable[Factor], blocks: dict[str, Block], rules: RuleSet, on: date, board: str = ""
) -> Iterator[GoalCovered]:
    """How far each goal is fulfilled, by the blocks that concern ``board`` (empty: by any)."""
    for goal in goals:
        by = tuple(
            _answering(blocks[name], rules, on)
            for name in goal.met_by
            if name in blocks and blocks[name].concerns(board)
        )
        yield GoalCovered(goal, _coverage(by), by)


def _answering(block: Block, rules: RuleSet, on: date) -> Answering:
    return Answering(
        block.name,
        block.title,
        block.kind,
        block.written,
        on in block.period,
        block.draft,
        _open(block.name, rules),
    )


def _open(name: str, rules: RuleSet) -> tuple[OpenPoint, ...]:
    return tuple(each for each in rules.corpus.open_points if each.block == name)


def _coverage(by: tuple[Answering, ...]) -> Coverage:
    valid = [each for each in by if each.in_force]
    if not valid:
        return Coverage.MISSING
    if not any(each.written for each in valid):
        return Coverage.OPEN
    whole = len(valid) == len(by) and all(
        each.written and not each.draft and not each.open_points for each in valid
    )
    return Coverage.COVERED if whole else Coverage.PARTLY


def _board(
    plan: BoardPlan, goals: tuple[Factor, ...], blocks: dict[str, Block], rules: RuleSet, on: date
) -> BoardReport:
    covered = tuple(_goals(goals, blocks, rules, on, plan.board.name))
    used = {each.name for goal in covered for each in goal.by}
    return BoardReport(
        plan.board,
        covered,
        plan if plan.stages else None,
        (*plan.missing, *_not_adopted(plan.board.name, used, rules, on)),
    )


def _not_adopted(board: str, used: set[str], rules: RuleSet, on: date) -> Iterator[str]:
    """Codes of conduct among the blocks that the board is to adopt and has not."""
    for code in rules.corpus.codes:
        if code.agreed.name in used and any(each.name == board for each in conduct(code, rules, on).missing):
            yield f"antagande av {code.agreed.title}"
