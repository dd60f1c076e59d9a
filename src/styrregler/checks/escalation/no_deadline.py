"""SR503: a step without a last day."""

from collections.abc import Iterator
from datetime import timedelta

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import paths
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.escalation import step_day
from styrregler.values import TimingKind


@check("SR503", "steget saknar sista dag", Severity.WARNING)
def no_deadline(review: Review) -> Iterator[Remark]:
    """Ett steg i eskaleringen har ingen tid, eller en tid som inte ger någon dag.

    Nästa steg börjar när tiden har gått ut. Utan sista dag kan den som inte vill föra saken vidare vänta hur länge som
    helst, och inget senare steg får någon dag.

    Skriv en tid sist på raden, till exempel `inom 10 arbetsdagar`. `snarast`, `löpande` och tider som räknas från något
    annat än stegets början ger ingen dag.
    """
    soon = (review.on + timedelta(1),)
    for path in paths(review):
        for number, stage in enumerate(path.stages, 1):
            if step_day(stage.timing, review.on, stage.parties, review.rules, listed=soon) is not None:
                continue
            meets = stage.timing is not None and stage.timing.kind is TimingKind.NEXT_MEETING
            yield Remark(
                f"steg {number} har ingen sista dag"
                if stage.timing is None
                else f"«{stage.timing}» ger ingen sista dag i steg {number}",
                stage.place,
                why="ingen i steget sammanträder"
                if meets
                else "nästa steg börjar när tiden i det här har gått ut",
                remedy="skriv en tid sist på raden, till exempel «inom 10 arbetsdagar»",
                heading=path.title,
            )
