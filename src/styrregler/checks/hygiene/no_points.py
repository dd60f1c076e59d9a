"""SR710: a heading, or a whole order, with nothing under it."""

from collections.abc import Iterator
from itertools import pairwise

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, RuleKind, Section


@check("SR710", "avsnittet eller ordningen saknar punkter", Severity.WARNING)
def no_points(review: Review) -> Iterator[Remark]:
    """Ett avsnitt utan punkter är oftast rester efter något som flyttats, eller något som aldrig blev skrivet.

    En ordning helt utan punkter delegerar ingenting. Ett avsnitt som bara är rubrik för underavsnitt (4, sedan 4.1)
    godtas, liksom ett som bara har bestämmelser. I ett förslag är det en upplysning: där skrivs det kanske än.
    """
    for order in review.orders:
        if not review.well_read(order):
            continue
        worst = Severity.INFO if order.draft else Severity.WARNING
        points = [rule for rule in order.rules if rule.kind is not RuleKind.GENERAL]
        if not points and not order.urgent:
            yield Remark(
                "ordningen har inga punkter",
                order.place,
                why="den som läser tror att något är delegerat, men ingen punkt säger vad",
                remedy="lägg till punkterna i samma fil, under ordningen, eller ta bort ordningen",
                heading=order.title,
            ).at_most(worst)
        if points:
            for section in _empty(order):
                yield Remark(
                    f"avsnitt {section.number} har inga punkter",
                    section.place,
                    why="en rubrik utan punkter delegerar inget, och ser ut som om något har fallit bort",
                    remedy="lägg till punkterna, eller ta bort avsnittet",
                    heading=f"{order.title} › {section.label}",
                ).at_most(worst)


def _empty(order: Order) -> Iterator[Section]:
    for section, following in pairwise((*order.sections, None)):
        assert section is not None
        parent = (
            following is not None and section.number and following.number.startswith(f"{section.number}.")
        )
        if not section.numbers and not parent:
            yield section
