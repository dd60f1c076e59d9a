"""What the clauses of a case's way (ärendegång) and its phases hold."""

from attrs import frozen

from styrregler.syntax.ast.conditions import Expr
from styrregler.syntax.ast.words import Text, Word, span_field
from styrregler.text import Span
from styrregler.values import Timing


@frozen
class Onward:
    """One line of ``nästa``: the phase that follows, and when (or ``annars``)."""

    to: Word
    when: Expr | None = None
    otherwise: bool = False


@frozen
class Onwards:
    items: tuple[Onward, ...]


@frozen
class Back:
    """``åter till``: an earlier phase, and why."""

    to: Word
    reason: Text | None = None


@frozen
class Step:
    """One line of ``moment``: what is done in a phase, by whom (None: whoever answers for it) and when."""

    who: Word | None
    text: Text
    timing: Timing | None = None
    span: Span = span_field()


@frozen
class Steps:
    items: tuple[Step, ...]


@frozen
class Referral:
    """One line of ``remiss``: who are asked beside each other, and how long they have."""

    names: tuple[Word, ...]
    timing: Timing | None = None


@frozen
class Referrals:
    items: tuple[Referral, ...]


CaseValue = Onwards | Back | Steps | Referrals
