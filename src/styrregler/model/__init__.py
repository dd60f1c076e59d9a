"""The model: what the rules say, with every name known and every inheritance carried out.

Frozen values only; what comes in is the work of ``resolve`` and what reads it are the rule set, the checks and the
analysis.  Knows no syntax and decides nothing.
"""

from styrregler.model.corpus import Corpus, Example, ExpectedFact
from styrregler.model.facts import Fact, FactKind, YearlyAmount
from styrregler.model.law import SITUATIONS, Act, Bar, DelegateCircle, StatutoryDeadline, StatutoryDuty
from styrregler.model.orders import (
    Adoption,
    Alternative,
    Appeal,
    Appointment,
    CharterClause,
    Elsewhere,
    Execution,
    LegalBasis,
    Level,
    Notice,
    Order,
    OrderKind,
    Override,
    OwnRight,
    Precondition,
    Provision,
    Reporting,
    Rule,
    RuleKind,
    SubDelegation,
    Substitutes,
    Synonym,
    Unless,
)
from styrregler.model.organisation import Body, BodyKind, Holder, Role, RoleGroup, RoleKind
from styrregler.model.outcomes import Outcome, Verdict
from styrregler.model.parties import BodyRef, NearestChief, OriginalDelegate, Party, RespectiveRole, RoleRef

__all__ = [
    "SITUATIONS",
    "Act",
    "Adoption",
    "Alternative",
    "Appeal",
    "Appointment",
    "Bar",
    "Body",
    "BodyKind",
    "BodyRef",
    "CharterClause",
    "Corpus",
    "DelegateCircle",
    "Elsewhere",
    "Example",
    "Execution",
    "ExpectedFact",
    "Fact",
    "FactKind",
    "Holder",
    "LegalBasis",
    "Level",
    "NearestChief",
    "Notice",
    "Order",
    "OrderKind",
    "OriginalDelegate",
    "Outcome",
    "Override",
    "OwnRight",
    "Party",
    "Precondition",
    "Provision",
    "Reporting",
    "RespectiveRole",
    "Role",
    "RoleGroup",
    "RoleKind",
    "RoleRef",
    "Rule",
    "RuleKind",
    "StatutoryDeadline",
    "StatutoryDuty",
    "SubDelegation",
    "Substitutes",
    "Synonym",
    "Unless",
    "Verdict",
    "YearlyAmount",
]
