"""SR715: an order that is said to have been gone through on a day to come."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR715", "genomgången ligger i framtiden", Severity.INFO)
def reviewed_later(review: Review) -> Iterator[Remark]:
    """`granskad` har en dag som inte har varit än, så det är ingen genomgång som har skett.

    Oftast är årtalet fel. Dagen räknas inte när kontrollen ser efter om ordningen är inaktuell (SR705).

    Visar något annat beslut i reglerna att granskningen gäller en dag som har varit (`--datum`) sägs ingenting: då har
    genomgången skett sedan dess.
    """
    happened = [
        adopted.day
        for order in review.rules.corpus.orders
        if not order.draft
        for adopted in (order.adoption, *order.amendments)
        if adopted is not None
    ]
    if any(day > review.on for day in happened):
        return
    for order in review.orders:
        if order.reviewed is not None and order.reviewed > review.on:
            yield Remark(
                f"ordningen säger sig vara granskad {order.reviewed}, en dag som inte har varit",
                order.place,
                why="en genomgång antecknas när den är gjord",
                remedy="rätta dagen efter «granskad», eller ta bort raden tills genomgången är gjord",
                heading=order.title,
            )
