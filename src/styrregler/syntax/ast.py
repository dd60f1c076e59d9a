"""The tree of a document, as written: nothing is looked up, nothing is inherited.

Spans count from the start of their clause, so the tree of a clause depends on its text alone and equal text may share
one tree.  Spans are not part of equality: two trees are equal when they say the same.
"""

from datetime import date

from attrs import field, frozen

from styrregler.text import SourceText, Span
from styrregler.values import LegalRef, Period, Quantity, Timing

NOWHERE = Span(0, 0)


def _span() -> Span:
    return field(eq=False, default=NOWHERE, repr=False)


@frozen
class Word:
    """A name as written."""

    text: str
    span: Span = _span()


@frozen
class Text:
    """Free text, without its quotation marks."""

    value: str
    span: Span = _span()


# ---------- who


@frozen
class RoleName:
    """A role, a body or a group of roles by name."""

    name: Word


@frozen
class Original:
    """«ursprunglig delegat»: whoever took the decision that this one is about."""

    span: Span = _span()


@frozen
class NearestChief:
    """«närmaste chef»."""

    span: Span = _span()


@frozen
class Respective:
    """«respektive X utifrån Y»: the holder of X at the Y that the matter is about."""

    role: Word
    by: Word | None
    span: Span = _span()


Ref = RoleName | Original | NearestChief | Respective


# ---------- when


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
    span: Span = _span()


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


# ---------- the values of clauses, one class per shape


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
class Condition:
    when: Expr


@frozen
class Latest:
    timing: Timing


@frozen
class Adoption:
    """When a body adopted the order: date, paragraph of the minutes, registration number."""

    day: date
    section: str = ""
    reference: str = ""


@frozen
class InForce:
    period: Period


@frozen
class Opened:
    """``gäller ärenden inledda före/från DATUM``."""

    before: bool
    day: date


@frozen
class Replaces:
    order: Word | Text


@frozen
class Superior:
    """``överordnad får alltid besluta`` or only ``vid frånvaro``."""

    always: bool


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
    span: Span = _span()


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
    """One line of ``samråd med`` or ``informera``."""

    refs: tuple[Ref, ...]
    timing: Timing | None = None
    when: Expr | None = None
    span: Span = _span()


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
class LegalRefs:
    refs: tuple[tuple[LegalRef, Span], ...] = field(eq=lambda refs: tuple(ref for ref, _ in refs))


@frozen
class Equivalent:
    """``motsvarighet``: a section of an act and what stands in its place; ``sure`` is false for «kanske»."""

    old: tuple[LegalRef, Span] = field(eq=lambda ref: ref[0])
    new: tuple[LegalRef, Span] = field(eq=lambda ref: ref[0])
    sure: bool = True


@frozen
class Texts:
    texts: tuple[Text, ...]


@frozen
class Includes:
    negated: bool
    texts: tuple[Text, ...]


@frozen
class GivenFact:
    """One fact of ``givet``; ``value`` None says that a yes/no fact holds."""

    name: Word
    value: Word | Quantity | date | None
    span: Span = _span()


@frozen
class GivenFacts:
    facts: tuple[GivenFact, ...]


@frozen
class DecidedBy:
    ref: Ref


@frozen
class SetAside:
    """``bortse från KOD "skäl" till DATUM``: a finding that is not to be reported here. ``until`` is the last day."""

    code: Word
    reason: Text
    until: date | None = None


@frozen
class Way:
    """``A till B``: who may, or may not, give assignments to whom; through a form (``genom``) or a party (``via``)."""

    sender: Word
    receiver: Word
    via: Word | None = None
    through: Word | None = None


@frozen
class Ways:
    items: tuple[Way, ...]


@frozen
class ChannelLine:
    """``A till B via C i fas F``: through whom A reaches B, and in which phases."""

    sender: Word
    receiver: Word
    via: Word | None = None
    phases: tuple[Word, ...] = ()


@frozen
class ChannelLines:
    items: tuple[ChannelLine, ...]


@frozen
class Expected:
    """What is expected ``of`` someone, and by whom (``A på B "…"``; None: by all)."""

    by: Word | None
    of: Word
    text: Text


@frozen
class Expectations:
    items: tuple[Expected, ...]


ClauseValue = (
    Single | Names | Turn | Number | Numbers | Dates | Aliases | Answers | Yearly | Verified | Delegable | Lifted
    | Condition | Latest | Adoption | InForce | Opened | Replaces | Superior | UnknownDelegate | DelegateAs | Deciders
    | Execution | OwnRight | Precondition | Requirement | SubDelegable | NotedList | Reported | Appeal | LegalRefs
    | Equivalent | Texts | Includes | GivenFacts | DecidedBy | SetAside | Ways | ChannelLines | Expectations
)  # fmt: skip


# ---------- blocks


@frozen
class Header:
    """A line in column 0. Which of the fields a kind of block uses, ``blocks.BLOCKS`` tells."""

    kind: str
    name: Word | None = None
    number: Word | None = None
    title: Text | None = None
    abbreviation: str = ""


@frozen
class Clause:
    """An indented line and its continuation. ``start`` counts from the start of the block."""

    keyword: str
    value: ClauseValue
    start: int = field(eq=False, default=0)


@frozen
class Cell:
    """One cell of a table, trimmed; ``span`` counts from the start of the block."""

    text: str
    span: Span = _span()


@frozen
class Row:
    """One row of a ``tabell``: a point, read cell by cell into the clauses it stands for."""

    number: Word
    title: Text
    cells: tuple[Cell, ...]
    clauses: tuple[Clause, ...]
    start: int = field(eq=False, default=0)
    broken: bool = False


@frozen
class Block:
    """A header and its clauses, from ``start`` in ``source``.

    ``broken`` says that some line could not be read: what the block means is then unknown.
    """

    header: Header
    clauses: tuple[Clause, ...]
    source: SourceText = field(eq=False, repr=False)
    start: int = field(eq=False)
    text: str = field(eq=False, repr=False)
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    broken: bool = False


@frozen
class Document:
    """All blocks of one file, in order."""

    source: SourceText = field(eq=False, repr=False)
    blocks: tuple[Block, ...]
