"""One engine at one size, in a process of its own, within a limit of time.

In: the name of an engine, how many points.  Out: :class:`Measured`, or a sentence that says why not.  Each answer is
compared with a scan of all points of the matter, written for nothing but to be right.

A question that has been asked before may be remembered: ``new`` is the first round over questions that are all different,
``again`` the same ones once more, in another order.
"""

import gc
import json
import random
import subprocess
import sys
import time
from datetime import date, timedelta
from importlib.util import find_spec
from statistics import median, quantiles

from attrs import asdict, frozen

from benchmarks.kontrollera import on_one_core
from benchmarks.machine import resident
from benchmarks.peers.all import ENGINES
from benchmarks.peers.engine import Engine, Question, of_matter
from benchmarks.workload import FIRST, LAST, Point, points

QUESTIONS = 5_000
BUDGET = 2.0
"""Seconds that a round of questions may take; a slow engine is asked fewer."""
LEAST = 5
LIMIT = 150
"""Seconds for a process: reading the points included."""


@frozen
class Measured:
    """Microseconds a question, by the clock; ``load`` in seconds; ``memory`` is MiB that loading added."""

    engine: str
    points: int
    load: float
    memory: float
    asked: int
    wrong: int
    new: float
    new_99: float
    again: float
    again_99: float


@frozen
class NotMeasured:
    """Why an engine has no figure: it is not installed, is not tried at this size, fell, or took too long."""

    engine: str
    points: int
    why: str


def questions(made: list[Point], count: int) -> list[Question]:
    """Questions at random, of matters that exist; none twice."""
    chance, days = random.Random(2), (LAST - FIRST).days
    return [
        (chance.choice(made).matter, chance.randrange(25_000_000), FIRST + timedelta(chance.randrange(days)))
        for _ in range(count)
    ]


def right(made: list[Point], asked: list[Question]) -> list[str | None]:
    """The answers, by trying every point of the matter."""
    of = of_matter(made)

    def holds(point: Point, amount: int, on: date) -> bool:
        return (
            point.low <= amount
            and (point.high is None or amount < point.high)
            and point.start <= on <= point.end
        )

    return [
        next((point.number for point in of[matter] if holds(point, amount, on)), None)
        for matter, amount, on in asked
    ]


def cost(engine: Engine, size: int, count: int) -> Measured:
    """The cost of the engine, in this process."""
    made = points(size)
    asked = questions(made, count)
    wanted = right(made, asked)
    for module in engine.needs:
        __import__(module)
    gc.collect()
    before, begun = resident(), time.perf_counter()
    ask = engine.load(made)
    load = time.perf_counter() - begun
    memory = resident() - before

    def rounded(each: list[tuple[Question, str | None]]) -> tuple[list[float], int]:
        spent, wrong, stop = [], 0, time.perf_counter() + BUDGET
        for question, want in each:
            start = time.perf_counter_ns()
            got = ask(question)
            spent.append((time.perf_counter_ns() - start) / 1000)
            wrong += got != want
            if time.perf_counter() > stop and len(spent) >= LEAST:
                break
        return spent, wrong

    pairs = list(zip(asked, wanted, strict=True))
    new, wrong = rounded(pairs)
    pairs = pairs[: len(new)]
    random.Random(3).shuffle(pairs)
    again, wrong_again = rounded(pairs)
    return Measured(
        engine.name, size, load, memory, len(new), wrong + wrong_again,
        median(new), _99(new), median(again), _99(again),
    )  # fmt: skip


def measured(engine: Engine, size: int, count: int = QUESTIONS) -> Measured | NotMeasured:
    """The cost in a fresh process."""
    missing = [name for name in engine.needs if find_spec(name) is None]
    if missing:
        return NotMeasured(engine.name, size, f"{', '.join(missing)} is not installed")
    if size > engine.largest:
        return NotMeasured(engine.name, size, "not tried: too slow at a tenth of it")
    command = [sys.executable, "-m", "benchmarks.peers.measured", engine.name, str(size), str(count)]
    try:
        finished = subprocess.run(command, check=False, capture_output=True, text=True, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return NotMeasured(engine.name, size, f"over {LIMIT} s")
    if finished.returncode:
        return NotMeasured(engine.name, size, (finished.stderr.strip().splitlines() or ["fell"])[-1][:100])
    return Measured(**json.loads(finished.stdout.splitlines()[-1]))


def _99(spent: list[float]) -> float:
    return quantiles(spent, n=100)[98]


if __name__ == "__main__":
    on_one_core()
    name, size, count = sys.argv[1:]
    engine = next(each for each in ENGINES if each.name == name)
    print(json.dumps(asdict(cost(engine, int(size), int(count)))))
