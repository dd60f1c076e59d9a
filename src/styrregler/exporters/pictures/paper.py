"""How a picture that is too long for a sheet of paper is divided: into parts, into columns, and how the parts are put together.

In: a :class:`Picture`, and how high everything stands.  Out: which arrows go from a column to the next, which boxes stand
further off, and where each part goes.  Refuses to know letters and file formats.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from styrregler.exporters.pictures.graph import Arrow, Picture

_SHORT, _LONG = 718.0, 1047.0
"""An A4 in pixels, within its margins. What fits best on it does so on an A3 too."""
ENOUGH = 0.65
"""How much smaller than on the screen letters may be on an A4 before a picture is divided: 8 pixels, or 6 points."""
_LANE = 60.0
"""What a column needs beside its boxes, for the arrows that lead to it."""
_SHELVES = 12
_FEWEST = 3
"""Boxes in a column, for another beside it."""

Size = tuple[float, float]


def fits(size: Size) -> float:
    """How large everything is on an A4, upright or lying, beside on a screen."""
    wide, high = size
    return max(min(_SHORT / wide, _LONG / high), min(_LONG / wide, _SHORT / high))


def parts(picture: Picture) -> Iterator[Picture]:
    """The picture in as many as have no arrows between them."""
    group = {box.name: box.name for box in picture.boxes}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = name = group[group[name]]
        return name

    for arrow in picture.arrows:
        group[root(arrow.target)] = root(arrow.source)
    boxes: dict[str, list[int]] = {}
    for number, box in enumerate(picture.boxes):
        boxes.setdefault(root(box.name), []).append(number)
    arrows: dict[str, list[Arrow]] = {}
    for arrow in picture.arrows:
        arrows.setdefault(root(arrow.source), []).append(arrow)
    for key, numbers in boxes.items():
        yield evolve(
            picture,
            boxes=tuple(picture.boxes[number] for number in numbers),
            arrows=tuple(arrows.get(key, ())),
        )


def numbers_of_columns(size: Size) -> Iterator[int]:
    """Into how many columns something of a size may be best cut: those worth trying."""
    wide, high = size
    best = max(range(1, _SHELVES), key=lambda number: fits((number * (wide + _LANE), high / number)))
    yield from range(max(2, best - 1), best + 2)


def between_columns(picture: Picture, heights: Mapping[str, float], number: int) -> frozenset[Arrow]:
    """The arrows that lead from a column to another, where as few as may be are cut and columns are about as high."""
    levels = sorted(set(heights.values()))
    top, bottom = levels[0], levels[-1]
    cuts: list[float] = []
    for each in range(1, number):
        aim = top + (bottom - top) * each / number
        near = (bottom - top) / number / 4
        possible = [level for level in levels[1:] if abs(level - aim) <= near and level not in cuts]
        if possible:
            cuts.append(
                min(possible, key=lambda level: (_cut(picture, heights, level), abs(level - aim), level))
            )
    return frozenset(
        arrow for arrow in picture.arrows if any(_parted(arrow, heights, level) for level in cuts)
    )


def _cut(picture: Picture, heights: Mapping[str, float], level: float) -> int:
    return sum(_parted(arrow, heights, level) for arrow in picture.arrows)


def _parted(arrow: Arrow, heights: Mapping[str, float], level: float) -> bool:
    return (heights[arrow.source] < level) != (heights[arrow.target] < level)


def columns_passed(picture: Picture, number: int) -> Mapping[Arrow, int]:
    """How many columns each arrow passes, where any, with what nothing leads from in ``number`` of them beside each other."""
    leading = {arrow.source for arrow in picture.arrows}
    met = Counter(arrow.target for arrow in picture.arrows)
    last: dict[str, list[Arrow]] = {}
    for arrow in picture.arrows:
        if arrow.target not in leading and met[arrow.target] == 1:
            last.setdefault(arrow.source, []).append(arrow)
    passed = {
        arrow: place * min(number, max(len(arrows) // _FEWEST, 1)) // len(arrows)
        for arrows in last.values()
        for place, arrow in enumerate(arrows)
    }
    depths = _depths(picture)
    for arrow in picture.arrows if max(depths.values()) < len(depths) else ():
        passed.setdefault(arrow, depths[arrow.target] - depths[arrow.source] - 1)
    return {arrow: columns for arrow, columns in passed.items() if columns > 0}


def _depths(picture: Picture) -> Mapping[str, int]:
    """How far each box is from where nothing leads to it, by the longest way; as far as there are boxes in a ring."""
    depths = {box.name: 0 for box in picture.boxes}
    for _ in range(len(depths) + 1):
        before = dict(depths)
        for arrow in picture.arrows:
            depths[arrow.target] = max(depths[arrow.target], min(depths[arrow.source] + 1, len(depths)))
        if depths == before:
            break
    return depths


def put_together(sizes: Sequence[Size], gap: float) -> tuple[Size, tuple[Size, ...]]:
    """The size of all, and where each begins: in rows or in columns, in their order."""
    tried = [*_tried(sizes, gap), *_turned_all(_tried(tuple(map(_turned, sizes)), gap))]
    return max(tried, key=lambda each: fits(each[0]))


def _tried(sizes: Sequence[Size], gap: float) -> Iterator[tuple[Size, tuple[Size, ...]]]:
    longest, total = max(long for long, _ in sizes), sum(long + gap for long, _ in sizes)
    for number in range(1, _SHELVES):
        yield _in_rows(sizes, max(longest, total / number), gap)


def _turned_all(
    tried: Iterable[tuple[Size, tuple[Size, ...]]],
) -> Iterator[tuple[Size, tuple[Size, ...]]]:
    for size, places in tried:
        yield _turned(size), tuple(map(_turned, places))


def _in_rows(sizes: Sequence[Size], limit: float, gap: float) -> tuple[Size, tuple[Size, ...]]:
    x = y = high = wide = 0.0
    places = []
    for size in sizes:
        if x and x + size[0] > limit:
            x, y, high = 0.0, y + high + gap, 0.0
        places.append((x, y))
        wide, high, x = max(wide, x + size[0]), max(high, size[1]), x + size[0] + gap
    return (wide, y + high), tuple(places)


def _turned(size: Size) -> Size:
    return size[1], size[0]
