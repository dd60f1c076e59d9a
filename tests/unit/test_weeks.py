"""Weeks, against known ones and against the standard library's own reading of them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrregler.values import Fault, Week, parse_week, weeks_in

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2020, 12, 31), "vecka 53 2020"),
        (date(2021, 1, 3), "vecka 53 2020"),
        (date(2021, 1, 4), "vecka 1 2021"),
        (date(2024, 12, 30), "vecka 1 2025"),
        (date(2021, 8, 31), "vecka 35 2021"),
        (date(2021, 10, 7), "vecka 40 2021"),
        (date(2021, 12, 9), "vecka 49 2021"),
    ],
)
def test_a_day_lies_in_its_week(day: date, week: str) -> None:
    assert str(Week.of(day)) == week
    assert parse_week(week) == Week.of(day)
    assert day in Week.of(day)


def test_the_years_with_53_weeks() -> None:
    assert [year for year in range(2015, 2045) if weeks_in(year) == 53] == [
        2015,
        2020,
        2026,
        2032,
        2037,
        2043,
    ]


@pytest.mark.parametrize(
    ("text", "message", "why"),
    [
        ("vecka 53 2027", "vecka 53 finns inte 2027", "2027 har 52 veckor"),
        ("vecka 54 2026", "vecka 54 finns inte 2026", "2026 har 53 veckor"),
        ("vecka 0 2026", "vecka 0 finns inte 2026", "2026 har 53 veckor"),
        ("vecka 33", "«vecka 33» är ingen vecka", ""),
        ("veckan 33 2026", "«veckan 33 2026» är ingen vecka", ""),
        ("vecka 1 0000", "året 0000 går inte att räkna med", ""),
        ("vecka 1 9999", "året 9999 går inte att räkna med", ""),
    ],
)
def test_a_week_that_is_none_is_told(text: str, message: str, why: str) -> None:
    found = parse_week(text)
    assert isinstance(found, Fault)
    assert (found.message, found.why) == (message, why)
    assert found.remedy


@given(DAYS)
def test_weeks_begin_on_monday_follow_each_other_and_read_back(day: date) -> None:
    week = Week.of(day)
    assert week.start.weekday() == 0 and week.end - week.start == timedelta(6)
    assert week.start <= day <= week.end
    assert Week.of(week.end + timedelta(1)) > week
    assert parse_week(str(week)) == week
    assert week.start == datetime.strptime(f"{week.year} {week.number} 1", "%G %V %u").date()  # noqa: DTZ007
