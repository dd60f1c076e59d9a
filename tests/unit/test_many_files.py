"""Many files are read as each of them is, however many processes read them."""

import subprocess
import sys
from threading import Thread

from styrregler.syntax import parse_source, parse_sources
from styrregler.text import SourceText
from tests.kit import POLICIES

SOURCES = [
    *(SourceText.of(file.name, file.read_text(encoding="utf-8")) for file in sorted((POLICIES / "exempelkommun").glob("*.styr"))),
    SourceText.of("fel.styr", 'roll a "A"\n    slag anställd\n    delegat x\nindragen rad\n\tpunkt 1\n'),
    SourceText.of("tom.styr", ""),
]  # fmt: skip
BY_ITSELF = """
import os
import resource
from tests.unit.test_many_files import SOURCES
from styrregler.syntax import parse_source, parse_sources

assert parse_sources(SOURCES, enough=1 << 40) == [parse_source(each) for each in SOURCES]
assert not resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
assert parse_sources(SOURCES, enough=0) == [parse_source(each) for each in SOURCES]
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > 0, len(getattr(os, "sched_getaffinity", lambda _: ())(0)) > 1)
"""


def test_a_process_with_one_thread_shares_the_work_and_gets_the_same() -> None:
    done = subprocess.run([sys.executable, "-c", BY_ITSELF], capture_output=True, text=True, check=False)
    assert done.stderr == "" and done.stdout.split()[0] == done.stdout.split()[1]


def test_a_process_with_more_threads_reads_by_itself() -> None:
    found: list[object] = []
    other = Thread(target=lambda: found.extend(parse_sources(SOURCES, enough=0)))
    other.start()
    other.join()
    assert found == [parse_source(each) for each in SOURCES]
