"""GitLab's Code Quality report, a part of the Code Climate format.

In: a :class:`Report`.  Out: JSON.  The format has no place for what was set aside; that is told beside it.
"""

import json
from typing import Any

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.render.reports.report import NOWHERE, Report, identified, message_of

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(report: Report) -> str:
    """The list of findings."""
    entries = [_entry(found, identity) for found, identity in identified(report.findings.reported)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(found: Diagnostic, identity: str) -> dict[str, Any]:
    place = found.place
    first = place.line if place else 1
    last = place.source.line_of(max(place.start, place.end - 1)) if place else 1
    return {
        "description": message_of(found).replace("\n", "; "),
        "check_name": found.code,
        "fingerprint": identity,
        "severity": _SEVERITIES[found.severity],
        "location": {"path": place.path if place else NOWHERE, "lines": {"begin": first, "end": last}},
    }
