"""The Swedish calendar: working days, days counted from an event, and the next meeting. Weeks are in ``weeks``.

Public holidays by lag (1989:253) om allmänna helgdagar; midsummer eve, Christmas eve and new year's eve are no working
days either, as in lag (1930:173) om beräkning av lagstadgad tid 2 §. Easter eve is a Saturday anyway. Holidays are those
of 2005 and later, when the national day took the place of Whit Monday.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from styrregler.values.quantity import Quantity


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century = year % 19, year // 100
    leap, skipped = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _saturday_from(day: date) -> date:
    return day + timedelta((5 - day.weekday()) % 7)


@cache
def holidays(year: int) -> frozenset[date]:
    """Days of ``year``, Sundays apart, on which nobody is expected to work."""
    sunday = easter(year)
    midsummer = _saturday_from(date(year, 6, 20))
    moving = (
        sunday - timedelta(2),
        sunday,
        sunday + timedelta(1),
        sunday + timedelta(39),
        sunday + timedelta(49),
    )
    fixed = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
    return frozenset(
        {
            *moving,
            midsummer - timedelta(1),
            midsummer,
            _saturday_from(date(year, 10, 31)),
            *(date(year, month, day) for month, day in fixed),
        }
    )


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def working_day_from(day: date) -> date:
    """``day``, or the first working day after it: where an act that is due on a weekend may be done."""
    while not is_working_day(day):
        day += timedelta(1)
    return day


def next_of(days: Iterable[date], after: date) -> date | None:
    """The first of ``days``, in whatever order, that comes after ``after``; None when they are all past."""
    return min((day for day in days if day > after), default=None)


def shifted(day: date, amount: Quantity, *, back: bool = False) -> date:
    """``amount`` (dagar, veckor, månader, år or arbetsdagar) after ``day``, or before it.

    ``day`` itself is not counted. «dagar» are calendar days. A week ends on the day of the same name, a month or a year
    on the day of the same number; a month that lacks the day ends on its last (1 § of the same act). Raises OverflowError past the calendar's ends.
    """
    count = int(amount.number) * (-1 if back else 1)
    match amount.unit:
        case "arbetsdagar":
            step = timedelta(1 if count > 0 else -1)
            for _ in range(abs(count)):
                day += step
                while not is_working_day(day):
                    day += step
            return day
        case "veckor":
            return day + timedelta(weeks=count)
        case "månader" | "år":
            months = day.year * 12 + day.month - 1 + count * (12 if amount.unit == "år" else 1)
            year, month = divmod(months, 12)
            if not 1 <= year <= 9999:
                raise OverflowError
            for last in (day.day, 30, 29, 28):
                try:
                    return date(year, month + 1, min(day.day, last))
                except ValueError:
                    continue
            raise AssertionError("every month has 28 days")
        case _:
            return day + timedelta(days=count)
