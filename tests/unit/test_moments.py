"""Times of a plan: what is read, what is known of it, and what cannot be."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrregler.values import Fault, Moment, parse_moment


def moment(text: str) -> Moment:
    found = parse_moment(text)
    assert isinstance(found, Moment), found
    return found


@pytest.mark.parametrize(
    ("text", "written", "first", "last", "fixed"),
    [
        ("2021-06-17", "2021-06-17", date(2021, 6, 17), date(2021, 6, 17), True),
        ("17 juni 2021", "2021-06-17", date(2021, 6, 17), date(2021, 6, 17), True),
        ("vecka 33–39 2021", "vecka 33–39 2021", date(2021, 8, 16), date(2021, 10, 3), True),
        ("v 33-39 2021", "vecka 33–39 2021", date(2021, 8, 16), date(2021, 10, 3), True),
        ("från vecka 50 2021", "från vecka 50 2021", date(2021, 12, 13), None, True),
        ("senast 2022-03-31", "senast 2022-03-31", None, date(2022, 3, 31), True),
        ("första kvartalet 2022", "första kvartalet 2022", date(2022, 1, 1), date(2022, 3, 31), False),
        ("slutet av april 2021", "slutet av april 2021", date(2021, 4, 21), date(2021, 4, 30), False),
        ("december 2014", "december 2014", date(2014, 12, 1), date(2014, 12, 31), False),
        ("31 augusti", "31 augusti", None, None, False),
        ("våren", "våren", None, None, False),
        ("vecka 33", "vecka 33", None, None, False),
        ("2015", "2015", date(2015, 1, 1), date(2015, 12, 31), False),
        ("ej fastställd", "ej fastställd", None, None, False),
        ("2021-01-01 – 2021-01-05", "från 2021-01-01 till 2021-01-05", date(2021, 1, 1), date(2021, 1, 5), True),
        ("februari 2024", "februari 2024", date(2024, 2, 1), date(2024, 2, 29), False),
        ("slutet av februari 2025", "slutet av februari 2025", date(2025, 2, 21), date(2025, 2, 28), False),
    ],
)  # fmt: skip
def test_what_is_known_of_a_time(
    text: str, written: str, first: date | None, last: date | None, fixed: bool
) -> None:
    found = moment(text)
    assert (found.text, found.first, found.last, found.fixed) == (written, first, last, fixed)
    assert moment(found.text) == found


@pytest.mark.parametrize(
    ("text", "written", "begins", "ends", "about"),
    [
        ("2021-06-17 kl. 8.30-12.00", "2021-06-17 kl 08.30–12.00", time(8, 30), time(12), False),
        ("1 september kl 13:30 – ca 17", "1 september kl 13.30–ca 17.00", time(13, 30), time(17), True),
        ("2021-10-07 kl 9", "2021-10-07 kl 09.00", time(9), None, False),
    ],
)
def test_the_time_of_day(text: str, written: str, begins: time, ends: time | None, about: bool) -> None:
    found = moment(text)
    assert (found.text, found.begins, found.ends, found.about) == (written, begins, ends, about)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("vecka 53 2021", "vecka 53 finns inte 2021"),
        ("vecka 50–53 2021", "vecka 53 finns inte 2021"),
        ("vecka 39–33 2021", "vecka 33 ligger före vecka 39"),
        ("2021-02-30", "datumet 2021-02-30 finns inte"),
        ("31 april", "dagen 31 april finns inte"),
        ("29 februari 2021", "dagen 29 februari 2021 finns inte"),
        ("2021-06-17 kl 25", "klockslaget 25.00 finns inte"),
        ("2021-06-17 kl 12–8", "klockslaget slutar 08.00, innan det börjar 12.00"),
        ("vecka 33 2021 kl 9", "«vecka 33 2021» är flera dagar och har inget klockslag"),
        ("2021-06-17 till 2021-06-01", "tiden slutar 2021-06-01, innan den börjar 2021-06-17"),
        ("snart", "«snart» är ingen tid"),
        ("våren 0000", "året i «våren 0000» finns inte"),
        ("0000", "året 0000 finns inte"),
    ],
)
def test_a_time_that_cannot_be_is_explained(text: str, message: str) -> None:
    found = parse_moment(text)
    assert isinstance(found, Fault)
    assert found.message == message
    assert found.remedy


def test_week_53_in_a_year_that_has_one() -> None:
    assert moment("vecka 53 2026").last == date(2027, 1, 3)


def test_the_week_beside_a_day_is_kept_as_written() -> None:
    assert moment("2021-08-31 i vecka 34").week == 34
    assert moment("2021-08-31 i v. 34").text == "2021-08-31 i vecka 34"


@given(st.dates(date(1, 1, 2), date(9998, 12, 30)), st.integers(0, 400))
def test_a_time_never_ends_before_it_begins(first: date, days: int) -> None:
    week = first.isocalendar()
    for text in (f"{first}", f"vecka {week.week} {week.year}", f"{first:%Y}", f"första kvartalet {first:%Y}"):
        found = parse_moment(text)
        if isinstance(found, Moment) and found.first and found.last:
            assert found.first <= found.last
            assert parse_moment(found.text) == found


@given(st.text(max_size=40))
def test_any_text_is_read_or_explained(text: str) -> None:
    found = parse_moment(text)
    assert isinstance(found, Moment) or (found.message and found.remedy)
