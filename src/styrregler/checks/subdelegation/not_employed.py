"""SR223: a sub-delegation to somebody who is not employed by the municipality."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Alternative, OrderKind, Override, Party, Substitutes
from styrregler.query.bars import SUBDELEGATION, recipients


@check("SR223", "vidaredelegation till någon som inte är anställd", Severity.ERROR)
def not_employed(review: Review) -> Iterator[Remark]:
    """Uppdraget får lämnas vidare bara till en anställd i kommunen.

    En förtroendevald, ett utskott, en inhyrd konsult eller ett bolag kan inte få det av förvaltningschefen. Vill nämnden
    att en ledamot eller ett utskott beslutar får den själv delegera till dem.
    """
    for order, rule in review.rows(OrderKind.SUBDELEGATION):
        permitted = recipients(review.rules, review.day(order), SUBDELEGATION)
        if permitted is None:
            continue
        seen: set[Party] = set()
        lines: tuple[Alternative | Override | Substitutes, ...]
        lines = (*rule.alternatives, *rule.overrides, *rule.substitutes)
        for line in lines:
            for party in line.parties:
                if party in seen or permitted.includes(party, review.rules, rule.body):
                    continue
                seen.add(party)
                yield Remark.on(
                    rule,
                    order,
                    permitted.refusal(party, review.rules),
                    line.place,
                    why="en förvaltningschef får lämna uppdraget vidare bara till en anställd i kommunen",
                    remedy="nämn en befattning i kommunen, eller låt nämnden delegera direkt i sin ordning",
                )
