"""What an answer's rules leave open, as text and as data.

In: open points.  Out: labels with lines, or data.  Refuses to know which answer they stand in.
"""

from collections.abc import Iterable, Iterator

from styrregler.model import OpenPoint
from styrregler.render.data import Data, place_data

TO_FILL, QUESTION = "ska fyllas i", "öppen fråga"


def open_lines(points: Iterable[OpenPoint], beside: str | None = None) -> Iterator[tuple[str, str]]:
    """A label and a line for each, with the title of its block unless that is ``beside`` it, or never where that is None."""
    for each in points:
        until = f" (senast {each.until})" if each.until else ""
        within = f" ({each.heading})" if beside not in (None, each.heading) else ""
        yield QUESTION if each.question else TO_FILL, f"{each.text or 'det som saknas'}{until}{within}"


def open_data(points: Iterable[OpenPoint]) -> list[Data]:
    """``open``: the same in every form."""
    return [
        {
            "kind": QUESTION if each.question else TO_FILL,
            "text": each.text,
            "heading": each.heading,
            "until": each.until.isoformat() if each.until else None,
            "source": place_data(each.place),
        }
        for each in points
    ]
