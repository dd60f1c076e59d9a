"""The tree of a document, as written: nothing is looked up, nothing is inherited.

Spans count from the start of their clause, so the tree of a clause depends on its text alone and equal text may share
one tree.  Spans are not part of equality: two trees are equal when they say the same.

The values of clauses lie by what they are about, a class for each shape; each module ends with all of its own, and
``ClauseValue`` is all of them.
"""

from styrregler.syntax.ast.blocks import Block, Cell, Clause, ClauseValue, Document, Header, Row
from styrregler.syntax.ast.conditions import AllOf, AnyOf, Expr, Flag, Is, Limit, Not
from styrregler.syntax.ast.conduct import Acceptance, Acceptances, Escalated, Measure, Measures, Titled
from styrregler.syntax.ast.examples import DecidedBy, GivenFact, GivenFacts
from styrregler.syntax.ast.interplay import ChannelLine, ChannelLines, Expectations, Expected, Way, Ways
from styrregler.syntax.ast.law import Delegable, Equivalent, Latest, Lifted, Verified
from styrregler.syntax.ast.orders import Adoption, Opened, Replaces, Superior
from styrregler.syntax.ast.people import NearestChief, Original, Ref, Respective, RoleName
from styrregler.syntax.ast.plain import (
    Alias,
    Aliases,
    Answers,
    Condition,
    Dates,
    InForce,
    LegalRefs,
    Names,
    Number,
    Numbers,
    SetAside,
    Single,
    Texts,
    Turn,
    Yearly,
)
from styrregler.syntax.ast.rows import (
    Appeal,
    Decider,
    Deciders,
    DelegateAs,
    Execution,
    Includes,
    Noted,
    NotedList,
    OwnRight,
    Precondition,
    Reported,
    Requirement,
    SubDelegable,
    UnknownDelegate,
)
from styrregler.syntax.ast.words import NOWHERE, Text, Word

__all__ = [
    "NOWHERE",
    "Acceptance",
    "Acceptances",
    "Adoption",
    "Alias",
    "Aliases",
    "AllOf",
    "Answers",
    "AnyOf",
    "Appeal",
    "Block",
    "Cell",
    "ChannelLine",
    "ChannelLines",
    "Clause",
    "ClauseValue",
    "Condition",
    "Dates",
    "DecidedBy",
    "Decider",
    "Deciders",
    "Delegable",
    "DelegateAs",
    "Document",
    "Equivalent",
    "Escalated",
    "Execution",
    "Expectations",
    "Expected",
    "Expr",
    "Flag",
    "GivenFact",
    "GivenFacts",
    "Header",
    "InForce",
    "Includes",
    "Is",
    "Latest",
    "LegalRefs",
    "Lifted",
    "Limit",
    "Measure",
    "Measures",
    "Names",
    "NearestChief",
    "Not",
    "Noted",
    "NotedList",
    "Number",
    "Numbers",
    "Opened",
    "Original",
    "OwnRight",
    "Precondition",
    "Ref",
    "Replaces",
    "Reported",
    "Requirement",
    "Respective",
    "RoleName",
    "Row",
    "SetAside",
    "Single",
    "SubDelegable",
    "Superior",
    "Text",
    "Texts",
    "Titled",
    "Turn",
    "UnknownDelegate",
    "Verified",
    "Way",
    "Ways",
    "Word",
    "Yearly",
]
