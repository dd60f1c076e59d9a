"""SR718: a period that lies wholly outside that of the order."""

from collections.abc import Iterator

from attrs import frozen

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, RuleKind
from styrregler.text import Place
from styrregler.values import Period


@frozen
class _Part:
    """Something in an order that has a period of its own."""

    what: str
    period: Period
    place: Place
    label: str


@check("SR718", "perioden ligger utanför ordningens", Severity.WARNING)
def outside_period(review: Review) -> Iterator[Remark]:
    """En punkt, ett avsnitt eller ett förordnande gäller bara under en tid då ordningen inte gäller.

    Då gäller det aldrig. Oftast är årtalet fel, eller så har raden följt med från en äldre ordning.
    """
    for order in filter(review.well_read, review.orders):
        for part in _parts(order):
            if not part.period.overlaps(order.period):
                yield Remark(
                    f"{part.what} gäller {part.period}, men ordningen {order.period}",
                    part.place,
                    why=f"{part.what} gäller då aldrig",
                    remedy="rätta «gäller», eller ta bort det som inte längre behövs",
                    heading=f"{order.title} › {part.label}",
                )


def _parts(order: Order) -> Iterator[_Part]:
    """Each with a period of its own; what a row has from its section is the section's."""
    inherited = {number: section.period for section in order.sections for number in section.numbers}
    for section in order.sections:
        yield _Part("avsnittet", section.period, section.place, section.label)
    for rule in order.rules:
        if rule.kind is not RuleKind.GENERAL and rule.period != inherited.get(rule.number):
            yield _Part("punkten", rule.period, rule.place, rule.label)
    for appointment in order.appointments:
        yield _Part(
            "förordnandet", appointment.period, appointment.place, appointment.title or appointment.name
        )
