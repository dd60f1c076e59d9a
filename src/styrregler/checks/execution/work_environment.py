"""SR230: duties of the work environment written as delegation."""

import re
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import OrderKind

DUTY = "arbetsmiljöuppgift"
_DUTIES = re.compile(
    r"\barbetsmiljö(?:uppgift|ansvar)\w*|^arbetsmiljö(?:n)?$|\buppgifter enligt arbetsmiljölagen|"
    r"\bansvar(?:et)? för arbetsmiljön",
    re.IGNORECASE,
)
_ALLOCATES = re.compile(r"fördel|överlåt", re.IGNORECASE)


@check("SR230", "arbetsmiljöuppgifter står som delegation", Severity.WARNING, situation=DUTY)
def work_environment(review: Review) -> Iterator[Remark]:
    """Arbetsmiljöuppgifter fördelas i arbetsgivarens organisation. De är inga beslut i nämndens ställe.

    Fördelningen följer arbetsmiljöreglerna: den som får en uppgift ska ha befogenhet, resurser och kunskap för den, och får
    lämna tillbaka den. Kommunallagens regler om delegation, med anmälan, vidaredelegation i ett led och överklagande,
    passar inte, och en delegation flyttar inte ansvaret.

    Skriv `arbetsuppgift enhetschef enligt AML`. Gäller punkten rätten att fördela uppgifterna är det bara en upplysning.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        if rule.alternatives and _DUTIES.search(rule.title):
            yield Remark.on(
                rule,
                order,
                "arbetsmiljöuppgifter delegeras inte, de fördelas",
                rule.alternatives[0].place,
                why=review.cited(
                    "uppgifterna ligger på arbetsgivaren och är inga beslut i nämndens ställe", DUTY
                ),
                remedy="skriv «arbetsuppgift … enligt AML» i stället för «delegat …»",
                severity=Severity.INFO if _ALLOCATES.search(rule.title) else None,
            )
