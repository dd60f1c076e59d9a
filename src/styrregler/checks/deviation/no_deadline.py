"""SR603: a measure without a last day."""

from collections.abc import Iterator
from datetime import timedelta

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.deadlines import day_by
from styrregler.query.deviation import EVENTS


@check("SR603", "åtgärden har ingen sista dag", Severity.WARNING)
def no_deadline(review: Review) -> Iterator[Remark]:
    """En åtgärd har ingen tid, eller en tid som inte ger någon dag.

    Den som ska följa upp kan då aldrig säga att något är för sent.

    Skriv en tid sist på raden, till exempel `inom 5 arbetsdagar`. Tiden räknas från dagen då avvikelsen upptäcktes.
    `snarast` och `löpande` ger ingen dag.
    """
    soon = (review.on + timedelta(1),)
    for deviation in review.in_force(review.rules.corpus.deviations):
        for measure in deviation.measures:
            if day_by(measure.timing, review.on, EVENTS, soon) is None:
                yield Remark(
                    f"«{measure.timing}» ger ingen sista dag för «{measure.text}»"
                    if measure.timing
                    else f"åtgärden «{measure.text}» har ingen sista dag",
                    measure.place,
                    why="utan dag kan ingen säga att åtgärden dröjer",
                    remedy="skriv en tid sist på raden, till exempel «inom 5 arbetsdagar»",
                    heading=deviation.title,
                )
