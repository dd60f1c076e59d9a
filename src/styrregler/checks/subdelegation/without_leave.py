"""SR205: a sub-delegation that the board has not allowed."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import OrderKind
from styrregler.query import Question
from styrregler.query.candidates import candidates_for
from styrregler.query.question import UnreadableRules, known_of


@check("SR205", "vidaredelegation utan medgivande", Severity.ERROR)
def without_leave(review: Review) -> Iterator[Remark]:
    """En förvaltningschef får lämna uppdraget vidare bara där nämnden har medgett det, och bara det egna uppdraget.

    Medgivandet gäller punkt för punkt. Tystnad betyder nej. Den vidaredelegerade raden ger annars ingen rätt att besluta.

    Nämnden medger det med `vidaredelegeras av förvaltningschef` i sin punkt, i avsnittet eller i ordningen.
    """
    for order, rule in review.rows(OrderKind.SUBDELEGATION):
        question = Question(rule.matter, review.day(order), body=rule.body)
        known = known_of(question, review.rules)
        try:
            excluded = candidates_for(question, rule.body, review.rules, known).excluded
        except UnreadableRules:
            continue
        for reason in dict.fromkeys(
            each.reason for each in excluded if each.stage == "competence" and each.place == rule.place
        ):
            yield Remark.on(
                rule,
                order,
                reason,
                why="raden ger ingen rätt att besluta, hur den än är skriven",
                remedy="lägg till «vidaredelegeras av …» i nämndens punkt, eller ta bort vidaredelegationen",
            )
