"""Answers about boundaries, assignments and channels as people read them."""

from collections.abc import Iterator

from styrregler.model import Agreed, OpenPoint, Side
from styrregler.query.assignment import AgreedWay, AssignmentAnswer, Permission
from styrregler.query.boundary import BoundaryAnswer, BoundarySide
from styrregler.query.channel import AgreedChannel, ChannelAnswer
from styrregler.query.named import Someone, someone
from styrregler.render.open_points import open_lines
from styrregler.ruleset import RuleSet
from styrregler.text import Place

LABEL = 14
_SIDES = {
    Side.WHAT: "Vad: politiken bestämmer",
    Side.HOW: "Hur: professionen bestämmer",
    Side.GREY: "Gråzon",
}


def boundary_text(answer: BoundaryAnswer) -> str:
    """The one side, or all that were found."""
    if not answer.sides:
        return "\n".join([f"Ingen gräns nämner «{answer.question}»", *_open(answer.open_points)])
    if answer.clear is not None:
        return "\n".join([_side_title(answer.clear), *_side_lines(answer.sides), *_open(answer.open_points)])
    lines = [f"Flera gränser passar på «{answer.question}»"]
    for side in answer.sides:
        lines += [f"  {side.term}: {_side_title(side)}", *(f"  {line}" for line in _side_lines((side,)))]
    return "\n".join([*lines, *_open(answer.open_points)])


def _side_title(side: BoundarySide) -> str:
    if side.side is not Side.GREY:
        return _SIDES[side.side]
    return f"Gråzon: {side.settled_by.title} avgör" if side.settled_by else "Gråzon: ingen sägs avgöra"


def _side_lines(sides: tuple[BoundarySide, ...]) -> Iterator[str]:
    first = sides[0]
    if first.talks:
        yield _line("samtal mellan", _titles(first.talks))
    if first.escalation:
        yield _line("eskaleras", f"enligt {first.escalation}")
    for side in sides:
        yield _line("grund", f"{_agreed(side.agreed)}: {side.term} ({_at(side.source.place)})")


def assignment_text(answer: AssignmentAnswer, rules: RuleSet) -> str:
    """Whether the assignment may be given, by what, and what else."""
    who = f"{answer.sender.title} till {answer.receiver.title}"
    head = {
        Permission.ALLOWED: f"Tillåten uppdragsväg: {who}",
        Permission.FORBIDDEN: f"Otillåten uppdragsväg: {who}",
        Permission.CONFLICT: f"Reglerna motsäger varandra: {who}",
        Permission.UNSAID: f"Ingen regel om uppdrag från {answer.sender.title} till {answer.receiver.title}",
    }[answer.permission]
    return "\n".join([head, *_way_lines(answer, rules)])


def _way_lines(answer: AssignmentAnswer, rules: RuleSet) -> Iterator[str]:
    for each in answer.ways:
        yield _line("grund", f"{_agreed(each.agreed)}: {way_said(each, rules)} ({_at(each.way.place)})")
    for instead in dict.fromkeys(each.way.instead for each in answer.ways if each.way.instead):
        yield _line("i stället", instead)
    for each in answer.routes:
        yield _line("annan väg", way_said(each, rules))
    for each in answer.wider:
        yield _line("går före", f"{way_said(each, rules)} ({_at(each.way.place)})")
    yield from _open(answer.open_points)


def way_said(each: AgreedWay, rules: RuleSet) -> str:
    """A way in words: «tillåten: Nämnd till Förvaltningschef genom beslut»."""
    way = each.way
    how = f" genom {way.through}" if way.through else ""
    how = f" via {someone(way.via, rules).title}" if way.via else how
    permission = (Permission.ALLOWED if way.allowed else Permission.FORBIDDEN).value
    return f"{permission} {someone(way.sender, rules).title} till {someone(way.receiver, rules).title}{how}"


def channel_text(answer: ChannelAnswer) -> str:
    """Through whom, in which phases, and what is expected."""
    who = f"{answer.sender.title} till {answer.receiver.title}"
    in_phase = f" i fas {answer.phase}" if answer.phase else ""
    vias = {each.via.title if each.via else "" for each in answer.channels}
    if not answer.channels:
        head = f"Ingen kanal sägs från {who}{in_phase}; inget hindrar kontakt"
    elif len(vias) > 1:
        head = f"Flera kanaler: {who}{in_phase}"
    else:
        (via,) = vias
        head = f"{who}{in_phase}: {f'via {via}' if via else 'direkt'}"
    return "\n".join([head, *_channel_lines(answer, several=len(vias) > 1)])


def _channel_lines(answer: ChannelAnswer, *, several: bool) -> Iterator[str]:
    for each in answer.channels:
        way = (f"via {each.via.title}" if each.via else "direkt") if several else ""
        said = ", ".join(filter(None, [way, _phases(each)]))
        yield _line(
            "grund", f"{_agreed(each.agreed)}{': ' + said if said else ''} ({_at(each.channel.place)})"
        )
    for hope in answer.expectations:
        by = f" från {hope.by.title}" if hope.by else ""
        yield _line("förväntan", f"på {hope.of.title}{by}: {hope.expectation.text}")
    for duty in answer.freedom:
        yield _line("alltid", f"{duty}{'' if duty.verified else ' – inte kontrollerat mot lagtexten'}")
    yield from _open(answer.open_points)


def _phases(each: AgreedChannel) -> str:
    return f"i fas {', '.join(each.channel.phases)}" if each.channel.phases else ""


def _titles(several: tuple[Someone, ...]) -> str:
    *head, last = (each.title for each in several)
    return f"{', '.join(head)} och {last}" if head else last


def _open(points: tuple[OpenPoint, ...]) -> Iterator[str]:
    for label, text in open_lines(points, ""):
        yield _line(label, text)


def _agreed(agreed: Agreed) -> str:
    adopted = f", beslutad {agreed.adoption}" if agreed.adoption else ""
    return f"{agreed.title}{adopted}{', förslag' if agreed.draft else ''}"


def _at(place: Place) -> str:
    return f"{place.path}:{place.line}"


def _line(label: str, text: str) -> str:
    return f"  {label.ljust(LABEL)}{text}"
