"""The report on goals as text, Markdown or HTML: the same sections, three ways of writing them.

In: a :class:`~styrregler.query.report.ReportAnswer`.  Out: a document.  Refuses to know where it goes.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from textwrap import wrap

from attrs import frozen

from styrregler.model import StageStatus
from styrregler.query.commissions import StageAnswer
from styrregler.query.report import (
    Answering,
    BoardReport,
    CommissionReport,
    Coverage,
    GoalCovered,
    ReportAnswer,
)

WORDS = {
    Coverage.COVERED: "täckt",
    Coverage.PARTLY: "delvis",
    Coverage.OPEN: "ska fyllas i",
    Coverage.MISSING: "saknas",
}
WIDTH = 100
Rows = tuple[tuple[str, ...], ...]


@frozen
class Part:
    """A heading with its level, paragraphs, a table (``head`` empty: none) and points."""

    title: str
    level: int
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: Rows = ()
    points: tuple[str, ...] = ()


def parts_of(answer: ReportAnswer, owner: str) -> Iterator[Part]:
    """What the report holds, in order."""
    yield Part(f"Rapport: {owner}" if owner else "Rapport", 1, (f"Läget {answer.on}.",))
    if not answer.commissions:
        yield Part("Inga mål", 2, ("Inget uppdrag som gäller den dagen har mål eller framgångsfaktorer.",))
    for each in answer.commissions:
        yield from _commission(each)


def _commission(report: CommissionReport) -> Iterator[Part]:
    commission = report.answer.commission
    told = ", ".join(_counted(each, report.count(each)) for each in Coverage if report.count(each))
    summary = (f"{len(report.goals)} mål och framgångsfaktorer: {told}.",) if report.goals else ()
    yield Part(commission.agreed.title, 2, summary)
    if commission.why:
        yield Part("Varför", 3, points=commission.why)
    if report.goals:
        rows = tuple(
            (f"{number}. {each.factor.text}", WORDS[each.coverage], _by(each))
            for number, each in enumerate(report.goals, 1)
        )
        yield Part("Mål", 3, head=("mål", "läge", "uppfylls av"), rows=rows)
    if open_points := tuple(dict.fromkeys(_open(report))):
        yield Part("Kvar att bestämma", 3, points=open_points)
    stages = [each for each in report.answer.stages if not each.stage.per_body]
    if stages:
        yield Part("Etapper", 3, points=tuple(_stage(each) for each in stages))
    for board in report.boards:
        yield _board(board)


def _counted(coverage: Coverage, count: int) -> str:
    return f"{count} täckta" if coverage is Coverage.COVERED and count > 1 else f"{count} {WORDS[coverage]}"


def _by(goal: GoalCovered) -> str:
    return "; ".join(map(_answering, goal.by)) or "inget i reglerna"


def _answering(each: Answering) -> str:
    if not each.in_force:
        return f"{each.title} ({each.kind}, gäller inte)"
    left = len(each.open_points)
    state = ", ska fyllas i" if not each.written else f", {left} kvar att bestämma" if left else ""
    return f"{each.title} ({each.kind}{', förslag' if each.draft else ''}{state})"


def _open(report: CommissionReport) -> Iterator[str]:
    for goal in report.goals:
        if not goal.factor.met_by:
            yield f"{goal.factor.text}: inget i reglerna uppfyller det"
        for each in goal.by:
            for point in each.open_points:
                yield f"{each.title}: {point.text or 'ska fyllas i'}"
    for point in report.open_points:
        yield f"{report.answer.commission.agreed.title}: {point.text or 'ska fyllas i'}"


def _board(board: BoardReport) -> Part:
    told = {
        each: [str(number) for number, goal in enumerate(board.goals, 1) if goal.coverage is each]
        for each in Coverage
    }
    stages = board.plan.stages if board.plan else ()
    points = [f"Mål {', '.join(numbers)}: {WORDS[each]}" for each, numbers in told.items() if numbers]
    points += [_stage(each) for each in stages if _own(each, board.board.name)]
    points += [f"Saknas: {each}" for each in board.missing]
    return Part(board.board.title, 3, points=tuple(points))


def _own(each: StageAnswer, board: str) -> bool:
    """Whether the step has a time of its own in ``board``, or was done there on a day of its own."""
    return any(dated.body == board for dated in (*each.stage.times, *each.stage.done))


def _stage(each: StageAnswer) -> str:
    if each.status is StageStatus.DONE:
        when = f"klar {each.done}"
    elif each.time is None:
        when = "ingen tid"
    elif each.status is StageStatus.UNDATED:
        when = str(each.time)
    else:
        when = f"{each.time} ({each.status.value})"
    content = (
        f". Innehåll: {', '.join(each.stage.content)}"
        if each.stage.content and not each.stage.per_body
        else ""
    )
    return f"{each.stage.title}: {when}{content}"


# ---------- the three forms


def as_text(answer: ReportAnswer, owner: str = "") -> str:
    """For a terminal or a letter."""
    return "\n\n".join(filter(None, map(_text, parts_of(answer, owner)))) + "\n"


def _text(part: Part) -> str:
    mark = {1: "=", 2: "-"}.get(part.level, "")
    lines = [part.title, *([mark * len(part.title)] if mark else [])]
    lines += [line for paragraph in part.lines for line in wrap(paragraph, WIDTH)]
    for first, *rest in part.rows:
        lines += _hanging("  ", first, 5)
        lines += [
            line
            for name, cell in zip(part.head[1:], rest, strict=True)
            for line in _hanging(f"     {name}: ", cell, 7)
        ]
    lines += [line for point in part.points for line in _hanging("  - ", point, 4)]
    return "\n".join(lines)


def _hanging(lead: str, text: str, indent: int) -> list[str]:
    return wrap(text, WIDTH, initial_indent=lead, subsequent_indent=" " * indent, break_long_words=False)


def as_markdown(answer: ReportAnswer, owner: str = "") -> str:
    """For a wiki or a pull request."""
    return "\n\n".join(map(_markdown, parts_of(answer, owner))) + "\n"


def _markdown(part: Part) -> str:
    paragraphs = [f"{'#' * part.level} {_plain(part.title)}", *map(_plain, part.lines)]
    if part.rows:
        table = [_row(part.head), _row(tuple("---" for _ in part.head)), *map(_row, part.rows)]
        paragraphs.append("\n".join(table))
    if part.points:
        paragraphs.append("\n".join(f"- {_beginning(_plain(each))}" for each in part.points))
    return "\n\n".join(paragraphs)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(_plain(each) for each in cells)} |"


def _plain(text: str) -> str:
    """Text that Markdown does not read as markup."""
    for sign in "\\`*_[]<>|#&~":
        text = text.replace(sign, f"\\{sign}")
    return text


def _beginning(text: str) -> str:
    """The beginning of a point, where a figure or a dash would begin a list in the list."""
    return re.sub(r"^(\d*)([.)+-])(?=\s|$)", r"\1\\\2", text)


_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111;background:#fff;hyphens:auto;"
    "overflow-wrap:break-word}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:.4em .6em;text-align:left;vertical-align:top}"
    "thead th{background:#eee}tbody th{font-weight:normal}th:nth-child(2),td:nth-child(2){white-space:nowrap}"
    "@media(max-width:30em){body{font-size:15px;margin:1em auto}table{font-size:13px}th,td{padding:.3em;overflow-wrap:anywhere}}"
    "@page{margin:15mm}@media print{body{font-size:11pt;max-width:none;margin:0;padding:0}h2,h3{break-after:avoid}tr,li{break-inside:avoid}}"
)


def as_html(answer: ReportAnswer, owner: str = "") -> str:
    """A page of its own, readable on paper and with a screen reader."""
    parts = list(parts_of(answer, owner))
    body = "\n".join(line for part in parts for line in _html(part))
    return (
        f'<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(parts[0].title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _html(part: Part) -> Iterator[str]:
    yield f"<h{part.level}>{escape(part.title)}</h{part.level}>"
    for line in part.lines:
        yield f"<p>{escape(line)}</p>"
    if part.rows:
        yield "<table>"
        heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in part.head)
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for first, *rest in part.rows:
            cells = "".join(f"<td>{escape(each)}</td>" for each in rest)
            yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
        yield "</tbody>"
        yield "</table>"
    if part.points:
        yield "<ul>"
        yield from (f"<li>{escape(each)}</li>" for each in part.points)
        yield "</ul>"


FORMS: Mapping[str, Callable[[ReportAnswer, str], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
}
