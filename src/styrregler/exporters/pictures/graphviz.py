"""The one door to Graphviz, through the package pygraphviz, which is an extra.

In: a :class:`Picture` with the sizes of its boxes.  Out: a :class:`Layout`.  Refuses to decide what is best.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from styrregler.exporters.missing import MissingExtra
from styrregler.exporters.pictures.graph import Arrow, Picture
from styrregler.exporters.pictures.placed import Layout, PlacedArrow, PlacedBox, Point
from styrregler.exporters.pictures.texts import BoxSize, label_lines, label_size, placed_box, placed_label

_HEAD = 8.0
"""How long the head of an arrow is."""
_POINTS = 72.0
"""Graphviz wants inches, and gives points; a point is a pixel here."""


def drawn(
    picture: Picture,
    sizes: Mapping[str, BoxSize],
    *,
    loose: frozenset[Arrow] = frozenset(),
    passing: Mapping[Arrow, int] = {},
) -> Layout:
    """Where Graphviz puts everything. ``loose`` arrows have no say in it; ``passing`` ones go past some columns."""
    labels = [label_lines(arrow.label) for arrow in picture.arrows]
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
        box.name: placed_box(box, _point(graph.get_node(keys[box.name]).attr["pos"], down), sizes[box.name])
        for box in picture.boxes
    }
    arrows = []
    for number, (arrow, lines) in enumerate(zip(picture.arrows, labels, strict=True)):
        source, target = boxes[arrow.source], boxes[arrow.target]
        if arrow in gates:
            passed = [_point(graph.get_node(gate).attr["pos"], down) for gate in gates[arrow]]
            arrows.append(_swung(arrow, source, target, passed))
        elif picture.across and not _between(source, target, boxes.values()):
            arrows.append(_swung(arrow, source, target))
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
    try:
        from pygraphviz import AGraph
    except ImportError as missing:
        raise MissingExtra("pygraphviz", "bild") from missing
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


def _room(lines: tuple[str, ...]) -> str:
    across, down = label_size(lines)
    sides = f'WIDTH="{across:.0f}" HEIGHT="{down:.0f}"'
    return f'<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" {sides}><TR><TD></TD></TR></TABLE>>'


def _arrow(arrow: Arrow, edge: Any, lines: tuple[str, ...], down: float) -> PlacedArrow:
    end, *points = edge.attr["pos"].split()
    tip = _point(end.removeprefix("e,"), down)
    label = placed_label(lines, _point(edge.attr["lp"], down)) if lines else ()
    return PlacedArrow(arrow, tuple(_point(each, down) for each in points), tip, label)


def _point(text: str, down: float) -> Point:
    """A point of Graphviz, whose heights are from the bottom."""
    x, y = text.split(",")
    return float(x), down - float(y)
