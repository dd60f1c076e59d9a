"""When: the conditions of clauses, as written."""

from attrs import frozen

from styrregler.syntax.ast.words import Word, span_field
from styrregler.text import Span
from styrregler.values import Quantity


@frozen
class Flag:
    """A yes/no fact or a judgement, holding."""

    fact: Word


@frozen
class Is:
    """A fact that is one of some answers."""

    fact: Word
    values: tuple[Word, ...]


@frozen
class Limit:
    """A fact compared with a constant; ``operator`` is högst, minst, över or under."""

    fact: Word
    operator: str
    amount: Quantity
    span: Span = span_field()


@frozen
class Not:
    operand: "Expr"


@frozen
class AllOf:
    operands: tuple["Expr", ...]


@frozen
class AnyOf:
    operands: tuple["Expr", ...]


Expr = Flag | Is | Limit | Not | AllOf | AnyOf
