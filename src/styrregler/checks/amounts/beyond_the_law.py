"""SR713: a limit in a row's condition that goes beyond the law's own."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import Compare, Expr, Known, atoms, describe, truth
from styrregler.model import BodyRef, StatutoryLimit
from styrregler.values import Quantity


@check("SR713", "gränsen går utöver lagens", Severity.WARNING)
def beyond_the_law(review: Review) -> Iterator[Remark]:
    """Ett villkor i punkten låter delegaten besluta över en gräns som lagen sätter för den här sortens ärende.

    Lagens gränser står i `policies/lag` (`lagtak`), och gäller punkter som är märkta med samma slag av ärende (`rör`). En
    lägre gräns än lagens är helt normal: det är nämndens egen. En punkt för direktupphandling som går över gränsen är
    ofta en gräns som har ändrats i lagen sedan ordningen skrevs, eller en punkt som egentligen gäller andra köp.

    Sänk gränsen, eller ta bort märkningen om punkten gäller annat. Lagen kan ha undantag som inte syns här; därför är det en varning.
    """
    limits: dict[str, list[StatutoryLimit]] = {}
    for limit in review.rules.corpus.limits:
        for tag in limit.tags:
            limits.setdefault(tag, []).append(limit)
    for order, rule in review.rows():
        day = review.day(order)
        bounds = {
            limit.name: limit for tag in rule.tags for limit in limits.get(tag, ()) if day in limit.period
        }
        known = Known(amount=partial(review.rules.amount, year=day.year))
        for bound in bounds.values():
            for each in rule.alternatives:
                if each.when is None or all(party == BodyRef(rule.body) for party in each.parties):
                    continue
                beyond = _beyond(each.when, bound.limit, known)
                if beyond is None:
                    continue
                law = ", ".join(map(str, bound.law))
                yield Remark.on(
                    rule,
                    order,
                    f"{describe(beyond)} går utöver lagens gräns, {describe(bound.limit)}",
                    each.place,
                    why=f"{bound.title} ({law})"
                    + ("" if bound.verified else "; inte kontrollerat mot lagtexten"),
                    remedy=f"skriv «när {describe(bound.limit)}», eller en lägre gräns; ta annars bort märkningen (rör)",
                )
                break


def _beyond(when: Expr, limit: Expr, known: Known) -> Compare | None:
    """A comparison in ``when`` at whose own bound the step may hold and the law's limit does not."""
    facts = {atom.fact for atom in atoms(limit) if isinstance(atom, Compare)}
    for atom in atoms(when):
        if isinstance(atom, Compare) and atom.fact in facts:
            for value in _at(atom):
                there = known.given(atom.fact, value)
                if truth(when, there) is not False and truth(limit, there) is False:
                    return atom
    return None


def _at(compare: Compare) -> Iterator[Quantity]:
    """The values just at the bound, of which one is on the side where the comparison holds."""
    bound, step = compare.constant, Decimal("0.01")
    for number in (bound.number, bound.number - step, bound.number + step):
        yield Quantity(number, bound.unit)
