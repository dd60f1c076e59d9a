"""A register as it is read: the names of its columns, and its rows."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Self

from attrs import frozen


@frozen
class Row:
    """Its cells, in the order of the columns; ``trouble`` where it is no row as it should be."""

    cells: tuple[object, ...]
    trouble: str = ""


def _nothing() -> None:
    """There is nothing to close."""


@frozen
class Register:
    """The names of its columns, and its rows, which can be gone through once. Closes itself as a context."""

    names: tuple[str, ...]
    rows: Iterator[Row]
    close: Callable[[], object] = _nothing
    batches: Callable[[], Iterator[Any]] | None = None
    """The rows as Arrow record batches instead, where the file has them so."""
    share: Callable[[], float] | None = None
    """How much has been read, from 0 to 1, where that can be told."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def unique(names: Iterable[object]) -> tuple[str, ...]:
    """Names of columns, told apart: one without a name is called by its place, one that is there already gets a number."""
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        plain = " ".join(str(name if name is not None else "").split()) or f"kolumn {place}"
        free, number = plain, 2
        while free in found:
            free, number = f"{plain}_{number}", number + 1
        found.append(free)
    return tuple(found)
