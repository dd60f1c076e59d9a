"""What `kontrollera` costs: reading the rules, and the checks one by one.

In: a folder of rules.  Out: :class:`Cost`, of a process on one core.  Run as a program it measures once and prints JSON;
:func:`measured` has it do so, in a fresh process each time.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from attrs import asdict, frozen

REVIEWED = date(2026, 11, 24)
"""The day of the review: one on which exempelkommun is clean."""


@frozen
class Cost:
    """Seconds of the processor, but ``waited`` by the clock; ``memory`` is the most that was used, in MiB.

    What checks share (:class:`Review`) is counted on the first that asks for it. ``clauses`` are different texts of
    clauses: the parser reads each once, and a multiplied municipality repeats itself.
    """

    points: int
    clauses: int
    findings: int
    load: float
    checks: float
    waited: float
    memory: float
    each: dict[str, float]


def measured(folder: Path, runs: int) -> list[Cost]:
    """The costs of ``runs`` fresh processes, one after another."""
    command = [sys.executable, "-m", "benchmarks.kontrollera", str(folder)]
    costs = []
    for _ in range(runs):
        finished = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        costs.append(Cost(**json.loads(finished.stdout)))
    return costs


def on_one_core() -> None:
    """Keep this process to one core, where the system lets a process choose."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def cost(folder: Path) -> Cost:
    """The cost of reading the rules in ``folder`` and checking them, in this process."""
    from styrregler.checks import CHECKS, Review
    from styrregler.model import RuleKind
    from styrregler.ruleset.uncollected import uncollected
    from styrregler.syntax.clauses import parsed
    from styrregler.workspace import load_rules

    begun = time.perf_counter()
    load: dict[str, float] = {}
    with _timed("load", load):
        rules = load_rules(folder)
    review = Review(rules, REVIEWED)
    each: dict[str, float] = {}
    findings = len(rules.diagnostics)
    with uncollected():  # as run_checks
        for check in CHECKS:
            with _timed(check.code, each):
                findings += len(list(check.run(review)))
    return Cost(
        points=sum(
            rule.kind is not RuleKind.GENERAL for order in rules.corpus.orders for rule in order.rules
        ),
        clauses=parsed.cache_info().misses,
        findings=findings,
        load=load["load"],
        checks=sum(each.values()),
        waited=time.perf_counter() - begun,
        memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        / (2**20 if sys.platform == "darwin" else 2**10),
        each=each,
    )


@contextmanager
def _timed(name: str, spent: dict[str, float]) -> Iterator[None]:
    """Note in ``spent`` the seconds of the processor that the body takes."""
    begun = time.process_time()
    yield
    spent[name] = time.process_time() - begun


if __name__ == "__main__":
    on_one_core()
    print(json.dumps(asdict(cost(Path(sys.argv[1])))))
