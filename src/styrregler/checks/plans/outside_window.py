"""SR730: a time outside the period of its assignment or contract."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.values import Moment, Period


@check("SR730", "tiden ligger utanför uppdragets", Severity.WARNING)
def outside_window(review: Review) -> Iterator[Remark]:
    """En etapp ligger före eller efter den tid som uppdraget gäller.

    Bara tider vars dagar är kända jämförs. Uppdragets tid är `gäller`.

    Rätta etappens tid, eller uppdragets.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        period = commission.agreed.period
        for stage in commission.stages:
            for time in stage.times:
                if _outside(time.moment, period):
                    yield Remark(
                        f"«{stage.title}» ({time.moment}) ligger utanför uppdragets tid ({period})",
                        time.place,
                        why="uppdraget gäller inte då",
                        remedy="rätta etappens tid, eller «gäller» på uppdraget",
                        heading=commission.agreed.title,
                    )


def _outside(moment: Moment, period: Period) -> bool:
    """Whether some of it lies outside; of an open time, its known end."""
    early = period.start is not None and any(
        day is not None and day < period.start for day in (moment.first, moment.last)
    )
    late = period.end is not None and any(
        day is not None and day > period.end for day in (moment.first, moment.last)
    )
    return early or late
