"""The checks that rest on the analysis of all cases: no echo of one fault as another, and no alarm where all is well."""

import pytest

from styrregler.checks import run_checks
from styrregler.checks.ladder import CHECKS
from styrregler.diagnostics import Severity
from styrregler.library import load
from tests.checks.cases import CheckCase, cases_of
from tests.kit import DAY, POLICIES

CODES = {check.code for check in CHECKS}
# What stops the analysis is a mass of rows, and those do overlap.
FAILING = [case for code in sorted(CODES - {"SR314"}) for case in cases_of(code) if not case.passes]


@pytest.mark.parametrize("case", FAILING, ids=lambda case: f"{case.code} {case.title}")
def test_one_fault_gives_one_finding(case: CheckCase) -> None:
    found = [each.code for each in run_checks(case.rules(), case.day) if each.code in CODES]
    assert found == [case.code] * len(case.expected)


def test_the_municipality_that_is_shown_to_people_has_no_faults() -> None:
    found = run_checks(load(POLICIES / "exempelkommun").index, DAY)
    assert not [each.message for each in found if each.severity is not Severity.INFO]
    assert {each.code for each in found} <= {"SR307", "SR642", "SR732"}
