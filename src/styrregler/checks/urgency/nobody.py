"""SR212: nobody may decide when a case cannot wait for the board."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.urgency.rows import conditions_of, urgent_rows
from styrregler.diagnostics import Severity
from styrregler.logic import atoms
from styrregler.model import BodyRef, Order, RuleKind
from styrregler.query.otherwise import URGENCY
from styrregler.query.people import title_of

WHOLE = 10
"""An order with so many rows is a whole one, and not an example of how one is written."""


@check("SR212", "ingen får besluta när nämnden inte kan väntas in", Severity.WARNING)
def nobody(review: Review) -> Iterator[Remark]:
    """Nämnden har inte utsett någon som får besluta i ärenden som är så brådskande att nämnden inte kan väntas in.

    Nämnden får, men måste inte, ge ordföranden eller en annan ledamot den rätten. Utan den måste nämnden kallas samman,
    hur bråttom det än är. Ofta har raden bara glömts.

    Skriv `brådskande` på ordningen, med ordföranden först. En nämnd som saknar det när en annan nämnd i regelverket har det får en
    varning. Har ingen nämnd det är det en upplysning, en gång, och bara när någon ordning är längre än några punkter.
    """
    regulated = {row.rule.body for row in urgent_rows(review)}
    lacking: dict[str, Order] = {}
    for order in review.delegations:
        if order.urgent_place or _speaks_of_urgency(order):
            regulated.add(order.body)
    for order in review.delegations:
        if order.body not in regulated:
            lacking.setdefault(order.body, order)
    whole = [order for order in lacking.values() if _length(order) >= WHOLE]
    for order in list(lacking.values()) if regulated else whole[:1]:
        board = title_of(BodyRef(order.body), review.rules)
        body = review.rules.corpus.bodies.get(order.body)
        remark = Remark(
            f"ingen får besluta i ärenden där {board} inte kan väntas in",
            order.place,
            why="nämnden får låta ordföranden eller en annan ledamot besluta då, men ordningen säger inget om det",
            remedy=f"lägg till «brådskande {(body.chair if body else '') or 'ordförande'}» på ordningen, om det är meningen",
            heading=order.title,
        )
        yield remark if regulated else remark.at_most(Severity.INFO)


def _speaks_of_urgency(order: Order) -> bool:
    return any(
        atom.fact == URGENCY for rule in order.rules for when in conditions_of(rule) for atom in atoms(when)
    )


def _length(order: Order) -> int:
    return sum(rule.kind is not RuleKind.GENERAL for rule in order.rules)
