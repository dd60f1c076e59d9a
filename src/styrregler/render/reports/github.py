"""GitHub's workflow commands: what is printed in a job becomes remarks on the lines of a change.

In: a :class:`Report`.  Out: one command a line.  GitHub shows ten of each level from one step, so the worst come first.
"""

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.render.reports.report import Report, message_of

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(report: Report) -> str:
    """The commands; one more tells how many findings were set aside."""
    findings = report.findings
    worst_first = sorted(findings.reported, key=lambda found: (found.severity.rank, found.sort_key))
    lines = [_command(found) for found in worst_first]
    if findings.suppressed:
        lines.append(f"::notice title=styrregler::{len(findings.suppressed)} meddelanden bortses från")
    return "".join(f"{line}\n" for line in lines)


def _command(found: Diagnostic) -> str:
    place = found.place
    properties: dict[str, str | int] = {}
    if place is not None:
        properties["file"] = place.path
        if place.source.text:
            last = max(place.start, place.end - 1)
            properties |= {"line": place.line, "endLine": place.source.line_of(last)}
            if properties["line"] == properties["endLine"]:
                properties |= {"col": place.column, "endColumn": place.source.column_of(last)}
    properties["title"] = f"{found.code} {found.heading}".strip()
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {said}::{_data(message_of(found))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
