"""JUnit XML, as Ant wrote it first and most servers read it: a suite for each file, a case for each finding.

In: a :class:`Report`.  Out: XML.  Errors and warnings are failures, information is a case that passed, and what was set
aside is a case that was skipped.  No times are measured, so the same rules give the same text.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from attrs import field, frozen

from styrregler.diagnostics import Diagnostic, Severity, Suppressed
from styrregler.render.diagnostics import render_diagnostic
from styrregler.render.reports.report import Report, message_of

_EVERYTHING = "regelverket"
"""The suite of what has no file."""


@frozen
class _Suite:
    """What was found in one file."""

    name: str
    reported: list[Diagnostic] = field(factory=list)
    suppressed: list[Suppressed] = field(factory=list)


def junit(report: Report) -> str:
    """The suites; one with a single passed case when nothing was found."""
    suites: dict[str, _Suite] = {}
    for found in report.findings.reported:
        _suite(suites, found).reported.append(found)
    for each in report.findings.suppressed:
        _suite(suites, each.found).suppressed.append(each)
    root = Element("testsuites")
    for number, suite in enumerate(suites.values() or [_Suite(_EVERYTHING)]):
        _write(root, suite, number, f"{report.on}T00:00:00")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(suites: dict[str, _Suite], found: Diagnostic) -> _Suite:
    name = found.place.path if found.place else _EVERYTHING
    return suites.setdefault(name, _Suite(name))


def _write(root: Element, suite: _Suite, number: int, day: str) -> None:
    failed = [found for found in suite.reported if found.severity is not Severity.INFO]
    nothing = not suite.reported and not suite.suppressed
    element = SubElement(
        root,
        "testsuite",
        {
            "package": "styrregler",
            "id": str(number),
            "name": _token(suite.name),
            "timestamp": day,
            "hostname": "localhost",
            "tests": str(len(suite.reported) + len(suite.suppressed) + nothing),
            "failures": str(len(failed)),
            "errors": "0",
            "skipped": str(len(suite.suppressed)),
            "time": "0",
        },
    )
    SubElement(element, "properties")
    if nothing:
        _case(element, suite, "inga fel")
    for found in suite.reported:
        case = _case(element, suite, _name(found))
        if found.severity is not Severity.INFO:
            failure = SubElement(
                case, "failure", {"type": found.severity.value, "message": _clean(found.message)}
            )
            failure.text = _clean(render_diagnostic(found))
    for each in suite.suppressed:
        case = _case(element, suite, _name(each.found))
        SubElement(case, "skipped", {"message": _clean(each.reason)})
    SubElement(element, "system-out").text = _clean(_told(suite.reported))
    SubElement(element, "system-err")


def _case(suite: Element, of: _Suite, name: str) -> Element:
    return SubElement(suite, "testcase", {"name": name, "classname": _token(of.name), "time": "0"})


def _name(found: Diagnostic) -> str:
    line = f" rad {found.place.line}" if found.place and found.place.source.text else ""
    return _token(f"{found.code}{line}: {found.message}")


def _told(reported: Iterable[Diagnostic]) -> str:
    """Information fails nothing, so it is told here."""
    return "\n".join(
        f"{_name(found)}\n{message_of(found)}" for found in reported if found.severity is Severity.INFO
    )


def _token(text: str) -> str:
    return " ".join(_clean(text).split())


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(
        char
        for char in text
        if char in "\t\n"
        or "\x20" <= char <= "\ud7ff"
        or "\ue000" <= char <= "\ufffd"
        or char >= "\U00010000"
    )
