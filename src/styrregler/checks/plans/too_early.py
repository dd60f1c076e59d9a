"""SR640: a step that lies before one that it comes after."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Dated, Stage


@check("SR640", "etappen ligger före den som den kommer efter", Severity.WARNING)
def too_early(review: Review) -> Iterator[Remark]:
    """En etapp slutar innan den etapp som den ska komma efter har börjat.

    Då kan planen inte följas som den är skriven. Har etapperna en tid för varje nämnd jämförs nämndens egna tider.

    Rätta den ena tiden, eller ta bort `efter` om ordningen inte spelar någon roll.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        stages = {stage.name: stage for stage in commission.stages}
        for stage in commission.stages:
            for name in stage.after:
                before = stages.get(name)
                clash = before and before is not stage and next(_clashes(before, stage), None)
                if not clash or before is None:
                    continue
                first, own = clash
                yield Remark(
                    f"«{stage.title}» ({own.moment}) ligger före «{before.title}» ({first.moment})",
                    own.place,
                    why=f"etappen kommer efter «{before.name}», som inte har börjat då",
                    remedy="rätta den ena tiden, eller ta bort «efter»",
                    heading=commission.agreed.title,
                    related=((first.place, "den som ska komma före"),),
                )


def _clashes(before: Stage, stage: Stage) -> Iterator[tuple[Dated, Dated]]:
    """Times of one body (or of all) that cannot come in that order."""
    bodies = dict.fromkeys(each.body for each in (*stage.times, *before.times))
    for body in bodies:
        first, own = before.time_of(body), stage.time_of(body)
        if first is None or own is None or own.moment.last is None or first.moment.first is None:
            continue
        same_day = own.moment.last == first.moment.first
        earlier = (
            same_day
            and own.moment.ends is not None
            and first.moment.begins is not None
            and own.moment.ends <= first.moment.begins
        )
        if own.moment.last < first.moment.first or earlier:
            yield first, own
