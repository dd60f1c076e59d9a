"""SR601: a deviation that nobody is told of."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.deviation.unwritten import at_worst
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR601", "ingen får veta om avvikelsen", Severity.WARNING)
def no_recipient(review: Review) -> Iterator[Remark]:
    """Avvikelsen säger inte vem den rapporteras till.

    Den som upptäcker något måste veta vart den ska vända sig. Annars stannar det hos den, eller når fram av en slump.

    Lägg till `rapporteras till` med den som tar emot, och en tid.

    Är inget av avvikelsen skrivet än, och säger den att det `ska fyllas i`, är det en upplysning.
    """
    for deviation in review.in_force(review.rules.corpus.deviations):
        if not deviation.reports:
            yield Remark(
                "avvikelsen rapporteras inte till någon",
                deviation.agreed.place,
                why="den som upptäcker den vet inte vart den ska vända sig",
                remedy="lägg till en rad, till exempel «rapporteras till närmaste chef genast»",
                heading=deviation.title,
                severity=at_worst(deviation, review),
            )
