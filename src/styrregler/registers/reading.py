"""A register by the kind of its file.

In: a path, and for a database the question to put to it.  Out: :class:`Register`.  Raises RegisterProblem.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen

from styrregler.registers.csv_file import read_csv
from styrregler.registers.problem import RegisterProblem, brought, unreadable
from styrregler.registers.row import Row, unique

Read = tuple[tuple[str, ...], Iterator[Row]]
_MANY = 10_000
SQLITE = (".sqlite", ".sqlite3", ".db")


@frozen
class Register:
    """The names of its columns, and its rows, which can be gone through once."""

    names: tuple[str, ...]
    rows: Iterator[Row]


def open_register(path: Path, sql: str = "") -> Register:
    """The register in the file at ``path``, or what ``sql`` asks of it. Raises RegisterProblem."""
    kind = path.suffix.lower()
    try:
        with path.open("rb"):
            pass
        if sql:
            return Register(*(_sqlite(path, sql) if kind in SQLITE else _duckdb(path, sql)))
        if kind not in READERS:
            raise RegisterProblem(
                f"filer som slutar på «{kind or path.name}» läses inte",
                f"ange en fil som slutar på {', '.join(READERS)}, eller en databas och --sql",
            )
        return Register(*READERS[kind](path))
    except OSError as error:
        raise unreadable(path, error) from None


def _xlsx(path: Path) -> Read:
    openpyxl = brought("openpyxl", "att läsa XLSX")
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 - openpyxl says in many ways that it is no workbook
        raise RegisterProblem(f"{path.name} är ingen arbetsbok", "spara den som .xlsx i Excel") from None
    lines = book.worksheets[0].iter_rows(values_only=True)
    names = unique(_without_empty_end(next(lines, ())))
    if not names:
        raise RegisterProblem(f"{path.name} har ingen rad med rubriker", "skriv kolumnernas namn på första raden")
    return names, (Row(_fitted(line, len(names))) for line in lines if any(cell is not None for cell in line))


def _without_empty_end(cells: tuple[object, ...]) -> tuple[object, ...]:
    while cells and cells[-1] in (None, ""):
        cells = cells[:-1]
    return cells


def _fitted(cells: tuple[object, ...], wide: int) -> tuple[object, ...]:
    return (*cells[:wide], *[None] * (wide - len(cells)))


def _parquet(path: Path) -> Read:
    parquet = brought("pyarrow.parquet", "att läsa Parquet")
    try:
        file = parquet.ParquetFile(path)
    except Exception:  # noqa: BLE001 - pyarrow says in many ways that it is no Parquet
        raise RegisterProblem(f"{path.name} är ingen Parquet-fil", "kontrollera filen") from None
    batches = file.iter_batches(batch_size=_MANY)
    rows = (
        Row(cells)
        for batch in batches
        for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True)
    )
    return unique(file.schema_arrow.names), rows


def _sqlite(path: Path, sql: str) -> Read:
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        asked = base.execute(sql)
    except sqlite3.Error as error:
        raise RegisterProblem(f"databasen svarar inte på frågan: {error}", "rätta --sql") from None
    return unique(each[0] for each in asked.description or ()), (Row(tuple(each)) for each in asked)


def _duckdb(path: Path, sql: str) -> Read:
    duckdb = brought("duckdb", "att fråga med SQL")
    try:
        own = path.suffix.lower() in (".duckdb", ".ddb")
        base = duckdb.connect(str(path), read_only=True) if own else duckdb.connect()
        asked = base.execute(sql)
    except duckdb.Error as error:
        raise RegisterProblem(f"databasen svarar inte på frågan: {error}", "rätta --sql") from None

    def rows() -> Iterator[Row]:
        while many := asked.fetchmany(_MANY):
            yield from map(Row, many)

    return unique(each[0] for each in asked.description or ()), rows()


READERS: dict[str, Callable[[Path], Read]] = {
    ".csv": read_csv,
    ".txt": read_csv,
    ".tsv": read_csv,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
"""How a register is read, by how the name of its file ends."""
