"""The values of clauses that state the law as data, and where it was read."""

from datetime import date

from attrs import field, frozen

from styrregler.syntax.ast.conditions import Expr
from styrregler.syntax.ast.words import Text, Word
from styrregler.text import Span
from styrregler.values import LegalRef, Timing


@frozen
class Verified:
    """When and where a statute was read; ``day`` is None for «inte»."""

    day: date | None
    note: Text | None


@frozen
class Delegable:
    """``delegeras inte`` (``only`` false) or ``delegeras bara``, to some kinds, on some condition."""

    only: bool
    kinds: tuple[Word, ...]
    when: Expr | None


@frozen
class Lifted:
    to: Word
    when: Expr


@frozen
class Latest:
    timing: Timing


@frozen
class Equivalent:
    """``motsvarighet``: a section of an act and what stands in its place; ``sure`` is false for «kanske»."""

    old: tuple[LegalRef, Span] = field(eq=lambda ref: ref[0])
    new: tuple[LegalRef, Span] = field(eq=lambda ref: ref[0])
    sure: bool = True


LawValue = Verified | Delegable | Lifted | Latest | Equivalent
