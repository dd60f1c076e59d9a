"""SR453: a key figure without a value to reach."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR453", "nyckeltalet har inget värde att nå", Severity.INFO)
def no_target(review: Review) -> Iterator[Remark]:
    """Ett nyckeltal säger vad som mäts men inte vilket värde som ska nås.

    Då går det att följa utvecklingen, men inte att säga om målet är nått.

    Lägg till värdet efter texten: `nyckeltal "Andel nöjda" minst 80 % varje år`.
    """
    for goal in review.in_force(review.rules.corpus.goals):
        for figure in goal.figures:
            if figure.target is None:
                yield Remark(
                    f"nyckeltalet «{figure.text}» har inget värde att nå",
                    figure.place,
                    why="utan värde går det inte att säga om målet är nått",
                    remedy="lägg till värdet sist på raden, till exempel «minst 80 % varje år»",
                    heading=goal.agreed.title,
                )
