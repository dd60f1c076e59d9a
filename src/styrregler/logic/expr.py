"""Conditions: and, or, not over comparisons of one fact with constants."""

import enum
from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

from styrregler.values import Quantity

YES, NO = "ja", "nej"


class Operator(enum.Enum):
    """How a fact is compared with a constant."""

    AT_MOST = "högst"
    AT_LEAST = "minst"
    OVER = "över"
    UNDER = "under"

    @classmethod
    def written(cls, word: str) -> "Operator":
        """The operator that a word stands for; days are före, från and efter rather than under, minst and över."""
        return cls({"före": "under", "från": "minst", "efter": "över"}.get(word, word))

    @property
    def below(self) -> bool:
        """Holds for small values (högst, under) rather than large ones."""
        return self in (Operator.AT_MOST, Operator.UNDER)

    @property
    def after(self) -> bool:
        """The line between false and true lies just after the constant (högst, över) rather than just before it."""
        return self in (Operator.AT_MOST, Operator.OVER)

    def beside(self, constant: Quantity) -> str:
        """As written before ``constant``."""
        if constant.unit != "datum":
            return self.value
        return {"under": "före", "minst": "från", "över": "efter"}.get(self.value, self.value)


@frozen
class Compare:
    """A measured fact against a constant."""

    fact: str
    operator: Operator
    constant: Quantity


@frozen
class Is:
    """A fact that has one of these answers; a yes/no fact or a judgement that holds is «ja»."""

    fact: str
    values: frozenset[str]


@frozen
class Not:
    operand: "Expr"


@frozen
class AllOf:
    operands: tuple["Expr", ...]


@frozen
class AnyOf:
    operands: tuple["Expr", ...]


Expr = Compare | Is | Not | AllOf | AnyOf


def atoms(expr: Expr) -> Iterator[Compare | Is]:
    """The comparisons in ``expr``, in order of writing."""
    match expr:
        case Compare() | Is():
            yield expr
        case Not(operand):
            yield from atoms(operand)
        case AllOf(operands) | AnyOf(operands):
            for operand in operands:
                yield from atoms(operand)
        case _:
            assert_never(expr)


def describe(expr: Expr, *, inner: bool = False) -> str:
    """The condition in the language's own words."""
    match expr:
        case Compare(fact, operator, constant):
            return f"{fact} {operator.beside(constant)} {constant}"
        case Is(fact, values) if values == {YES}:
            return fact
        case Is(fact, values):
            ordered = sorted(values)
            return (
                f"{fact} är {ordered[0]}" if len(ordered) == 1 else f"{fact} är någon av {', '.join(ordered)}"
            )
        case Not(operand):
            return f"inte {describe(operand, inner=True)}"
        case AllOf(operands) | AnyOf(operands):
            joined = (" och " if isinstance(expr, AllOf) else " eller ").join(
                describe(part, inner=True) for part in operands
            )
            return f"({joined})" if inner else joined
        case _:
            assert_never(expr)
