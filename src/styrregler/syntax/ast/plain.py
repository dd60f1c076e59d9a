"""The values of clauses that many blocks use: names, numbers, days, texts and sections of law."""

from datetime import date

from attrs import field, frozen

from styrregler.syntax.ast.conditions import Expr
from styrregler.syntax.ast.people import Ref
from styrregler.syntax.ast.words import Text, Word
from styrregler.text import Span
from styrregler.values import LegalRef, Period, Quantity


@frozen
class Single:
    """One name."""

    name: Word


@frozen
class Names:
    names: tuple[Word, ...]


@frozen
class Turn:
    """One after the other: «a, därefter b». ``only_for`` is the delegate that ``ersättare för X`` names."""

    refs: tuple[Ref, ...]
    only_for: Word | None = None


@frozen
class Number:
    value: str


@frozen
class Numbers:
    """Numbers of points."""

    numbers: tuple[Word, ...]


@frozen
class Dates:
    dates: tuple[date, ...]


@frozen
class Alias:
    """A synonym; it may bind a fact: «"leasa bil" med finansiering leasing»."""

    text: Text
    fact: Word | None = None
    value: Word | Quantity | None = None


@frozen
class Aliases:
    aliases: tuple[Alias, ...]


@frozen
class Answers:
    """The value of ``svar``; ``each`` when joined by «eller»."""

    refs: tuple[Ref, ...]
    each: bool


@frozen
class Yearly:
    year: int
    amount: Quantity


@frozen
class Condition:
    when: Expr


@frozen
class InForce:
    period: Period


@frozen
class LegalRefs:
    refs: tuple[tuple[LegalRef, Span], ...] = field(eq=lambda refs: tuple(ref for ref, _ in refs))


@frozen
class Texts:
    texts: tuple[Text, ...]


@frozen
class SetAside:
    """``bortse från KOD "skäl" till DATUM``: a finding that is not to be reported here. ``until`` is the last day."""

    code: Word
    reason: Text
    until: date | None = None


PlainValue = (
    Single | Names | Turn | Number | Numbers | Dates | Aliases | Answers | Yearly | Condition | InForce | LegalRefs | Texts
    | SetAside
)  # fmt: skip
