"""What an audit costs, beside DuckDB's join of the same decisions with the same points on one thread.

In: how many points and decisions.  Out: :class:`Audited`.  DuckDB finds the row that determines each decision and no more;
`check_many` gives the verdict, the row, the reason and the duties.  Both read one Arrow table.  Every answer of DuckDB's is
compared with the row that `check_many` names, and some decisions with `check`.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from attrs import asdict, frozen

from benchmarks.kontrollera import on_one_core
from benchmarks.workload import FIRST, LAST, points, written

if TYPE_CHECKING:
    from styrregler.library import Rules

RIGHT = 0.95
"""The share of decisions that were made by the delegate of their row."""
ALONE = 300
"""How many decisions are asked one by one too."""
BATCH = 65_536


@frozen
class Audited:
    """Seconds by the clock, of one process on one core. ``first`` is with no case met before, ``again`` with all met."""

    points: int
    decisions: int
    cases: int
    first: float
    again: float
    joined: float
    memory: float
    determined: int
    agree: bool


def cost(count: int, decisions: int) -> Audited:
    """The cost of auditing in this process."""
    import duckdb
    import pyarrow as pa

    from styrregler.library import Decision, Rules
    from styrregler.text import SourceText
    from styrregler.workspace import compile_sources

    made = points(count)
    rules = Rules(compile_sources([SourceText.of("prov.styr", written(made))], "prov"))
    errors = [each.message for each in rules.diagnostics if each.severity.value == "fel"]
    assert not errors, errors[:3]
    chance, rows = random.Random(5), []
    days = (LAST - FIRST).days
    for _ in range(decisions):
        point = chance.choice(made)
        amount, on = chance.randrange(25_000_000), FIRST + timedelta(chance.randrange(days))
        rows.append(
            (
                point.matter,
                amount,
                on,
                point.delegate if chance.random() < RIGHT else f"r{chance.randrange(20)}",
            )
        )
    matter, amount, on, by = zip(*rows, strict=True)
    table = pa.table({"matter": matter, "belopp": pa.array(amount, pa.int64()), "on": on, "decided_by": by})
    batches = table.to_batches(max_chunksize=BATCH)

    work = _work(rules, table)
    begun = time.perf_counter()
    out = [work(batch) for batch in batches]
    first = time.perf_counter() - begun
    again = []
    for _ in range(3):
        begun = time.perf_counter()
        out = [work(batch) for batch in batches]
        again.append(time.perf_counter() - begun)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10

    base = duckdb.connect()
    base.execute("PRAGMA threads=1")
    ours = pa.table(
        {
            "number": [each.number for each in made],
            "matter": [each.matter for each in made],
            "low": [each.low for each in made],
            "high": [each.high or 1 << 60 for each in made],
            "start": [each.start for each in made],
            "stop": [each.end for each in made],
        }
    )
    base.register("points_", ours)
    base.execute("CREATE TABLE p AS SELECT * FROM points_")
    base.register("d", table.append_column("i", pa.array(range(decisions))))
    joined = []
    for _ in range(3):
        begun = time.perf_counter()
        found = base.sql(
            'SELECT d.i, p.number FROM d LEFT JOIN p ON p.matter = d.matter AND p.start <= d."on" AND p.stop >= d."on" '
            "AND p.low <= d.belopp AND p.high > d.belopp ORDER BY d.i"
        ).to_arrow_table()
        joined.append(time.perf_counter() - begun)
    numbers = found["number"].to_pylist()
    decided = [
        row
        for batch in out
        for row in zip(batch["rule"].to_pylist(), batch["deciders"].to_pylist(), strict=True)
    ]
    agree = all(
        number == rule if number is not None else deciders.startswith("Nämnd")
        for number, (rule, deciders) in zip(numbers, decided, strict=True)
    )
    verdicts = [verdict for batch in out for verdict in batch["verdict"].to_pylist()]
    for place in range(0, decisions, max(1, decisions // ALONE)):
        matter_, amount_, on_, by_ = rows[place]
        agree = (
            agree
            and rules.check(Decision(matter_, by_, on_, {"belopp": amount_})).verdict.value == verdicts[place]
        )
    cases = len({(rows[i][0], rows[i][3], numbers[i]) for i in range(decisions)})
    return Audited(
        count, decisions, cases, first, statistics.median(again), statistics.median(joined), memory,
        sum(number is not None for number in numbers), agree,
    )  # fmt: skip


def _work(rules: "Rules", table: Any) -> Callable[[Any], Any]:
    from styrregler.library.audit import Audit, columns_of
    from styrregler.library.audit.batches import BatchAudit

    return BatchAudit(Audit(rules.index, columns_of(table.schema.names, rules.index))).audited


def measured(count: int, decisions: int) -> Audited | None:
    """The costs in a fresh process; None where what it needs is not installed."""
    if not all(find_spec(name) for name in ("duckdb", "numpy", "pyarrow")):
        return None
    command = [sys.executable, "-m", "benchmarks.audit", str(count), str(decisions)]
    finished = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Audited(**json.loads(finished.stdout))


if __name__ == "__main__":
    on_one_core()
    print(json.dumps(asdict(cost(int(sys.argv[1]), int(sys.argv[2])))))
