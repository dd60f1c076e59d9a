"""The model: what the rules say, with every name known and every inheritance carried out.

Frozen values only; what comes in is the work of ``resolve`` and what reads it are the rule set, the checks and the
analysis.  Knows no syntax and decides nothing.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of

if TYPE_CHECKING:
    from styrregler.model.case import (
        CaseEnd,
        CaseMoment,
        CasePhase,
        CaseRoute,
        ExpectedCase,
        Onward,
        Referral,
        Return,
    )
    from styrregler.model.commissions import (
        IN_A_GROUP,
        LEADERSHIP,
        Commission,
        Dated,
        Factor,
        Member,
        PlanExample,
        Stage,
        StageStatus,
        WorkGroup,
    )
    from styrregler.model.conduct import Acceptance, CodeOfConduct, ConductRule
    from styrregler.model.conduct_examples import ConductExample, DeviationExample, ExpectedDuty
    from styrregler.model.corpus import Corpus
    from styrregler.model.deviation import SEVERITY, Deviation, Measure, Onwards
    from styrregler.model.escalation import ABOUT_DECISION, ABOUT_FORMS, EscalationPath, EscalationStage
    from styrregler.model.examples import Example, ExpectedFact
    from styrregler.model.facts import Fact, FactKind, YearlyAmount
    from styrregler.model.goals import Contract, FollowUp, Goal, KeyFigure, PurposeStatement
    from styrregler.model.interplay import (
        BODY_SORTS,
        GENERAL,
        INCLUDES,
        Agreed,
        AssignmentWay,
        AssignmentWays,
        Boundary,
        BoundaryTerm,
        Channel,
        Channels,
        Expectation,
        GreyZone,
        Side,
        Sort,
    )
    from styrregler.model.interplay_examples import InterplayExample
    from styrregler.model.law import (
        SITUATIONS,
        Act,
        AppealPath,
        Bar,
        DelegateCircle,
        Equivalent,
        LegalTerm,
        MatterKind,
        StatutoryDeadline,
        StatutoryDuty,
        StatutoryLimit,
    )
    from styrregler.model.open_points import OpenPoint
    from styrregler.model.order_parts import Appointment, CharterClause, FreeText, Provision, Section
    from styrregler.model.orders import Order, OrderKind
    from styrregler.model.organisation import Body, BodyKind, Holder, Role, RoleGroup, RoleKind
    from styrregler.model.outcomes import Outcome, Verdict
    from styrregler.model.parties import (
        BodyRef,
        NearestChief,
        OriginalDelegate,
        Party,
        RespectiveRole,
        RoleRef,
    )
    from styrregler.model.row_parts import (
        Alternative,
        Appeal,
        Elsewhere,
        Execution,
        Notice,
        Override,
        OwnRight,
        Precondition,
        Reporting,
        SubDelegation,
        Substitutes,
        Synonym,
        Unless,
    )
    from styrregler.model.rows import Rule, RuleKind
    from styrregler.model.sources import Adoption, LegalBasis, Level
    from styrregler.model.vocabulary import Belonging, Meaning
else:
    __getattr__ = names_of(
        __name__,
        {
            "case": "CaseEnd CaseMoment CasePhase CaseRoute ExpectedCase Onward Referral Return",
            "commissions": (
                "IN_A_GROUP LEADERSHIP Commission Dated Factor Member PlanExample Stage StageStatus WorkGroup"
            ),
            "conduct": "Acceptance CodeOfConduct ConductRule",
            "conduct_examples": "ConductExample DeviationExample ExpectedDuty",
            "corpus": "Corpus",
            "examples": "Example ExpectedFact",
            "deviation": "SEVERITY Deviation Measure Onwards",
            "escalation": "ABOUT_DECISION ABOUT_FORMS EscalationPath EscalationStage",
            "facts": "Fact FactKind YearlyAmount",
            "goals": "Contract FollowUp Goal KeyFigure PurposeStatement",
            "interplay": (
                "BODY_SORTS GENERAL INCLUDES Agreed AssignmentWay AssignmentWays Boundary "
                "BoundaryTerm Channel Channels Expectation GreyZone Side Sort"
            ),
            "interplay_examples": "InterplayExample",
            "law": (
                "SITUATIONS Act AppealPath Bar DelegateCircle Equivalent LegalTerm MatterKind "
                "StatutoryDeadline StatutoryDuty StatutoryLimit"
            ),
            "open_points": "OpenPoint",
            "order_parts": "Appointment CharterClause FreeText Provision Section",
            "orders": "Order OrderKind",
            "organisation": "Body BodyKind Holder Role RoleGroup RoleKind",
            "outcomes": "Outcome Verdict",
            "parties": "BodyRef NearestChief OriginalDelegate Party RespectiveRole RoleRef",
            "row_parts": (
                "Alternative Appeal Elsewhere Execution Notice Override OwnRight Precondition "
                "Reporting SubDelegation Substitutes Synonym Unless"
            ),
            "rows": "Rule RuleKind",
            "sources": "Adoption LegalBasis Level",
            "vocabulary": "Belonging Meaning",
        },
    )

__all__ = [
    "ABOUT_DECISION",
    "ABOUT_FORMS",
    "BODY_SORTS",
    "GENERAL",
    "INCLUDES",
    "IN_A_GROUP",
    "LEADERSHIP",
    "SEVERITY",
    "SITUATIONS",
    "Acceptance",
    "Act",
    "Adoption",
    "Agreed",
    "Alternative",
    "Appeal",
    "AppealPath",
    "Appointment",
    "AssignmentWay",
    "AssignmentWays",
    "Bar",
    "Belonging",
    "Body",
    "BodyKind",
    "BodyRef",
    "Boundary",
    "BoundaryTerm",
    "CaseEnd",
    "CaseMoment",
    "CasePhase",
    "CaseRoute",
    "Channel",
    "Channels",
    "CharterClause",
    "CodeOfConduct",
    "Commission",
    "ConductExample",
    "ConductRule",
    "Contract",
    "Corpus",
    "Dated",
    "DelegateCircle",
    "Deviation",
    "DeviationExample",
    "Elsewhere",
    "Equivalent",
    "EscalationPath",
    "EscalationStage",
    "Example",
    "Execution",
    "Expectation",
    "ExpectedCase",
    "ExpectedDuty",
    "ExpectedFact",
    "Fact",
    "FactKind",
    "Factor",
    "FollowUp",
    "FreeText",
    "Goal",
    "GreyZone",
    "Holder",
    "InterplayExample",
    "KeyFigure",
    "LegalBasis",
    "LegalTerm",
    "Level",
    "MatterKind",
    "Meaning",
    "Measure",
    "Member",
    "NearestChief",
    "Notice",
    "Onward",
    "Onwards",
    "OpenPoint",
    "Order",
    "OrderKind",
    "OriginalDelegate",
    "Outcome",
    "Override",
    "OwnRight",
    "Party",
    "PlanExample",
    "Precondition",
    "Provision",
    "PurposeStatement",
    "Referral",
    "Reporting",
    "RespectiveRole",
    "Return",
    "Role",
    "RoleGroup",
    "RoleKind",
    "RoleRef",
    "Rule",
    "RuleKind",
    "Section",
    "Side",
    "Sort",
    "Stage",
    "StageStatus",
    "StatutoryDeadline",
    "StatutoryDuty",
    "StatutoryLimit",
    "SubDelegation",
    "Substitutes",
    "Synonym",
    "Unless",
    "Verdict",
    "WorkGroup",
    "YearlyAmount",
]
