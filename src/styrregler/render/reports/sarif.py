"""SARIF 2.1.0, the format of OASIS for what analysers find.

In: a :class:`Report`.  Out: JSON.  Columns are counted in UTF-16 units, as most readers of SARIF count them; files are
named from the folder that the command ran in; what was set aside is there, marked with its reason.
"""

import json
import re
from pathlib import PureWindowsPath
from typing import Any
from urllib.parse import quote

from styrregler.diagnostics import CodePage, Diagnostic, Severity, Suppressed
from styrregler.render.reports.report import NOWHERE, Report, identified, message_of
from styrregler.text import Place
from styrregler.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "styrregler/v1"
_ROOT = "SRCROOT"
_LINK = re.compile(r"\[([^\[\]]*)\](?=\()")

Data = dict[str, Any]


def sarif(report: Report) -> str:
    """One log with one run."""
    findings = report.findings
    set_aside = {each.found: each for each in findings.suppressed}
    every = sorted((*findings.reported, *set_aside), key=lambda found: found.sort_key)
    codes = sorted({found.code for found in every} | report.pages.keys())
    rules = {code: number for number, code in enumerate(codes)}
    driver: Data = {
        "name": "styrregler",
        "version": __version__,
        "semanticVersion": __version__,
        "language": "sv-SE",
        "rules": [_rule(code, report.pages.get(code)) for code in codes],
    }
    run: Data = {
        "tool": {"driver": driver},
        "language": "sv-SE",
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Mappen som kommandot kördes i."}}},
        "invocations": [{"executionSuccessful": report.readable}],
        "results": [
            _result(found, identity, rules, set_aside.get(found)) for found, identity in identified(every)
        ],
        "properties": {
            "datum": str(report.on),
            "regelverk": report.version,
            "bortsesFran": len(findings.suppressed),
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, page: CodePage | None) -> Data:
    if page is None:
        return {"id": code}
    plain = " ".join(page.text.split())
    return {
        "id": code,
        "shortDescription": {"text": _said(page.name)},
        "fullDescription": {"text": _said(plain)},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": _LEVELS[page.level]},
    }


def _result(found: Diagnostic, identity: str, rules: dict[str, int], aside: Suppressed | None) -> Data:
    result: Data = {
        "ruleId": found.code,
        "ruleIndex": rules[found.code],
        "level": _LEVELS[found.severity],
        "message": {"text": _said(message_of(found))},
        "locations": [_location(found.place, found.heading)],
        "partialFingerprints": {_FINGERPRINT: identity},
        "suppressions": [_suppression(aside)] if aside else [],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place), "message": {"text": _said(label)}}
            for number, (place, label) in enumerate(found.related)
        ]
    return result


def _suppression(aside: Suppressed) -> Data:
    """In the text, or (``external``) by `styrregler.toml`."""
    where: Data = {"kind": "external"}
    if aside.by is not None:
        where = {"kind": "inSource", "location": _location(aside.by.place)}
        where |= {"properties": {"till": str(aside.by.until)}} if aside.by.until else {}
    return {**where, "status": "accepted", "justification": aside.reason}


# ---------- places


def _location(place: Place | None, heading: str = "") -> Data:
    physical: Data = {"artifactLocation": _artifact(place.path if place else NOWHERE)}
    if place and place.source.text:
        physical["region"] = _region(place)
    logical = {"logicalLocations": [{"fullyQualifiedName": heading}]} if heading else {}
    return {"physicalLocation": physical, **logical}


def _artifact(path: str) -> Data:
    """A file outside the folder has its whole address; others are told from the folder."""
    windows = PureWindowsPath(path)
    if windows.is_absolute():
        return {"uri": windows.as_uri()}
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": _ROOT}


def _region(place: Place) -> Data:
    source = place.source
    end = min(max(place.end, place.start + 1), len(source.text))
    last = source.line_of(max(place.start, end - 1))
    return {
        "startLine": place.line,
        "startColumn": _column(place, place.line, place.column),
        "endLine": last,
        # Past the last character, so that the line feed itself never is part of it.
        "endColumn": _column(place, last, source.column_of(max(place.start, end - 1)) + 1),
        "snippet": {"text": source.text[place.start : end]},
    }


def _column(place: Place, line: int, column: int) -> int:
    """``column``, in code points, as UTF-16 units."""
    before = place.source.line(line)[: column - 1]
    return len(before.encode("utf-16-le")) // 2 + 1


def _said(text: str) -> str:
    """A message text: brackets that would read as a link and braces that would read as a gap stand for themselves."""
    return _LINK.sub(r"\\[\1\\]", text).replace("{", "{{").replace("}", "}}")
