"""SR604: a serious deviation that is carried no further."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import Known, truth
from styrregler.model import SEVERITY


@check("SR604", "allvarlig avvikelse utan eskalering", Severity.WARNING)
def no_escalation(review: Review) -> Iterator[Remark]:
    """En avvikelse med högt allvar eskaleras inte, eller bara när allvaret är ett annat.

    Det som är allvarligt kan sällan lösas där det har hänt. Utan en väg uppåt beror det på vem som råkar få rapporten.

    Lägg till `eskaleras enligt` med en eskalering. Högt är den övre halvan av de nivåer som uppgiften `allvar` har.
    """
    fact = review.rules.corpus.facts.get(SEVERITY)
    levels = fact.answers if fact else ()
    grave = levels[(len(levels) + 1) // 2 :]
    for deviation in review.in_force(review.rules.corpus.deviations):
        if deviation.severity not in grave:
            continue
        known = Known({SEVERITY: deviation.severity})
        if not any(each.when is None or truth(each.when, known) is not False for each in deviation.onwards):
            yield Remark(
                f"avvikelsen har allvaret {deviation.severity} men eskaleras inte"
                + (" då" if deviation.onwards else ""),
                deviation.agreed.place,
                why="det som är allvarligt ska nå den som kan göra något åt det, vem som än får rapporten",
                remedy=f"lägg till en rad: «eskaleras enligt … när allvar är {deviation.severity}», med en eskalering",
                heading=deviation.title,
            )
