"""Files that are there whole or not at all.

In: a path, the names of the columns, and rows.  Out: the file.  It is written beside its place under another name and put
there in one step when all of it is on the disk, so that whoever is cut off leaves what was there before.  Raises
RegisterProblem.
"""

import csv
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from styrregler.registers.problem import RegisterProblem, brought, unwritable

Write = Callable[[Sequence[object]], None]
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


@contextmanager
def table_writer(path: Path, names: Sequence[str]) -> Iterator[Write]:
    """Something to give each row to; the kind of file is as its name ends."""
    kind = path.suffix.lower()
    if kind not in WRITERS:
        raise RegisterProblem(
            f"resultat som slutar på «{kind or path.name}» skrivs inte", f"välj {', '.join(WRITERS)}"
        )
    with whole_file(path) as unfinished, WRITERS[kind](unfinished, names) as write:
        yield write


@contextmanager
def _csv(path: Path, names: Sequence[str]) -> Iterator[Write]:
    """As Swedish Excel opens it: UTF-8 with BOM, semicolons."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(names)
        yield writer.writerow


@contextmanager
def _xlsx(path: Path, names: Sequence[str]) -> Iterator[Write]:
    openpyxl = brought("openpyxl", "att skriva XLSX")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Granskning")
    sheet.append(list(names))
    count = 0

    def write(row: Sequence[object]) -> None:
        nonlocal count
        count += 1
        if count > MOST_IN_SHEET:
            raise RegisterProblem(
                "ett kalkylblad rymmer inte fler än 1 048 576 rader", "skriv till .csv eller .parquet"
            )
        sheet.append([_for_sheet(cell) for cell in row])

    yield write
    with path.open("wb") as file:
        book.save(file)


def _for_sheet(cell: object) -> object:
    """Control characters have no place in a sheet."""
    return (
        "".join(each if each >= " " or each in "\t\n" else " " for each in cell)
        if isinstance(cell, str)
        else cell
    )


@contextmanager
def _parquet(path: Path, names: Sequence[str]) -> Iterator[Write]:
    """All as text: a row of a register that is not as it should be is kept as it is."""
    arrow = brought("pyarrow", "att skriva Parquet")
    parquet = brought("pyarrow.parquet", "att skriva Parquet")
    schema = arrow.schema([(name, arrow.string()) for name in names])
    waiting: list[list[str | None]] = []
    with parquet.ParquetWriter(path, schema) as file:

        def flush() -> None:
            columns = list(zip(*waiting, strict=True)) if waiting else [()] * len(names)
            file.write_batch(
                arrow.RecordBatch.from_arrays(
                    [arrow.array(each, arrow.string()) for each in columns], schema=schema
                )
            )
            waiting.clear()

        def write(row: Sequence[object]) -> None:
            waiting.append([None if cell is None else str(cell) for cell in row])
            if len(waiting) >= _MANY:
                flush()

        yield write
        flush()


WRITERS: dict[str, Callable[[Path, Sequence[str]], Any]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
"""How a table is written, by how the name of its file ends."""
