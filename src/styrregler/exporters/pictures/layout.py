"""Where boxes and arrows go, so that a picture can be read on a screen and on a sheet of paper.

In: a :class:`Picture`.  Out: every box with its lines and its place, every arrow with its curve.  Refuses to know any file
format.
"""

from collections.abc import Mapping, Sequence

from styrregler.exporters.pictures.graph import Picture
from styrregler.exporters.pictures.graphviz import drawn
from styrregler.exporters.pictures.paper import (
    ENOUGH,
    between_columns,
    columns_passed,
    fits,
    numbers_of_columns,
    parts,
    put_together,
)
from styrregler.exporters.pictures.placed import Layout, moved
from styrregler.exporters.pictures.texts import BoxSize, box_sizes

_AS_GOOD = 0.92
"""Of the best; then what is divided less is easier to follow."""
_APART = 24.0
"""Between parts of a picture that have no arrows between them."""


def laid_out(picture: Picture) -> Layout:
    """Every box and arrow with its place. Raises MissingExtra where pygraphviz is not installed."""
    sizes = box_sizes(picture)
    pieces = [(piece, drawn(piece, sizes)) for piece in parts(picture)]
    one = _together([whole for _, whole in pieces])
    if _fit(one) >= ENOUGH:
        return one
    found = [
        one,
        *(
            _together([_divided(piece, whole, sizes, number) for piece, whole in pieces])
            for number in numbers_of_columns((one.width, one.height))
        ),
    ]
    best = max(map(_fit, found))
    return next(each for each in found if _fit(each) >= best * _AS_GOOD)


def _fit(layout: Layout) -> float:
    return fits((layout.width, layout.height))


def _together(pieces: Sequence[Layout]) -> Layout:
    size, places = put_together([(each.width, each.height) for each in pieces], _APART)
    shifted = [moved(piece, place) for piece, place in zip(pieces, places, strict=True)]
    return Layout(
        *size,
        tuple(box for each in shifted for box in each.boxes),
        tuple(arrow for each in shifted for arrow in each.arrows),
    )


def _divided(piece: Picture, whole: Layout, sizes: Mapping[str, BoxSize], number: int) -> Layout:
    """A part of a picture, in more columns."""
    if piece.across:
        return drawn(piece, sizes, passing=columns_passed(piece, number))
    if _fit(whole) >= ENOUGH:
        return whole
    heights = {each.box.name: each.y for each in whole.boxes}
    return drawn(piece, sizes, loose=between_columns(piece, heights, number))
