"""The values of clauses that rows have: who decides, on what terms, and what follows."""

from attrs import frozen

from styrregler.syntax.ast.conditions import Expr
from styrregler.syntax.ast.people import Ref
from styrregler.syntax.ast.words import Text, Word, span_field
from styrregler.text import Span
from styrregler.values import LegalRef, Timing


@frozen
class UnknownDelegate:
    reason: Text


@frozen
class DelegateAs:
    """``delegat enligt "ORDNING" punkt NR``."""

    order: Word | Text
    number: Word


@frozen
class Decider:
    """One line of ``delegat``, ``dock`` or ``beslutas av``: who, and when (or ``annars``)."""

    refs: tuple[Ref, ...]
    when: Expr | None = None
    otherwise: bool = False
    span: Span = span_field()


@frozen
class Deciders:
    items: tuple[Decider, ...]


@frozen
class Execution:
    by: Ref | None
    when: Expr | None


@frozen
class OwnRight:
    """``egen beslutanderätt`` and ``arbetsuppgift``: who, and by which statute."""

    ref: Ref
    law: LegalRef | None


@frozen
class Precondition:
    """``förutsätter``: a step before the decision."""

    step: Word
    law: LegalRef | None = None
    by: Ref | None = None
    granted: bool = False
    """``från`` (a power of attorney) rather than ``av``."""
    when: Expr | None = None


@frozen
class Requirement:
    when: Expr


@frozen
class SubDelegable:
    """``vidaredelegeras``: by nobody, or by these."""

    by: tuple[Word, ...]
    when: Expr | None


@frozen
class Noted:
    """One line of ``samråd med``, ``informera`` or ``följs upp av``; ``occasions`` are in what it is followed up."""

    refs: tuple[Ref, ...]
    timing: Timing | None = None
    when: Expr | None = None
    span: Span = span_field()
    occasions: tuple[Word, ...] = ()


@frozen
class NotedList:
    items: tuple[Noted, ...]


@frozen
class Reported:
    """``anmäls till`` (``to`` given) or ``anmäls inte``."""

    to: Word | None
    via: Word | None = None
    timing: Timing | None = None
    form: Word | None = None
    when: Expr | None = None


@frozen
class Appeal:
    """``överklagas genom VÄG hos "…"``; ``route`` None for ``överklagas inte``."""

    route: Word | None
    to: Text | None = None


@frozen
class Includes:
    negated: bool
    texts: tuple[Text, ...]


RowValue = (
    UnknownDelegate | DelegateAs | Deciders | Execution | OwnRight | Precondition | Requirement | SubDelegable | NotedList
    | Reported | Appeal | Includes
)  # fmt: skip
