"""SR223: a sub-delegation to somebody who is not employed by the municipality."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.recipients import recipients_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, OrderKind
from styrregler.query.bars import SUBDELEGATION, recipients
from styrregler.query.people import title_of


@check("SR223", "vidaredelegation till någon som inte är anställd", Severity.ERROR)
def not_employed(review: Review) -> Iterator[Remark]:
    """Uppdraget får lämnas vidare bara till en anställd i kommunen.

    En förtroendevald, ett utskott, en inhyrd konsult eller ett bolag kan inte få det av förvaltningschefen. Vill nämnden
    att en ledamot eller ett utskott beslutar får den själv delegera till dem.

    Ett steg till nämnden (`nämnden annars`) är en varning: det har ingen verkan. Det som inte lämnas vidare beslutar den
    som har det enligt nämndens egen punkt.
    """
    for order, rule in review.rows(OrderKind.SUBDELEGATION):
        permitted = recipients(review.rules, review.day(order), SUBDELEGATION)
        if permitted is None:
            continue
        for party, place in recipients_of(rule):
            if permitted.includes(party, review.rules, rule.body):
                continue
            if party == BodyRef(rule.body):
                yield Remark.on(
                    rule,
                    order,
                    f"ett steg till {title_of(party, review.rules)} har ingen verkan i en vidaredelegation",
                    place,
                    why="det som inte lämnas vidare ligger kvar enligt nämndens egen punkt, och det ändrar givaren inte",
                    remedy="ta bort steget",
                    severity=Severity.WARNING,
                )
                continue
            yield Remark.on(
                rule,
                order,
                permitted.refusal(party, review.rules),
                place,
                why="en förvaltningschef får lämna uppdraget vidare bara till en anställd i kommunen",
                remedy="nämn en befattning i kommunen, eller låt nämnden delegera direkt i sin ordning",
            )
