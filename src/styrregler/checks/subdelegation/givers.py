"""The orders whose giver may not sub-delegate at all: one finding an order, however many rows it has."""

from collections.abc import Iterator

from styrregler.checks.check import Remark
from styrregler.checks.review import Review
from styrregler.model import Order
from styrregler.query.passing_on import Fault


def wrong_givers(review: Review, fault: Fault, remedy: str) -> Iterator[Remark]:
    """A remark on each sub-delegation whose giver is at ``fault``; ``remedy`` has a place for the board's heads."""
    told: dict[str, tuple[Order, str]] = {
        order.name: (order, found.reason) for order, _, found in review.hindrances if found.fault is fault
    }
    for order, reason in told.values():
        heads = " eller ".join(sorted(review.rules.hierarchy.heads(order.body)))
        yield Remark(
            f"{reason} och får inte vidaredelegera",
            order.place,
            why="bara en förvaltningschef inom nämndens eget område får lämna dess uppdrag vidare",
            remedy=remedy.format(heads),
            heading=order.title,
        )
