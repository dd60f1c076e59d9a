"""What a check looks at: the rules, as of a day.

In: a rule set and the day of the review.  Out: the orders and rows that a reviewer would read, and the law behind them.
Refuses to find fault.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from attrs import evolve, frozen

from styrregler.analysis import Finding, Kind, analyse
from styrregler.diagnostics import Severity
from styrregler.model import (
    Appointment,
    CharterClause,
    LegalBasis,
    Order,
    OrderKind,
    Provision,
    Rule,
    RuleKind,
    StatutoryDuty,
)
from styrregler.query import Question
from styrregler.query.agreements import Agreement
from styrregler.query.candidates import Candidate, candidates_for, order_not_in_force
from styrregler.query.duties import bases_of
from styrregler.query.passing_on import Hindrance, first_of, hindrance
from styrregler.query.question import UnreadableRules, known_of
from styrregler.ruleset import RuleSet
from styrregler.text import Place


@frozen
class Citation:
    """A statute reference as it stands in a text (hänvisning): once, however many ``rules`` inherit it."""

    basis: LegalBasis
    order: Order
    rules: tuple[Rule, ...] = ()

    @property
    def heading(self) -> str:
        """The order, and the row where it is the reference of one."""
        return f"{self.order.title} › {self.rules[0].label}" if len(self.rules) == 1 else self.order.title


@frozen(slots=False)
class Review:
    """A rule set under review (granskning) as of ``on``."""

    rules: RuleSet
    on: date

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """Orders in force on the day or later, proposals among them; not charters, and not what has ended."""
        return tuple(
            order
            for order in self.rules.corpus.orders
            if order.kind is not OrderKind.CHARTER and not self._ended(order)
        )

    def _ended(self, order: Order) -> bool:
        day = self.day(order)
        return day < self.on or bool(order_not_in_force(evolve(order, draft=False), day, self.rules))

    def in_force(self, blocks: Iterable[Agreement]) -> Iterator[Agreement]:
        """Agreements of the interplay in force on the day or later, other than those that could not be read."""
        for block in blocks:
            end = block.agreed.period.end
            if block.agreed.readable and (end is None or end >= self.on):
                yield block

    def decided(self, blocks: Iterable[Agreement]) -> Iterator[Agreement]:
        """As :meth:`in_force`, without what is only proposed: that contradicts nothing yet."""
        return (each for each in self.in_force(blocks) if not each.agreed.draft)

    def well_read(self, order: Order) -> bool:
        """Whether nothing in the order's file is misread. Else what looks missing or strange may only be unread."""
        return order.place.path not in self._misread

    @cached_property
    def _misread(self) -> frozenset[str]:
        return frozenset(
            found.place.path
            for found in self.rules.diagnostics
            if found.severity is Severity.ERROR and found.place is not None
        )

    @property
    def delegations(self) -> Iterator[Order]:
        """The boards' own orders among them."""
        return (order for order in self.orders if order.kind is OrderKind.DELEGATION)

    @property
    def subdelegations(self) -> Iterator[Order]:
        return (order for order in self.orders if order.kind is OrderKind.SUBDELEGATION)

    def rows(self, kind: OrderKind | None = None) -> Iterator[tuple[Order, Rule]]:
        """Every readable row of the orders, of one kind of order or of all; not an order's general rules."""
        for order in self.orders:
            if kind in (None, order.kind):
                yield from ((order, rule) for rule in self.rows_of(order))

    def rows_of(self, order: Order) -> Iterator[Rule]:
        """The readable rows of one order."""
        for rule in order.rules:
            if rule.readable and rule.kind is not RuleKind.GENERAL and self._still(rule, order):
                yield rule

    def _still(self, rule: Rule, order: Order) -> bool:
        return rule.period.end is None or rule.period.end >= self.day(order)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every reference to a statute in the orders, rows and all, and in the boards' charters, in order of place."""
        found: dict[tuple[str, int, int], Citation] = {}

        def cite(basis: LegalBasis, order: Order, *rules: Rule) -> None:
            key = basis.place.sort_key
            said = found.get(key, Citation(basis, order))
            found[key] = evolve(said, rules=(*said.rules, *rules))

        for order, rule in self.rows():
            steps = (each.law for each in rule.preconditions if each.law)
            for basis in (*bases_of(rule), *steps):
                cite(basis, order, rule)
        charters = (each for each in self.rules.corpus.orders if each.kind is OrderKind.CHARTER)
        for order in (*self.orders, *(each for each in charters if not self._ended(each))):
            parts: tuple[CharterClause | Provision | Appointment, ...]
            parts = (*order.charter, *order.provisions, *order.appointments)
            for basis in (basis for part in parts for basis in part.law):
                cite(basis, order)
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def hindrances(self) -> tuple[tuple[Order, Rule, Hindrance], ...]:
        """Sub-delegated rows that the giver may not pass on as the board's own rows stand, and why."""
        return tuple(
            (order, rule, found)
            for order, rule in self.rows(OrderKind.SUBDELEGATION)
            if not order.draft and (found := self._hindrance(rule, order))
        )

    def _hindrance(self, rule: Rule, order: Order) -> Hindrance | None:
        """As the engine has it: of each of the board's rows in force that ``rule`` may be passing on."""
        above = self.above(rule, order)
        if above is None:
            return None
        day = self.day(order)
        return first_of([hindrance(rule, order, each.rule, each.order, self.rules, day) for each in above])

    def above(self, rule: Rule, order: Order) -> tuple[Candidate, ...] | None:
        """The board's rows in force that a sub-delegated row may be passing on; None where they cannot be read."""
        question = Question(rule.matter, self.day(order), body=rule.body)
        try:
            kept = candidates_for(question, rule.body, self.rules, known_of(question, self.rules)).kept
        except UnreadableRules:
            return None
        return tuple(each for each in kept if each.rule.number == rule.number)

    def day(self, order: Order) -> date:
        """The day as of which ``order`` is read: that of the review, or the nearest on which the order holds."""
        start, end = order.period.start or date.min, order.period.end or date.max
        return max(start, min(end, self.on))

    @cached_property
    def _analysed(self) -> tuple[Finding, ...]:
        return analyse(self.rules, self.on)

    def found(self, *kinds: Kind) -> Iterator[Finding]:
        """What the analysis of all cases found, of these kinds."""
        return (finding for finding in self._analysed if finding.kind in kinds)

    def duty(self, situation: str) -> StatutoryDuty | None:
        """What the law demands in a situation; None when no statute in force is known that does."""
        return next(self.duties(situation), None)

    def duties(self, situation: str) -> Iterator[StatutoryDuty]:
        """All that the statutes in force demand in a situation."""
        return (
            each for each in self.rules.corpus.duties if situation in each.when and self.on in each.period
        )

    def law(self, situation: str) -> str:
        """Where that stands, to be quoted: «6 kap. 40 § KL»; empty when it is not known."""
        duty = self.duty(situation)
        return ", ".join(map(str, duty.law)) if duty else ""

    def cited(self, reason: str, situation: str) -> str:
        """``reason`` with the statute behind it, where that is known."""
        law = self.law(situation)
        return f"{reason} ({law})" if law else reason

    def now(self, order: Order) -> bool:
        """Whether the order itself is in force on the day of the review, neither a proposal nor to come."""
        return not order.draft and self.day(order) == self.on


def stands_in(rule: Rule, place: Place) -> bool:
    """Whether a clause stands in the row itself, not on the section or the order that it is inherited from."""
    return place.path == rule.place.path and place.line >= rule.place.line


def numbers_of(rules: Iterable[Rule], shown: int = 5) -> str:
    """The numbers of some rows, for a message: «1.2, 1.5, 2.1 …»."""
    numbers = list(dict.fromkeys(rule.number for rule in rules))
    return ", ".join(numbers[:shown]) + (" …" if len(numbers) > shown else "")
