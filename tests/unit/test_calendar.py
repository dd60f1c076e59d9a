"""The Swedish calendar, against known days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrregler.values import Quantity
from styrregler.values.calendar import easter, holidays, is_working_day, shifted

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    "day", [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)]
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


def test_the_holidays_of_2026() -> None:
    assert sorted(day.isoformat()[5:] for day in holidays(2026)) == [
        "01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-06", "06-19", "06-20",
        "10-31", "12-24", "12-25", "12-26", "12-31",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "amount", "unit", "expected"),
    [
        (date(2026, 4, 1), 3, "arbetsdagar", date(2026, 4, 8)),
        (date(2026, 12, 23), 1, "arbetsdagar", date(2026, 12, 28)),
        (date(2026, 1, 31), 1, "månader", date(2026, 2, 28)),
        (date(2024, 2, 29), 1, "år", date(2025, 2, 28)),
        (date(2026, 3, 2), 3, "veckor", date(2026, 3, 23)),
    ],
)
def test_days_are_counted_from_the_day_after(day: date, amount: int, unit: str, expected: date) -> None:
    assert shifted(day, Quantity(Decimal(amount), unit)) == expected


@given(DAYS, st.integers(1, 40))
def test_working_days_are_as_many_as_asked(day: date, count: int) -> None:
    end = shifted(day, Quantity(Decimal(count), "arbetsdagar"))
    between = [day + timedelta(step) for step in range(1, (end - day).days + 1)]
    assert is_working_day(end) and sum(map(is_working_day, between)) == count


@given(DAYS, st.integers(0, 400), st.sampled_from(["dagar", "veckor", "månader", "år", "arbetsdagar"]))
def test_later_is_never_earlier(day: date, count: int, unit: str) -> None:
    amount = Quantity(Decimal(count), unit)
    assert shifted(day, amount) >= day >= shifted(day, amount, back=True)
