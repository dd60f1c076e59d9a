"""All measurements, printed and written to RESULTS.md: ``python -m benchmarks [SECTION …]``.

With the names of sections only those are measured, and nothing is written: what stands in RESULTS.md is of one run.
"""

import sys
from datetime import date
from pathlib import Path

from benchmarks.machine import machine
from benchmarks.sections import SECTIONS

HERE = Path(__file__).parent


def main(*wanted: str) -> None:
    unknown = set(wanted) - set(SECTIONS)
    if unknown:
        sys.exit(f"no such section: {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    told = [f"# Results\n\n{date.today()}. {machine()}."]  # noqa: DTZ011
    for name in wanted or SECTIONS:
        print(f"{name} …", file=sys.stderr, flush=True)
        told.append(f"## {name}\n\n{SECTIONS[name]()}")
        print(told[-1], flush=True)
    if not wanted:
        (HERE / "RESULTS.md").write_text("\n\n".join(told) + "\n", encoding="utf-8")


main(*sys.argv[1:])
