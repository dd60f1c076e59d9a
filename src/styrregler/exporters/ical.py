"""iCalendar (RFC 5545): events as all-day entries that a calendar can subscribe to or read in.

In: events.  Out: the bytes of an .ics file.  The one door to the package icalendar, which is an extra.  The same events give
the same bytes on the same day: a key becomes the identity of an entry, so that reading the file again changes and adds nothing.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from styrregler.exporters.events import CalendarEvent
from styrregler.exporters.missing import MissingExtra
from styrregler.version import __version__

if TYPE_CHECKING:
    from icalendar import Event

_NAMESPACE = UUID("5c0a2f1e-6f0c-5c39-9f3e-2f6a6d0b7c11")
"""Of the identities of entries, chosen once."""


def to_ical(events: Iterable[CalendarEvent], title: str, on: date) -> bytes:
    """A calendar called ``title``, made ``on`` a day. Raises MissingExtra where icalendar is not installed."""
    try:
        from icalendar import Calendar
    except ImportError as missing:
        raise MissingExtra("icalendar", "ical") from missing
    calendar = Calendar()
    calendar.add("prodid", f"-//styrregler//{__version__}//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", title)
    for event in sorted(dict.fromkeys(events), key=lambda each: (each.day, each.key)):
        calendar.add_component(_entry(event, title, on))
    return bytes(calendar.to_ical())


def _entry(event: CalendarEvent, title: str, on: date) -> "Event":
    """Free time, not busy: a last day or a meeting fills nobody's day."""
    from icalendar import Event

    entry = Event()
    entry.add("uid", str(uuid5(_NAMESPACE, f"{title}/{event.key}")))
    entry.add("dtstamp", datetime.combine(on, time(), UTC))
    entry.add("dtstart", event.day)
    entry.add("dtend", event.after)
    entry.add("summary", event.title)
    entry.add("categories", [event.kind])
    entry.add("transp", "TRANSPARENT")
    if event.text:
        entry.add("description", event.text)
    return entry
