"""A line on standard error that says what takes time: only at a terminal, and only when it takes more than a second."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds before anything is said."""
_PACE = 0.5


@contextmanager
def progress(text: str, *, patience: float = PATIENCE) -> Iterator[Callable[[str], None]]:
    """Say what is done while the block runs; call what is given to say something else. The line is wiped at the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    said = [text]
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(said, done, patience), daemon=True)
    teller.start()
    try:
        yield lambda more: said.__setitem__(0, more)
    finally:
        done.set()
        teller.join()


def _tell(said: list[str], done: threading.Event, patience: float) -> None:
    begun = time.monotonic()
    width, pause = 0, patience
    while not done.wait(pause):
        line = f"{said[0]} … {time.monotonic() - begun:.0f} s"
        width, pause = max(width, len(line)), _PACE
        sys.stderr.write(f"\r{line:<{width}}")
        sys.stderr.flush()
    if width:
        sys.stderr.write(f"\r{'':<{width}}\r")
        sys.stderr.flush()
