"""A row of a register, and the names of its columns."""

from collections.abc import Iterable

from attrs import frozen


@frozen
class Row:
    """Its cells, in the order of the columns; ``trouble`` where it is no row as it should be."""

    cells: tuple[object, ...]
    trouble: str = ""


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
