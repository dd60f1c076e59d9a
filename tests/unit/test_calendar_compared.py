"""The calendar beside two well-kept packages, every day of 2020–2040.

They agree on the public holidays of lag (1989:253). They differ about the eves, which no law makes public holidays:

* `holidays` leaves them out of its public ones, and has midsummer eve, Christmas eve and new year's eve as days on which
  work stops in practice (de facto);
* `workalendar` has the same three as holidays;
* neither has Easter eve or Whit eve, which are Saturdays anyway.

Here the three are no working days, as for a last day by law (1930:173); other eves (twelfth night, Maundy Thursday,
Walpurgis night, the eve of All Saints) are working days, although many offices close early.
"""

from datetime import date, timedelta

import holidays as package
import pytest
from workalendar.europe import Sweden

from styrregler.values.calendar import holidays, is_working_day, shifted
from styrregler.values.quantity import parse_quantity

YEARS = range(2020, 2041)
EVES = {(12, 24), (12, 31)}


def is_eve(day: date) -> bool:
    """Midsummer eve, Christmas eve or new year's eve."""
    return (day.month, day.day) in EVES or (day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4)


def days(year: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(each)
        for each in range(365 + (date(year, 12, 31).timetuple().tm_yday == 366))
    ]


@pytest.mark.parametrize("year", YEARS)
def test_public_holidays_as_holidays_has_them_and_the_three_eves_besides(year: int) -> None:
    public = set(package.Sweden(years=year, include_sundays=False))
    assert holidays(year) - public == {day for day in days(year) if is_eve(day)}
    assert public <= holidays(year)


@pytest.mark.parametrize("year", YEARS)
def test_with_the_eves_counted_holidays_has_the_same_days(year: int) -> None:
    assert holidays(year) == set(
        package.Sweden(years=year, include_sundays=False, categories=("public", "de_facto"))
    )


@pytest.mark.parametrize("year", YEARS)
def test_holidays_as_workalendar_has_them(year: int) -> None:
    assert holidays(year) == {day for day, _ in Sweden().holidays(year)}


@pytest.mark.parametrize("year", YEARS)
def test_working_days_as_workalendar_has_them(year: int) -> None:
    calendar = Sweden()
    assert [day for day in days(year) if is_working_day(day)] == [
        day for day in days(year) if calendar.is_working_day(day)
    ]


@pytest.mark.parametrize("count", [1, 5, 10, 25])
@pytest.mark.parametrize("year", YEARS)
def test_working_days_are_counted_as_workalendar_counts_them(year: int, count: int) -> None:
    calendar = Sweden()
    amount = parse_quantity(f"{count} arbetsdagar")
    for day in days(year)[::3]:
        assert shifted(day, amount) == calendar.add_working_days(day, count)
