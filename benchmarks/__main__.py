"""All measurements, printed and written to RESULTS.md: ``python -m benchmarks [RUNS] [COPIES …]``."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.audit import measured as audited
from benchmarks.kontrollera import measured
from benchmarks.machine import machine
from benchmarks.multiplied import multiplied
from benchmarks.results import auditing, checking

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "policies" / "exempelkommun"
RUNS = 5
COPIES = (4, 11, 36)
"""Of exempelkommun, with its 283 points: about 1 000, 3 000 and 10 000."""

AUDITS = ((1_000, 100_000), (10_000, 1_000_000))
"""Points and decisions."""


def main(runs: int = RUNS, *copies: int) -> None:
    files = {file.name: file.read_text(encoding="utf-8") for file in sorted(EXAMPLE.glob("*.styr"))}
    sizes = []
    with tempfile.TemporaryDirectory() as room:
        for number in copies or COPIES:
            folder = Path(room, f"{number}")
            folder.mkdir()
            for name, text in multiplied(files, number).items():
                (folder / name).write_text(text, encoding="utf-8")
            print(f"{number} copies, {runs} runs …", file=sys.stderr)
            sizes.append(measured(folder, runs))
    print("audits …", file=sys.stderr)
    audits = [audited(*size) for size in AUDITS] if not copies else []
    day = date.today()  # noqa: DTZ011
    told = f"# Results\n\n{day}. {machine()}.\n\n## kontrollera\n\nMedian of {runs} runs.\n\n{checking(sizes)}\n\n## granska\n\n{auditing(audits)}\n"
    print(told)
    if not copies:
        (HERE / "RESULTS.md").write_text(told, encoding="utf-8")


main(*map(int, sys.argv[1:]))
