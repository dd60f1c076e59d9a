"""The report on goals as data: ``styrregler.report/1``."""

from styrregler.query.report import (
    Answering,
    BoardReport,
    CommissionReport,
    Coverage,
    GoalCovered,
    ReportAnswer,
)
from styrregler.render.data import Data, place_data
from styrregler.render.open_points import open_data
from styrregler.render.plans_data import stage_data


def report_data(answer: ReportAnswer, owner: str = "") -> Data:
    """``styrregler.report/1``; ``owner`` is whose the rules are."""
    return {
        "format": "styrregler.report/1",
        "ruleset": owner,
        "date": answer.on.isoformat(),
        "commissions": [_commission(each) for each in answer.commissions],
    }


def _commission(report: CommissionReport) -> Data:
    commission = report.answer.commission
    return {
        "name": commission.agreed.name,
        "title": commission.agreed.title,
        "draft": commission.agreed.draft,
        "why": list(commission.why),
        "counts": {each.value: report.count(each) for each in Coverage},
        "goals": [_goal(number, each) for number, each in enumerate(report.goals, 1)],
        "stages": [stage_data(each) for each in report.answer.stages],
        "boards": [_board(each) for each in report.boards],
        "open": open_data(report.open_points),
        "source": place_data(commission.agreed.place),
    }


def _goal(number: int, goal: GoalCovered) -> Data:
    return {
        "number": number,
        "text": goal.factor.text,
        "success_factor": goal.factor.success,
        "coverage": goal.coverage.value,
        "by": [_answering(each) for each in goal.by],
        "source": place_data(goal.factor.place),
    }


def _answering(each: Answering) -> Data:
    return {
        "name": each.name,
        "title": each.title,
        "kind": each.kind,
        "written": each.written,
        "in_force": each.in_force,
        "draft": each.draft,
        "open": open_data(each.open_points),
    }


def _board(board: BoardReport) -> Data:
    """``goals``: the number of each, how far it is fulfilled for the board, and by the blocks with these names."""
    return {
        "name": board.board.name,
        "title": board.board.title,
        "goals": [
            {"number": number, "coverage": each.coverage.value, "by": [by.name for by in each.by]}
            for number, each in enumerate(board.goals, 1)
        ],
        "stages": [stage_data(each) for each in board.plan.stages] if board.plan else [],
        "missing": list(board.missing),
    }
