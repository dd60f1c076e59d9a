"""Blocks: a header, its clauses or rows, and the document that holds them all."""

from attrs import field, frozen

from styrregler.syntax.ast.cases import CaseValue
from styrregler.syntax.ast.conduct import ConductValue
from styrregler.syntax.ast.examples import ExampleValue
from styrregler.syntax.ast.goals import GoalsValue
from styrregler.syntax.ast.interplay import InterplayValue
from styrregler.syntax.ast.law import LawValue
from styrregler.syntax.ast.orders import OrderValue
from styrregler.syntax.ast.plain import PlainValue
from styrregler.syntax.ast.rows import RowValue
from styrregler.syntax.ast.vocabulary import VocabularyValue
from styrregler.syntax.ast.words import Text, Word, span_field
from styrregler.text import SourceText, Span

ClauseValue = (
    PlainValue
    | LawValue
    | OrderValue
    | RowValue
    | ExampleValue
    | InterplayValue
    | ConductValue
    | CaseValue
    | GoalsValue
    | VocabularyValue
)  # fmt: skip


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
    span: Span = span_field()


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
