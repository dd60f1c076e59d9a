"""Last days that the law sets: moved off a weekend or a holiday by the law, which is data; a municipality's own never."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from styrregler.query.deadlines import StatutoryDay, statutory_days
from styrregler.values import TimingKind
from styrregler.values.calendar import is_working_day, next_of, working_day_from
from tests import kit

RULES = kit.sound(
    kit.rules(
        kit.order(
            'punkt 1 "Bidrag"\n    delegat enhetschef', "anmäls till nämnden inom 14 dagar efter beslut"
        )
    )
)
DAYS = st.dates(date(2018, 7, 1), date(2060, 1, 1))


def day(name: str, event: date) -> StatutoryDay:
    (found,) = statutory_days(RULES.index, name, event)
    return found


@pytest.mark.parametrize(
    ("name", "event", "counted", "last"),
    [
        ("justering", date(2026, 3, 2), date(2026, 3, 16), date(2026, 3, 16)),
        ("justering", date(2026, 3, 7), date(2026, 3, 21), date(2026, 3, 23)),
        (
            "justering",
            date(2026, 3, 20),
            date(2026, 4, 3),
            date(2026, 4, 7),
        ),  # Good Friday to the day after Easter
        ("justering", date(2026, 6, 5), date(2026, 6, 19), date(2026, 6, 22)),  # midsummer eve
        ("justering", date(2026, 12, 10), date(2026, 12, 24), date(2026, 12, 28)),  # Christmas to Monday
        ("justering", date(2025, 12, 17), date(2025, 12, 31), date(2026, 1, 2)),  # over the end of the year
        (
            "laglighetsprövning",
            date(2026, 4, 10),
            date(2026, 5, 1),
            date(2026, 5, 4),
        ),  # three weeks, to May Day
        ("motion", date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)),  # a year that lacks the day
    ],
)
def test_a_last_day_on_a_weekend_or_a_holiday_is_moved(
    name: str, event: date, counted: date, last: date
) -> None:
    found = day(name, event)
    assert (found.counted, found.day) == (counted, last)
    assert (found.moved_by is not None) == (counted != last)
    if found.moved_by is not None:
        assert [str(each) for each in found.moved_by.law] == ["2 § LBT"]


def test_a_time_counted_backwards_is_not_moved() -> None:
    found = day("kallelse-till-fullmäktige", date(2026, 3, 22))
    assert found == StatutoryDay(date(2026, 3, 15), date(2026, 3, 15))


def test_without_the_law_nothing_is_moved() -> None:
    silent = evolve(RULES.index, corpus=evolve(RULES.index.corpus, duties=()))
    (found,) = statutory_days(silent, "justering", date(2026, 3, 7))
    assert found.day == date(2026, 3, 21)


def test_before_the_law_reads_so_nothing_is_moved() -> None:
    assert not list(statutory_days(RULES.index, "justering", date(2017, 12, 31)))


def test_the_municipalitys_own_time_stays_on_its_day() -> None:
    answer = RULES.who_decides("bidrag", on=date(2026, 3, 7))
    assert answer.report[0].timing is not None and answer.report[0].timing.kind is TimingKind.WITHIN
    assert answer.report[0].deadline == date(2026, 3, 21)


@given(
    DAYS,
    st.sampled_from(
        ["justering", "tillkännagivande", "laglighetsprövning", "motion", "begäran-om-avgörande"]
    ),
)
def test_a_statutory_day_is_a_working_day_and_no_earlier_than_counted(event: date, name: str) -> None:
    found = day(name, event)
    assert is_working_day(found.day)
    assert event < found.counted <= found.day <= found.counted + timedelta(5)
    assert not any(
        is_working_day(found.counted + timedelta(each)) for each in range((found.day - found.counted).days)
    )


@given(DAYS, DAYS)
def test_later_events_never_have_earlier_last_days(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert day("justering", first).day <= day("justering", second).day
    assert working_day_from(first) <= working_day_from(second)


@given(st.lists(DAYS, max_size=12), DAYS)
def test_the_next_meeting_comes_after_and_none_lies_between(meetings: list[date], on: date) -> None:
    found = next_of(meetings, on)
    if found is None:
        assert all(each <= on for each in meetings)
    else:
        assert found > on and not [each for each in meetings if on < each < found]
