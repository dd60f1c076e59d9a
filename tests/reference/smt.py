"""The rows of a matter as formulas for z3, sharing no code with the engine or the analysis.

In: a corpus without law, a matter, a board, a day.  Out: formulas over all cases: what each row says, when rows contradict
each other, when nobody answers.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import z3
from attrs import frozen

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Not, Operator
from styrregler.model import Corpus, FactKind, Order, OrderKind, Party, Rule
from styrregler.values import UnitKind
from tests.reference.completions import covering
from tests.reference.evaluator import Case, rank, rows_in_force

DAYS = {"dagar": Fraction(1), "veckor": Fraction(7), "månader": Fraction(1461, 48), "år": Fraction(1461, 4)}


@frozen
class Says:
    """That a row says something: ``kind`` decides, reserved, execution or conflict, with whom, and when."""

    row: Rule
    kind: str
    parties: frozenset[Party]
    when: z3.BoolRef
    step: int = -1


class Formulas:
    """One matter. ``figures`` in kronor for every yearly amount."""

    def __init__(
        self, corpus: Corpus, matter: str, body: str, on: date, figures: dict[str, Fraction]
    ) -> None:
        self.corpus, self.figures = corpus, figures
        self.case = Case(corpus, matter, body, on, {})
        self.variables: dict[str, z3.ArithRef] = {}
        self.limits: list[z3.BoolRef] = []
        self.solver = z3.SolverFor("QF_LIRA")
        self.rows = list(rows_in_force(self.case, OrderKind.DELEGATION))
        self.several = len(covering(self.case)) > 1
        self.said = [says for order, rule in self.rows for says in self._says(order, rule)]

    def possible(self, *formulas: z3.BoolRef) -> bool:
        self.solver.push()
        self.solver.add(*self.limits, *formulas)
        answer = self.solver.check()
        self.solver.pop()
        assert answer != z3.unknown
        return bool(answer == z3.sat)

    # ---------- facts

    def _variable(self, name: str) -> z3.ArithRef:
        if name not in self.variables:
            fact = self.corpus.facts[name]
            whole = fact.kind is not FactKind.MEASURED or fact.unit in (UnitKind.COUNT, UnitKind.DATE)
            variable = z3.Int(name) if whole else z3.Real(name)
            self.variables[name] = variable
            self.limits.append(variable >= 0)
            if fact.kind is not FactKind.MEASURED:
                self.limits.append(variable < len(fact.answers))
        return self.variables[name]

    def formula(self, expr: Expr | None) -> z3.BoolRef:
        match expr:
            case None:
                return z3.And()
            case Compare(fact, operator, constant):
                variable = self._variable(fact)
                amount = Fraction(constant.number) * (
                    DAYS.get(constant.unit) or self.figures.get(constant.unit) or Fraction(1)
                )
                limit = z3.Q(amount.numerator, amount.denominator)
                value = z3.ToReal(variable) if variable.is_int() else variable
                return {
                    Operator.AT_MOST: value <= limit,
                    Operator.AT_LEAST: value >= limit,
                    Operator.OVER: value > limit,
                    Operator.UNDER: value < limit,
                }[operator]
            case Is(fact, values):
                answers = self.corpus.facts[fact].answers
                return z3.Or(
                    [self._variable(fact) == answers.index(each) for each in values if each in answers]
                )
            case Not(operand):
                return z3.Not(self.formula(operand))
            case AllOf(operands):
                return z3.And([self.formula(each) for each in operands])
            case AnyOf(operands):
                return z3.Or([self.formula(each) for each in operands])
        raise AssertionError(expr)

    # ---------- rows

    def meant(self, order: Order, rule: Rule) -> z3.BoolRef:
        """The row is about the case."""
        needs = [z3.Not(self.formula(each.when)) for each in rule.exceptions]
        if rule.municipalities:
            needs.append(self.formula(Is("kommun", rule.municipalities)))
        if order.opened is not None and self.several:
            needs.append(self.formula(order.opened))
        return z3.And(needs)

    def held(self, rule: Rule) -> list[z3.BoolRef]:
        """For each step, that it holds."""
        rest = z3.And([z3.Not(each) for each in self._other(rule)])
        return [rest if each.otherwise else self.formula(each.when) for each in rule.alternatives]

    def _other(self, rule: Rule) -> list[z3.BoolRef]:
        lines = [self.formula(each.when) for each in rule.elsewhere if not each.otherwise]
        return [*lines, *([self.formula(rule.execution.when)] if rule.execution is not None else [])]

    def _says(self, order: Order, rule: Rule) -> Iterable[Says]:
        meant, held = self.meant(order, rule), self.held(rule)
        rest, delegated = z3.Not(z3.Or(self._other(rule))), z3.Or(held)
        for line in rule.elsewhere:
            when = z3.And(rest, z3.Not(delegated)) if line.otherwise else self.formula(line.when)
            yield Says(rule, "reserved", frozenset(line.parties), z3.And(meant, when))
        if rule.execution is not None:
            by = frozenset({rule.execution.by} if rule.execution.by else ())
            yield Says(rule, "execution", by, z3.And(meant, self.formula(rule.execution.when)))
        if rule.own_right is not None:
            yield Says(rule, "reserved", frozenset({rule.own_right.by}), meant)
        if not (rule.alternatives or rule.unknown) and (rule.elsewhere or rule.execution or rule.own_right):
            return
        hits = [z3.And(rest, self.formula(each.when)) for each in rule.overrides]
        ranks = [min(rank(party, self.case) for party in each.parties) for each in rule.overrides]
        highest = [
            z3.And(hit, *[z3.Not(other) for other, above in zip(hits, ranks, strict=True) if above < own])
            for hit, own in zip(hits, ranks, strict=True)
        ]
        clashes = [
            z3.And(hits[one], hits[other], z3.And() if same else z3.And(highest[one], highest[other]))
            for one, first in enumerate(rule.overrides)
            for other, second in enumerate(rule.overrides[:one])
            if set(first.parties) != set(second.parties)
            for same in [first.level is second.level]
        ]
        clash = z3.Or(clashes)
        yield Says(rule, "conflict", frozenset(), z3.And(meant, clash))
        for dock, decides in zip(rule.overrides, highest, strict=True):
            yield Says(rule, "decides", frozenset(dock.parties), z3.And(meant, decides, z3.Not(clash)))
        for number, step in enumerate(rule.alternatives):
            first = z3.And(held[number], *map(z3.Not, held[:number]), *map(z3.Not, hits))
            yield Says(rule, "decides", frozenset(step.parties), z3.And(meant, first), number)

    # ---------- the matter

    def counted(self) -> list[Says]:
        """What counts: where the law gives somebody a right of their own, rows without such a right are no rivals."""
        own = z3.Or([says.when for says in self.said if says.row.own_right is not None])
        return [
            says
            if says.row.own_right is not None
            else Says(says.row, says.kind, says.parties, z3.And(says.when, z3.Not(own)), says.step)
            for says in self.said
        ]

    def conflict(self) -> z3.BoolRef:
        said = self.counted()
        some = {
            kind: z3.Or([each.when for each in said if each.kind == kind])
            for kind in ("decides", "reserved", "execution", "conflict")
        }
        reserved = [each for each in said if each.kind == "reserved"]
        two = [
            z3.And(one.when, other.when)
            for number, one in enumerate(reserved)
            for other in reserved[:number]
            if one.parties != other.parties
        ]
        return z3.Or(
            some["conflict"],
            z3.And(some["decides"], some["reserved"]),
            z3.And(some["decides"], some["execution"]),
            z3.And(some["reserved"], some["execution"]),
            *two,
            *self._orders(said),
        )

    def _orders(self, said: list[Says]) -> Iterable[z3.BoolRef]:
        """Two orders that both delegate, and not to the same."""
        deciding = [each for each in said if each.kind == "decides"]
        orders = sorted({each.row.order for each in deciding})
        parties = {party for each in deciding for party in each.parties}

        def names(order: str, party: Party) -> z3.BoolRef:
            return z3.Or(
                [each.when for each in deciding if each.row.order == order and party in each.parties]
            )

        for one, other in ((a, b) for a in orders for b in orders if a < b):
            both = [
                z3.Or([each.when for each in deciding if each.row.order == order]) for order in (one, other)
            ]
            yield z3.And(*both, z3.Or([names(one, party) != names(other, party) for party in parties]))

    def silence(self) -> z3.BoolRef:
        return z3.Not(z3.Or([each.when for each in self.said]))

    def gap(self) -> z3.BoolRef:
        """Nobody answers, and a ladder is about the case; a chair who decides urgent matters answers."""
        ladders = [
            self.meant(order, rule)
            for order, rule in self.rows
            if any(step.when is not None for step in rule.alternatives)
        ]
        return z3.And(self.silence(), z3.Or(ladders))

    def overlap(self) -> z3.BoolRef:
        said = [each for each in self.counted() if each.kind == "decides"]
        pairs = [
            z3.And(one.when, other.when)
            for number, one in enumerate(said)
            for other in said[:number]
            if one.row.place != other.row.place and one.parties != other.parties
        ]
        return z3.And(z3.Or(pairs), z3.Not(self.conflict()))
