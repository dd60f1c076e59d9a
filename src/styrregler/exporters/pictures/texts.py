"""How large boxes and labels are with the texts that stand in them, and where each line goes.

In: a :class:`Picture`.  Out: sizes with their lines, and the lines placed.  Refuses to place boxes.
"""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from styrregler.exporters.pictures.graph import BULLET, Box, Outline, Picture
from styrregler.exporters.pictures.measure import width, wrapped
from styrregler.exporters.pictures.placed import BODY, HEADING, LEADING, PlacedBox, Point, Written

MARGIN = 10.0
"""Between a box and what stands in it."""
_WIDEST, _WIDEST_WIDE, _LABEL_WIDEST = 240.0, 400.0, 170.0


@frozen
class _Line:
    text: str
    size: float = BODY
    strong: bool = False
    indent: float = 0.0

    @property
    def width(self) -> float:
        return self.indent + width(self.text, self.size, strong=self.strong)


@frozen
class BoxSize:
    width: float
    height: float
    lines: tuple[_Line, ...]


def box_sizes(picture: Picture) -> Mapping[str, BoxSize]:
    """The size of every box, by its name."""
    sizes = {box.name: _size(box, _WIDEST_WIDE if picture.wide else _WIDEST) for box in picture.boxes}
    if picture.across:  # boxes under each other begin under each other
        widest = max((size.width for size in sizes.values()), default=0)
        sizes = {name: evolve(size, width=widest) for name, size in sizes.items()}
    return sizes


def _size(box: Box, widest: float) -> BoxSize:
    heading = (
        _Line(text, HEADING, strong=True) for text in wrapped(box.heading, HEADING, widest, strong=True)
    )
    lines = (*heading, *(line for text in box.lines for line in _lines(text, widest)))
    extra = 2 * MARGIN + (6 if box.outline is Outline.DOUBLE else 0)
    return BoxSize(
        max(90.0, extra + max((line.width for line in lines), default=0)),
        extra + sum(line.size * LEADING for line in lines),
        lines,
    )


def _lines(text: str, widest: float) -> Iterator[_Line]:
    """A text in lines; in a list what follows the first line stands under it."""
    hanging = width(BULLET, BODY) if text.startswith(BULLET) else 0.0
    for number, line in enumerate(wrapped(text, BODY, widest - hanging)):
        yield _Line(line, indent=hanging if number else 0.0)


def placed_box(box: Box, middle: Point, size: BoxSize) -> PlacedBox:
    """``box`` with its middle at a point."""
    left, top = middle[0] - size.width / 2, middle[1] - size.height / 2
    inset = (size.height - sum(line.size * LEADING for line in size.lines)) / 2
    return PlacedBox(
        box, left, top, size.width, size.height, tuple(_written(size.lines, left + inset, top + inset))
    )


def label_lines(label: str) -> tuple[str, ...]:
    """What stands at an arrow, in lines."""
    return wrapped(label, BODY, _LABEL_WIDEST)


def label_size(lines: tuple[str, ...]) -> Point:
    """The room that a label needs."""
    return 12 + max(width(line, BODY) for line in lines), 6 + len(lines) * BODY * LEADING


def placed_label(lines: tuple[str, ...], middle: Point) -> tuple[Written, ...]:
    """A label with its middle at a point."""
    across, down = label_size(lines)
    return tuple(_written(tuple(map(_Line, lines)), middle[0] - across / 2 + 6, middle[1] - down / 2 + 3))


def _written(lines: tuple[_Line, ...], left: float, top: float) -> Iterator[Written]:
    for line in lines:
        yield Written(line.text, left + line.indent, top + line.size * 1.1, line.size, line.strong)
        top += line.size * LEADING
