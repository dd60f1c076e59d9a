"""A person in a role, wherever it was read; and days as lists and directories write them.

In: text.  Out: :class:`Person` and days.  Refuses to know where the text stood.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from attrs import frozen

from styrregler.values import Period

_TIME = re.compile(r"(\d{14})(?:[.,]\d+)?(Z|[+-]\d{4})")


@frozen
class Person:
    """Somebody holds ``role`` in ``period``, and is away in ``away``; ``away_now``: is said to be away, without days."""

    role: str
    name: str
    period: Period = Period()
    away: Period | None = None
    away_now: bool = False

    def is_away(self, on: date, today: date) -> bool:
        return (self.away is not None and on in self.away) or (self.away_now and on == today)


@frozen
class Unread:
    """What could not be used, and why."""

    where: str
    reason: str


def away_on(people: Iterable[Person], on: date, today: date) -> list[str]:
    """The roles that somebody holds that day, and nobody who is there: in order of the people."""
    holding: dict[str, list[Person]] = {}
    for each in people:
        if on in each.period:
            holding.setdefault(each.role, []).append(each)
    return [role for role, those in holding.items() if all(each.is_away(on, today) for each in those)]


def day_of(text: str) -> date | None:
    """«2026-12-24», «20261224» and the times of directories, which count as their day in Sweden. None: no day."""
    text = text.strip()
    time = _TIME.fullmatch(text)
    try:
        if time is None:
            return date.fromisoformat(text)
        zone = UTC if time[2] == "Z" else datetime.strptime(time[2], "%z").tzinfo
        moment = datetime.strptime(time[1], "%Y%m%d%H%M%S").replace(tzinfo=zone)
        return moment.astimezone(_sweden()).date()
    except ValueError:
        return None


def _sweden() -> tzinfo:
    try:
        return ZoneInfo("Europe/Stockholm")
    except ZoneInfoNotFoundError:  # a system without a table of zones
        return UTC
