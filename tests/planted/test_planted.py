"""A copy of exempelkommun with one planted fault for each check: each is found, where it stands, and nothing else is.

The faults are data, in ``faults.toml``. What is only information is left aside: exempelkommun may have some itself.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from styrregler.checks import CHECKS
from styrregler.diagnostics import Diagnostic, Severity
from styrregler.library import Rules
from styrregler.text import SourceText
from styrregler.workspace import compile_sources
from tests.kit import POLICIES, REVIEWED

EXAMPLE = POLICIES / "exempelkommun"
FAULTS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "faults.toml").read_text("utf-8"))[
    "fault"
]


@cache
def example() -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(EXAMPLE.glob("*.styr"))}


def planted(*faults: dict[str, Any]) -> dict[str, str]:
    """The files of exempelkommun with ``faults``."""
    files = dict(example())
    for fault in faults:
        for name, old, new in fault["edits"]:
            if not old:
                files[name] = files.get(name, "") + new
                continue
            assert files[name].count(old) == 1, (fault["code"], name, old, files[name].count(old))
            files[name] = files[name].replace(old, new)
    return files


def found_in(files: dict[str, str]) -> list[Diagnostic]:
    """Everything of warning level or above."""
    sources = [SourceText.of(name, text) for name, text in files.items()]
    findings = Rules(compile_sources(sources, "Exempelkommun")).findings(REVIEWED)
    return [each for each in findings.reported if each.severity is not Severity.INFO]


def told(found: Diagnostic) -> tuple[str, str, str]:
    """Its code, the file and the line that it stands on."""
    assert found.place is not None
    return found.code, found.place.path, found.place.source.line(found.place.line)


def expected(fault: dict[str, Any], found: list[Diagnostic]) -> tuple[str, str, str]:
    """What :func:`told` should say of the fault; the line in full where one begins as it should."""
    name, begins = fault["at"]
    lines = {line for code, file, line in map(told, found) if (code, file) == (fault["code"], name)}
    return fault["code"], name, next((line for line in sorted(lines) if line.startswith(begins)), begins)


def test_exempelkommun_itself_is_clean() -> None:
    assert [told(each) for each in found_in(example())] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["code"])
def test_a_fault_alone_gives_one_finding(fault: dict[str, Any]) -> None:
    found = found_in(planted(fault))
    assert [told(each) for each in found] == [expected(fault, found)], [each.message for each in found]


def test_all_faults_together_give_one_finding_each() -> None:
    found = found_in(planted(*FAULTS))
    assert sorted(map(told, found)) == sorted(expected(fault, found) for fault in FAULTS)


def test_every_check_that_finds_fault_has_a_planted_one() -> None:
    planted_codes = [fault["code"] for fault in FAULTS]
    assert len(planted_codes) == len(set(planted_codes))
    assert {check.code for check in CHECKS if check.severity is not Severity.INFO} == set(planted_codes)
