"""A plan as SVG: what, when in words, and the same time as a bar on a line of time, a row for each entry.

In: a :class:`Timetable`.  Out: the text of an SVG file.  Needs no package for its layout: rows stand under each other.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from styrregler.exporters.pictures.measure import width, wrapped
from styrregler.exporters.pictures.placed import BODY, LEADING, Written
from styrregler.exporters.pictures.svg import BORDER, INK, SOFT, TITLE, document, lines, rectangle, written
from styrregler.exporters.pictures.timetable import Entry, Look, Timetable
from styrregler.values.dates import MONTHS

_TITLES, _WHEN, _TIME, _GAP = 300.0, 300.0, 520.0, 12.0
"""How wide the titles, the times in words and the line of time are, and what is between them."""
_PAD, _BAR, _POINT = 5.0, 14.0, 7.0
_HEADING = 14.0
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600, 1200, 12000, 120000)
"""Months between the marks on the line of time."""
_MONTH = 31
"""Days in a month, so that as many months as there are have room."""


@frozen
class _Scale:
    """A line of time over whole months."""

    first: date
    months: int

    def at(self, day: date, after: int = 0) -> float:
        """How far to the right ``day`` begins, or some days ``after`` it; what is before or after all is at an end."""
        passed = (day - self.first).days + after
        return self.left + _TIME * max(0.0, min(passed / (self.months * _MONTH), 1.0))

    @property
    def left(self) -> float:
        return BORDER + _TITLES + _WHEN + 2 * _GAP

    @property
    def right(self) -> float:
        return self.left + _TIME


def timetable_svg(plan: Timetable) -> str:
    """``plan`` as SVG."""
    scale = _scale(plan)
    wide = scale.right + BORDER
    heading = wrapped(plan.title, TITLE, wide - 2 * BORDER, strong=True)
    top = BORDER + len(heading) * TITLE * LEADING + 12
    body: list[str] = []
    y = top + BODY * LEADING + 12
    for part in plan.parts:
        if part.heading:
            named = wrapped(part.heading, _HEADING, _TITLES + _WHEN, strong=True)
            body += lines(named, BORDER, y + 8, _HEADING, strong=True)
            y += 8 + len(named) * _HEADING * LEADING + 3
        for entry in part.entries:
            high = _height(entry)
            body += _row(entry, y, high, wide, scale)
            y += high
    return document(
        plan.title,
        plan.told(),
        wide,
        y + 30 + BORDER,
        [
            *lines(heading, BORDER, BORDER, TITLE, strong=True),
            *_marks(scale, top, y),
            *body,
            *_today(plan.on, scale, top, y),
        ],
    )


def _scale(plan: Timetable) -> _Scale:
    days = plan.days or (plan.on,)
    first, last = min(days), max(days)
    return _Scale(first.replace(day=1), (last.year - first.year) * 12 + last.month - first.month + 1)


def _texts(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return wrapped(entry.title, BODY, _TITLES, strong=True), wrapped(entry.when, BODY, _WHEN)


def _height(entry: Entry) -> float:
    return 2 * _PAD + max(1, *map(len, _texts(entry))) * BODY * LEADING


def _row(entry: Entry, y: float, high: float, wide: float, scale: _Scale) -> Iterator[str]:
    title, when = _texts(entry)
    yield '<g data-rad="">'
    yield rectangle(BORDER, y, wide - 2 * BORDER, high, 'fill="none" stroke="#cccccc"')
    yield from lines(title, BORDER + 6, y + _PAD, BODY, strong=True)
    yield from lines(when, BORDER + 6 + _TITLES + _GAP, y + _PAD, BODY)
    yield from _bar(entry, y + high / 2, scale)
    yield "</g>"


def _bar(entry: Entry, middle: float, scale: _Scale) -> Iterator[str]:
    look = {
        Look.DONE: f'fill="#777777" stroke="{INK}"',
        Look.LATE: f'fill="#ffffff" stroke="{INK}" stroke-width="3"',
        Look.OTHER: f'fill="#dddddd" stroke="{INK}"',
    }[entry.look]
    if entry.first is None and entry.last is not None:
        x = scale.at(entry.last)
        corners = ((x, middle - _POINT), (x + _POINT, middle), (x, middle + _POINT), (x - _POINT, middle))
        yield f'<polygon points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in corners)}" {look}/>'
    elif entry.first is not None:
        left = scale.at(entry.first)
        right = scale.at(entry.last, 1) if entry.last else scale.right
        yield rectangle(left, middle - _BAR / 2, max(right - left, 4.0), _BAR, look)


def _marks(scale: _Scale, top: float, bottom: float) -> Iterator[str]:
    """A line at every month, or at as many of them as have room for their names."""
    room = width("mmm 9999", BODY) + 8
    step = next((each for each in _STEPS if scale.months / each <= _TIME / room), _STEPS[-1])
    first = scale.first.year * 12 + scale.first.month - 1
    for number in range(first, first + scale.months, step):
        day = date(number // 12, number % 12 + 1, 1)
        x = scale.at(day)
        yield f'<path d="M{x:.1f},{top:.1f} V{bottom:.1f}" stroke="#cccccc"/>'
        if x + room <= scale.right + BORDER:
            yield written(Written(_name(day), x + 4, top + BODY * 1.1, BODY))


def _name(day: date) -> str:
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _today(on: date, scale: _Scale, top: float, bottom: float) -> Iterator[str]:
    x = scale.at(on)
    if scale.left < x < scale.right:
        yield f'<path d="M{x:.1f},{top + BODY * LEADING:.1f} V{bottom + 6:.1f}" stroke="{SOFT}" stroke-dasharray="3 3"/>'
        said = str(on)
        left = min(max(x - width(said, BODY) / 2, BORDER), scale.right - width(said, BODY))
        yield written(Written(said, left, bottom + 6 + BODY * 1.3, BODY))
