"""The cases of the product's checks: `cases/SR203.txt` for SR203, in the form that :mod:`styrregler.testing` reads."""

from pathlib import Path

from attrs import frozen

from styrregler.checks import Check, Review
from styrregler.diagnostics import Diagnostic
from styrregler.ruleset import RuleSet
from styrregler.testing import Case, case_rules, read_cases

HERE = Path(__file__).parent / "cases"


@frozen
class CheckCase(Case):
    """A case of one of them."""

    code: str = ""

    def rules(self) -> RuleSet:
        return case_rules(self)

    def findings(self, check: Check) -> list[Diagnostic]:
        found = check.run(Review(self.rules(), self.day))
        return sorted(found, key=lambda each: each.sort_key)


def cases_of(code: str) -> tuple[CheckCase, ...]:
    return tuple(
        CheckCase(each.title, each.passes, each.text, each.expected, code)
        for each in read_cases(HERE / f"{code}.txt")
    )
