"""Files that are there whole or not at all.

In: a path, the names of the columns, and rows.  Out: the file.  It is written beside its place under another name and put
there in one step when all of it is on the disk, so that whoever is cut off leaves what was there before.  Raises
RegisterProblem.
"""

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from attrs import define, frozen

from styrregler.registers.problem import RegisterProblem, brought, unwritable

UNFINISHED = ".ofardig"
"""How the name of a file ends that is not finished; one that has been left behind can be thrown away."""
MOST_IN_SHEET = 1_048_575
_MANY = 10_000


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to; what was written there stands at ``path`` when the block ends well, else nothing is changed."""
    unfinished: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED)
        unfinished = Path(name)
        os.close(handle)
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        umask = os.umask(0)
        os.umask(umask)
        unfinished.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~umask)
        unfinished.replace(path)
    except OSError as error:
        raise unwritable(path, error) from None
    finally:
        if unfinished is not None:
            with suppress(OSError):
                unfinished.unlink()


class Writer(Protocol):
    """Something to give rows to, or Arrow record batches of them."""

    def rows(self, rows: Iterable[Sequence[object]]) -> None: ...

    def batch(self, batch: Any) -> None: ...


@contextmanager
def table_writer(path: Path, names: Sequence[str]) -> Iterator[Writer]:
    """Something to give the rows to; the kind of file is as its name ends."""
    kind = path.suffix.lower()
    if kind not in WRITERS:
        raise RegisterProblem(
            f"resultat som slutar på «{kind or path.name}» skrivs inte", f"välj {', '.join(WRITERS)}"
        )
    with whole_file(path) as unfinished, WRITERS[kind](unfinished, names) as writer:
        yield writer


@frozen
class _RowWriter:
    """Writes rows, and batches as rows."""

    rows: Callable[[Iterable[Sequence[object]]], None]

    def batch(self, batch: Any) -> None:
        self.rows(zip(*map(cells_of, batch.columns), strict=True))


def cells_of(column: Any) -> list[Any]:
    """The cells of an Arrow column; a text that stands in many is made once."""
    if not hasattr(column, "dictionary"):
        return list(column.to_pylist())
    words = [*column.dictionary.to_pylist(), None]
    return [words[place] for place in column.indices.fill_null(len(words) - 1).to_pylist()]


@contextmanager
def _csv(path: Path, names: Sequence[str]) -> Iterator[Writer]:
    """As Swedish Excel opens it: UTF-8 with BOM, semicolons."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(names)
        yield _RowWriter(writer.writerows)


@contextmanager
def _xlsx(path: Path, names: Sequence[str]) -> Iterator[Writer]:
    openpyxl = brought("openpyxl", "att skriva XLSX")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Granskning")
    sheet.append(list(names))
    count = 0

    def write(rows: Iterable[Sequence[object]]) -> None:
        nonlocal count
        for row in rows:
            count += 1
            if count > MOST_IN_SHEET:
                raise RegisterProblem(
                    "ett kalkylblad rymmer inte fler än 1 048 576 rader", "skriv till .csv eller .parquet"
                )
            sheet.append([_for_sheet(cell) for cell in row])

    yield _RowWriter(write)
    with path.open("wb") as file:
        book.save(file)


def _for_sheet(cell: object) -> object:
    """Control characters have no place in a sheet."""
    return (
        "".join(each if each >= " " or each in "\t\n" else " " for each in cell)
        if isinstance(cell, str)
        else cell
    )


@define
class _ParquetWriter:
    """Rows as text, since a row that is not as it should be is kept as it is; batches as they are."""

    path: Path
    names: Sequence[str]
    arrow: Any
    parquet: Any
    file: Any = None

    def rows(self, rows: Iterable[Sequence[object]]) -> None:
        every = iter(rows)
        while many := list(islice(every, _MANY)):
            self._write(self._as_text(zip(*many, strict=True)))

    def batch(self, batch: Any) -> None:
        plain = [
            column.cast(column.type.value_type) if hasattr(column, "dictionary") else column
            for column in batch.columns
        ]
        self._write(self.arrow.RecordBatch.from_arrays(plain, names=list(self.names)))

    def close(self) -> None:
        if self.file is None:
            self._write(self._as_text([()] * len(self.names)))
        self.file.close()

    def _as_text(self, columns: Iterable[Sequence[object]]) -> Any:
        texts = ([None if cell is None else str(cell) for cell in column] for column in columns)
        arrays = [self.arrow.array(each, self.arrow.string()) for each in texts]
        return self.arrow.RecordBatch.from_arrays(arrays, names=list(self.names))

    def _write(self, batch: Any) -> None:
        if self.file is None:
            self.file = self.parquet.ParquetWriter(self.path, batch.schema)
        self.file.write_batch(batch)


@contextmanager
def _parquet(path: Path, names: Sequence[str]) -> Iterator[Writer]:
    arrow, parquet = (brought(each, "att skriva Parquet") for each in ("pyarrow", "pyarrow.parquet"))
    with closing(_ParquetWriter(path, names, arrow, parquet)) as writer:
        yield writer


WRITERS: dict[str, Callable[[Path, Sequence[str]], Any]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
"""How a table is written, by how the name of its file ends."""
