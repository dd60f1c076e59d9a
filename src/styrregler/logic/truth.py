"""Three-valued truth of a condition, given what is known."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from attrs import evolve, field, frozen

from styrregler.logic.expr import AllOf, AnyOf, Compare, Expr, Is, Not
from styrregler.values import Quantity

# A line between two neighbouring values: (value, False) lies just before it and (value, True) just after.
Cut = tuple[Fraction, bool]
ZERO: Cut = (Fraction(0), False)


@frozen
class Interval:
    """All values between two cuts; None is open."""

    low: Cut | None = None
    high: Cut | None = None


# What may be known of a fact: its value, or a region that its value lies in.
Value = Quantity | str | Interval | frozenset[str]


def _no_amount(_name: str) -> Fraction | None:
    return None


@frozen
class Known:
    """Everything known when a question is answered.

    ``facts`` by name; a fact that is absent may be anything. ``amount`` gives a yearly amount in kronor for the year
    of the question, or None when that year is not listed. ``settled`` are comparisons whose truth has been assumed
    because their constant has no known size. ``whole`` are facts that only take whole numbers (counts and days).
    """

    facts: Mapping[str, Value] = field(factory=dict)
    amount: Callable[[str], Fraction | None] = field(default=_no_amount, eq=False)
    settled: Mapping[Compare, bool] = field(factory=dict)
    whole: frozenset[str] = frozenset()

    def given(self, fact: str, value: Value) -> "Known":
        """With one more fact."""
        return Known({**self.facts, fact: value}, self.amount, self.settled, self.whole)

    def measure(self, quantity: Quantity) -> Fraction | None:
        """The size of ``quantity`` on the axis of its kind; None for a yearly amount without a figure for the year."""
        if quantity.kind is not None or not quantity.unit:
            return quantity.measure
        figure = self.amount(quantity.unit)
        return None if figure is None else figure * Fraction(quantity.number)


def cut_of(compare: Compare, size: Fraction, known: Known) -> Cut:
    """Where ``compare`` changes its mind; among whole numbers, «just after 3» and «just before 4» are one place."""
    if compare.fact in known.whole:
        return (Fraction(floor(size) + 1) if compare.operator.after else Fraction(ceil(size)), False)
    return (size, compare.operator.after)


def truth(expr: Expr, known: Known) -> bool | None:
    """Whether ``expr`` holds; None when that depends on something not known.

    Each comparison is exact. A compound may be None although every completion agrees (`a eller inte a`); the table of
    cases finds that out by splitting.
    """
    match expr:
        case Compare():
            return _compare(expr, known)
        case Is(fact, values):
            value = known.facts.get(fact)
            if value is None:
                return None
            if isinstance(value, str):
                return value in values
            if isinstance(value, frozenset):
                return True if value <= values else None if value & values else False
            return None
        case Not(operand):
            inner = truth(operand, known)
            return None if inner is None else not inner
        case AllOf(operands):
            return _all(operands, known, absorbing=False)
        case AnyOf(operands):
            return _all(operands, known, absorbing=True)
        case _:
            assert_never(expr)


def residual(expr: Expr, known: Known) -> Expr:
    """What is left of a condition that is not known to hold or not: the parts already settled fall away."""
    match expr:
        case AllOf(operands) | AnyOf(operands):
            settled = isinstance(expr, AllOf)
            left = tuple(residual(part, known) for part in operands if truth(part, known) is not settled)
            return left[0] if len(left) == 1 else evolve(expr, operands=left)
        case Not(operand):
            return Not(residual(operand, known))
        case _:
            return expr


def _all(operands: tuple[Expr, ...], known: Known, *, absorbing: bool) -> bool | None:
    """And (absorbed by false) or or (absorbed by true), not known where an operand is and none absorbs."""
    result: bool | None = not absorbing
    for operand in operands:
        value = truth(operand, known)
        if value is absorbing:
            return absorbing
        if value is None:
            result = None
    return result


def _compare(compare: Compare, known: Known) -> bool | None:
    value = known.facts.get(compare.fact)
    if isinstance(value, Quantity):
        operator, constant = compare.operator, compare.constant
        if value.unit == constant.unit:
            # Two sides in the same yearly amount compare without a year.
            passed = value.number <= constant.number if operator.after else value.number < constant.number
            return passed is operator.below
        measured, bound = known.measure(value), known.measure(constant)
        if measured is None or bound is None:
            return known.settled.get(compare)
        return (measured <= bound if operator.after else measured < bound) is operator.below
    bound = known.measure(compare.constant)
    if bound is None:
        return known.settled.get(compare)
    # Nothing that is measured is negative.
    cut = cut_of(compare, bound, known)
    if cut <= ZERO:
        return not compare.operator.below
    if isinstance(value, Interval):
        if value.high is not None and value.high <= cut:
            return compare.operator.below
        if value.low is not None and value.low >= cut:
            return not compare.operator.below
    return None
