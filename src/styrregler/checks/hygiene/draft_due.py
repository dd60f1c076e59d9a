"""SR714: a proposal whose first day has passed."""

from collections.abc import Iterator
from itertools import chain

from styrregler.checks.check import Remark, check
from styrregler.checks.hygiene.expired import lapsed, line_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Channels, OrderKind


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
    corpus = review.rules.corpus
    for block in chain(
        corpus.boundaries, corpus.assignments, corpus.deviations, corpus.codes, corpus.routes.values(), corpus.goals,
        corpus.commissions, corpus.purposes, _apart(review),
    ):  # fmt: skip
        agreed = block.agreed
        if agreed.draft and agreed.period.start is not None and agreed.period.start <= review.on:
            yield Remark(
                f"förslaget skulle börja gälla {agreed.period.start}",
                agreed.place,
                why="ett förslag är inte beslutat, inte heller efter sin första dag",
                remedy="är det antaget: ta bort «läge förslag» och skriv dagen efter «beslutad»; annars skriv en senare dag efter «gäller från»",
                heading=agreed.title,
            )


def _apart(review: Review) -> Iterator[Channels]:
    """Channels with a block of their own, not those that a case has."""
    routes = {each.agreed.place for each in review.rules.corpus.routes.values()}
    return (each for each in review.rules.corpus.channels if each.agreed.place not in routes)
