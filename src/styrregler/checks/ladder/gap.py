"""SR302: no step of a ladder holds in some cases, and the row does not say that the board then decides."""

from collections import Counter
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, OrderKind
from styrregler.query.ladder import ladder
from styrregler.query.people import title_of


@check("SR302", "ingen beslutar i vissa fall", Severity.WARNING)
def gap(review: Review) -> Iterator[Remark]:
    """När inget steg i trappan stämmer beslutar nämnden, eftersom ärendet då inte är delegerat.

    Säg det med
    `nämnden annars` om det är meningen, eller ändra gränserna. En trappa med ett enda tak är bara en upplysning: där
    är det oftast meningen.
    """
    rows = Counter((rule.body, rule.matter) for _, rule in review.rows(OrderKind.DELEGATION))
    for order, rule in review.rows(OrderKind.DELEGATION):
        conditional = [each for each in rule.alternatives if each.when is not None]
        # Another row about the matter, or another clause of this one, may answer for the rest.
        if not conditional or rule.elsewhere or rule.execution or rows[rule.body, rule.matter] > 1:
            continue
        left = [rung for rung in ladder(review.rules, rule, review.day(order)) if not rung.parties]
        if left:
            remark = Remark.on(
                rule,
                order,
                f"ingen delegat beslutar när {left[0].when}",
                conditional[-1].place,
                why=f"då är ärendet inte delegerat, och {title_of(BodyRef(order.body), review.rules)} beslutar",
                remedy="säg det med en rad «nämnden annars», eller ändra gränserna",
            )
            yield remark if len(conditional) > 1 else remark.at_most(Severity.INFO)
