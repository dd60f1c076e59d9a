"""SR229: a delegation that seems to leave nothing to decide."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.execution.wordings import CHOICE, ROUTINE
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import OrderKind, Rule


@check("SR229", "delegationen lämnar inget att bedöma", Severity.INFO)
def no_room(review: Review) -> Iterator[Remark]:
    """Titeln talar om något som någon annan redan har bestämt: en taxa, en turordning, ett ramavtal, ett beslut.

    Finns det inget eget val är det verkställighet, och den behöver varken delegeras, anmälas eller kunna överklagas.
    En ordning full av sådana rader är svår att hitta i, och nämnden får långa listor att lägga till handlingarna.

    Skriv `verkställs av`. Har delegaten ändå något att bedöma, säg i en anmärkning vad det är. Har nämnden själv dragit
    gränsen, så att det mindre verkställs och det större beslutas, sägs ingenting.
    """
    executed = {
        (rule.body, matter)
        for _, rule in review.rows(OrderKind.DELEGATION)
        if rule.execution
        for matter in rule.matters
    }
    for order, rule in review.rows(OrderKind.DELEGATION):
        found = ROUTINE.search(rule.title)
        if not found or not rule.alternatives or rule.execution or _speaks_of_choice(rule):
            continue
        if not any((rule.body, matter) in executed for matter in rule.matters):
            yield Remark.on(
                rule,
                order,
                f"delegationen ser inte ut att lämna något att bedöma («{found[0].lower()}»)",
                why="det som följer av en taxa, en turordning, ett ramavtal eller ett beslut är oftast verkställighet",
                remedy="skriv «verkställs av …» i stället för «delegat …», eller säg i «anmärkning» vad delegaten bedömer",
            )


def _speaks_of_choice(rule: Rule) -> bool:
    said = (rule.title, *rule.conditions, *rule.remarks, *rule.includes)
    return any(CHOICE.search(text) for text in said)
