"""SR221: a sub-delegation by somebody who is not head of an administration."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.subdelegation.givers import wrong_givers
from styrregler.diagnostics import Severity
from styrregler.query.passing_on import Fault


@check("SR221", "den som vidaredelegerar är inte förvaltningschef", Severity.ERROR)
def not_head(review: Review) -> Iterator[Remark]:
    """Bara en förvaltningschef får vidaredelegera. En enhetschef eller avdelningschef får det inte, vad ordningen än säger.

    Förvaltningschef är den som leder en förvaltning under nämnden: `leds av` i förvaltningens block, eller en roll som
    `finns i varje förvaltning`. Titeln spelar ingen roll. Säger reglerna inte vem som leder nämndens förvaltning, sägs inget här.

    Låt förvaltningschefen ge uppdraget, låt nämnden delegera direkt, eller rätta `leds av` om rollen leder förvaltningen.
    """
    yield from wrong_givers(
        review,
        Fault.NOT_HEAD,
        "låt {} lämna uppdraget vidare, eller låt nämnden delegera direkt i sin ordning",
    )
