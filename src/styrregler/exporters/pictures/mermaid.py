"""A picture as Mermaid text, which many wikis draw: the same boxes and arrows, laid out by the wiki.

In: a :class:`Picture` or a :class:`Timetable`.  Out: text.  Refuses to let anything in a title be taken for Mermaid's own signs.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from styrregler.exporters.pictures.graph import Arrow, Box, Outline, Picture
from styrregler.exporters.pictures.timetable import Entry, Look, Timetable

_SIGNS = {char: f"#{ord(char)};" for char in '"#<>&`\\[]{}|;$'}
_ASIDE = re.compile(r"d(?=irection\s+(?:TB|BT|RL|LR|TD))|:(?=fa-)")
"""What Mermaid reads even within quotes: an order to turn the chart, and the name of an icon."""
_ORDERS = re.compile(
    r"(?:gantt|inclusiveEndDates|topAxis)\b"
    r"|(?:dateFormat|axisFormat|tickInterval|includes|excludes|todayMarker|weekday|weekend|title|accTitle|accDescr"
    r"|accDescription|section|click|call|href)[\s:]",
    re.IGNORECASE,
)
_UNSEEN = "\u2060"
"""A sign without width, before a name that Mermaid would else take for an order."""


def picture_mermaid(picture: Picture) -> str:
    """``picture`` as a flow chart."""
    return "\n".join(_lines(picture)) + "\n"


def timetable_mermaid(plan: Timetable) -> str:
    """``plan`` as a Gantt chart. What has no day cannot stand there: it is told of in the title."""
    return "\n".join(_plan(plan)) + "\n"


def _plan(plan: Timetable) -> Iterator[str]:
    undated = [
        f"{each.title}, {part.heading}" if part.heading else each.title
        for part in plan.parts
        for each in part.entries
        if each.first is None and each.last is None
    ]
    without = f" (utan tid: {' och '.join(undated)})" if undated else ""
    yield "gantt"
    yield from _head(plan.title, plan.summary)
    yield f"    title {_plain(plan.title + without)}"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %Y-%m"
    end = max(plan.days, default=plan.on)
    for part in plan.parts:
        dated = [each for each in part.entries if each.first or each.last]
        if dated and part.heading:
            yield f"    section {_named(part.heading)}"
        for each in dated:
            yield f"    {_named(each.title)} :{_days(each, end)}"


def _days(entry: Entry, end: date) -> str:
    """The days of an entry; Mermaid counts to the beginning of the last one."""
    look = {Look.DONE: "done, ", Look.LATE: "crit, ", Look.OTHER: ""}[entry.look]
    if entry.first is None:
        return f"{look}milestone, {entry.last}, 0d"
    last = entry.last or end
    return f"{look}{entry.first}, {last + timedelta(1) if last < date.max else last}"


def _head(title: str, summary: str) -> Iterator[str]:
    """The title and the summary, for those who do not see the picture."""
    yield f"    accTitle: {_plain(title)}"
    yield f"    accDescr: {_plain(summary)}"


def _lines(picture: Picture) -> Iterator[str]:
    yield f"flowchart {'LR' if picture.across else 'TB'}"
    yield from _head(picture.title, picture.summary)
    keys = {box.name: f"r{number}" for number, box in enumerate(picture.boxes, 1)}
    for box in picture.boxes:
        yield f"    {keys[box.name]}{_shape(box)}"
    for arrow in picture.arrows:
        yield f"    {keys[arrow.source]} {_line(arrow)} {keys[arrow.target]}"


def _shape(box: Box) -> str:
    label = "<br>".join([f"<b>{_escaped(box.heading)}</b>", *map(_escaped, box.lines)])
    opened, closed = {
        Outline.PLAIN: ("[", "]"),
        Outline.ROUNDED: ("(", ")"),
        Outline.DOUBLE: ("[[", "]]"),
    }[box.outline]
    return f'{opened}"{label}"{closed}'


def _line(arrow: Arrow) -> str:
    line = "-.->" if arrow.weak else "-->"
    return f'{line}|"{_escaped(arrow.label)}"|' if arrow.label else line


def _escaped(text: str) -> str:
    """Quoted text that is shown as it is: a sign as its number."""
    known = "".join(_SIGNS.get(char, char if char.isprintable() else " ") for char in text)
    return _ASIDE.sub(lambda found: f"#{ord(found[0])};", known)


def _plain(text: str) -> str:
    """For lines that Mermaid reads to their end, where no number is read as a sign."""
    clean = "".join(" " if char in "#;{}" or not char.isprintable() else char for char in text).strip()
    return clean or "–"


def _named(text: str) -> str:
    """The name of something in a Gantt chart, which a colon would end and an order in its beginning would turn into one."""
    name = _plain(text).replace(":", " –").strip()
    return name if name[0].isalpha() and not _ORDERS.match(f"{name} ") else f"{_UNSEEN}{name}"
