"""SR413: an administration or a unit that nobody leads."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyKind

_LED = (BodyKind.ADMINISTRATION, BodyKind.UNIT)


@check("SR413", "förvaltningen eller enheten har ingen chef", Severity.WARNING)
def headless(review: Review) -> Iterator[Remark]:
    """Andra förvaltningar och enheter säger vem som leder dem, men inte den här.

    Den som leder en förvaltning är förvaltningschef: bara den kan få lämna uppdrag vidare, och hos den slutar raden av
    överordnade. Utan chef hoppas steget över, och de som hör dit får nästa chef uppåt, eller ingen.

    Skriv `leds av` på förvaltningen eller enheten. En enhet utan chef, med en chef ovanför, är bara en upplysning.
    Kontrollen tiger om enheter som ingen roll hör till, och när ingen i regelverket leds av någon.
    """
    bodies = review.rules.corpus.bodies
    if not any(body.led_by for body in bodies.values() if body.kind in _LED):
        return
    staffed = {role.unit for role in review.rules.corpus.roles.values()}
    for body in bodies.values():
        if body.kind not in _LED or body.led_by:
            continue
        if body.kind is BodyKind.UNIT and body.name not in staffed:
            continue
        above = bodies.get(body.belongs_to)
        led_above = body.kind is BodyKind.UNIT and above is not None and bool(above.led_by)
        yield Remark(
            f"{body.title} leds inte av någon",
            body.place,
            why="de som hör dit har då ingen chef där, och ingen kan lämna uppdrag vidare som förvaltningschef"
            if body.kind is BodyKind.ADMINISTRATION
            else "de som hör dit har då ingen chef där",
            remedy=f"lägg till «leds av …» på «{body.kind.value} {body.name}»",
            severity=Severity.INFO if led_above else None,
        )
