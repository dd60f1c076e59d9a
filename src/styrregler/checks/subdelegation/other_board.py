"""SR222: a sub-delegation by the head of another board's administration."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.subdelegation.givers import wrong_givers
from styrregler.diagnostics import Severity
from styrregler.query.passing_on import Fault


@check("SR222", "den som vidaredelegerar är chef under en annan nämnd", Severity.ERROR)
def other_board(review: Review) -> Iterator[Remark]:
    """Rätten att vidaredelegera gäller en förvaltningschef inom nämndens eget verksamhetsområde.

    Chefen för en annan nämnds förvaltning kan få ett uppdrag av nämnden, men inte lämna det vidare. Det gäller också
    kommundirektören, när förvaltningen som direktören leder hör till kommunstyrelsen.

    Leder chefen i verkligheten även nämndens förvaltning: skriv det med `leds av` i den förvaltningens block.
    """
    yield from wrong_givers(
        review,
        Fault.OTHER_BOARD,
        "låt {} lämna uppdraget vidare, eller låt nämnden delegera direkt i sin ordning",
    )
