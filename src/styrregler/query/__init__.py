"""Questions and answers.

In: a rule set and a question.  Out: an :class:`Answer`, or a verdict on a decision.  Pure: no files, no clock.
"""

from styrregler.model import Outcome, Verdict
from styrregler.query.answer import Answer, CheckResult
from styrregler.query.assignment import AssignmentAnswer, Permission
from styrregler.query.boundary import BoundaryAnswer
from styrregler.query.case import CaseAnswer, MomentDone, PhaseAnswer, ReferralSent, WayOut
from styrregler.query.cases import answer
from styrregler.query.channel import ChannelAnswer
from styrregler.query.commissions import (
    BoardPlan,
    CommissionAnswer,
    CommissionsAnswer,
    StageAnswer,
    commissions_on,
)
from styrregler.query.conduct import ConductAnswer
from styrregler.query.deadlines import StatutoryDay, statutory_days
from styrregler.query.deviation import DeviationAnswer, Handling, Recognised
from styrregler.query.escalation import (
    EscalationAnswer,
    EscalationStep,
    Participant,
    Settlement,
    StandIn,
    escalate,
)
from styrregler.query.goals import (
    FigureAnswer,
    FollowUpAnswer,
    GoalAnswer,
    GoalsAnswer,
    GoalStatus,
    PurposeAnswer,
    PurposeStatus,
    goals_on,
)
from styrregler.query.lookup import Found, LookUp, look_up
from styrregler.query.question import Question, UnknownMatter, UnreadableRules
from styrregler.query.verdict import Routing, check

__all__ = [
    "Answer",
    "AssignmentAnswer",
    "BoardPlan",
    "BoundaryAnswer",
    "CaseAnswer",
    "ChannelAnswer",
    "CheckResult",
    "CommissionAnswer",
    "CommissionsAnswer",
    "ConductAnswer",
    "DeviationAnswer",
    "EscalationAnswer",
    "EscalationStep",
    "FigureAnswer",
    "FollowUpAnswer",
    "Found",
    "GoalAnswer",
    "GoalStatus",
    "GoalsAnswer",
    "Handling",
    "LookUp",
    "MomentDone",
    "Outcome",
    "Participant",
    "Permission",
    "PhaseAnswer",
    "PurposeAnswer",
    "PurposeStatus",
    "Question",
    "Recognised",
    "ReferralSent",
    "Routing",
    "Settlement",
    "StageAnswer",
    "StandIn",
    "StatutoryDay",
    "UnknownMatter",
    "UnreadableRules",
    "Verdict",
    "WayOut",
    "answer",
    "check",
    "commissions_on",
    "escalate",
    "goals_on",
    "look_up",
    "statutory_days",
]
