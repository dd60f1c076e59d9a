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
from styrregler.exporters.plan_events import plan_events, undated
from styrregler.library import Rules, load
from tests.kit import POLICIES
from tests.kit import rules as kit_rules

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


# ---------- plans


def plan(rules: Rules, name: str = "", body: str = "", since: date | None = None) -> list[Event]:
    answer = rules.commissions(name, on=DAY)
    return read(to_ical(plan_events(answer.commissions, rules.index, body, since), "Plan", DAY))


def days(event: Event) -> tuple[date, date]:
    """Its first day and its last one."""
    return event["dtstart"].dt, event["dtend"].dt - timedelta(1)


def test_the_plan_of_timra() -> None:
    """Weeks and months are spans, «slutet av april» is its days, and each board has its own days."""
    rules = load(POLICIES / "timra")
    found = {str(each["summary"]): days(each) for each in plan(rules, "verksamhetsidé-2021")}
    title = "Verksamhetsidé för varje nämnd"
    assert found == {
        f"{title}: Inbjudan till uppstarten (slutet av april 2021)": (date(2021, 4, 21), date(2021, 4, 30)),
        f"{title}: Gemensam uppstart för utvecklingsgrupperna": (date(2021, 6, 17),) * 2,
        f"{title}: Pass 1 och 2": (date(2021, 8, 16), date(2021, 10, 3)),
        f"{title}: Intern kommunikation om arbetet (oktober 2021)": (date(2021, 10, 1), date(2021, 10, 31)),
        f"{title}: Gemensam avstämning av förslag": (date(2021, 10, 7),) * 2,
        f"{title}: Pass 3 och 4": (date(2021, 10, 11), date(2021, 12, 5)),
        f"{title}: Slutlig avstämning": (date(2021, 12, 9),) * 2,
        f"{title}: Pass 5 (från vecka 50 2021)": (date(2021, 12, 13),) * 2,
        f"{title}: Verksamhetsidén antas (första kvartalet 2022)": (date(2022, 1, 1), date(2022, 3, 31)),
    }
    own = plan(rules, "nämndernas-dagar", "bun")
    assert [days(each)[0] for each in own] == [
        date(2021, 9, 15), date(2021, 10, 27), date(2021, 11, 24), date(2021, 12, 15)
    ]  # fmt: skip
    assert len(plan(rules, "nämndernas-dagar")) == 20
    told_of = next(each for each in plan(rules) if "uppstart för" in each["summary"])
    assert "kl 08.30–12.00" in told_of["description"]


@pytest.mark.parametrize(
    ("folder", "name", "stages"),
    [
        ("nynashamn", "processledning", 7),
        ("nacka", "nämndutveckling", 6),
        ("timra", "stöd-till-grupperna", 2),
    ],
)
def test_a_step_without_a_day_is_no_event_and_is_named(folder: str, name: str, stages: int) -> None:
    """The workshops have a day and no year, the seminars «våren» and no year: nothing is guessed."""
    rules = load(POLICIES / folder)
    assert not plan(rules, name)
    assert len(list(undated(rules.commissions(name, on=DAY).commissions, rules.index))) == stages


def test_what_has_no_day_says_what_the_text_has() -> None:
    rules = load(POLICIES / "nynashamn")
    answer = rules.commissions("processledning", on=DAY)
    (own,) = [each for each in undated(answer.commissions, rules.index, "socialnämnden") if each.board]
    assert (own.stage, own.board, own.said) == ("Workshop", "Socialnämnden", "1 september kl 13.30–ca 17.00")


def test_a_board_has_its_own_steps_and_those_of_all(rules: Rules) -> None:
    found = [str(each["summary"]) for each in plan(rules, "verksamhetsidé-2026", "socialnämnden")]
    assert "Verksamhetsidé för varje nämnd: Verkstad om roller och arbetsgång, Socialnämnden" in found
    assert "Verksamhetsidé för varje nämnd: Slutlig avstämning" in found
    assert not [each for each in found if "Kultur" in each]
    assert not plan(rules, "verksamhetsidé-2026", "kommunfullmäktige")


def test_a_last_day_is_that_day_and_says_so(rules: Rules) -> None:
    (last,) = [each for each in plan(rules, "verksamhetsidé-2026") if "antar" in each["summary"]]
    assert days(last) == (date(2027, 3, 31),) * 2
    assert str(last["summary"]).endswith("(senast 2027-03-31)")
    assert last["categories"].to_ical().decode() == "Sista dag"


def test_only_what_is_not_over(rules: Rules) -> None:
    """«Förslag till verksamhetsidé», weeks 42–48, goes on until the 29th of November."""
    assert [days(each)[1] for each in plan(rules, "verksamhetsidé-2026", since=date(2026, 11, 29))] == [
        date(2026, 11, 29), date(2026, 12, 10), date(2027, 3, 31)
    ]  # fmt: skip


def test_a_step_that_is_moved_keeps_its_identity() -> None:
    def of(day: str) -> tuple[str, date]:
        (event,) = plan(kit_rules(f'uppdrag u "U"\n    etapp start "Start"\n        tid    {day}\n'))
        return str(event["uid"]), event["dtstart"].dt

    (one, first), (other, second) = of("2026-12-01"), of("2026-12-08")
    assert one == other
    assert first != second


@pytest.mark.parametrize("folder", ["timra", "exempelkommun"])
def test_every_step_has_an_identity_of_its_own_and_short_lines(folder: str) -> None:
    rules = load(POLICIES / folder)
    made = to_ical(plan_events(rules.commissions(on=DAY).commissions, rules.index), "Plan", DAY)
    names = [str(each["uid"]) for each in read(made)]
    assert len(set(names)) == len(names) > 5
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


@pytest.mark.parametrize("folder", ["exempelkommun", "nynashamn", "timra", "samspel", "nacka", "soderhamn"])
def test_every_step_is_in_the_calendar_or_named_or_done(folder: str) -> None:
    """For all, or for each board that has a time or lacks one of its own."""
    rules = load(POLICIES / folder)
    for answer in rules.commissions(on=DAY).commissions:
        events = list(plan_events([answer], rules.index))
        left = list(undated([answer], rules.index))
        assert all(each.day <= (each.last or each.day) for each in events)
        for stage in answer.commission.stages:
            told = [each for each in events if f"/{stage.name}/" in each.key]
            told_of = [each for each in left if each.stage == stage.title]
            assert told or told_of or stage.done, stage.name
            named = {each.board.title for each in answer.boards} if stage.per_body else set()
            assert all(
                any(title in event.title for event in told) or any(title == each.board for each in told_of)
                for title in named
                if not stage.time_of("")
            )
