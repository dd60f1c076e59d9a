"""Where boxes and arrows go. The one door to Graphviz, through the package pygraphviz, which is an extra.

In: a :class:`Picture`.  Out: every box with its lines and its place, every arrow with its curve, in pixels from the upper left.
Refuses to know any file format.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from attrs import evolve, frozen

from styrregler.exporters.missing import MissingExtra
from styrregler.exporters.pictures.graph import BULLET, Arrow, Box, Outline, Picture
from styrregler.exporters.pictures.measure import width, wrapped
from styrregler.exporters.pictures.paper import ENOUGH, between_columns, columns_passed, fits, parts, put_together

HEADING, BODY = 14.0, 12.0
"""Sizes of letters."""
LEADING = 1.4
MARGIN = 10.0
"""Between a box and what stands in it."""
_WIDEST, _WIDEST_WIDE, _LABEL_WIDEST = 240.0, 400.0, 170.0
_DIVISIONS = (2, 3, 4, 5, 6)
_AS_GOOD = 0.92
"""Of the best; then what is divided less is easier to follow."""
_APART = 24.0
"""Between parts of a picture that have no arrows between them."""
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
        import pygraphviz  # noqa: F401
    except ImportError as missing:
        raise MissingExtra("pygraphviz", "bild") from missing
    sizes = {box.name: _size(box, _WIDEST_WIDE if picture.wide else _WIDEST) for box in picture.boxes}
    if picture.across:  # boxes under each other begin under each other
        widest = max((size.width for size in sizes.values()), default=0)
        sizes = {name: evolve(size, width=widest) for name, size in sizes.items()}
    pieces = tuple(parts(picture))
    one = _together([_drawn(piece, sizes) for piece in pieces])
    if _fit(one) >= ENOUGH:
        return one
    found = [one, *(_together([_divided(piece, sizes, number) for piece in pieces]) for number in _DIVISIONS)]
    best = max(map(_fit, found))
    return next(each for each in found if _fit(each) >= best * _AS_GOOD)


def _fit(layout: Layout) -> float:
    return fits((layout.width, layout.height))


def _together(pieces: Sequence[Layout]) -> Layout:
    size, places = put_together([(each.width, each.height) for each in pieces], _APART)
    moved = [_moved(piece, place) for piece, place in zip(pieces, places, strict=True)]
    return Layout(
        *size,
        tuple(box for each in moved for box in each.boxes),
        tuple(arrow for each in moved for arrow in each.arrows),
    )


def _divided(picture: Picture, sizes: Mapping[str, _Size], number: int) -> Layout:
    """A part of a picture, in more columns."""
    if picture.across:
        return _drawn(picture, sizes, passing=columns_passed(picture, number))
    whole = _drawn(picture, sizes)
    heights = {each.box.name: each.y for each in whole.boxes}
    return _drawn(picture, sizes, loose=between_columns(picture, heights, number))


def _drawn(
    picture: Picture,
    sizes: Mapping[str, _Size],
    *,
    loose: frozenset[Arrow] = frozenset(),
    passing: Mapping[Arrow, int] = {},
) -> Layout:
    """Where Graphviz puts everything. ``loose`` arrows have no say in it; ``passing`` ones go past some columns."""
    labels = [wrapped(arrow.label, BODY, _LABEL_WIDEST) for arrow in picture.arrows]
    graph = _graph(picture)
    keys = {box.name: f"n{number}" for number, box in enumerate(picture.boxes)}
    for name, key in keys.items():
        graph.add_node(key, width=sizes[name].width / _POINTS, height=sizes[name].height / _POINTS)
    gates = _gates(picture, passing, keys)
    for number, arrow in _middle_last(picture, passing):
        lines = labels[number]
        way = [keys[arrow.source], *gates.get(arrow, ()), keys[arrow.target]]
        for one, other in pairwise(way[:-1]):
            if not graph.has_edge(one, other):
                graph.add_node(other, width=sizes[arrow.source].width / _POINTS, height=0.02)
                graph.get_node(one).attr["ordering"] = "out"
                graph.add_edge(one, other, tailport="e", headport="w")
        graph.add_edge(
            *way[-2:],
            key=f"e{number}",
            **({"tailport": "e", "headport": "w"} if picture.across else {}),
            **({"label": _room(lines)} if lines else {}),
            **({"constraint": "false"} if arrow in loose else {}),
        )
    graph.layout(prog="dot")
    _, _, across, down = (float(part) for part in graph.graph_attr["bb"].split(","))
    boxes = {
        box.name: _box(box, graph.get_node(keys[box.name]), sizes[box.name], down) for box in picture.boxes
    }
    arrows = []
    for number, (arrow, lines) in enumerate(zip(picture.arrows, labels, strict=True)):
        one, other = boxes[arrow.source], boxes[arrow.target]
        if arrow in gates:
            passed = [_point(graph.get_node(gate).attr["pos"], down) for gate in gates[arrow]]
            arrows.append(_swung(arrow, one, other, passed))
        elif picture.across and not _between(one, other, boxes.values()):
            arrows.append(_swung(arrow, one, other))
        else:
            edge = graph.get_edge(keys[arrow.source], keys[arrow.target], f"e{number}")
            arrows.append(_arrow(arrow, edge, lines, down))
    return Layout(across, down, tuple(boxes.values()), tuple(arrows))


def _gates(
    picture: Picture, passing: Mapping[Arrow, int], keys: Mapping[str, str]
) -> Mapping[Arrow, tuple[str, ...]]:
    """Where arrows go past columns: an opening in each, which all share that go from the same box."""
    return {
        arrow: tuple(f"{keys[arrow.source]}g{column}" for column in range(passing[arrow]))
        for arrow in picture.arrows
        if arrow in passing
    }


def _middle_last(picture: Picture, passing: Mapping[Arrow, int]) -> Iterator[tuple[int, Arrow]]:
    """Arrows in the order that Graphviz is to hear of them: those that pass a column amidst those that lead to it."""
    of: dict[str, dict[int, list[tuple[int, Arrow]]]] = {}
    for number, arrow in enumerate(picture.arrows):
        of.setdefault(arrow.source, {}).setdefault(passing.get(arrow, 0), []).append((number, arrow))
    for columns in of.values():
        inwards = [columns[passed] for passed in sorted(columns)]
        for each in inwards:
            yield from each[: len(each) // 2]
        for each in reversed(inwards):
            yield from each[len(each) // 2 :]


def _graph(picture: Picture) -> Any:
    from pygraphviz import AGraph

    graph = AGraph(
        directed=True,
        strict=False,
        rankdir="LR" if picture.across else "TB",
        nodesep="0.15" if picture.across else "0.4",
        ranksep="0.5" if picture.across else "0.35",
        splines="spline",
    )
    # Graphviz measures no text: boxes have our sizes, and a label is an empty table of the size that it needs.
    graph.node_attr.update(label="", shape="box", fixedsize="true")
    return graph


def _moved(layout: Layout, by: Point) -> Layout:
    def point(each: Point) -> Point:
        return each[0] + by[0], each[1] + by[1]

    def lines(text: Iterable[Written]) -> tuple[Written, ...]:
        return tuple(evolve(line, x=line.x + by[0], y=line.y + by[1]) for line in text)

    return Layout(
        layout.width,
        layout.height,
        tuple(evolve(each, x=each.x + by[0], y=each.y + by[1], text=lines(each.text)) for each in layout.boxes),
        tuple(
            evolve(each, curve=tuple(map(point, each.curve)), tip=point(each.tip), label=lines(each.label))
            for each in layout.arrows
        ),
    )


def _between(one: PlacedBox, other: PlacedBox, boxes: Iterable[PlacedBox]) -> bool:
    """Whether an arrow straight through the gutter might meet a box."""
    left, right = one.x + one.width, other.x
    return left >= right or any(each.x < right and each.x + each.width > left for each in boxes)


def _swung(arrow: Arrow, one: PlacedBox, other: PlacedBox, gates: Iterable[Point] = ()) -> PlacedArrow:
    """One even curve from the side of a box to the side of another, and through what is open on the way."""
    start, tip = (one.x + one.width, one.y + one.height / 2), (other.x, other.y + other.height / 2)
    curve = [start]
    for x, y in gates:
        inwards = (x - one.width / 2, y)
        outwards = (x + one.width / 2, y)
        curve += [*_bend(curve[-1], inwards), inwards, outwards, outwards]
    return PlacedArrow(arrow, (*curve, *_bend(curve[-1], (tip[0] - _HEAD, tip[1]))), tip)


def _bend(start: Point, end: Point) -> tuple[Point, Point, Point]:
    middle = (start[0] + end[0]) / 2
    return (middle, start[1]), (middle, end[1]), end


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
