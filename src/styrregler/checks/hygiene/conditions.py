"""Every condition of a row, and where it stands. No check of its own."""

from collections.abc import Iterator

from styrregler.logic import Expr
from styrregler.model import Rule
from styrregler.text import Place


def conditions_of(rule: Rule) -> Iterator[tuple[Expr, Place]]:
    """What the row asks before it says who decides, what follows, and what it demands of the delegate."""
    lines = (
        *rule.alternatives,
        *rule.overrides,
        *rule.elsewhere,
        *((rule.execution,) if rule.execution else ()),
        *rule.exceptions,
        *((rule.subdelegation,) if rule.subdelegation else ()),
        *rule.preconditions,
        *rule.consult,
        *rule.inform,
        *rule.reporting,
    )
    for line in lines:
        if line.when is not None:
            yield line.when, line.place
    for demand in rule.requirements:
        yield demand, rule.place
