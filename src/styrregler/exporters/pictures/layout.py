"""Where boxes and arrows go. The one door to Graphviz, through the package pygraphviz, which is an extra.

In: a :class:`Picture`.  Out: every box with its lines and its place, every arrow with its curve, in pixels from the upper left.
Refuses to know any file format.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve, frozen

from styrregler.exporters.missing import MissingExtra
from styrregler.exporters.pictures.graph import BULLET, Arrow, Box, Outline, Picture
from styrregler.exporters.pictures.measure import width, wrapped

HEADING, BODY = 14.0, 12.0
"""Sizes of letters."""
LEADING = 1.4
MARGIN = 12.0
"""Between a box and what stands in it."""
_WIDEST, _WIDEST_WIDE, _LABEL_WIDEST = 270.0, 420.0, 170.0
_HEAD = 8.0
"""How long the head of an arrow is."""
_POINTS = 72.0
"""Graphviz wants inches, and gives points; a point is a pixel here."""

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
class _Size:
    width: float
    height: float
    lines: tuple[_Line, ...]


def laid_out(picture: Picture) -> Layout:
    """Every box and arrow with its place. Raises MissingExtra where pygraphviz is not installed."""
    try:
        from pygraphviz import AGraph
    except ImportError as missing:
        raise MissingExtra("pygraphviz", "bild") from missing
    sizes = {box.name: _size(box, _WIDEST_WIDE if picture.wide else _WIDEST) for box in picture.boxes}
    if picture.across:  # boxes under each other begin under each other
        widest = max((size.width for size in sizes.values()), default=0)
        sizes = {name: evolve(size, width=widest) for name, size in sizes.items()}
    labels = [wrapped(arrow.label, BODY, _LABEL_WIDEST) for arrow in picture.arrows]
    graph = AGraph(
        directed=True,
        strict=False,
        rankdir="LR" if picture.across else "TB",
        nodesep="0.25" if picture.across else "0.5",
        ranksep="0.9" if picture.across else "0.5",
        splines="spline",
    )
    # Graphviz measures no text: boxes have our sizes, and a label is an empty table of the size that it needs.
    graph.node_attr.update(label="", shape="box", fixedsize="true")
    keys = {box.name: f"n{number}" for number, box in enumerate(picture.boxes)}
    for name, key in keys.items():
        graph.add_node(key, width=sizes[name].width / _POINTS, height=sizes[name].height / _POINTS)
    for number, (arrow, lines) in enumerate(zip(picture.arrows, labels, strict=True)):
        graph.add_edge(
            keys[arrow.source],
            keys[arrow.target],
            key=f"e{number}",
            **({"tailport": "e", "headport": "w"} if picture.across else {}),
            **({"label": _room(lines)} if lines else {}),
        )
    graph.layout(prog="dot")
    _, _, across, down = (float(part) for part in graph.graph_attr["bb"].split(","))
    boxes = {
        box.name: _box(box, graph.get_node(keys[box.name]), sizes[box.name], down) for box in picture.boxes
    }
    arrows = []
    for number, (arrow, lines) in enumerate(zip(picture.arrows, labels, strict=True)):
        one, other = boxes[arrow.source], boxes[arrow.target]
        if picture.across and not _between(one, other, boxes.values()):
            arrows.append(_swung(arrow, one, other))
        else:
            edge = graph.get_edge(keys[arrow.source], keys[arrow.target], f"e{number}")
            arrows.append(_arrow(arrow, edge, lines, down))
    return Layout(across, down, tuple(boxes.values()), tuple(arrows))


def _between(one: PlacedBox, other: PlacedBox, boxes: Iterable[PlacedBox]) -> bool:
    """Whether an arrow straight through the gutter might meet a box."""
    left, right = one.x + one.width, other.x
    return left >= right or any(each.x < right and each.x + each.width > left for each in boxes)


def _swung(arrow: Arrow, one: PlacedBox, other: PlacedBox) -> PlacedArrow:
    """One even curve from the side of a box to the side of another."""
    start, tip = (one.x + one.width, one.y + one.height / 2), (other.x, other.y + other.height / 2)
    end, middle = (tip[0] - _HEAD, tip[1]), (start[0] + tip[0]) / 2
    return PlacedArrow(arrow, (start, (middle, start[1]), (middle, tip[1]), end), tip)


def _size(box: Box, widest: float) -> _Size:
    heading = (
        _Line(text, HEADING, strong=True) for text in wrapped(box.heading, HEADING, widest, strong=True)
    )
    lines = (*heading, *(line for text in box.lines for line in _lines(text, widest)))
    extra = 2 * MARGIN + (6 if box.outline is Outline.DOUBLE else 0)
    return _Size(
        max(90.0, extra + max((line.width for line in lines), default=0)),
        extra + sum(line.size * LEADING for line in lines),
        lines,
    )


def _lines(text: str, widest: float) -> Iterator[_Line]:
    """A text in lines; in a list what follows the first line stands under it."""
    hanging = width(BULLET, BODY) if text.startswith(BULLET) else 0.0
    for number, line in enumerate(wrapped(text, BODY, widest - hanging)):
        yield _Line(line, indent=hanging if number else 0.0)


def _box(box: Box, node: Any, size: _Size, down: float) -> PlacedBox:
    x, y = _point(node.attr["pos"], down)
    left, top = x - size.width / 2, y - size.height / 2
    inset = (size.height - sum(line.size * LEADING for line in size.lines)) / 2
    return PlacedBox(
        box, left, top, size.width, size.height, tuple(_written(size.lines, left + inset, top + inset))
    )


def _written(lines: tuple[_Line, ...], left: float, top: float) -> Iterator[Written]:
    for line in lines:
        yield Written(line.text, left + line.indent, top + line.size * 1.1, line.size, line.strong)
        top += line.size * LEADING


def _room(lines: tuple[str, ...]) -> str:
    across, down = _label_size(lines)
    sides = f'WIDTH="{across:.0f}" HEIGHT="{down:.0f}"'
    return f'<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" {sides}><TR><TD></TD></TR></TABLE>>'


def _label_size(lines: tuple[str, ...]) -> Point:
    return 12 + max(width(line, BODY) for line in lines), 6 + len(lines) * BODY * LEADING


def _arrow(arrow: Arrow, edge: Any, lines: tuple[str, ...], down: float) -> PlacedArrow:
    end, *points = edge.attr["pos"].split()
    tip = _point(end.removeprefix("e,"), down)
    label: tuple[Written, ...] = ()
    if lines:
        x, y = _point(edge.attr["lp"], down)
        across, high = _label_size(lines)
        placed = tuple(map(_Line, lines))
        label = tuple(_written(placed, x - across / 2 + 6, y - high / 2 + 3))
    return PlacedArrow(arrow, tuple(_point(each, down) for each in points), tip, label)


def _point(text: str, down: float) -> Point:
    """A point of Graphviz, whose heights are from the bottom."""
    x, y = text.split(",")
    return float(x), down - float(y)
