"""The values of clauses that examples have: what is given."""

from datetime import date

from attrs import frozen

from styrregler.syntax.ast.people import Ref
from styrregler.syntax.ast.words import Word, span_field
from styrregler.text import Span
from styrregler.values import Quantity


@frozen
class GivenFact:
    """One fact of ``givet``; ``value`` None says that a yes/no fact holds."""

    name: Word
    value: Word | Quantity | date | None
    span: Span = span_field()


@frozen
class GivenFacts:
    facts: tuple[GivenFact, ...]


@frozen
class DecidedBy:
    ref: Ref


ExampleValue = GivenFacts | DecidedBy
