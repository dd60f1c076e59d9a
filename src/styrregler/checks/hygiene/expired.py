"""SR707: an order that has ended without another that follows."""

from collections.abc import Iterator
from datetime import date

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, Order, OrderKind, RoleRef
from styrregler.query.people import title_of

Line = tuple[OrderKind, str, str]


@check("SR707", "ordningen har slutat gälla och ingen följer", Severity.WARNING)
def expired(review: Review) -> Iterator[Remark]:
    """När en ordning har slutat gälla utan att någon annan tar vid är ingenting längre delegerat.

    Varje beslut som någon annan än nämnden då fattar saknar stöd, hur länge vanan än sitter i. Det upptäcks ofta först
    när ett beslut överklagas. Anta en ny ordning, eller förläng den gamla innan dagen kommer.

    En vidaredelegation som har slutat är en upplysning: då är det chefen själv som beslutar.
    """
    for order in lapsed(review).values():
        passed_on = order.kind is OrderKind.SUBDELEGATION
        who = title_of(RoleRef(order.by) if passed_on else BodyRef(order.body), review.rules)
        draft = _draft_of(order, review)
        remark = Remark(
            f"ordningen gällde till {order.period.end}, och ingen annan har tagit vid",
            order.place,
            why=f"inget är då lämnat vidare, och {who} beslutar i allt"
            if passed_on
            else f"inget är då delegerat, och {who} beslutar i allt",
            remedy=f"låt nämnden anta «{draft.title}», och ta bort «läge förslag»"
            if draft
            else "lägg till den ordning som gäller nu i en egen fil, eller skriv en senare dag om ordningen är förlängd",
            heading=order.title,
        )
        yield remark.at_most(Severity.INFO) if passed_on else remark


def lapsed(review: Review) -> dict[Line, Order]:
    """The last order of each kind, body and giver where that has ended and none follows."""
    latest: dict[Line, Order] = {}
    for order in review.rules.corpus.orders:
        if order.kind is OrderKind.CHARTER or order.draft or not order.body:
            continue
        line = line_of(order)
        if line not in latest or _end(order) > _end(latest[line]):
            latest[line] = order
    return {
        line: order for line, order in latest.items() if _end(order) < review.on and review.well_read(order)
    }


def line_of(order: Order) -> Line:
    """What the orders that follow each other have in common."""
    return (order.kind, order.body, order.by)


def _end(order: Order) -> date:
    return order.period.end or date.max


def _draft_of(order: Order, review: Review) -> Order | None:
    """A proposal that would follow."""
    return next(
        (other for other in review.orders if other.draft and line_of(other) == line_of(order)),
        None,
    )
