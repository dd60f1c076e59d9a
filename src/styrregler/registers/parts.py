"""A register in parts, each row with what is said of it: whole columns at a time where Arrow can hold them, else row by row.

In: a register, its columns, a rule set.  Out: :class:`Part`, in the order of the register, none kept.  Rows that are not as
they should be are told so, and never join others in a batch.  Needs nothing but Python; uses pyarrow where it is installed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from importlib.util import find_spec
from itertools import groupby, islice
from typing import Any, Protocol

from attrs import astuple, frozen

from styrregler.library.audit import RESULTS, Audit, Checked, Columns
from styrregler.library.audit.columns import KNOWN
from styrregler.library.audit.told import unchecked
from styrregler.registers.row import Register, Row
from styrregler.registers.writing import Writer, cells_of
from styrregler.ruleset import RuleSet

Cells = Sequence[object]
_KINDS = {str, int, float, bool, date, datetime}
"""Kinds of cells of which a whole column can be made, as long as they are of one kind."""
MANY = 10_000
"""How many rows are in a part."""


class Part(Protocol):
    """Rows that follow on each other."""

    @property
    def verdicts(self) -> Sequence[str]: ...

    def reason(self, at: int) -> str: ...

    def row(self, at: int) -> Cells: ...

    def write(self, writer: Writer, verdicts: Mapping[str, str]) -> None:
        """The rows with what is said of them, each verdict in words."""


@frozen
class Single:
    """Rows that were read one by one."""

    rows: Sequence[Row]
    checked: Sequence[Checked]

    @property
    def verdicts(self) -> Sequence[str]:
        return [each.told.verdict for each in self.checked]

    def reason(self, at: int) -> str:
        return self.checked[at].told.reason

    def row(self, at: int) -> Cells:
        return self.rows[at].cells

    def write(self, writer: Writer, verdicts: Mapping[str, str]) -> None:
        writer.rows(
            (*row.cells, verdicts[each.told.verdict], *astuple(each.told)[1:], each.inform_by, each.report_by)
            for row, each in zip(self.rows, self.checked, strict=True)
        )


@frozen
class Batch:
    """Rows that were judged together: a batch with the columns of the audit last. ``rows`` where they did not come as one."""

    judged: Any
    rows: Sequence[Row] | None = None

    @property
    def verdicts(self) -> Sequence[str]:
        return cells_of(self._said[0])

    def reason(self, at: int) -> str:
        return str(self._said[1][at].as_py())

    def row(self, at: int) -> Cells:
        if self.rows is not None:
            return self.rows[at].cells
        return [column[at].as_py() for column in self.judged.columns[: -len(RESULTS)]]

    def write(self, writer: Writer, verdicts: Mapping[str, str]) -> None:
        verdict, *rest = self._said
        if self.rows is None:
            words = type(verdict).from_arrays(
                verdict.indices, [verdicts[each] for each in verdict.dictionary.to_pylist()]
            )
            writer.batch(self.judged.set_column(self.judged.num_columns - len(RESULTS), "", words))
            return
        said = zip(map(verdicts.__getitem__, cells_of(verdict)), *map(cells_of, rest), strict=True)
        writer.rows((*row.cells, *each) for row, each in zip(self.rows, said, strict=True))

    @property
    def _said(self) -> Sequence[Any]:
        columns: Sequence[Any] = self.judged.columns[-len(RESULTS) :]
        return columns


def parts(register: Register, columns: Columns, rules: RuleSet) -> Iterator[Part]:
    """The register with what is said of each row."""
    audit = Audit(rules, columns)
    used = [name for each in KNOWN if (name := getattr(columns, each))] + list(columns.facts.values())
    if find_spec("pyarrow") is None or find_spec("numpy") is None:
        work = None
    else:
        from styrregler.library.audit.batches import BatchAudit

        work = BatchAudit(audit)
        if register.batches is not None:
            yield from (Batch(work.audited(_plain(each, used))) for each in register.batches())
            return
    for sound, rows in _runs(register.rows):
        batch = _batch(register.names, used, rows) if work is not None and sound else None
        if work is not None and batch is not None:
            yield Batch(work.audited(batch), rows)
        else:
            yield Single(rows, [_checked(register.names, row, audit) for row in rows])


def _runs(rows: Iterator[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Rows that are as they should be, and rows that are not, in order."""
    while many := list(islice(rows, MANY)):
        for sound, run in groupby(many, key=lambda row: not row.trouble):
            yield sound, list(run)


def _checked(names: Sequence[str], row: Row, audit: Audit) -> Checked:
    if row.trouble:
        return Checked(unchecked(row.trouble).told)
    return audit.check(dict(zip(names, row.cells, strict=True)))


def _plain(batch: Any, used: Sequence[str]) -> Any:
    """Columns that are asked about and hold lists or other columns, as text."""
    import pyarrow as pa

    for place, column in enumerate(batch.columns):
        if batch.schema.names[place] in used and pa.types.is_nested(column.type):
            texts = [None if cell is None else str(cell) for cell in column.to_pylist()]
            batch = batch.set_column(place, batch.schema.names[place], pa.array(texts, pa.string()))
    return batch


def _batch(names: Sequence[str], used: Sequence[str], rows: Sequence[Row]) -> Any:
    """The columns that are asked about; None where Arrow has no column for such cells."""
    import pyarrow as pa

    found = {}
    for name in dict.fromkeys(used):
        place = names.index(name)
        cells = [row.cells[place] for row in rows]
        kinds = {type(cell) for cell in cells} - {type(None)}
        if len(kinds) > 1 or not kinds <= _KINDS:
            return None
        try:
            found[name] = pa.array(cells, None if kinds else pa.string())
        except (pa.ArrowException, OverflowError):
            return None
    return pa.RecordBatch.from_pydict(found)
