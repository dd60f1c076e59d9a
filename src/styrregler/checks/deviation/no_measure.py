"""SR602: a deviation about which nothing is done."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.deviation.unwritten import at_worst
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR602", "avvikelsen leder inte till någon åtgärd", Severity.WARNING)
def no_measure(review: Review) -> Iterator[Remark]:
    """Avvikelsen säger inte vad som ska göras.

    En rapport som ingen behöver göra något med slutar folk att skriva.

    Lägg till `åtgärd` med den som gör något, vad, och när det senast är gjort.

    Är inget av avvikelsen skrivet än, och säger den att det `ska fyllas i`, är det en upplysning.
    """
    for deviation in review.in_force(review.rules.corpus.deviations):
        if not deviation.measures:
            yield Remark(
                "avvikelsen har ingen åtgärd",
                deviation.agreed.place,
                why="den som får rapporten vet inte vad den ska göra",
                remedy='lägg till en rad, till exempel «åtgärd socialchef "Tar upp frågan hos rätt organ." inom 5 arbetsdagar»',
                heading=deviation.title,
                severity=at_worst(deviation, review),
            )
