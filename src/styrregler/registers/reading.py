"""A register by the kind of its file.

In: a path, and for a database the question to put to it.  Out: :class:`Register`.  Raises RegisterProblem.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from styrregler.registers.csv_file import read_csv
from styrregler.registers.problem import RegisterProblem, brought, unreadable
from styrregler.registers.row import Register, Row, unique

_MANY = 10_000
SQLITE = (".sqlite", ".sqlite3", ".db")


def open_register(path: Path, sql: str = "") -> Register:
    """The register in the file at ``path``, or what ``sql`` asks of it. Raises RegisterProblem."""
    kind = path.suffix.lower()
    try:
        with path.open("rb"):
            pass
        if sql:
            return _sqlite(path, sql) if kind in SQLITE else _duckdb(path, sql)
        if kind not in READERS:
            raise RegisterProblem(
                f"filer som slutar på «{kind or path.name}» läses inte",
                f"ange en fil som slutar på {', '.join(READERS)}, eller en databas och --sql",
            )
        return READERS[kind](path)
    except OSError as error:
        raise unreadable(path, error) from None


def _xlsx(path: Path) -> Register:
    openpyxl = brought("openpyxl", "att läsa XLSX")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 - openpyxl says in many ways that it is no workbook
        raise RegisterProblem(f"{path.name} är ingen arbetsbok", "spara den som .xlsx i Excel") from None
    lines = book.worksheets[0].iter_rows(values_only=True)
    names = unique(_without_empty_end(next(lines, ())))
    if not names:
        book.close()
        raise RegisterProblem(
            f"{path.name} har ingen rad med rubriker", "skriv kolumnernas namn på första raden"
        )
    rows = (Row(_fitted(line, len(names))) for line in lines if any(cell is not None for cell in line))
    return Register(names, rows, book.close)


def _without_empty_end(cells: tuple[object, ...]) -> tuple[object, ...]:
    while cells and cells[-1] in (None, ""):
        cells = cells[:-1]
    return cells


def _fitted(cells: tuple[object, ...], wide: int) -> tuple[object, ...]:
    return (*cells[:wide], *[None] * (wide - len(cells)))


def _parquet(path: Path) -> Register:
    parquet = brought("pyarrow.parquet", "att läsa Parquet")
    try:
        file = parquet.ParquetFile(path)
    except Exception:  # noqa: BLE001 - pyarrow says in many ways that it is no Parquet
        raise RegisterProblem(f"{path.name} är ingen Parquet-fil", "kontrollera filen") from None
    names = unique(file.schema_arrow.names)
    done, total = 0, max(1, file.metadata.num_rows)

    def batches() -> Iterator[Any]:
        nonlocal done
        for batch in file.iter_batches(batch_size=_MANY):
            yield batch.rename_columns(names)
            done += batch.num_rows

    return Register(names, _rows_of(batches()), file.close, batches, lambda: done / total)


def _rows_of(batches: Iterator[Any]) -> Iterator[Row]:
    for batch in batches:
        yield from map(Row, zip(*(column.to_pylist() for column in batch.columns), strict=True))


def _sqlite(path: Path, sql: str) -> Register:
    base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        asked = base.execute(sql)
    except sqlite3.Error as error:
        base.close()
        raise RegisterProblem(f"databasen svarar inte på frågan: {error}", "rätta --sql") from None
    names = unique(each[0] for each in asked.description or ())
    return Register(names, (Row(tuple(each)) for each in asked), base.close)


def _duckdb(path: Path, sql: str) -> Register:
    duckdb = brought("duckdb", "att fråga med SQL")
    try:
        own = path.suffix.lower() in (".duckdb", ".ddb")
        base = duckdb.connect(str(path), read_only=True) if own else duckdb.connect()
        asked = base.sql(sql)
    except duckdb.Error as error:
        raise RegisterProblem(f"databasen svarar inte på frågan: {error}", "rätta --sql") from None
    if asked is None:
        raise RegisterProblem("frågan till databasen ger inga rader", "rätta --sql: den börjar med SELECT")

    def rows() -> Iterator[Row]:
        while many := asked.fetchmany(_MANY):
            yield from map(Row, many)

    names = unique(asked.columns)

    def batches() -> Iterator[Any]:
        for batch in (getattr(asked, "to_arrow_reader", None) or asked.fetch_arrow_reader)(_MANY):
            yield batch.rename_columns(names)

    return Register(names, rows(), base.close, batches)


READERS: dict[str, Callable[[Path], Register]] = {
    ".csv": read_csv,
    ".txt": read_csv,
    ".tsv": read_csv,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
"""How a register is read, by how the name of its file ends."""
