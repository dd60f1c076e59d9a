"""What this project's own questions cost in an ordinary municipality, at three sizes.

In: a folder of rules, made by :mod:`benchmarks.multiplied`.  Out: :class:`Asked`, of a process on one core.  Questions are
about every kind of row that exempelkommun has, with facts known, with facts missing, with the whole explanation, and as
words to search for.
"""

import gc
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from attrs import asdict, frozen

from benchmarks.kontrollera import on_one_core
from benchmarks.machine import resident
from benchmarks.tables import figure, number, table

FROM = date(2026, 1, 7)
DAYS = 300
QUESTIONS = 1_000
SEARCHES = 100


@frozen
class Asked:
    """Medians in microseconds; ``load`` in seconds, ``memory`` in MiB, of the rules alone."""

    points: int
    load: float
    memory: float
    known: float
    again: float
    explained: float
    depends: float
    search_first: float
    search: float


def cost(folder: Path) -> Asked:
    """The costs, in this process."""
    import styrregler
    from styrregler.model import RuleKind
    from styrregler.render.answer import render_answer

    gc.collect()
    before, begun = resident(), time.perf_counter()
    rules = styrregler.load(folder)
    load = time.perf_counter() - begun
    memory = resident() - before
    rows = [
        rule
        for order in rules.index.corpus.orders
        for rule in order.rules
        if rule.kind is not RuleKind.GENERAL
    ]
    chance = random.Random(1)
    picked = chance.sample(rows, min(QUESTIONS, len(rows)))
    asked = [
        (
            str(row.matters[0]),
            {"belopp": chance.randrange(3_000_000)},
            FROM + timedelta(chance.randrange(DAYS)),
        )
        for row in picked
        if row.matters
    ]

    def with_facts(each: tuple[str, dict[str, int], date]) -> object:
        matter, facts, on = each
        return rules.who_decides(matter, facts, on=on)

    def without(each: tuple[str, dict[str, int], date]) -> object:
        return rules.who_decides(each[0], on=each[2])

    words = [row.title for row in picked[:SEARCHES]]
    first = _spent(rules.search, words[:1])[0]
    return Asked(
        points=len(rows),
        load=load,
        memory=memory,
        known=median(_spent(with_facts, asked)),
        again=median(_spent(with_facts, asked)),
        explained=median(_spent(lambda each: render_answer(with_facts(each), explain=True), asked)),
        depends=median(_spent(without, asked)),
        search_first=first,
        search=median(_spent(rules.search, words)),
    )


def _spent(done: Callable[..., object], each: Iterable[object]) -> list[float]:
    spent = []
    for one in each:
        begun = time.perf_counter_ns()
        done(one)
        spent.append((time.perf_counter_ns() - begun) / 1000)
    return spent


def measured(folder: Path) -> Asked:
    """The costs in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.questions", str(folder)]
    return Asked(**json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def shown(sizes: Sequence[Asked]) -> str:
    """The section as Markdown."""
    return table(
        "points | load s | memory MiB | question µs | again µs | question, shown with --forklara µs | facts missing µs | "
        "first search ms | search ms",
        (
            (
                number(each.points),
                f"{each.load:.2f}",
                figure(each.memory),
                figure(each.known),
                figure(each.again),
                figure(each.explained),
                figure(each.depends),
                figure(each.search_first / 1000),
                figure(each.search / 1000),
            )
            for each in sizes
        ),
    )


if __name__ == "__main__":
    on_one_core()
    print(json.dumps(asdict(cost(Path(sys.argv[1])))))
