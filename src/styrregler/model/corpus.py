"""Everything that a policy folder says, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from styrregler.values import read_only

if TYPE_CHECKING:
    from collections.abc import Mapping

    from styrregler.diagnostics import Suppression
    from styrregler.model.case import CaseRoute
    from styrregler.model.commissions import Commission, PlanExample, WorkGroup
    from styrregler.model.conduct import CodeOfConduct
    from styrregler.model.conduct_examples import ConductExample, DeviationExample
    from styrregler.model.deviation import Deviation
    from styrregler.model.escalation import EscalationPath
    from styrregler.model.examples import Example
    from styrregler.model.facts import Fact, YearlyAmount
    from styrregler.model.goals import Goal, PurposeStatement
    from styrregler.model.interplay import AssignmentWays, Boundary, Channels
    from styrregler.model.interplay_examples import InterplayExample
    from styrregler.model.law import (
        Act,
        AppealPath,
        Bar,
        DelegateCircle,
        LegalTerm,
        MatterKind,
        StatutoryDeadline,
        StatutoryDuty,
        StatutoryLimit,
    )
    from styrregler.model.open_points import OpenPoint
    from styrregler.model.orders import Order
    from styrregler.model.organisation import Body, Holder, Role, RoleGroup
    from styrregler.model.vocabulary import Belonging, Meaning


@frozen
class Corpus:
    """The whole of a rule set. Mappings keep the order of the files; nothing depends on it."""

    bodies: Mapping[str, Body] = field(converter=read_only)
    roles: Mapping[str, Role] = field(converter=read_only)
    groups: Mapping[str, RoleGroup] = field(converter=read_only)
    holders: tuple[Holder, ...]
    facts: Mapping[str, Fact] = field(converter=read_only)
    amounts: Mapping[str, YearlyAmount] = field(converter=read_only)
    acts: tuple[Act, ...]
    circles: tuple[DelegateCircle, ...]
    bars: tuple[Bar, ...]
    deadlines: tuple[StatutoryDeadline, ...]
    orders: tuple[Order, ...]
    examples: tuple[Example | DeviationExample | ConductExample | PlanExample | InterplayExample, ...]
    duties: tuple[StatutoryDuty, ...] = ()
    limits: tuple[StatutoryLimit, ...] = ()
    kinds: Mapping[str, MatterKind] = field(factory=dict, converter=read_only)
    appeal_paths: Mapping[str, AppealPath] = field(factory=dict, converter=read_only)
    escalations: Mapping[str, EscalationPath] = field(factory=dict, converter=read_only)
    terms: tuple[LegalTerm, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    assignments: tuple[AssignmentWays, ...] = ()
    channels: tuple[Channels, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    codes: tuple[CodeOfConduct, ...] = ()
    routes: Mapping[str, CaseRoute] = field(factory=dict, converter=read_only)
    goals: tuple[Goal, ...] = ()
    purposes: tuple[PurposeStatement, ...] = ()
    commissions: tuple[Commission, ...] = ()
    work_groups: tuple[WorkGroup, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    belongings: tuple[Belonging, ...] = ()
    """What people say for what; the municipality's own lists first."""
    suppressions: tuple[Suppression, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    """(path, text digest) of every file, for the receipt."""
