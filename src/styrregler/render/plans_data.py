"""Goals and assignments as data: ``styrregler.goals/1`` and ``styrregler.commissions/1``."""

from collections.abc import Iterable
from datetime import date

from styrregler.model import Factor, Member, WorkGroup
from styrregler.query.commissions import BoardPlan, CommissionAnswer, CommissionsAnswer, StageAnswer
from styrregler.query.goals import FigureAnswer, FollowUpAnswer, GoalAnswer, GoalsAnswer, PurposeAnswer
from styrregler.query.named import Someone
from styrregler.render.data import Data, place_data
from styrregler.render.open_points import open_data
from styrregler.values import Moment


def _who(who: Iterable[Someone]) -> list[Data]:
    return [{"name": each.name, "title": each.title} for each in who]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def goals_data(answer: GoalsAnswer) -> Data:
    """``styrregler.goals/1``."""
    return {
        "format": "styrregler.goals/1",
        "date": answer.on.isoformat(),
        "goals": [_goal(each) for each in answer.goals],
        "purposes": [_purpose(each) for each in answer.purposes],
    }


def _goal(answer: GoalAnswer) -> Data:
    goal = answer.goal
    return {
        "name": goal.agreed.name,
        "title": goal.agreed.title,
        "status": answer.status.value,
        "draft": goal.agreed.draft,
        "decided_by": _who(answer.decided_by),
        "responsible": _who(answer.responsible),
        "activities_by": _who(answer.activities_by),
        "part_of": goal.part_of or None,
        "why": list(goal.why),
        "figures": [_figure(each) for each in answer.figures],
        "follow_up": [_follow_up(each) for each in answer.follow_ups],
        "contracts": [
            {
                "party": each.party,
                "text": each.text,
                "from": _day(each.period.start),
                "until": _day(each.period.end),
            }
            for each in goal.contracts
        ],
        "remarks": list(answer.remarks),
        "open": open_data(answer.open_points),
        "source": place_data(goal.agreed.place),
    }


def _figure(each: FigureAnswer) -> Data:
    figure = each.figure
    return {
        "text": figure.text,
        "operator": figure.operator or None,
        "target": str(figure.target) if figure.target else None,
        "when": str(figure.timing) if figure.timing else None,
        "year": each.year,
        "result": str(each.result) if each.result else None,
        "status": each.status.value,
    }


def _follow_up(each: FollowUpAnswer) -> Data:
    return {
        "name": each.by.name,
        "title": each.by.title,
        "occasions": list(each.follow_up.occasions),
        "when": str(each.follow_up.timing) if each.follow_up.timing else None,
        "deadline": _day(each.day),
    }


def _purpose(each: PurposeAnswer) -> Data:
    said = each.purpose
    written = said is not None and said.written
    return {
        "body": each.body.name,
        "title": each.body.title,
        "status": each.status.value,
        "what": said.agreed.title if said and written else None,
        "for_whom": list(said.for_whom) if said else [],
        "why": list(said.why) if said else [],
        "depends_on": _who(each.depends_on),
        "open": open_data(each.open_points),
    }


# ---------- assignments


def commissions_data(answer: CommissionsAnswer) -> Data:
    """``styrregler.commissions/1``."""
    return {
        "format": "styrregler.commissions/1",
        "date": answer.on.isoformat(),
        "commissions": [_commission(each) for each in answer.commissions],
    }


def _commission(answer: CommissionAnswer) -> Data:
    commission = answer.commission
    return {
        "name": commission.agreed.name,
        "title": commission.agreed.title,
        "draft": commission.agreed.draft,
        "parts": [{"part": part, "who": _who(who)} for part, who in answer.parts],
        "for_whom": list(commission.for_whom),
        "why": list(commission.why),
        "goals": [_factor(each) for each in commission.goals],
        "members": [_member(each) for each in commission.members],
        "in_each": commission.in_each or None,
        "leads_to": commission.leads_to or None,
        "stages": [stage_data(each) for each in answer.stages],
        "boards": [_board(each) for each in answer.boards],
        "next": stage_data(answer.following) if answer.following else None,
        "remarks": list(answer.remarks),
        "open": open_data(answer.open_points),
        "source": place_data(commission.agreed.place),
    }


def _factor(each: Factor) -> Data:
    return {"text": each.text, "success_factor": each.success, "met_by": list(each.met_by)}


def _member(each: Member) -> Data:
    return {"name": each.name, "count": each.count}


def stage_data(each: StageAnswer) -> Data:
    """A step as it stands."""
    stage = each.stage
    return {
        "name": stage.name,
        "title": stage.title,
        "status": each.status.value,
        "time": _moment(each.time),
        "done": _moment(each.done),
        "after": list(stage.after),
        "decided_by": list(stage.decided_by),
        "responsible": list(stage.responsible),
    }


def _moment(moment: Moment | None) -> Data | None:
    if moment is None:
        return None
    return {
        "text": moment.text,
        "from": _day(moment.first),
        "until": _day(moment.last),
        "begins": f"{moment.begins:%H:%M}" if moment.begins else None,
        "ends": f"{moment.ends:%H:%M}" if moment.ends else None,
        "fixed": moment.fixed,
        "deadline": moment.deadline,
    }


def _board(each: BoardPlan) -> Data:
    return {
        "name": each.board.name,
        "title": each.board.title,
        "groups": [_group(group) for group in each.groups],
        "stages": [stage_data(stage) for stage in each.stages],
        "missing": list(each.missing),
    }


def _group(group: WorkGroup) -> Data:
    return {
        "name": group.name,
        "title": group.title,
        "members": [_member(each) for each in group.members],
        "source": place_data(group.place),
    }
