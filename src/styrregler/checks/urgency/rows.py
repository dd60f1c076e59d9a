"""The rows about urgent decisions: marked so, or named so.

In: a review.  Out: such rows, and the kinds of matter they are marked with or seem to be of.  Refuses to find fault.
"""

from collections.abc import Iterator

from attrs import frozen

from styrregler.checks.review import Review
from styrregler.checks.wording import Wordings
from styrregler.logic import Expr
from styrregler.model import Order, Rule
from styrregler.query.bars import about_urgency


@frozen
class UrgentRow:
    """A row about urgent decisions; only ``seems`` so where it is named but not marked so."""

    order: Order
    rule: Rule
    kinds: frozenset[str]
    seems: bool


def urgent_rows(review: Review) -> Iterator[UrgentRow]:
    kinds = {name: kind for name, kind in review.rules.corpus.kinds.items() if about_urgency({name})}
    wordings = Wordings({name: kind.wordings for name, kind in kinds.items()})
    for order, rule in review.rows():
        marked = rule.tags & kinds.keys()
        if marked:
            yield UrgentRow(order, rule, marked, seems=False)
        elif named := wordings.found_in([rule.title]):
            yield UrgentRow(order, rule, frozenset(named), seems=True)


def conditions_of(rule: Rule) -> Iterator[Expr]:
    """The conditions on which somebody decides by the row."""
    yield from (each.when for each in rule.alternatives if each.when is not None)
    yield from (each.when for each in rule.overrides if each.when is not None)
