"""How soon a command answers that has read the same rules before: whole processes, beside the least that Python allows.

In: folders of rules.  Out: Markdown.  The processes take turns, so that all of them meet the same machine; bytecode is
written first, as an installer does.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.tables import figure, number, table

FLOOR = "click, attrs"
RUNS = 15
_RUN = "import sys; from styrregler.cli.main import run; run(sys.argv[1:])"
_COMMANDS = {
    "vem, a matter by name": ("vem", "direktupphandling", "-u", "belopp=90000"),
    "vem, in plain words": ("vem", "vem får köpa in datorer för en halv miljon?"),
    "sok": ("sok", "köpa datorer"),
}


def commands(place: Path, runs: int = RUNS) -> str:
    """Milliseconds of whole processes, and how many times the floor."""
    with tempfile.TemporaryDirectory() as room:
        processes: dict[str, Callable[[], float]] = {
            "python -c pass": _process("pass", room),
            f"python -c 'import {FLOOR}'": _process(f"import {FLOOR}", room),
        }
        for name, arguments in _COMMANDS.items():
            processes[f"{name}, warm"] = _process(_RUN, room, *arguments, "--regler", str(place))
        processes["vem, cold"] = _process(
            _RUN, "av", *_COMMANDS["vem, in plain words"], "--regler", str(place)
        )
        taken: dict[str, list[float]] = {name: [] for name in processes}
        for turn in range(runs + 2):  # the first writes bytecode, and the second what is kept
            for name, process in processes.items():
                spent = process()
                if turn > 1:
                    taken[name].append(spent)
    floor = median(taken[f"python -c 'import {FLOOR}'"])
    rows = [
        (
            name,
            *(figure(1000 * each) for each in (median(spent), min(spent), max(spent))),
            f"{median(spent) / floor:.2f}",
        )
        for name, spent in taken.items()
    ]
    return f"Milliseconds of {runs} turns.\n\n" + table(
        "a process | median | least | most | of the floor", rows
    )


def _process(code: str, cache: str, *arguments: str) -> Callable[[], float]:
    environ = {**os.environ, "STYRREGLER_CACHE": cache}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)

    def run() -> float:
        begun = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], env=environ, capture_output=True, check=False
        )
        spent = time.perf_counter() - begun
        if done.returncode not in (0, 4) or b"Traceback" in done.stderr:
            raise RuntimeError(done.stderr.decode("utf-8", "replace"))
        return spent

    return run


def snapshots(places: Sequence[Path]) -> str:
    """Seconds to read the text, to write what was read, and to have it back, with a first answer."""
    from styrregler.library import Rules, load

    rows = []
    for place in places:
        marks = [time.perf_counter()]
        rules = load(place)
        marks.append(time.perf_counter())
        data = rules.snapshot()
        marks.append(time.perf_counter())
        back = Rules.from_snapshot(data)
        marks.append(time.perf_counter())
        matter, (body, *_) = next(iter(rules.index.matters.items()))
        back.who_decides(matter, body=body)
        marks.append(time.perf_counter())
        points = sum(len(order.rules) for order in rules.index.corpus.orders)
        read, write, again, answer = (later - earlier for earlier, later in pairwise(marks))
        rows.append(
            (
                number(points),
                *(figure(each) for each in (read, write)),
                *(figure(1000 * each) for each in (again, answer)),
                figure(len(data) / 2**20),
                f"{number(round(read / again))}",
            )
        )
    heading = "points | text, s | index and write, s | back, ms | first answer, ms | MiB | text to back"
    return table(heading, rows)
