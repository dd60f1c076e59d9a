"""SR606: a deviation that does not protect whoever reports it."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.deviation.unwritten import at_worst
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.deviation import REPORTED


@check("SR606", "inget skydd för den som rapporterar", Severity.WARNING, situation=REPORTED)
def no_protection(review: Review) -> Iterator[Remark]:
    """Avvikelsen säger inget om skyddet för den som rapporterar.

    Lagens skydd gäller ändå, för missförhållanden av allmänintresse i arbetet. Men den som tvekar läser reglerna, inte lagen,
    och en avvikelse behöver inte vara ett sådant missförhållande för att någon ska vara rädd om sin ställning.

    Lägg till `skydd` med en mening om att den som rapporterar inte får drabbas för det.

    Är inget av avvikelsen skrivet än, och säger den att det `ska fyllas i`, är det en upplysning.
    """
    for deviation in review.in_force(review.rules.corpus.deviations):
        if not deviation.protection:
            yield Remark(
                "avvikelsen säger inget om skyddet för den som rapporterar",
                deviation.agreed.place,
                why=review.cited("den som är rädd för följderna rapporterar inte", REPORTED),
                remedy='lägg till en rad: «skydd "Den som rapporterar med skälig anledning får inte utsättas för repressalier."»',
                heading=deviation.title,
                severity=at_worst(deviation, review),
            )
