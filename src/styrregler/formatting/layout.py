"""Lines and columns: where in a line a clause's words stand, where it may break, and where its comments go.

Between the printer, which knows the words, and the document, which knows the file.  In: a :class:`Layout` and the
comments that stand beside its pieces.  Out: physical lines.  Knows no keyword and no grammar.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import Factory, frozen

INDENT = " " * 4
VALUE = 22
"""Characters before a value: the indent and the keyword, padded."""
WIDTH = 120
"""A list that would reach further goes on in the next line."""
APART = " " * 3
"""Between who and when where several lines share the columns, and before a comment."""


@frozen
class Piece:
    """Text that never breaks; the line may break before it.

    ``at`` is where it stands in the text of its clause, 0 when that is not known (or nobody wrote it yet).
    """

    text: str
    at: int = 0


@frozen
class Item:
    """One line of a clause, if there is room: who or what, and (as a column of its own) when."""

    what: tuple[Piece, ...]
    when: tuple[Piece, ...] = ()


@frozen
class Layout:
    """A clause taken apart for printing: what stands in the keyword's column, and its items.

    ``gap`` stands between what and when. ``depth`` is 2 for a clause that belongs to the one above it.
    """

    head: str
    items: tuple[Item, ...] = ()
    gap: str = " "
    depth: int = 1

    @property
    def pieces(self) -> Iterator[Piece]:
        """All pieces in the order they are printed; comments count them."""
        for item in self.items:
            yield from item.what
            yield from item.when


@frozen
class Remarks:
    """The comments of one clause by the piece they stand at: on lines of their own above it, or after it."""

    above: Mapping[int, Sequence[str]] = Factory(dict)
    beside: Mapping[int, Sequence[str]] = Factory(dict)

    def breaks_before(self, piece: int) -> bool:
        """Whether ``piece`` must begin a line, for a comment to keep its place."""
        return piece in self.above or piece - 1 in self.beside


NO_REMARKS = Remarks()


@frozen
class _Run:
    """Pieces ``first`` up to ``end`` (not included) on one line."""

    first: int
    end: int
    text: str = ""


def commented(line: str, above: Iterable[str], beside: Iterable[str]) -> list[str]:
    """``line`` with its comments; of several after it all but the first stand below, at its indent."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    after = list(beside)
    whole = line.rstrip() + (APART + after[0] if after else "")
    return [*(indent + text for text in above), whole, *(indent + text for text in after[1:])]


def clause_lines(layout: Layout, remarks: Remarks = NO_REMARKS) -> list[str]:
    """The lines of one clause, values from column 23, or one space after a keyword that reaches further."""
    further = INDENT * (layout.depth - 1)
    head = further + f"{INDENT}{layout.head} ".ljust(VALUE)
    lines: list[str] = []
    for number, run in enumerate(_runs(layout, len(head), remarks)):
        line = (" " * len(head) if number else head) + run.text
        inside = range(run.first, max(run.end, run.first + 1))
        above = remarks.above.get(run.first, ())
        late = [text for piece in inside[1:] for text in remarks.above.get(piece, ())]
        lines += commented(line, above, [*_beside(remarks, inside), *late])
    return lines


def _beside(remarks: Remarks, pieces: Iterable[int]) -> Iterator[str]:
    for piece in pieces:
        yield from remarks.beside.get(piece, ())


def _runs(layout: Layout, margin: int, remarks: Remarks) -> Iterator[_Run]:
    """Every line of the clause, without its margin."""
    if not layout.items:
        yield _Run(0, 0)
        return
    first = 0
    filled: list[tuple[list[_Run], tuple[Piece, ...]]] = []
    for item in layout.items:
        filled.append((_fill(item.what, first, WIDTH - margin, remarks), item.when))
        first += len(item.what) + len(item.when)
    column = max((len(what[-1].text + layout.gap) for what, when in filled if what and when), default=0)
    for what, when in filled:
        if not when:
            yield from what
            continue
        *earlier, last = what or [_Run(0, 0)]
        yield from earlier
        yield from _beside_each_other(last, column, _fill(when, last.end, WIDTH - margin - column, remarks))


def _beside_each_other(what: _Run, column: int, when: list[_Run]) -> Iterator[_Run]:
    """``what`` and ``when`` on one line; what is left of the condition stands under its first word."""
    yield _Run(what.first, when[0].end, what.text.ljust(column) + when[0].text)
    hanging = " " * (column + len("när "))
    for run in when[1:]:
        yield _Run(run.first, run.end, hanging + run.text)


def _fill(pieces: Sequence[Piece], first: int, width: int, remarks: Remarks) -> list[_Run]:
    """Pieces in as few lines as there is room for, and a break wherever a comment demands one."""
    runs: list[_Run] = []
    for number, piece in enumerate(pieces, first):
        if runs and len(runs[-1].text) + 1 + len(piece.text) <= width and not remarks.breaks_before(number):
            runs[-1] = _Run(runs[-1].first, number + 1, f"{runs[-1].text} {piece.text}")
        else:
            runs.append(_Run(number, number + 1, piece.text))
    return runs
