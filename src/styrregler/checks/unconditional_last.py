"""SR301: a last step without a condition, where `annars` is probably meant."""

from collections.abc import Iterator

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.ruleset import RuleSet


def unconditional_last(rules: RuleSet) -> Iterator[Diagnostic]:
    """Without `annars` the step always holds: whoever it names is competent beside those before."""
    for order in rules.corpus.orders:
        for rule in order.rules:
            steps = rule.alternatives
            if len(steps) < 2 or all(each.when is None for each in steps[:-1]):
                continue
            last = steps[-1]
            if last.when is None and not last.otherwise:
                yield Diagnostic(
                    "SR301",
                    Severity.WARNING,
                    "sista steget i trappan saknar villkor",
                    last.place,
                    why="utan «annars» är den här delegaten behörig även i fallen ovanför",
                    remedy="skriv «annars» sist på raden om den gäller i övriga fall",
                    heading=f"{order.title} › {rule.label}",
                )
