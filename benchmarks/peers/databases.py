"""The same points as a table: SQLite, DuckDB, polars; and as facts: clingo."""

from benchmarks.peers.engine import Ask, Engine, Question, last, top
from benchmarks.workload import Point

COLUMNS = ("number", "matter", "low", "high", "start", "stop", "delegate", "body")
FOUND = "SELECT number, delegate, body FROM points WHERE matter = ? AND start <= ? AND stop > ? AND low <= ? AND high > ?"


def _rows(points: list[Point]) -> list[tuple[str | int, ...]]:
    return [
        (p.number, p.matter, p.low, top(p), p.start.toordinal(), last(p), p.delegate, p.body) for p in points
    ]


def _sqlite(points: list[Point]) -> Ask:
    import sqlite3

    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE TABLE points (number TEXT, matter TEXT, low INT, high INT, start INT, stop INT, delegate TEXT, body TEXT)"
    )
    base.executemany("INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _rows(points))
    base.execute("CREATE INDEX of_matter ON points (matter, start, low)")
    base.execute("ANALYZE")

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        day = on.toordinal()
        found = base.execute(FOUND, (matter, day, day, amount, amount)).fetchone()
        return found[0] if found else None

    return ask


def _duckdb(points: list[Point]) -> Ask:
    import duckdb
    import pyarrow as pa

    base = duckdb.connect()
    base.register(
        "given", pa.table(dict(zip(COLUMNS, map(pa.array, zip(*_rows(points), strict=True)), strict=True)))
    )
    base.execute("CREATE TABLE points AS SELECT * FROM given")
    base.execute("CREATE INDEX of_matter ON points (matter)")

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        day = on.toordinal()
        found = base.execute(FOUND, (matter, day, day, amount, amount)).fetchone()
        return found[0] if found else None

    return ask


def _polars(points: list[Point]) -> Ask:
    import polars as pl

    table = pl.DataFrame(_rows(points), schema=COLUMNS, orient="row").sort("matter")

    def ask(question: Question) -> str | None:
        matter, amount, on = question
        day = on.toordinal()
        found = table.filter(
            (pl.col("matter") == matter)
            & (pl.col("start") <= day)
            & (pl.col("stop") > day)
            & (pl.col("low") <= amount)
            & (pl.col("high") > amount)
        )["number"]
        return found[0] if len(found) else None

    return ask


def _clingo(points: list[Point]) -> Ask:
    import clingo

    control = clingo.Control(["--warn=none"])
    facts = "\n".join(
        f"point({p.matter},{p.number},{p.low},{top(p)},{p.start.toordinal()},{last(p)})." for p in points
    )
    rule = (
        "found(k,R) :- point(m,R,Low,High,Start,Stop), Low<=a, a<High, Start<=d, d<Stop. #external asked(k)."
    )
    control.add("base", [], facts)
    control.add("ask", ["m", "a", "d", "k"], rule)
    control.ground([("base", [])])
    asked = 0

    def ask(question: Question) -> str | None:
        nonlocal asked
        asked += 1
        matter, amount, on = question
        numbers = (clingo.Number(amount), clingo.Number(on.toordinal()), clingo.Number(asked))
        control.ground([("ask", [clingo.Function(matter), *numbers])])
        for atom in control.symbolic_atoms.by_signature("found", 2):
            if atom.symbol.arguments[0].number == asked:
                return str(atom.symbol.arguments[1])
        return None

    return ask


ENGINES = (
    Engine("SQLite, an index", _sqlite, ("sqlite3",), reasons="the row"),
    Engine("DuckDB", _duckdb, ("duckdb", "pyarrow"), reasons="the row"),
    Engine("polars, a filter", _polars, ("polars",), largest=10_000, reasons="the row"),
    Engine("clingo (ASP)", _clingo, ("clingo",), largest=10_000),
)
