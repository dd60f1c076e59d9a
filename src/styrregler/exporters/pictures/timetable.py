"""A plan before it has any measures: what is to be done, between which days, and how it stands.

In: nothing; values only.  Refuses to know sizes, places and file formats.
"""

import enum
from collections.abc import Iterator
from datetime import date

from attrs import frozen


class Look(enum.Enum):
    """How a time is drawn, so that it can be told apart without colour; what it means is also said."""

    DONE = "done"
    LATE = "late"
    OTHER = "other"


@frozen
class Entry:
    """Something in a plan. Without ``first`` only its last day is known, without both nothing; ``when`` says it in words."""

    title: str
    when: str
    first: date | None = None
    last: date | None = None
    look: Look = Look.OTHER

    def __str__(self) -> str:
        return f"{self.title}: {self.when}"


@frozen
class Part:
    """Entries under a heading; an empty one for those of all."""

    heading: str
    entries: tuple[Entry, ...]


@frozen
class Timetable:
    """A plan as it stands ``on`` a day."""

    title: str
    summary: str
    parts: tuple[Part, ...]
    on: date

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that something begins or ends on."""
        return tuple(day for each in self.entries for day in (each.first, each.last) if day is not None)

    def told(self) -> Iterator[str]:
        """The same in words, for those who do not see the picture."""
        yield self.summary
        for part in self.parts:
            if part.heading:
                yield f"{part.heading}:"
            yield from (f"{entry}." for entry in part.entries)
