"""Boxes and arrows when they have their places, in pixels from the upper left.

In: nothing; values only.  Refuses to know how places are found, and any file format.
"""

from collections.abc import Iterable

from attrs import evolve, frozen

from styrregler.exporters.pictures.graph import Arrow, Box

HEADING, BODY = 14.0, 12.0
"""Sizes of letters."""
LEADING = 1.4

Point = tuple[float, float]


@frozen
class Written:
    """A line of text: its left end and its base line."""

    text: str
    x: float
    y: float
    size: float
    strong: bool = False


@frozen
class PlacedBox:
    box: Box
    x: float
    y: float
    width: float
    height: float
    text: tuple[Written, ...]


@frozen
class PlacedArrow:
    """``curve`` is a start and then three points for each Bézier curve; ``tip`` is where the head ends."""

    arrow: Arrow
    curve: tuple[Point, ...]
    tip: Point
    label: tuple[Written, ...] = ()


@frozen
class Layout:
    width: float
    height: float
    boxes: tuple[PlacedBox, ...]
    arrows: tuple[PlacedArrow, ...]


def moved(layout: Layout, by: Point) -> Layout:
    """All of it, so much further to the right and down."""

    def point(each: Point) -> Point:
        return each[0] + by[0], each[1] + by[1]

    def lines(text: Iterable[Written]) -> tuple[Written, ...]:
        return tuple(evolve(line, x=line.x + by[0], y=line.y + by[1]) for line in text)

    return Layout(
        layout.width,
        layout.height,
        tuple(
            evolve(each, x=each.x + by[0], y=each.y + by[1], text=lines(each.text)) for each in layout.boxes
        ),
        tuple(
            evolve(each, curve=tuple(map(point, each.curve)), tip=point(each.tip), label=lines(each.label))
            for each in layout.arrows
        ),
    )
