"""Everything a question needs, found by name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from attrs import field, frozen

from styrregler.diagnostics import Severity
from styrregler.model import BodyKind, FactKind, OrderKind, RuleKind
from styrregler.ruleset.hierarchy import Hierarchy
from styrregler.values import ReadOnly, UnitKind

if TYPE_CHECKING:
    from styrregler.diagnostics import Diagnostic, Settings
    from styrregler.model import Act, Bar, CharterClause, Corpus, Fact, Holder, Order, Rule, StatutoryDuty
    from styrregler.ruleset.circles import Circles

K = TypeVar("K")
V = TypeVar("V")


@frozen(slots=False)
class RuleSet:
    """A municipality's rules, ready for questions. Immutable; the same files always give the same answers."""

    corpus: Corpus = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = field(default=(), repr=False)
    name: str = ""
    settings: Settings = field(factory=dict, repr=False)
    """The levels that the municipality has set for codes."""

    @cached_property
    def version(self) -> str:
        """A digest of every file that the rules were read from; the order of files does not matter."""
        text = "\n".join(f"{digest}" for digest in sorted(digest for _, digest in self.corpus.sources))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def readable(self) -> bool:
        """No file has an error in it."""
        return all(found.severity is not Severity.ERROR for found in self.diagnostics)

    def kept(self, make: Callable[[RuleSet], V]) -> V:
        """What ``make``, a function with a name, makes of these rules, made once: an index that a room further up needs."""
        name = f"{make.__module__}.{make.__qualname__}"
        if name not in self.made:
            self.made[name] = make(self)
        return cast(V, self.made[name])

    @cached_property
    def made(self) -> dict[str, object]:
        """What has been made of these rules so far, by the name of what made it."""
        return {}

    def knowing(self, indices: Mapping[str, object]) -> RuleSet:
        """These rules, with ``indices`` that were made of them before, by name: they are not made again."""
        vars(self).update(indices)
        return self

    # ---------- rows

    @cached_property
    def orders(self) -> Mapping[str, Order]:
        return ReadOnly({order.name: order for order in self.corpus.orders})

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], tuple[Rule, ...]]:
        return _index(rule for rule in self._every_rule() if rule.kind is not RuleKind.SUBDELEGATED)

    @cached_property
    def _subdelegated(self) -> Mapping[tuple[str, str], tuple[Rule, ...]]:
        return _index(rule for rule in self._every_rule() if rule.kind is RuleKind.SUBDELEGATED)

    def _every_rule(self) -> Iterable[Rule]:
        return (
            rule
            for order in self.corpus.orders
            for rule in order.rules
            if order.kind is not OrderKind.CHARTER
        )

    def orders_of(self, body: str) -> tuple[Order, ...]:
        """The orders of a body, of every kind and whatever their dates."""
        return self._orders_of.get(body, ())

    @cached_property
    def _orders_of(self) -> Mapping[str, tuple[Order, ...]]:
        return _grouped((order.body, order) for order in self.corpus.orders)

    def replacing(self, order: Order) -> tuple[Order, ...]:
        """Orders of the same kind in the same board that say they replace ``order``, whatever their dates."""
        return tuple(
            other
            for other in self._replacing.get((order.body, order.kind), ())
            if other.name != order.name and other.replaces.casefold() in (order.title.casefold(), order.name)
        )

    @cached_property
    def _replacing(self) -> Mapping[tuple[str, OrderKind], tuple[Order, ...]]:
        return _grouped(
            ((order.body, order.kind), order)
            for order in self.corpus.orders
            if order.replaces and not order.draft
        )

    def rules_for(self, body: str, matter: str) -> tuple[Rule, ...]:
        """The rows of ``body``'s delegation orders about ``matter``, whatever their dates."""
        return self._rules.get((body, matter), ())

    def subdelegated(self, body: str, matter: str) -> tuple[Rule, ...]:
        """The rows of sub-delegations from ``body``'s orders about ``matter``."""
        return self._subdelegated.get((body, matter), ())

    @cached_property
    def matters(self) -> Mapping[str, tuple[str, ...]]:
        """Every matter, and the bodies that have rows about it, in order of name."""
        found: dict[str, set[str]] = {}
        for body, matter in self._rules:
            found.setdefault(matter, set()).add(body)
        return ReadOnly({matter: tuple(sorted(bodies)) for matter, bodies in sorted(found.items())})

    # ---------- the chain from the council

    def charter(self, body: str, on: date) -> Order | None:
        """The board's charter (reglemente) in force on ``on``."""
        charters = (order for order in self._charters.get(body, ()) if on in order.period)
        return max(charters, key=lambda order: (order.period.start or date.min, order.name), default=None)

    @cached_property
    def _charters(self) -> Mapping[str, tuple[Order, ...]]:
        return _grouped(
            (order.body, order)
            for order in self.corpus.orders
            if order.kind is OrderKind.CHARTER and not order.draft
        )

    def charter_clause(self, body: str, rule: Rule, on: date) -> CharterClause | None:
        """The paragraph that gives ``body`` the area of ``rule``."""
        charter = self.charter(body, on)
        if charter is None:
            return None
        return next(
            (
                clause
                for clause in charter.charter
                if any(covers(area, rule.matter) or area == rule.area for area in clause.areas)
            ),
            None,
        )

    def owners(self, matter: str, bodies: Iterable[str], on: date) -> tuple[str, ...]:
        """Those of ``bodies`` whose charter covers ``matter``."""
        return tuple(
            body
            for body in bodies
            if (charter := self.charter(body, on))
            and any(covers(area, matter) for clause in charter.charter for area in clause.areas)
        )

    # ---------- law, people, facts

    @cached_property
    def hierarchy(self) -> Hierarchy:
        return Hierarchy(self.corpus.bodies, self.corpus.roles)

    @cached_property
    def circles(self) -> Circles:
        from styrregler.ruleset.circles import Circles

        return Circles(self.corpus.bodies, self.corpus.roles, self.corpus.groups)

    @cached_property
    def council(self) -> str:
        """The municipal council; empty when no such body is declared."""
        return next(
            (name for name, body in sorted(self.corpus.bodies.items()) if body.kind is BodyKind.COUNCIL), ""
        )

    def persons(self, role: str, on: date) -> tuple[str, ...]:
        """Those who hold ``role`` on ``on``, as far as the rules tell."""
        return tuple(holder.person for holder in self.holders(role) if on in holder.period)

    def holders(self, role: str) -> tuple[Holder, ...]:
        """Those who hold ``role``, have held it or will."""
        return self._holders.get(role, ())

    @cached_property
    def _holders(self) -> Mapping[str, tuple[Holder, ...]]:
        return _grouped((holder.role, holder) for holder in self.corpus.holders)

    def bars_on(self, rule: Rule) -> tuple[Bar, ...]:
        """What the law may bar in ``rule``, going by the kinds of matter it is marked with."""
        return tuple(bar for bar in self.corpus.bars if not bar.tags or bar.tags & rule.tags)

    @cached_property
    def acts(self) -> Mapping[str, Act]:
        return ReadOnly({act.name: act for act in self.corpus.acts})

    @cached_property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """The answers of each fact that is chosen or judged."""
        return ReadOnly(
            {
                name: fact.answers
                for name, fact in self.corpus.facts.items()
                if fact.kind is not FactKind.MEASURED
            }
        )

    @cached_property
    def whole_numbers(self) -> frozenset[str]:
        """Facts that are counted: whole numbers and days."""
        return frozenset(
            name for name, fact in self.corpus.facts.items() if fact.unit in (UnitKind.COUNT, UnitKind.DATE)
        )

    @cached_property
    def judgements(self) -> frozenset[str]:
        """Judgements left to the delegate: they never hold up an answer."""
        return frozenset(name for name, fact in self.corpus.facts.items() if fact.open_judgement)

    def fact(self, name: str) -> Fact | None:
        """A fact by name or synonym."""
        facts = self.corpus.facts
        return facts.get(name) or next((fact for fact in facts.values() if name in fact.aliases), None)

    def amount(self, name: str, year: int) -> Fraction | None:
        """A yearly amount in kronor, or None when the year is not listed."""
        amount = self.corpus.amounts.get(name)
        return amount.figures.get(year) if amount else None

    def duties(self, situation: str, on: date) -> tuple[StatutoryDuty, ...]:
        """What statutes in force on ``on`` demand in a situation (lagplikt)."""
        return tuple(duty for duty in self.corpus.duties if situation in duty.when and on in duty.period)

    def typical_day(self, order: Order) -> date:
        """A day on which ``order`` holds, as late as the yearly amounts reach: for looking at its rows without a case."""
        years = [year for amount in self.corpus.amounts.values() for year in amount.figures]
        last = date(max(years), 12, 31) if years else date.max
        start = order.period.start or date.min
        return max(start, min(last, order.period.end or last))


def covers(area: str, matter: str) -> bool:
    """Whether ``matter`` is ``area`` or lies under it: «upphandling» covers «upphandling.avbryta»."""
    return matter == area or matter.startswith(f"{area}.")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(group) for key, group in found.items()}


def _index(rules: Iterable[Rule]) -> dict[tuple[str, str], tuple[Rule, ...]]:
    in_order = sorted(rules, key=lambda rule: (rule.order, rule.place.sort_key))
    return _grouped(
        ((rule.body, matter), rule) for rule in in_order for matter in rule.matters or (rule.matter,)
    )
