"""What an engine must offer to be measured.

An engine is a function: points in, and out comes a function that answers one question with the number of the point that
decides, or None.  What is done once belongs in the first, what is done for each question in the second.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from itertools import groupby

from attrs import field, frozen

from benchmarks.workload import Point

Question = tuple[str, int, date]
"""A matter, a sum in kronor, the day of the decision."""
Ask = Callable[[Question], str | None]
NO_END = 2_000_000_000
"""A sum above all others, for those who cannot say that there is no end; it fits in 32 bits."""


@frozen
class Engine:
    """``needs``: the modules that it imports. ``largest``: the most points that are tried. ``reasons``: what it tells of why."""

    name: str
    load: Callable[[list[Point]], Ask]
    needs: tuple[str, ...] = ()
    largest: int = field(kw_only=True, default=100_000)
    reasons: str = field(kw_only=True, default="none")


def of_matter(points: Iterable[Point]) -> Mapping[str, list[Point]]:
    """The points of each matter; those of one matter stand together."""
    return {matter: list(each) for matter, each in groupby(points, key=lambda point: point.matter)}


def top(point: Point) -> int:
    """The sum that the point stops short of."""
    return point.high if point.high is not None else NO_END


def last(point: Point) -> int:
    """The day on which the point no longer holds, as a number."""
    return point.end.toordinal() + 1
