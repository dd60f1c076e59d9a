"""A `tabell` in columns.

In: the heading and the rows of the tree, whether they came with | or with the tabs of Excel.  Out: one line each, with
| between cells that stand as they were written.
"""

from collections.abc import Sequence
from itertools import zip_longest

from styrregler.formatting.layout import INDENT
from styrregler.syntax import ast

_BETWEEN = " | "


def table_lines(columns: Sequence[str], rows: Sequence[ast.Row]) -> list[str]:
    """The heading and every row, cells padded to the widest of their column."""
    lines = [columns, *([cell.text for cell in row.cells] for row in rows)]
    widths = [max(map(len, column)) for column in zip_longest(*lines, fillvalue="")]
    return [_line(cells, widths) for cells in lines]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)]
    return (INDENT + _BETWEEN.join(padded)).rstrip()
