"""The values of clauses on deviations and on codes of conduct."""

from attrs import frozen

from styrregler.syntax.ast.conditions import Expr
from styrregler.syntax.ast.orders import Adoption
from styrregler.syntax.ast.people import Ref
from styrregler.syntax.ast.words import Text, Word, span_field
from styrregler.text import Span
from styrregler.values import Timing


@frozen
class Measure:
    """One line of ``åtgärd``: who does what, and by when."""

    refs: tuple[Ref, ...]
    text: Text
    timing: Timing | None = None
    when: Expr | None = None
    span: Span = span_field()


@frozen
class Measures:
    items: tuple[Measure, ...]


@frozen
class Escalated:
    """``eskaleras enligt X när …``; without a condition it is a ``Single``."""

    name: Word
    when: Expr


@frozen
class Titled:
    """A name and a title: ``regel NAMN "Titel"``."""

    name: Word
    title: Text


@frozen
class Acceptance:
    """One line of ``antagen av``: which body, and by which decision."""

    body: Word
    adoption: Adoption


@frozen
class Acceptances:
    items: tuple[Acceptance, ...]


ConductValue = Measures | Escalated | Titled | Acceptances
