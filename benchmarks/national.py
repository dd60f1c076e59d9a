"""The rules of a whole country: as many points as 290 municipalities with 400 each.

In: nothing.  Out: :class:`National`.  Each municipality is exempelkommun under the names of a place of its own, in a folder
of its own, so it takes more than 290 of them to make as many points.  They are read by as many processes as there are
cores, each keeping what it read; then one process loads them all, and asks each one question.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from benchmarks.multiplied import copied
from benchmarks.tables import number, table

if TYPE_CHECKING:
    from styrregler.library import Rules

EXAMPLE = Path(__file__).parent.parent / "policies" / "exempelkommun"
POINTS = 290 * 400
ON = date(2026, 3, 2)


@frozen
class National:
    """Seconds by the clock, MiB. ``read_memory`` is the most that any one process used; ``kept`` is on disk."""

    municipalities: int
    points: int
    cores: int
    read: float
    read_memory: float
    kept: float
    loaded: float
    asked: float
    memory: float


def read(folder: str, kept: str) -> tuple[int, float]:
    """Read one municipality and keep it. Out: its points, and the most memory that this process has used, in MiB."""
    from styrregler.library import load
    from styrregler.snapshot.store import Store

    rules = load(folder, store=Store(Path(kept)))
    return _points(rules), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def loaded(folders: list[str], kept: str) -> tuple[float, float, float]:
    """Load all of them in this process, then ask each. Out: seconds to load, seconds to ask, memory in MiB."""
    from styrregler.library import load
    from styrregler.snapshot.store import Store

    store = Store(Path(kept))
    begun = time.perf_counter()
    country = [load(folder, store=store) for folder in folders]
    done = time.perf_counter()
    for rules in country:
        rules.who_decides("direktupphandling", {"belopp": 90_000}, on=ON)
    asked = time.perf_counter() - done
    return done - begun, asked, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured() -> National:
    """Read the country, and load it in a fresh process."""
    files = {file.name: file.read_text(encoding="utf-8") for file in sorted(EXAMPLE.glob("*.styr"))}
    settings = (EXAMPLE / "styrregler.toml").read_text(encoding="utf-8")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as room:
        folders: list[str] = []

        def another() -> str:
            folder = Path(room, f"{len(folders):03d}")
            folder.mkdir()
            for name, text in copied(files, len(folders)).items():
                (folder / name).write_text(text, encoding="utf-8")
            (folder / "styrregler.toml").write_text(settings, encoding="utf-8")
            folders.append(str(folder))
            return str(folder)

        kept = str(Path(room, "kept"))
        each, _ = read(another(), str(Path(room, "first")))
        while len(folders) * each < POINTS:
            another()
        begun = time.perf_counter()
        with ProcessPoolExecutor(cores) as processes:
            out = list(processes.map(read, folders, [kept] * len(folders)))
        spent = time.perf_counter() - begun
        size = sum(file.stat().st_size for file in Path(kept).iterdir()) / 2**20
        command = [sys.executable, "-m", "benchmarks.national", kept, *folders]
        finished = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        load, asked, memory = json.loads(finished.stdout)
    return National(
        len(folders), sum(points for points, _ in out), cores, spent, max(most for _, most in out), size,
        load, asked, memory,
    )  # fmt: skip


def shown(country: National) -> str:
    """The section as Markdown."""
    rows = (
        ("read on all cores, s", country.read, 60.0),
        ("loaded when kept, s", country.loaded, 1.0),
        ("memory of the process that has loaded all and asked each, MiB", country.memory, 1024.0),
        ("memory of a process that reads, MiB", country.read_memory, 1024.0),
    )
    return (
        f"{number(country.points)} points of {country.municipalities} municipalities, {country.cores} cores; "
        f"{country.kept:.0f} MiB are kept on disk; one question to each takes {country.asked:.2f} s in all.\n\n"
        + table(
            "national scale | measured | at most | met",
            ((said, f"{is_:.2f}", f"{most:.0f}", "yes" if is_ <= most else "no") for said, is_, most in rows),
        )
    )


def _points(rules: "Rules") -> int:
    from styrregler.model import RuleKind

    orders = rules.index.corpus.orders
    return sum(rule.kind is not RuleKind.GENERAL for order in orders for rule in order.rules)


if __name__ == "__main__":
    print(json.dumps(loaded(sys.argv[2:], sys.argv[1])))
