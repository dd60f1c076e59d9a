"""SR205: a sub-delegation that the board has not allowed."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, Rule
from styrregler.query.passing_on import Fault


@check("SR205", "vidaredelegation utan medgivande", Severity.ERROR)
def without_leave(review: Review) -> Iterator[Remark]:
    """En förvaltningschef får lämna uppdraget vidare bara där nämnden har medgett det.

    Medgivandet gäller punkt för punkt. Tystnad betyder nej. Den vidaredelegerade raden ger annars ingen rätt att besluta.

    Nämnden medger det med `vidaredelegeras av förvaltningschef` i sin punkt, i avsnittet eller i ordningen.
    """
    for order, rule, found in review.hindrances:
        if found.fault in (Fault.NO_LEAVE, Fault.NO_ROW) and not _misread(rule, order, review):
            yield Remark.on(
                rule,
                order,
                found.reason,
                why="raden ger ingen rätt att besluta, hur den än är skriven",
                remedy=f"lägg till «vidaredelegeras av {order.by}» i nämndens punkt, eller ta bort vidaredelegationen",
            )


def _misread(rule: Rule, order: Order, review: Review) -> bool:
    """Whether the board does give its leave, but to a name that is unknown: that is the fault, and is told by itself."""
    leaves = (each.rule.subdelegation for each in review.above(rule, order) or ())
    return any(leave is not None and not leave.readable for leave in leaves)
