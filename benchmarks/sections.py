"""What `make bench` measures, in order: a name, and what measures it and tells it as Markdown."""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks import finding, kontrollera, national, plugins, questions, warm
from benchmarks.audit import measured as audited
from benchmarks.multiplied import multiplied
from benchmarks.peers import shown as beside
from benchmarks.peers.all import ENGINES
from benchmarks.peers.measured import measured as of_engine
from benchmarks.results import auditing, checking

EXAMPLE = Path(__file__).parent.parent / "policies" / "exempelkommun"
RUNS = 5
COPIES = (4, 11, 36)
"""Of exempelkommun, with its 283 points: about 1 000, 3 000 and 10 000."""
ASKED_COPIES = (4, 36, 350)
"""About 1 000, 10 000 and 100 000."""
AUDITS = ((1_000, 100_000), (10_000, 1_000_000))
"""Points and decisions."""
SIZES = (100, 1_000, 10_000, 100_000)


@contextmanager
def municipality(copies: int) -> Iterator[Path]:
    """A folder with exempelkommun as many times as wanted."""
    files = {file.name: file.read_text(encoding="utf-8") for file in sorted(EXAMPLE.glob("*.styr"))}
    with tempfile.TemporaryDirectory() as room:
        for name, text in multiplied(files, copies).items():
            Path(room, name).write_text(text, encoding="utf-8")
        yield Path(room)


def one_question() -> str:
    """One question, beside what a user might pick instead."""
    results = []
    for size in SIZES:
        for engine in ENGINES:
            print(f"  {engine.name}, {size} points", file=sys.stderr, flush=True)
            results.append(of_engine(engine, size))
    return beside.shown(results)


def own_questions() -> str:
    """Questions of every kind, in an ordinary municipality."""
    sizes = []
    for copies in ASKED_COPIES:
        with municipality(copies) as folder:
            sizes.append(questions.measured(folder))
    return questions.shown(sizes)


def checks() -> str:
    """`kontrollera`."""
    sizes = []
    for copies in COPIES:
        with municipality(copies) as folder:
            sizes.append(kontrollera.measured(folder, RUNS))
    return f"Median of {RUNS} runs.\n\n{checking(sizes)}"


def audits() -> str:
    """`granska`."""
    return auditing([audited(*size) for size in AUDITS])


def warm_start() -> str:
    """What has been read before: whole commands, and rule sets of three sizes."""
    with ExitStack() as folders:
        places = [folders.enter_context(municipality(copies)) for copies in (1, *COPIES)]
        return f"{warm.commands(EXAMPLE)}\n\n{warm.snapshots(places)}"


def country() -> str:
    """The rules of a whole country."""
    return national.shown(national.measured())


SECTIONS: Mapping[str, Callable[[], str]] = {
    "one question, beside others": one_question,
    "questions": own_questions,
    "finding the matter, beside others": finding.measured,
    "kontrollera": checks,
    "granska": audits,
    "a whole country": country,
    "warm start": warm_start,
    "plugins": plugins.shown,
}
