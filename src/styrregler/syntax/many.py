"""Many files at once, on all the processor's cores where that is sooner.

In: sources.  Out: what :func:`parse_source` gives for each, in order.  Other processes are only used where the system can copy
this one as it stands (fork), it has no other threads that would be lost in the copy, and there is much to read; wherever they
cannot be had, the files are read here, one by one.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from styrregler.diagnostics import Diagnostic
from styrregler.syntax.ast import Document
from styrregler.syntax.grammar import prepare
from styrregler.syntax.parser import parse_source
from styrregler.text import SourceText

Read = tuple[Document, tuple[Diagnostic, ...]]
ENOUGH = 2_000_000
"""So many characters take longer to read than it takes to start others and to hear from them."""
_THREADS = Path("/proc/self/task")


def parse_sources(sources: Sequence[SourceText], *, enough: int = ENOUGH) -> list[Read]:
    """Every document, whatever its faults, and what is wrong with it."""
    many = _cores() if sum(len(each.text) for each in sources) >= enough else 1
    if min(many, len(sources)) < 2 or not _alone():
        return _read(sources)
    prepare()  # so that the copies need not
    return _shared(sources, many)


def _shared(sources: Sequence[SourceText], many: int) -> list[Read]:
    """A part is read here and the others by copies of this process; all of it here where there can be no copies."""
    from concurrent.futures import ProcessPoolExecutor  # costs more to import than a small folder to read
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context
    from pickle import PicklingError

    parts = _evenly(sources, many)
    try:
        with ProcessPoolExecutor(len(parts) - 1, get_context("fork")) as others:
            own, *rest = ([sources[at] for at in part] for part in parts)
            waiting = others.map(_read, rest)
            found = [_read(own), *waiting]
    except (OSError, ValueError, RecursionError, PicklingError, BrokenProcessPool):
        return _read(sources)
    in_order = dict(
        pair for part, read in zip(parts, found, strict=True) for pair in zip(part, read, strict=True)
    )
    return [in_order[at] for at in range(len(sources))]


def _read(sources: Sequence[SourceText]) -> list[Read]:
    return [parse_source(each) for each in sources]


def _evenly(sources: Sequence[SourceText], many: int) -> list[list[int]]:
    """The places of the sources in as many parts, of about the same length."""
    parts: list[list[int]] = [[] for _ in range(min(many, len(sources)))]
    lengths = [0] * len(parts)
    for at in sorted(range(len(sources)), key=lambda at: -len(sources[at].text)):
        least = lengths.index(min(lengths))
        parts[least].append(at)
        lengths[least] += len(sources[at].text)
    return parts


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _alone() -> bool:
    """Whether this process has one thread, as far as the system tells."""
    try:
        return sum(1 for _ in _THREADS.iterdir()) == 1
    except OSError:
        return False
