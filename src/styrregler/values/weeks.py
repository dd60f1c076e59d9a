"""Weeks as Sweden counts them (ISO 8601): Monday first, and week 1 is the one with the year's first Thursday.

In: a day, or «vecka 33 2026».  Out: a :class:`Week`, or a :class:`Fault` for a week that the year does not have.
"""

import re
from datetime import date, timedelta

from attrs import frozen

from styrregler.values.fault import Fault

_WRITTEN = re.compile(r"(?:vecka|v\.?) ?(\d{1,3}),? (\d{4})", re.IGNORECASE)


@frozen(order=True)
class Week:
    """A week of a week-numbering year, which may begin or end a few days off the calendar year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week that ``day`` lies in."""
        return cls(*day.isocalendar()[:2])

    @property
    def start(self) -> date:
        """Its Monday."""
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def end(self) -> date:
        """Its Sunday."""
        return self.start + timedelta(6)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return f"vecka {self.number} {self.year}"


def weeks_in(year: int) -> int:
    """52 or 53. 28 December always lies in the last week of its year."""
    return date(year, 12, 28).isocalendar().week


def parse_week(text: str) -> Week | Fault:
    """Read «vecka 33 2026» or «v. 33 2026»."""
    match = _WRITTEN.fullmatch(" ".join(text.split()))
    if match is None:
        return Fault(f"«{text}» är ingen vecka", "veckor skrivs med nummer och år: «vecka 33 2026»")
    number, year = int(match[1]), int(match[2])
    if not 1 <= year < date.max.year:
        return Fault(f"året {match[2]} går inte att räkna med", "skriv ett år mellan 0001 och 9998")
    last = weeks_in(year)
    if not 1 <= number <= last:
        return Fault(
            f"vecka {number} finns inte {year}",
            f"skriv en vecka mellan 1 och {last}",
            f"{year} har {last} veckor",
        )
    return Week(year, number)
