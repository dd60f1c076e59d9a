"""Every check: its cases, its page, and that no check knows the law by heart.

``STYRREGLER_SPELA_IN=1 pytest tests/checks`` writes the pages in docs/referens/kontroller. Read the difference before it
stays.
"""

import os
import re
from collections.abc import Iterator

import pytest

from styrregler.checks import CHECKS, Check
from styrregler.diagnostics import Severity
from styrregler.render.diagnostics import render_diagnostic
from tests.checks.cases import HERE, CheckCase, cases_of
from tests.kit import ROOT

RECORD = bool(os.environ.get("STYRREGLER_SPELA_IN"))
ENGINE = ROOT / "src" / "styrregler"
PAGES = ROOT / "docs" / "referens" / "kontroller"
CASES = [(check, case) for check in CHECKS for case in cases_of(check.code)]
every_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)


@pytest.mark.parametrize(
    ("check", "case"), CASES, ids=lambda each: each.title if isinstance(each, CheckCase) else each.code
)
def test_a_case(check: Check, case: CheckCase) -> None:
    unreadable = [each for each in case.rules().diagnostics if each.severity is Severity.ERROR]
    assert not unreadable, [each.message for each in unreadable]
    found = case.findings(check)
    told = [(case.line(each), each.message) for each in found]
    assert [line for line, _ in told] == [line for line, _ in case.expected], told
    for (_, message), (_, begins) in zip(told, case.expected, strict=True):
        assert message.startswith(begins), message
    assert case.passes is not bool(case.expected)
    for each in found:
        assert each.code == check.code
        assert each.severity.rank >= check.severity.rank
        assert each.why
        assert each.remedy


@every_check
def test_at_least_two_pass_and_two_fail(check: Check) -> None:
    verdicts = [case.passes for case in cases_of(check.code)]
    assert verdicts.count(True) >= 2
    assert verdicts.count(False) >= 2


def test_no_cases_of_a_check_that_does_not_exist() -> None:
    assert {file.stem for file in HERE.glob("*.txt")} == {check.code for check in CHECKS}


def test_codes_are_used_once() -> None:
    codes = [check.code for check in CHECKS]
    assert len(codes) == len(set(codes))


# ---------- pages


def page(check: Check) -> str:
    """The page of a check: what its docstring says, and a case that fails and one that passes."""
    cases = cases_of(check.code)
    failing, passing = (next(case for case in cases if case.passes is wanted) for wanted in (False, True))
    lines = [
        f"# {check.code}: {check.name}",
        "",
        f"Nivå: {check.severity.value}.",
        "",
        check.page,
        "",
        f"## Fälls: {failing.title}",
        "",
        "```styr",
        failing.text.rstrip("\n"),
        "```",
        "",
        "```text",
        *(_told(failing, check)),
        "```",
        "",
        f"## Godtas: {passing.title}",
        "",
        "```styr",
        passing.text.rstrip("\n"),
        "```",
        "",
        "[Alla kontroller](README.md)",
        "",
    ]
    return "\n".join(lines)


def _told(case: CheckCase, check: Check) -> Iterator[str]:
    for found in case.findings(check):
        message, *rest = render_diagnostic(found).splitlines()
        yield message
        yield from (line.strip() for line in rest if line.strip().startswith(("varför:", "gör så:")))


def index() -> str:
    rows = [
        f"| [{check.code}]({check.code}.md) | {check.severity.value} | {check.name} |" for check in CHECKS
    ]
    return "\n".join(
        [
            "# Kontrollerna",
            "",
            "Vad `styrregler kontrollera` letar efter när reglerna väl går att läsa. Sidorna är skrivna ur kontrollerna själva.",
            "",
            "| kod | nivå | vad som är fel |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


@every_check
def test_its_page(check: Check) -> None:
    file = PAGES / f"{check.code}.md"
    if RECORD:
        PAGES.mkdir(exist_ok=True)
        file.write_text(page(check), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == page(check)


def test_the_index_of_pages() -> None:
    if RECORD:
        (PAGES / "README.md").write_text(index(), encoding="utf-8")
    assert (PAGES / "README.md").read_text(encoding="utf-8") == index()
    assert {file.stem for file in PAGES.glob("SR*.md")} == {check.code for check in CHECKS}


# ---------- law is data

SECTION_NUMBER = re.compile(r"\d+ ?[a-z]? (?:kap\.|§)|\b(?:KL|FL|SoL|PBL|LVU|LVM|FB|LOU|SkolL|OSL|TF)\b ?\d")


def test_the_program_knows_no_section_of_any_statute() -> None:
    """Statutes stand in `policies/lag`. Comments and docstrings may cite; what is said and done may not.

    syntax and values show the form of a reference in their messages, and know no more of it than that; testing holds rules.
    """
    rooms = {folder.name for folder in ENGINE.iterdir() if folder.is_dir()} - {"syntax", "values", "testing"}
    assert {"query", "checks", "resolve"} <= rooms
    for file in (file for room in rooms for file in (ENGINE / room).rglob("*.py")):
        for number, line in enumerate(code_lines(file.read_text(encoding="utf-8")), 1):
            assert not SECTION_NUMBER.search(line), f"{file.relative_to(ROOT)}:{number}: {line.strip()}"


def code_lines(text: str) -> list[str]:
    """The lines with docstrings and comments blanked out."""
    blanked = re.sub(
        r'^\s*(?:r|f)?""".*?"""',
        lambda found: "\n" * found[0].count("\n"),
        text,
        flags=re.DOTALL | re.MULTILINE,
    )
    return [re.sub(r"\s#.*$", "", line) for line in blanked.split("\n")]
