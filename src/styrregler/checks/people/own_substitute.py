"""SR410: a substitute who is the delegate."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review, stands_in
from styrregler.diagnostics import Severity
from styrregler.model import OrderKind, RoleRef, Rule, Substitutes
from styrregler.query.people import title_of


@check("SR410", "ersättaren är delegaten själv", Severity.WARNING)
def own_substitute(review: Review) -> Iterator[Remark]:
    """Den som står som ersättare är redan delegat i punkten, så ingen ny träder in.

    När delegaten är jävig eller borta är ersättaren det också. Raden har ingen verkan, och den som läser den tror att det
    finns någon.

    Skriv en annan ersättare. I en trappa får den som beslutar i ett högre steg gärna vara ersättare för ett lägre: det
    är inget fel. En ersättare som punkten ärver från avsnittet är bara en upplysning, och bara när ingen annan finns.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        for line in rule.substitutes:
            own = _already(line, rule)
            if not own:
                continue
            inherited = not stands_in(rule, line.place)
            if inherited and len(own) < len(line.parties):
                continue
            yield Remark.on(
                rule,
                order,
                f"{title_of(own[0], review.rules)} är både delegat och ersättare",
                rule.place if inherited else line.place,
                why="är delegaten jävig eller borta är ersättaren det också",
                remedy="skriv en egen «ersättare …» på punkten, en annan än delegaten"
                if inherited
                else "välj en annan ersättare, eller ta bort raden",
                severity=Severity.INFO if inherited else None,
            )


def _already(line: Substitutes, rule: Rule) -> list[RoleRef]:
    """Those of the line who decide wherever the line would bring them in."""
    steps = [
        frozenset(party for party in step.parties if isinstance(party, RoleRef)) for step in rule.alternatives
    ]
    served = [step for step in steps if step and (not line.only_for or RoleRef(line.only_for) in step)]
    return [
        party
        for party in line.parties
        if isinstance(party, RoleRef)
        and served
        and all(party in step for step in served)
        # A ring among several delegates who stand in for each other is SR411.
        and (not line.only_for or line.only_for == party.name)
    ]
