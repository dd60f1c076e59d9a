"""SR714: a proposal whose first day has passed."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.hygiene.expired import lapsed, line_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Agreed, OrderKind


@check("SR714", "förslagets första dag har passerat", Severity.WARNING)
def draft_due(review: Review) -> Iterator[Remark]:
    """Ordningen, eller överenskommelsen, står som `läge förslag`, men dagen då den skulle börja gälla har passerat.

    Ett förslag används aldrig i svar. Har nämnden antagit det gäller alltså svaren den gamla ordningen. Har den inte
    det är dagen fel.

    Har den gamla ordningen slutat gälla sägs det i stället om den (SR707): orsaken är en och densamma.
    """
    told = lapsed(review)
    for order in review.rules.corpus.orders:
        start = order.period.start
        if start is None or start > review.on or not review.well_read(order):
            continue
        if order.draft and order.kind is not OrderKind.CHARTER and line_of(order) not in told:
            yield Remark(
                f"förslaget skulle börja gälla {start}",
                order.place,
                why="ett förslag används aldrig i svar, inte heller efter sin första dag",
                remedy="är det antaget: ta bort «läge förslag» och skriv dagen efter «beslutad»; annars skriv en senare dag efter «gäller från»",
                heading=order.title,
            )
    for agreed in _agreements(review):
        start = agreed.period.start
        if agreed.draft and start is not None and start <= review.on:
            yield Remark(
                f"förslaget skulle börja gälla {start}",
                agreed.place,
                why="ett förslag är inte beslutat, inte heller efter sin första dag",
                remedy="är det antaget: ta bort «läge förslag» och skriv dagen efter «beslutad»; annars skriv en senare dag efter «gäller från»",
                heading=agreed.title,
            )


def _agreements(review: Review) -> Iterator[Agreed]:
    """All that can be proposed beside orders, each once: a case and its channels are one."""
    corpus = review.rules.corpus
    every = (
        corpus.boundaries, corpus.assignments, corpus.channels, corpus.deviations, corpus.codes,
        corpus.routes.values(), corpus.goals, corpus.commissions, corpus.purposes,
    )  # fmt: skip
    yield from {each.agreed.place: each.agreed for blocks in every for each in blocks}.values()
