"""Questions and answers.

In: a rule set and a question.  Out: an :class:`Answer`, or a verdict on a decision.  Pure: no files, no clock.  The engine itself
is :func:`styrregler.query.engine.answer`.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of
from styrregler.model.outcomes import Outcome, Verdict

if TYPE_CHECKING:
    from styrregler.query.answer import Answer, CheckResult
    from styrregler.query.assignment import AssignmentAnswer, Permission
    from styrregler.query.boundary import BoundaryAnswer
    from styrregler.query.case import CaseAnswer, MomentDone, PhaseAnswer, ReferralSent, WayOut
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
else:
    __getattr__ = names_of(
        __name__,
        {
            "answer": "Answer CheckResult",
            "assignment": "AssignmentAnswer Permission",
            "boundary": "BoundaryAnswer",
            "case": "CaseAnswer MomentDone PhaseAnswer ReferralSent WayOut",
            "channel": "ChannelAnswer",
            "commissions": "BoardPlan CommissionAnswer CommissionsAnswer StageAnswer commissions_on",
            "conduct": "ConductAnswer",
            "deadlines": "StatutoryDay statutory_days",
            "deviation": "DeviationAnswer Handling Recognised",
            "escalation": "EscalationAnswer EscalationStep Participant Settlement StandIn escalate",
            "goals": (
                "FigureAnswer FollowUpAnswer GoalAnswer GoalsAnswer GoalStatus PurposeAnswer "
                "PurposeStatus goals_on"
            ),
            "lookup": "Found LookUp look_up",
            "question": "Question UnknownMatter UnreadableRules",
            "verdict": "Routing check",
        },
    )

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
    "check",
    "commissions_on",
    "escalate",
    "goals_on",
    "look_up",
    "statutory_days",
]
