"""Code of plugins, run where it can be left: in a thread of its own, for no longer than is borne, apart from the answer.

In: what is to be done, and for how long.  Out: what it gives, or :class:`NotDone`.  Python cannot be stopped from outside:
a thread that does not answer is told to leave, and then left; the process may end without it.  Refuses to know which plugin
it is.
"""

import contextlib
import contextvars
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, TextIO, TypeVar, cast

from attrs import define, field

Given = TypeVar("Given")


class NotDone(Exception):
    """It was still going on when the time had passed, and has been left."""


@define(eq=False)
class _Work:
    """What one thread does, and what came of it."""

    act: Callable[[], Any]
    given: Any = None
    error: BaseException | None = None
    done: threading.Event = field(factory=threading.Event)

    def run(self) -> None:
        try:
            self.given = self.act()
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for
            self.error = error
        finally:
            self.done.set()


_AT_WORK: set[int] = set()
"""The threads that run code of plugins, by their id; one that is left stays here until it ends."""
_LEFT: list[threading.Thread] = []
_STEP = 0.5
"""Seconds between looks at what is waited for."""


def left() -> bool:
    """Whether something has been left in this process, which may then have to end without it."""
    return bool(_LEFT)


def within(seconds: float, act: Callable[[], Given]) -> Given:
    """What ``act`` gives, or raises. Raises NotDone when it takes longer than ``seconds``."""
    if not isinstance(sys.stdout, _Apart):
        sys.stdout = cast("TextIO", _Apart(sys.stdout))
    answer, context, work = sys.stdout, contextvars.copy_context(), _Work(act)
    thread = threading.Thread(target=_apart, args=(context, work), daemon=True, name="plugin")
    try:
        with _first_file_apart():
            thread.start()
            done = _waited(work.done, seconds)
    except BaseException:  # Ctrl-C too
        _leave(thread)
        raise
    finally:
        sys.stdout = answer  # whatever it was exchanged for
    if not done:
        _leave(thread)
        raise NotDone
    if work.error is not None:
        raise work.error
    return cast("Given", work.given)


def _waited(done: threading.Event, seconds: float) -> bool:
    """Whether it is done within that time; waited for in steps, since not every system lets Ctrl-C through to a wait."""
    end = time.monotonic() + seconds
    while not done.wait(min(_STEP, max(0.0, end - time.monotonic()))):
        if time.monotonic() >= end:
            return False
    return True


def _apart(context: contextvars.Context, work: _Work) -> None:
    this = threading.get_ident()
    _AT_WORK.add(this)
    try:
        context.run(work.run)
    finally:
        _AT_WORK.discard(this)


def _leave(thread: threading.Thread) -> None:
    """Ask ``thread`` to leave at its next step of Python; one that waits outside Python never takes it."""
    import ctypes

    _LEFT.append(thread)
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(SystemExit))


# ---------- the answer is kept apart


class _Apart:
    """Standard output, but standard error to the code of plugins: what is written there belongs to the answer.

    By thread, so that it holds for one that has been left too, and for threads that share the rules.
    """

    def __init__(self, answer: TextIO) -> None:
        self._answer = answer

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.stderr if threading.get_ident() in _AT_WORK else self._answer, name)


@contextlib.contextmanager
def _first_file_apart() -> Iterator[None]:
    """The same for what is written past Python, as by programs that a plugin starts, where nobody else can be writing."""
    if set(threading.enumerate()) - {threading.current_thread(), *_LEFT}:
        yield
        return
    try:
        sys.stdout.flush()
        answer = os.dup(1)
        os.dup2(2, 1)
    except (OSError, ValueError):  # closed, or none to begin with
        yield
        return
    try:
        yield
    finally:
        os.dup2(answer, 1)
        os.close(answer)
