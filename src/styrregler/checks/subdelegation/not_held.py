"""SR224: a sub-delegation of what the giver has not been given."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.passing_on import Fault


@check("SR224", "givaren har inte själv beslutanderätten", Severity.ERROR)
def not_held(review: Review) -> Iterator[Remark]:
    """Den som lämnar vidare en punkt är inte själv delegat i nämndens punkt, och har då ingenting att lämna vidare.

    Att nämnden medger vidaredelegation räcker inte. Förvaltningschefen måste ha fått uppdraget: vid namn, som en av
    förvaltningscheferna, eller som överordnad där ordningen säger `överordnad får alltid besluta`.

    Lägg till förvaltningschefen bland delegaterna i nämndens punkt, eller låt nämnden delegera direkt till den som ska besluta.
    """
    for order, rule, found in review.hindrances:
        if found.fault is Fault.NOT_HELD:
            yield Remark.on(
                rule,
                order,
                found.reason,
                why="den som inte har fått beslutanderätten kan inte låta någon annan besluta",
                remedy=f"lägg till «{order.by}» efter «delegat» i nämndens punkt, eller ta bort vidaredelegationen",
            )
