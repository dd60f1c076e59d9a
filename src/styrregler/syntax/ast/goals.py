"""The values of clauses on goals, on what boards are for, and on assignments with their steps and groups."""

from datetime import date

from attrs import frozen

from styrregler.syntax.ast.words import Text, Word, span_field
from styrregler.text import Span
from styrregler.values import Moment, Period, Quantity, Timing


@frozen
class KeyFigure:
    """``"…" minst 95 % varje år``: what is measured, the target and how often; ``operator`` as in a limit."""

    text: Text
    operator: str = ""
    target: Quantity | None = None
    timing: Timing | None = None


@frozen
class Contract:
    """``kontrakt med X "…"``, and how long it holds."""

    party: Word
    text: Text
    period: Period | None = None


@frozen
class Factor:
    """A goal or a success factor, and the names of what fulfils it (uppfylls av)."""

    text: Text
    met_by: tuple[Word, ...] = ()


@frozen
class Member:
    """A part of a group: somebody, or ``count`` of a kind («2 ur oppositionen»)."""

    name: Word
    count: int | None = None


@frozen
class Members:
    items: tuple[Member, ...]


@frozen
class Dated:
    """A time, for one body or (None) for all."""

    moment: Moment
    body: Word | None = None
    span: Span = span_field()


@frozen
class Plan:
    items: tuple[Dated, ...]


@frozen
class ToFill:
    """``ska fyllas i``: what nobody has decided yet, and by when it is to be."""

    texts: tuple[Text, ...] = ()
    until: date | None = None


GoalsValue = KeyFigure | Contract | Factor | Members | Plan | ToFill
