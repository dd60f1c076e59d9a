"""SR415: a substitute for a committee or a board, which nobody can stand in for."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review, stands_in
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, OrderKind
from styrregler.query.people import title_of


@check("SR415", "ersättare för ett utskott", Severity.WARNING)
def substitute_for_body(review: Review) -> Iterator[Remark]:
    """Punkten ger beslutet till ett utskott eller ett annat organ, och anger en ersättare för det.

    Ett utskott beslutar med de ledamöter som är närvarande, och dess egna ersättare tjänstgör där. Ingen enskild kan träda
    i utskottets ställe. Raden har ingen verkan.

    Ska någon besluta när utskottet inte kan väntas in är det ett brådskande ärende: `brådskande` på ordningen. Ska någon
    annan få besluta vid sidan av utskottet, skriv en egen punkt eller ett eget steg.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        parties = [party for step in rule.alternatives for party in step.parties]
        if not parties or not all(isinstance(party, BodyRef) for party in parties):
            continue
        line = next((each for each in rule.substitutes if stands_in(rule, each.place)), None)
        if line is not None:
            yield Remark.on(
                rule,
                order,
                f"ingen kan träda in för {title_of(parties[0], review.rules)}",
                line.place,
                why="ett organ beslutar med de ledamöter som är närvarande; det är inte borta och inte jävigt",
                remedy="ta bort «ersättare», eller skriv «brådskande …» på ordningen om det gäller det som inte kan vänta",
            )
