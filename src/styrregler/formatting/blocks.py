"""A block as lines: its header, then its clauses or the rows of its table, with their comments.

Between the document, which knows what stands around a block, and the printer, which knows one clause.
"""

from collections.abc import Sequence
from itertools import repeat

from attrs import evolve

from styrregler.formatting import parts
from styrregler.formatting.comments import Surroundings, Written, remarks_of
from styrregler.formatting.layout import INDENT, clause_lines, commented
from styrregler.formatting.printer import layout_of
from styrregler.formatting.tables import table_lines
from styrregler.syntax import ast
from styrregler.syntax.blocks import BLOCKS

_Unit = Sequence[Written]
"""The lines of the source that a header, a clause or a row was written on; none for a block made by hand."""


def print_block(block: ast.Block) -> str:
    """The canonical text of a block, comments apart; no line feed after the last line.

    Raises ValueError for a text that holds both kinds of quotation marks.
    """
    return "\n".join(block_lines(block))


def block_lines(block: ast.Block, around: Surroundings | None = None) -> list[str]:
    """The lines of a block from its header on, with the comments that ``around`` knows of."""
    units = iter(around.units) if around else repeat(())
    lines = _line(_header(block.header), next(units))
    for row in table_lines(block.columns, block.rows) if block.columns else ():
        lines += _line(row, next(units))
    for clause in block.clauses:
        lines += _clause(clause, block.header.kind, next(units))
    return [*lines, *(INDENT + text for text in (around.ending if around else ()))]


def _line(line: str, unit: _Unit) -> list[str]:
    """A header or a row, which is always one line."""
    return commented(line, *((unit[0].above, unit[0].beside) if unit else ((), ())))


def _clause(clause: ast.Clause, kind: str, unit: _Unit) -> list[str]:
    layout = evolve(layout_of(clause), depth=2 if clause.keyword in BLOCKS[kind].under else 1)
    return clause_lines(layout, remarks_of(unit, layout)) if unit else clause_lines(layout)


def _header(header: ast.Header) -> str:
    words = [header.kind]
    words += [word.text for word in (header.name, header.number) if word]
    words += [parts.quoted(header.title.value)] if header.title else []
    words += [f"({header.abbreviation})"] if header.abbreviation else []
    return " ".join(words)
