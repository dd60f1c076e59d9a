"""Checks: what is readable but probably not meant, or not lawful.

In: a rule set, and the day of the review.  Out: diagnostics.  Each check is a small module in the folder of its family,
with its own code, name, level and page; none changes anything.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from styrregler.checks import (
    amounts,
    case,
    competence,
    conduct,
    deviation,
    escalation,
    execution,
    hygiene,
    interplay,
    ladder,
    mandate,
    people,
    plans,
    reporting,
    statutes,
    subdelegation,
    urgency,
)
from styrregler.checks.check import Check, Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import CATALOGUE, CodePage, Codes, Diagnostic, Severity
from styrregler.ruleset import RuleSet
from styrregler.ruleset.uncollected import uncollected

__all__ = ["CHECKS", "CODES", "PAGES", "Check", "Remark", "Review", "check", "run_checks"]

FAMILIES = (
    amounts,
    case,
    competence,
    conduct,
    deviation,
    escalation,
    execution,
    hygiene,
    interplay,
    ladder,
    mandate,
    people,
    plans,
    reporting,
    statutes,
    subdelegation,
    urgency,
)

CHECKS: tuple[Check, ...] = tuple(
    sorted((each for family in FAMILIES for each in family.CHECKS), key=lambda each: each.code)
)

PAGES: Mapping[str, CodePage] = dict(
    sorted({**CATALOGUE, **{each.code: each.code_page for each in CHECKS}}.items())
)
"""Every code there is: those of reading, and those of the checks."""

CODES = Codes(
    frozenset(PAGES),
    frozenset(
        code for code, page in PAGES.items() if code not in CATALOGUE or page.level is not Severity.ERROR
    ),
)
"""Those there are, and those that may be set aside: all but the errors of reading."""


@uncollected()
def run_checks(rules: RuleSet, on: date, checks: Iterable[Check] = CHECKS) -> tuple[Diagnostic, ...]:
    """Everything that ``checks`` find as of ``on``, in order of place."""
    review = Review(rules, on)
    return tuple(
        sorted((found for each in checks for found in each.run(review)), key=lambda found: found.sort_key)
    )
