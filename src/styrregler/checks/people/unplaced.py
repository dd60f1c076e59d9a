"""SR407: a role that decides but stands nowhere in the organisation."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.people.deciding import deciding, led
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyKind, RoleKind


@check("SR407", "rollen finns inte i organisationen", Severity.WARNING)
def unplaced(review: Review) -> Iterator[Remark]:
    """Rollen beslutar, men hör inte till någon enhet, leder ingen, har ingen chef och finns inte i varje enhet.

    Då går det inte att se om befattningen finns, vem som är överordnad den och om den hör till nämndens egen
    förvaltning. Ofta är det en befattning som har bytt namn i en omorganisation medan ordningen har blivit kvar.

    Skriv `tillhör` på rollen, eller `leds av` på enheten som den leder. För en förtroendevald: `ordförande` eller
    `vice ordförande` på nämnden, eller `tillhör` nämnden. Finns befattningen inte längre: byt delegat.

    Kontrollen tiger om anställda när regelverket inte anger någon förvaltning eller enhet, och om förtroendevalda när det
    inte anger någon ordförande.
    """
    bodies = review.rules.corpus.bodies.values()
    organised = {
        RoleKind.EMPLOYEE: any(each.kind in (BodyKind.ADMINISTRATION, BodyKind.UNIT) for each in bodies),
        RoleKind.ELECTED: any(each.chair for each in bodies),
    }
    leads = led(review)
    for each in deciding(review):
        role = each.role
        placed = role.unit or role.chief or role.in_each or role.name in leads
        if placed or not organised[role.kind]:
            continue
        elected = role.kind is RoleKind.ELECTED
        yield Remark(
            f"{role.title} beslutar men finns ingenstans i organisationen",
            each.place,
            why="rollen hör inte till något organ och är inte dess ordförande"
            if elected
            else "rollen hör inte till någon enhet, leder ingen och har ingen chef",
            remedy=f"lägg till «tillhör …» på «roll {role.name}»"
            + (
                ", eller «ordförande …» på nämnden"
                if elected
                else ", eller byt delegat om befattningen är borta"
            ),
            heading=each.heading,
            related=((role.place, "här står rollen"),),
        )
