"""Dates and periods. `till` is inclusive."""

import re
from datetime import date, timedelta

from attrs import frozen

from styrregler.values.fault import Fault

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


def parse_date(text: str) -> date | Fault:
    """Read «2025-07-01»."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text.strip())
    if match is None:
        return Fault(f"«{text}» är inget datum", "datum skrivs år-månad-dag: «2025-07-01»")
    year, month, day = map(int, match.groups())
    if not 1 <= month <= 12:
        return Fault(
            f"datumet {text} finns inte", "skriv en månad mellan 01 och 12", f"det finns ingen månad {month}"
        )
    if year == 0:
        return Fault(f"datumet {text} finns inte", "skriv året med fyra siffror, från 0001")
    last = last_day(year, month)
    if not 1 <= day <= last:
        return Fault(
            f"datumet {text} finns inte",
            f"skriv en dag mellan 01 och {last}",
            f"{MONTHS[month - 1]} {year} har {last} dagar",
        )
    return date(year, month, day)


def last_day(year: int, month: int) -> int:
    """How many days the month has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def format_date(day: date) -> str:
    """«1 juli 2025», for running text; data and rules use the ISO form."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@frozen
class Period:
    """From and to, both days included; None is open."""

    start: date | None = None
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return (self.start is None or other.end is None or self.start <= other.end) and (
            other.start is None or self.end is None or other.start <= self.end
        )

    def __str__(self) -> str:
        parts = [f"från {self.start}" if self.start else "", f"till {self.end}" if self.end else ""]
        return " ".join(filter(None, parts)) or "tills vidare"
