"""SR605: a deviation that the board never hears of."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.deviation.unwritten import at_worst
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import GENERAL, BodyKind, BodyRef, Party, Sort

_POLITICAL = (BodyKind.COUNCIL, BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
_WORDS = (Sort.COUNCIL, Sort.BOARD, Sort.COMMITTEE, Sort.PRESIDIUM)


@check("SR605", "avvikelsen når aldrig nämnden", Severity.WARNING)
def no_feedback(review: Review) -> Iterator[Remark]:
    """Avvikelsen följs inte upp av något politiskt organ.

    Nämnden ansvarar för verksamheten och för att den interna kontrollen räcker till. Det kan den bara om den får veta vad som
    har gått fel och vad som har gjorts.

    Lägg till `följs upp av` med nämnden, och när: `nästa sammanträde` för det enskilda fallet, eller till exempel
    `varje halvår` för en sammanställning.

    Är inget av avvikelsen skrivet än, och säger den att det `ska fyllas i`, är det en upplysning.
    """
    for deviation in review.in_force(review.rules.corpus.deviations):
        parties = [party for notice in deviation.follow_ups for party in notice.parties]
        if not any(_is_political(party, review) for party in parties):
            yield Remark(
                "avvikelsen följs inte upp av nämnden",
                deviation.agreed.place,
                why="nämnden kan inte ansvara för det som den inte får veta",
                remedy="lägg till en rad: «följs upp av nämnden nästa sammanträde»",
                heading=deviation.title,
                severity=at_worst(deviation, review),
            )


def _is_political(party: Party, review: Review) -> bool:
    if not isinstance(party, BodyRef):
        return False
    body = review.rules.corpus.bodies.get(party.name)
    return body.kind in _POLITICAL if body else GENERAL.get(party.name) in _WORDS
