"""SR234: rows in an area that the council has not given the board."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.mandate.charters import AREA, charters
from styrregler.checks.review import Review, numbers_of
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, CharterClause, Order, Rule
from styrregler.query.people import title_of
from styrregler.values import nearest


@check("SR234", "punkten ligger utanför nämndens område", Severity.WARNING, situation=AREA)
def outside_area(review: Review) -> Iterator[Remark]:
    """Området som punkten ligger i (`ärende`) finns inte i nämndens reglemente (`ansvarar för`).

    Fullmäktige bestämmer vad varje nämnd har hand om. Det som en nämnd inte har fått kan den varken besluta om eller
    delegera, och ett sådant beslut kan upphävas därför att fel organ har fattat det.

    Är det bara namnet som skiljer: skriv samma ord på båda ställena. Är området en annan nämnds: flytta punkterna dit.
    Saknas det i reglementet: bara fullmäktige kan ge nämnden det.

    Bara punkter med ett angivet område kontrolleras, och bara mot ett reglemente som säger vad nämnden ansvarar för.
    Varje område sägs en gång.
    """
    givers: dict[str, str] = {}
    for charter in charters(review):
        for clause in charter.charter if review.on in charter.period else ():
            for area in clause.areas:
                givers.setdefault(area, charter.body)
    for order in review.delegations:
        given = _given(order, review)
        outside: dict[str, list[Rule]] = {}
        for rule in review.rows_of(order) if given else ():
            if rule.area and rule.alternatives and not _inside(rule, given):
                outside.setdefault(rule.area, []).append(rule)
        for area, rules in outside.items():
            yield Remark.on(
                rules[0],
                order,
                f"området «{area}» står inte i reglementet för {title_of(BodyRef(order.body), review.rules)} "
                f"(punkt {numbers_of(rules)})",
                why=review.cited("fullmäktige bestämmer vad varje nämnd har hand om", AREA),
                remedy=_remedy(area, given, givers, review),
            )


def _given(order: Order, review: Review) -> frozenset[str]:
    charter = review.rules.charter(order.body, review.day(order))
    clauses: tuple[CharterClause, ...] = charter.charter if charter else ()
    return frozenset(area for clause in clauses for area in clause.areas)


def _inside(rule: Rule, given: frozenset[str]) -> bool:
    return any(not given.isdisjoint(_above(name)) for name in (rule.area, *rule.matters))


def _above(name: str) -> Iterator[str]:
    """An area and those that it lies under: «a.b.c», «a.b», «a»."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def _remedy(area: str, given: frozenset[str], givers: dict[str, str], review: Review) -> str:
    if area in givers:
        return f"området är gett till {title_of(BodyRef(givers[area]), review.rules)}: flytta punkterna dit"
    meant = nearest(area, sorted(given))
    if meant:
        return f"menade du «ärende {meant}»?"
    return f"lägg till «ansvarar för {area}» i reglementet när fullmäktige har gett nämnden det"
