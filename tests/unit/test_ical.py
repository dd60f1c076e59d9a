"""Meetings and last days as iCalendar, read back with the parser of icalendar."""

import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from styrregler.exporters.events import CalendarEvent, case_events, escalation_events, meeting_events
from styrregler.exporters.ical import to_ical
from styrregler.exporters.missing import MissingExtra
from styrregler.library import Rules, load
from tests.kit import POLICIES

DAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load(POLICIES / "exempelkommun")


def read(made: bytes) -> list[Event]:
    calendar = Calendar.from_ical(made)
    assert not calendar.errors
    assert (calendar["version"], str(calendar["calscale"])) == ("2.0", "GREGORIAN")
    assert calendar["prodid"]
    events = list(calendar.walk("VEVENT"))
    assert not [error for each in events for error in each.errors]
    return events


def told(event: Event) -> tuple[date, str]:
    return event["dtstart"].dt, str(event["summary"])


def test_meetings_are_whole_days(rules: Rules) -> None:
    events = read(to_ical(meeting_events(rules.index, "socialnämnden", DAY), "Exempelkommun", DAY))
    assert [told(each) for each in events[:2]] == [
        (date(2026, 11, 24), "Socialnämnden"),
        (date(2026, 12, 8), "Socialnämnden"),
    ]
    first = events[0]
    assert first["dtend"].dt == first["dtstart"].dt + timedelta(1)
    assert not isinstance(first["dtstart"].dt, datetime)
    assert first["dtstamp"].dt == datetime(2026, 11, 24, tzinfo=UTC)
    assert first["categories"].to_ical().decode() == "Sammanträde"


def test_the_days_of_a_case(rules: Rules) -> None:
    answer = rules.case("nämndärende", body="SN", meeting=date(2026, 12, 8), on=DAY)
    events = read(to_ical(case_events(answer), "Exempelkommun", DAY))
    found = [told(each) for each in events]
    title = "Ett nämndärende från väckt till uppföljt"
    assert (date(2026, 12, 8), f"{title}: Nämnden beslutar") in found
    assert (date(2026, 12, 1), "Nämndsekreterare: Kallelse och handlingar skickas") in found
    assert (date(2026, 11, 23), "Remissvar: Kommunstyrelsen") in found
    assert (date(2026, 12, 22), "Protokollet justeras: lagens sista dag") in found
    assert [day for day, _ in found] == sorted(day for day, _ in found)


def test_the_days_of_an_escalation(rules: Rules) -> None:
    answer = rules.escalate("oenighet-vad-hur", date(2026, 12, 21))
    events = read(to_ical(escalation_events(answer), "Exempelkommun", DAY))
    assert [day for day, _ in map(told, events)] == [date(2026, 12, 30), date(2027, 1, 18), date(2027, 1, 26)]


def test_the_same_thing_keeps_its_identity(rules: Rules) -> None:
    """A calendar that reads the file again changes its events and adds none, on another day too."""

    def names(on: date) -> list[str]:
        return [str(each["uid"]) for each in read(to_ical(meeting_events(rules.index), "Exempelkommun", on))]

    assert names(DAY) == names(DAY + timedelta(30))
    assert len(set(names(DAY))) == len(names(DAY))
    events = list(meeting_events(rules.index))
    assert to_ical([*events, *events], "E", DAY) == to_ical(events, "E", DAY)


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=300),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300),
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
)
def test_any_words_come_back_as_they_were(title: str, text: str, day: date) -> None:
    made = to_ical([CalendarEvent("k", title, day, "Sista dag", text=text)], "Kalender", DAY)
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))  # octets, as RFC 5545 has it
    assert b"\n" not in made.replace(b"\r\n", b"")
    (event,) = read(made)
    assert told(event) == (day, title)
    assert str(event.get("description", "")) == text


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra) as caught:
        to_ical([], "K", DAY)
    assert "styrregler[ical]" in caught.value.remedy
