"""Checks: what is readable but probably not meant.

In: a rule set.  Out: diagnostics.  Each check is a small module with its own code; none changes anything.
"""

from collections.abc import Callable, Iterator

from styrregler.checks.gap import gap
from styrregler.checks.perhaps_unlawful import perhaps_unlawful
from styrregler.checks.unconditional_last import unconditional_last
from styrregler.checks.unlawful import unlawful
from styrregler.checks.unreported import unreported
from styrregler.diagnostics import Diagnostic
from styrregler.ruleset import RuleSet

CHECKS: tuple[Callable[[RuleSet], Iterator[Diagnostic]], ...] = (
    gap,
    perhaps_unlawful,
    unconditional_last,
    unlawful,
    unreported,
)


def run_checks(rules: RuleSet) -> tuple[Diagnostic, ...]:
    """Everything that the checks find, in order of place."""
    return tuple(
        sorted((found for check in CHECKS for found in check(rules)), key=lambda found: found.sort_key)
    )
