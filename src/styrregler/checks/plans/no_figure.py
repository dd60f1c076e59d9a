"""SR450: an effect goal without a key figure."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR450", "effektmålet mäts inte", Severity.WARNING)
def no_figure(review: Review) -> Iterator[Remark]:
    """Ett effektmål har inget nyckeltal.

    Utan något att mäta med går det inte att säga om målet är nått, och uppföljningen blir en fråga om tycke.

    Lägg till `nyckeltal` med det som mäts, helst med ett värde och hur ofta. Är det inte bestämt än: skriv `ska fyllas i`
    på målet, så påminner en annan kontroll.
    """
    open_in = {point.heading for point in review.rules.corpus.open_points}
    for goal in review.in_force(review.rules.corpus.goals):
        if goal.figures or goal.agreed.title in open_in:
            continue
        yield Remark(
            f"effektmålet «{goal.agreed.title}» har inget nyckeltal",
            goal.agreed.place,
            why="utan något att mäta med vet ingen om målet är nått",
            remedy='lägg till en rad, till exempel «nyckeltal "Andel nöjda" minst 80 % varje år»',
            heading=goal.agreed.title,
        )
