"""Quantities: a number with its unit."""

import enum
import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from styrregler.values.fault import Fault
from styrregler.values.numbers import format_number, parse_number


class UnitKind(enum.Enum):
    """What a fact is measured in; ``anges i`` names it."""

    MONEY = "kronor"
    TIME = "tid"
    SHARE = "andel"
    COUNT = "antal"
    DATE = "datum"


_TIME = {
    **dict.fromkeys(("dag", "dagar", "kalenderdag", "kalenderdagar"), "dagar"),
    **dict.fromkeys(("vecka", "veckor"), "veckor"),
    **dict.fromkeys(("månad", "månader", "mån"), "månader"),
    "år": "år",
    **dict.fromkeys(("arbetsdag", "arbetsdagar"), "arbetsdagar"),
}
_MONEY = {
    "kr": 1,
    "kronor": 1,
    "sek": 1,
    "tkr": 1_000,
    "mkr": 1_000_000,
    "miljoner": 1_000_000,
    "miljon": 1_000_000,
}
_SINGULAR = {"dagar": "dag", "veckor": "vecka", "månader": "månad", "arbetsdagar": "arbetsdag"}
# Twelve months are a year and seven days a week, exactly; between the two groups the mean year of 365,25 days.
_DAYS = {
    "dagar": Fraction(1),
    "veckor": Fraction(7),
    "månader": Fraction(1461, 48),
    "år": Fraction(1461, 4),
}
_SHAPE = re.compile(r"(-?\s*\d[\d \u00a0\u202f.,]*?)[ \u00a0\u202f]*(%|[^\W\d_][\w-]*|:-)?")


@frozen
class Quantity:
    """A number and its unit.

    ``unit`` is ``kr``, ``dagar``, ``veckor``, ``månader``, ``år``, ``arbetsdagar``, ``%``, ``datum`` (a day counted as
    by ``date.toordinal``), empty for a bare number, or the name of a yearly amount such as ``prisbasbelopp``.
    """

    number: Decimal
    unit: str

    @property
    def kind(self) -> UnitKind | None:
        """What it measures; None for a bare number and for a yearly amount, which only a rule set knows."""
        if self.unit == "kr":
            return UnitKind.MONEY
        if self.unit == "%":
            return UnitKind.SHARE
        if self.unit == "datum":
            return UnitKind.DATE
        return UnitKind.TIME if self.unit in _DAYS or self.unit == "arbetsdagar" else None

    @property
    def measure(self) -> Fraction:
        """On the axis of its kind: kronor, days, per cent or number. Working days have no place on it."""
        number, days = Fraction(self.number), _DAYS.get(self.unit)
        return number if days is None else number * days

    @classmethod
    def of_day(cls, day: date) -> "Quantity":
        """A day on the axis of days."""
        return cls(Decimal(day.toordinal()), "datum")

    def __str__(self) -> str:
        if self.unit == "datum":
            return date.fromordinal(int(self.number)).isoformat()
        number = format_number(self.number)
        unit = _SINGULAR.get(self.unit, self.unit) if self.number == 1 else self.unit
        if unit == "kr" and "," in number and len(number.rpartition(",")[2]) == 1:
            number += "0"
        return f"{number} {unit}" if unit else number


def parse_quantity(text: str) -> Quantity | Fault:
    """Read «5 000 kr», «2,5 mkr», «0,5 prisbasbelopp», «4 år», «95 %» or a bare number.

    A word that is no known unit is taken for the name of a yearly amount; whether it is one, the rule set knows.
    """
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return Fault(
            f"«{text}» är ingen mängd", "skriv till exempel «5 000 kr», «4 år» eller «0,5 prisbasbelopp»"
        )
    digits, unit = match[1].strip(), (match[2] or "")
    number = parse_number(digits)
    if isinstance(number, Fault):
        return number
    unit = unit.casefold() if unit.casefold() in _MONEY or unit.casefold() in _TIME else unit
    if unit == ":-":
        unit = "kr"
    if unit in _MONEY:
        return Quantity((number * _MONEY[unit]).normalize() + 0, "kr")
    return Quantity(number, _TIME.get(unit, unit))
