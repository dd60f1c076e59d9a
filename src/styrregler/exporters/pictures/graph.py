"""A picture before it has any measures: boxes with lines of text, and arrows between them.

In: nothing; values only.  Refuses to know sizes, places and file formats.
"""

import enum
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

BULLET = "• "
"""Before a line of a box that is one of several alike."""


class Outline(enum.Enum):
    """How a box is drawn, so that it can be told apart without colour."""

    PLAIN = "plain"
    ROUNDED = "rounded"
    """A beginning, or people."""
    DOUBLE = "double"
    """Where it ends, or who has the decision from the start."""


@frozen
class Box:
    """A box: its heading, the lines under it, and how it is drawn."""

    name: str
    heading: str
    lines: tuple[str, ...] = ()
    outline: Outline = Outline.PLAIN

    def __str__(self) -> str:
        return f"{self.heading} ({'; '.join(self.lines)})" if self.lines else self.heading


@frozen
class Arrow:
    """From one box to another. A ``weak`` one is dashed: a way back, or what does not follow from the order itself."""

    source: str
    target: str
    label: str = ""
    weak: bool = False


@frozen(slots=False)
class Picture:
    """Boxes and arrows. ``note`` stands under it.

    ``across`` when it reads from left to right, else from the top; its arrows have no labels then. ``wide`` when its boxes
    hold much text.
    """

    title: str
    summary: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()
    across: bool = False
    wide: bool = False
    note: str = ""

    @cached_property
    def _leading(self) -> Mapping[str, list[Arrow]]:
        found: dict[str, list[Arrow]] = {}
        for arrow in self.arrows:
            found.setdefault(arrow.source, []).append(arrow)
        return found

    def told(self) -> Iterator[str]:
        """The same in words, a line for each box, for those who do not see the picture."""
        yield self.summary
        headings = {box.name: box.heading for box in self.boxes}
        for box in self.boxes:
            ways = (
                headings[arrow.target] + (f" ({arrow.label})" if arrow.label else "")
                for arrow in self._leading.get(box.name, ())
            )
            leads = ", ".join(ways)
            yield f"{box}. Leder till: {leads}." if leads else f"{box}."
        if self.note:
            yield self.note
