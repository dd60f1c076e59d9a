"""SR220: a sub-delegation in two steps."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import OrderKind, RoleRef
from styrregler.query.bars import SUBDELEGATION, circles
from styrregler.query.passing_on import Fault
from styrregler.query.people import title_of

_WHY = "nämnden kan bara låta förvaltningschefen lämna uppdraget vidare; där stannar det"


@check("SR220", "vidaredelegation i två led", Severity.ERROR)
def two_steps(review: Review) -> Iterator[Remark]:
    """Vidaredelegation går ett led: från förvaltningschefen till en anställd, och inte längre.

    Lagen ger bara förvaltningschefen rätten. Den som har fått uppdraget av förvaltningschefen kan inte lämna det till
    någon annan, vare sig förvaltningschefen eller nämnden skriver att det går.

    Låt förvaltningschefen ge uppdraget direkt till den som ska besluta, eller låt nämnden göra det i sin ordning.
    """
    for order, rule in review.rows(OrderKind.SUBDELEGATION):
        permit = rule.subdelegation
        if permit is not None and permit.by and circles(review.rules, review.day(order), SUBDELEGATION):
            who = ", ".join(title_of(RoleRef(name), review.rules) for name in permit.by)
            yield Remark.on(
                rule,
                order,
                f"en vidaredelegerad punkt får inte lämnas vidare av {who}",
                permit.place,
                why=_WHY,
                remedy="ta bort «vidaredelegeras»; låt förvaltningschefen ge uppdraget direkt till den som ska besluta",
            )
    for order, rule, found in review.hindrances:
        if found.fault is Fault.SECOND_STEP:
            yield Remark.on(
                rule,
                order,
                found.reason,
                why=_WHY,
                remedy="låt förvaltningschefen ge uppdraget direkt till den som ska besluta",
            )
