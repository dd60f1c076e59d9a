"""The way of a case as text: each phase with who, what, through whom and by when. And as data.

In: a :class:`CaseAnswer`.  Out: lines for people, or ``styrregler.case/1``.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from styrregler.query.case import CaseAnswer, PhaseAnswer, WayOut
from styrregler.query.named import Someone
from styrregler.render.answer import LABEL, labelled
from styrregler.render.data import Data, place_data, receipt_data, when_data
from styrregler.render.open_points import open_data, open_lines


def render_case(answer: CaseAnswer, phase: str = "") -> str:
    """The whole of it, or one ``phase``."""
    counted = (
        f", sammanträde {answer.meeting}"
        if answer.meeting
        else f", väckt {answer.start}"
        if answer.start
        else ""
    )
    return "\n".join([f"{answer.title}{counted}", *_lines(answer, phase)])


def _lines(answer: CaseAnswer, only: str) -> Iterator[str]:
    if answer.opened_by and not only:
        yield labelled("väcks av", _titles(answer.opened_by))
    for phase in answer.phases:
        if only in ("", phase.name):
            label = f"fas {phase.number}" if phase.number else "annan fas"
            yield labelled(label, f"{phase.title} ({phase.name})")
            for name, text in _phase(phase):
                yield f"    {name:<{LABEL}}{text}".rstrip()
    if answer.ends and not only:
        yield labelled("slut", answer.ends_title)
    for remark in answer.remarks:
        yield labelled("obs", remark)
    for label, text in open_lines(answer.open_points):
        yield labelled(label, text)


def _phase(phase: PhaseAnswer) -> Iterator[tuple[str, str]]:
    who = phase.responsible
    person = f" ({phase.person})" if phase.person else ""
    yield "ansvarig", f"{who.title}{person}" if who else "ingen"
    if phase.meets:
        yield "sammanträde", str(phase.deadline or "dagen är inte känd")
    elif phase.begins or phase.deadline:
        yield "dagar", _days(phase.begins, phase.deadline)
    if phase.timing:
        yield "tid", str(phase.timing)
    for each in phase.statutory:
        moved = f", flyttad från {each.counted}" if each.moved_by else ""
        yield "lagens tid", f"senast {each.day}{moved}"
    for moment in phase.moments:
        by = f"{moment.who.title}: " if moment.who else ""
        until = _until(str(moment.timing) if moment.timing else "", moment.deadline)
        yield "moment", f"{by}{moment.text}{until}"
    for sent in phase.referrals:
        yield "remiss", _titles(sent.to) + _until(str(sent.timing) if sent.timing else "", sent.deadline)
    if phase.done:
        yield "klart när", phase.done
    for channel in phase.channels:
        via = f" via {channel.via.title}" if channel.via else ", direkt"
        yield "kanal", f"{channel.sender.title} till {channel.receiver.title}{via}"
    for hope in phase.expectations:
        yield "förväntan", f"på {hope.of.title}{f' från {hope.by.title}' if hope.by else ''}: {hope.text}"
    for way in phase.ways:
        yield way.kind, _way(way)
    if phase.tabled:
        yield "bordläggs", f"till nästa sammanträde: {phase.tabled}"


def _days(begins: date | None, ends: date | None) -> str:
    if begins == ends or begins is None:
        return str(ends)
    return f"{begins} till {ends}" if ends else f"från {begins}"


def _until(timing: str, deadline: date | None) -> str:
    """A time and the day it comes to: «, senast 7 dagar före sammanträde (2026-12-01)»."""
    said = f", {timing}" if timing else ""
    return said + (f" ({deadline})" if deadline and str(deadline) not in timing else "")


def _way(way: WayOut) -> str:
    reason = way.condition if way.kind == "nästa" or not way.condition else f"({way.condition})"
    return f"{way.to} {reason}".rstrip()


def _titles(several: Iterable[Someone]) -> str:
    *head, last = [each.title for each in several] or ["ingen"]
    return f"{', '.join(head)} och {last}" if head else last


def case_data(answer: CaseAnswer) -> Data:
    """``styrregler.case/1``."""
    return {
        "format": "styrregler.case/1",
        "name": answer.name,
        "title": answer.title,
        "board": answer.board or None,
        "start": _day(answer.start),
        "meeting": _day(answer.meeting),
        "opened_by": [_someone(each) for each in answer.opened_by],
        "phases": [_phase_data(each) for each in answer.phases],
        "end": {"name": answer.ends, "title": answer.ends_title} if answer.ends else None,
        "remarks": list(answer.remarks),
        "draft": answer.draft,
        "open": open_data(answer.open_points),
        "sources": [place_data(each.place) for each in answer.sources],
        "receipt": receipt_data(answer.receipt),
    }


def _phase_data(phase: PhaseAnswer) -> Data:
    timing = phase.timing
    return {
        "number": phase.number,
        "name": phase.name,
        "title": phase.title,
        "responsible": _someone(phase.responsible),
        "person": phase.person or None,
        "meets": phase.meets,
        "begins": _day(phase.begins),
        **when_data(timing, phase.deadline),
        "statutory": [
            {
                "deadline": each.day.isoformat(),
                "counted": each.counted.isoformat(),
                "moved_by": str(each.moved_by) if each.moved_by else None,
            }
            for each in phase.statutory
        ],
        "moments": [
            {"text": each.text, "who": _someone(each.who), **when_data(each.timing, each.deadline)}
            for each in phase.moments
        ],
        "referrals": [
            {"to": [_someone(who) for who in each.to], **when_data(each.timing, each.deadline)}
            for each in phase.referrals
        ],
        "done_when": phase.done or None,
        "tabled_when": phase.tabled or None,
        "channels": [
            {"from": _someone(each.sender), "to": _someone(each.receiver), "via": _someone(each.via)}
            for each in phase.channels
        ],
        "expectations": [
            {"of": _someone(each.of), "by": _someone(each.by), "text": each.text}
            for each in phase.expectations
        ],
        "ways": [
            {
                "kind": "next" if each.kind == "nästa" else "return",
                "to": each.to,
                "title": each.title,
                "condition": each.condition or None,
                "taken": each.taken,
            }
            for each in phase.ways
        ],
        "source": place_data(phase.source.place),
    }


def _someone(who: Someone | None) -> Data | None:
    return {"name": who.name, "title": who.title} if who else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
