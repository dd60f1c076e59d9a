"""What the rules know of the boards' charters, for the checks of this family."""

from collections.abc import Iterator
from datetime import date

from styrregler.checks.review import Review
from styrregler.model import BodyKind, Order, OrderKind

CHARTER = "nämnd-utan-reglemente"
AREA = "utanför-nämndens-område"


def charters(review: Review) -> Iterator[Order]:
    """Every charter that is more than a proposal, whatever its dates."""
    return (
        order for order in review.rules.corpus.orders if order.kind is OrderKind.CHARTER and not order.draft
    )


def first_orders(review: Review) -> dict[str, Order]:
    """Each board with a delegation order, and the first of its orders; proposals, the council and boards to be aside."""
    found: dict[str, Order] = {}
    for order in review.delegations:
        body = review.rules.corpus.bodies.get(order.body)
        if body is None or body.being_set_up or order.draft:
            continue
        if body.kind is BodyKind.BOARD:
            found.setdefault(order.body, order)
    return found


def latest(orders: list[Order]) -> Order:
    """The one that lasts longest."""
    return max(orders, key=lambda each: (each.period.end or date.max, each.period.start or date.min))
