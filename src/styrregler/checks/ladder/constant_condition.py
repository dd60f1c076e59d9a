"""SR310: a condition that never holds, or always does."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import describe


@check("SR310", "villkoret är detsamma i alla fall", Severity.WARNING)
def constant_condition(review: Review) -> Iterator[Remark]:
    """Ett villkor som aldrig kan gälla gör raden död, och ett som alltid gäller skiljer inte ut några fall.

    Ofta är en gräns felskriven, eller så står `och` där `eller` är menat: inget belopp är på en gång under 50 000 kr
    och över 100 000 kr.
    """
    for finding in review.found(Kind.NEVER, Kind.ALWAYS):
        assert finding.condition is not None
        always = finding.kind is Kind.ALWAYS
        yield remark(
            review,
            finding,
            f"villkoret «{describe(finding.condition)}» {'gäller alltid' if always else 'kan aldrig gälla'}",
            why=f"{finding.what} med villkoret "
            + ("skiljer inte ut några fall" if always else "får aldrig verkan"),
            remedy="ta bort villkoret, eller rätta gränsen"
            if always
            else "rätta gränsen, eller skriv «eller» i stället för «och»",
        )
