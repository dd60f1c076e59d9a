"""Comments, and the lines they belong to.

Reads the same text as the parser, line by line, and says for every header, clause and row which comments stand above
its lines and after them.  Which line begins a clause is known from the tree; what a comment says is never looked at.

A comment on a line of its own belongs to what follows it.  Only at the end of a block does its indent decide: an
indented comment is the last thing in the block above, one in column 0 comes between the blocks.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from attrs import frozen

from styrregler.formatting.layout import Layout, Remarks
from styrregler.syntax import ast
from styrregler.text import Line, SourceText, split_lines

Paragraph = tuple[str, ...]
"""Comment lines without a blank line between them."""


@frozen
class Written:
    """A physical line that says something, with its comments; ``start`` counts from the start of the file."""

    start: int
    content: str
    above: tuple[str, ...]
    beside: tuple[str, ...]


@frozen
class Surroundings:
    """What stands around a block and in it that the tree does not hold.

    ``before`` are the paragraphs between the block above and this one; the last is ``attached`` when no blank line
    follows it. ``units`` are the lines of the header, then of each clause (or of a table's heading and rows).
    ``ending`` are comments after the last line of the block, at the indent of its clauses.
    """

    before: tuple[Paragraph, ...]
    attached: bool
    units: tuple[tuple[Written, ...], ...]
    ending: tuple[str, ...]


def comments_of(source: SourceText) -> list[str]:
    """Every comment of a file in order, each with its ``#``."""
    return [text for line in split_lines(source.text) for text in _comment(line)]


def _comment(line: Line) -> tuple[str, ...]:
    """The comment of a line from its ``#`` on, or nothing; after an unclosed mark (5" rör) a space comes with it."""
    return (line.comment.lstrip(),) if line.comment else ()


def surroundings(document: ast.Document) -> tuple[list[Surroundings], tuple[Paragraph, ...]]:
    """What stands around each block, and the paragraphs after the last."""
    starts = [block.start for block in document.blocks]
    lines: list[list[tuple[_Silence, Line]]] = [[] for _ in starts]
    spoken, silence = _spoken(document.source.text)
    for above, line in spoken:
        lines[bisect_right(starts, line.start) - 1].append((above, line))
    silences = [*(first[0] for first, *_ in lines), silence]
    before = [silences[0]]
    endings = []
    for after in silences[1:]:
        ending, between = _divided(after)
        endings.append(ending)
        before.append(between)
    around = [
        Surroundings(_paragraphs(between), bool(between and between[-1].comment), _units(block, own), ending)
        for block, own, between, ending in zip(document.blocks, lines, before[:-1], endings, strict=True)
    ]
    return around, _paragraphs(before[-1])


_Silence = list[Line]
"""Blank lines and comments between two lines that say something."""


def _spoken(text: str) -> tuple[list[tuple[_Silence, Line]], _Silence]:
    """Every line that says something with the silence above it, and the silence at the end."""
    spoken: list[tuple[_Silence, Line]] = []
    silence: _Silence = []
    for line in split_lines(text):
        if line.content:
            spoken.append((silence, line))
            silence = []
        else:
            silence.append(line)
    return spoken, silence


def _divided(silence: _Silence) -> tuple[tuple[str, ...], _Silence]:
    """The indented comments that end the block above, and what comes between it and the next."""
    own = list(takewhile(lambda line: not line.comment or line.indent, silence))
    return tuple(line.comment for line in own if line.comment), silence[len(own) :]


def _paragraphs(silence: _Silence) -> tuple[Paragraph, ...]:
    groups = groupby(silence, key=lambda line: bool(line.comment))
    return tuple(tuple(line.comment for line in group) for speaks, group in groups if speaks)


def _units(block: ast.Block, lines: Iterable[tuple[_Silence, Line]]) -> tuple[tuple[Written, ...], ...]:
    """The lines of the block, cut where a clause begins; every line of a table is its own."""
    begins = {block.start + clause.start for clause in block.clauses}
    units: list[list[Written]] = []
    for silence, line in lines:
        # What stands above a header is told apart from its block.
        above = tuple(remark.comment for remark in silence if remark.comment) if units else ()
        written = Written(line.content_start, line.content, above, _comment(line))
        if not units or block.columns or written.start in begins:
            units.append([written])
        else:
            units[-1].append(written)
    return tuple(map(tuple, units))


# ---------- which piece of a clause a comment stands at

_PLACELESS = re.compile(r"ursprunglig\s+delegat|närmaste\s+chef|\d{4}-\d\d-\d\d")
"""What may begin a line but carries no place in the tree."""


def remarks_of(lines: Sequence[Written], layout: Layout) -> Remarks:
    """The comments of a clause by the piece of its layout that they stand at."""
    above: defaultdict[int, list[str]] = defaultdict(list)
    beside: defaultdict[int, list[str]] = defaultdict(list)
    places = list(_places(lines, layout)) or [0]
    firsts = [
        0,
        *(min(bisect_left(places, line.start - lines[0].start), len(places) - 1) for line in lines[1:]),
    ]
    lasts = [*(max(0, first - 1) for first in firsts[1:]), len(places) - 1]
    for line, first, last in zip(lines, firsts, lasts, strict=True):
        if line.above:
            above[first] += line.above
        if (
            line is lines[0]
            and layout.items
            and len(lines) > 1
            and line.content.split() == layout.head.split()
        ):
            # The keyword alone: its value is moved up beside it, and nothing of the clause stood before the comment.
            above[0] = [*line.above, *line.beside, *above[0][len(line.above) :]]
        elif line.beside:
            beside[last] += line.beside
    return Remarks(above, beside)


def _places(lines: Sequence[Written], layout: Layout) -> Iterator[int]:
    """Where every piece stands, counted from the start of the clause."""
    text = ""
    for line in lines:
        text = text.ljust(line.start - lines[0].start) + line.content
    place = 0
    for piece in layout.pieces:
        place += 1
        if piece.at:
            place = piece.at
        elif said := _PLACELESS.search(piece.text):
            found = re.compile(r"\s+".join(said[0].split())).search(text, place)
            place = found.start() if found else place
        yield place
