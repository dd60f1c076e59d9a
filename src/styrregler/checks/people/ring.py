"""SR411: delegates who stand in for each other, so that nobody is left."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Alternative, OrderKind, RoleRef, Rule
from styrregler.query.people import title_of


@check("SR411", "ersättarna träder in för varandra", Severity.WARNING)
def ring(review: Review) -> Iterator[Remark]:
    """Delegaterna står som ersättare för varandra, och ingen annan träder in.

    I «delegat a eller b» får båda redan besluta, var för sig. Att a dessutom ersätter b och b ersätter a tillför ingen:
    är båda jäviga eller borta finns ingen kvar.

    Ta bort raderna, eller lägg till en ersättare utanför ringen: `ersättare för a b, därefter c`.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        for step in rule.alternatives:
            members = _ring(step, rule)
            if members:
                first = next(line for line in rule.substitutes if line.only_for in members)
                titles = _listed([title_of(RoleRef(name), review.rules) for name in sorted(members)])
                yield Remark.on(
                    rule,
                    order,
                    f"{titles} är ersättare bara för varandra",
                    first.place,
                    why="de är redan delegater, och är alla jäviga eller borta finns ingen kvar",
                    remedy=f"lägg till en annan: «ersättare för {first.only_for} …, därefter …», eller ta bort raderna",
                )


def _ring(step: Alternative, rule: Rule) -> frozenset[str]:
    """The delegates of a step, when each is given substitutes by name and all those are delegates of the step too."""
    delegates = frozenset(party.name for party in step.parties if isinstance(party, RoleRef))
    if len(delegates) < 2 or len(delegates) < len(step.parties):
        return frozenset()
    if any(not line.only_for for line in rule.substitutes):
        return frozenset()
    named = {
        name: frozenset(
            party
            for line in rule.substitutes
            if line.only_for == name
            for party in line.parties
            if party != RoleRef(name)
        )
        for name in delegates
    }
    inside = frozenset(RoleRef(name) for name in delegates)
    return delegates if all(parties and parties <= inside for parties in named.values()) else frozenset()


def _listed(titles: list[str]) -> str:
    return f"{', '.join(titles[:-1])} och {titles[-1]}"
