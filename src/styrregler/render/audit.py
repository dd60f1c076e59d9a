"""An audit and the list to report, as text for people and as data for programs.

In: a :class:`Summary` or a :class:`ReportingList`.  Out: text, Markdown, rows of a table, JSON-ready data.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from attrs import asdict

from styrregler.library.audit import NOT_CHECKED
from styrregler.model import Verdict
from styrregler.registers.auditing import VERDICTS, Summary
from styrregler.registers.reporting import Reported, ReportingList
from styrregler.ruleset import RuleSet

Data = dict[str, Any]
COLUMNS = ("nr", "datum", "delegat", "punkt", "ärende", "anmärkning")
_ASKED_FOR = (Verdict.RIGHT.value, Verdict.CANNOT_TELL.value)


def render_audit(summary: Summary, out: str = "") -> str:
    """The verdicts counted, and the first rows that were not right."""
    wide = max(len(f"{summary.rows}"), 6)
    lines = [f"{count:>{wide}}  {VERDICTS[verdict]}" for verdict, count in summary.counts.items()]
    lines += [f"{summary.rows:>{wide}}  rader"]
    wrong = sum(count for verdict, count in summary.counts.items() if verdict != Verdict.RIGHT.value)
    if summary.findings:
        lines.append("")
    for each in summary.findings:
        lines.append(f"rad {each.row}: {VERDICTS[each.verdict]}: {each.matter}, {each.decided_by}")
        lines.append(f"    {each.reason}")
    if wrong > len(summary.findings):
        rest = f"och {wrong - len(summary.findings)} till"
        lines.append(rest if out else f"{rest}; skriv alla till en fil med --ut")
    if out:
        lines += ["", f"skrivet till {out}"]
    return "\n".join(lines)


def audit_data(summary: Summary, rules: RuleSet, out: str = "") -> Data:
    """``styrregler.audit/1``."""
    return {
        "format": "styrregler.audit/1",
        "rows": summary.rows,
        "counts": dict(summary.counts),
        "findings": [asdict(each) for each in summary.findings],
        "output": out or None,
        "ruleset": rules.name,
        "version": rules.version,
    }


def reporting_data(found: ReportingList, rules: RuleSet, out: str = "") -> Data:
    """``styrregler.reporting/1``."""
    return {
        "format": "styrregler.reporting/1",
        "body": found.body,
        "title": found.title,
        "meeting": found.meeting.isoformat(),
        "is_meeting": found.is_meeting,
        "says_what_is_reported": found.says_what_is_reported,
        "due": [_reported(each) for each in found.due],
        "missed": [_reported(each) for each in found.missed],
        "undated": list(found.undated),
        "unchecked": list(found.unchecked),
        "wrong": list(found.wrong),
        "output": out or None,
        "ruleset": rules.name,
        "version": rules.version,
    }


def _reported(each: Reported) -> Data:
    return {
        **asdict(each),
        "on": each.on.isoformat(),
        "due": each.due.isoformat() if each.due else None,
    }


# ---------- the list


def heading(found: ReportingList) -> str:
    return f"Anmälan av delegationsbeslut till {found.title} {found.meeting}"


def sections(found: ReportingList) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """The parts of the list with their headings: one for each form that the order wants, then what was missed."""
    for form, group in groupby(found.due, key=lambda each: each.form):
        yield f"Anmäls som {form}" if form else "Beslut", [_cells(each) for each in group]
    if found.missed:
        yield "Skulle ha anmälts tidigare", [_cells(each, late=True) for each in found.missed]


def remarks(found: ReportingList) -> Iterator[str]:
    """What whoever uses the list has to know."""
    if not found.due and not found.missed:
        yield "Inga beslut ska anmälas."
    if not found.is_meeting:
        yield f"Reglerna nämner inget sammanträde {found.meeting} i {found.title}."
    if found.missed and not found.says_what_is_reported:
        yield "Registret har ingen kolumn som säger vad som redan är anmält; därför är allt som skulle ha anmälts tidigare med."
    if found.undated:
        yield f"Utan datum, och därför inte med: {_rows(found.undated)}."
    if found.wrong:
        yield f"Inte fattade av rätt beslutsfattare, och därför inte med: {_rows(found.wrong)}."
    if found.unchecked:
        yield f"Kunde inte prövas, och är därför inte med: {_rows(found.unchecked)}."


def markdown(found: ReportingList) -> str:
    lines = [f"# {heading(found)}", ""]
    for title, rows in sections(found):
        lines += [f"## {title}", "", _line(COLUMNS), _line("---" for _ in COLUMNS), *map(_line, rows), ""]
    for each in remarks(found):
        lines += [each, ""]
    return "\n".join(lines).rstrip("\n")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _rows(numbers: tuple[int, ...]) -> str:
    return (
        f"rad {', '.join(map(str, numbers))}"
        if len(numbers) == 1
        else f"raderna {', '.join(map(str, numbers))}"
    )


def _cells(each: Reported, *, late: bool = False) -> tuple[str, ...]:
    said = [f"skulle ha anmälts {each.due}"] if late else []
    if each.due is None:
        said.append("ordningen anger ingen dag")
    if each.verdict not in _ASKED_FOR or each.verdict == NOT_CHECKED:
        said.append(VERDICTS[each.verdict])
    delegate = f"{each.delegate}, {each.person}" if each.person else each.delegate
    matter = f"{each.matter}: {each.about}" if each.about else each.matter
    return (
        each.number or f"rad {each.row}",
        each.on.isoformat(),
        delegate,
        each.rule,
        matter,
        "; ".join(said),
    )
