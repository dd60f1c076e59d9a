"""SR708: two orders of one kind that hold at once for one board."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, RuleKind
from styrregler.values import Period


@check("SR708", "två ordningar gäller samtidigt", Severity.WARNING)
def two_in_force(review: Review) -> Iterator[Remark]:
    """Två ordningar av samma slag gäller samtidigt för samma nämnd, och ingen av dem ersätter den andra.

    Oftast har den nya antagits utan att någon har sagt att den gamla upphör. Säger de olika i ett ärende som finns i
    båda motsäger de varandra, och då ger reglerna inget svar. Skriv `ersätter` i den nya, eller en sista dag i den gamla.

    Har ordningarna inga ärenden gemensamma är det en upplysning: många nämnder har en egen ordning för till exempel
    personalärenden. Ordningar som delar ärendena mellan sig med `gäller ärenden inledda`, eller kommunerna i en gemensam
    nämnd med `för kommun`, godtas.
    """
    together: dict[tuple[object, ...], list[Order]] = defaultdict(list)
    for order in review.orders:
        if not order.draft and order.body and order.opened is None:
            together[order.kind, order.body, order.by].append(order)
    for group in together.values():
        holding = {order.name: _holding(order, group) for order in group}
        matters = {order.name: _matters(order) for order in group}
        for one, other in combinations(sorted(group, key=_age), 2):
            if _replaces(one, other) or _replaces(other, one):
                continue
            if not holding[one.name].overlaps(holding[other.name]):
                continue
            shared = matters[one.name].keys() & matters[other.name].keys()
            disputed = [
                number
                for matter, (number, where) in matters[other.name].items()
                if matter in shared and _meet(where, matters[one.name][matter][1])
            ]
            if shared and not disputed:
                continue
            remark = Remark(
                f"gäller samtidigt som «{one.title}»",
                other.place,
                why=f"{_counted(len(disputed))} i båda (här punkt {', '.join(disputed[:5])}{' …' if len(disputed) > 5 else ''}), "
                "och säger de olika motsäger reglerna varandra"
                if disputed
                else "den som söker i den ena ordningen ser inte vad som står i den andra",
                remedy=f'skriv «ersätter "{one.title}"» här, eller en sista dag i den andra ordningen'
                if disputed
                else "slå ihop dem, eller låt det vara om de ska gälla bredvid varandra",
                heading=other.title,
                related=((one.place, "den andra ordningen"),),
            )
            yield remark if disputed else remark.at_most(Severity.INFO)


def _age(order: Order) -> tuple[date, str, int]:
    return (order.period.start or date.min, order.place.path, order.place.start)


def _replaces(order: Order, other: Order) -> bool:
    return bool(order.replaces) and order.replaces.casefold() in (other.title.casefold(), other.name)


def _holding(order: Order, group: list[Order]) -> Period:
    """The order's own period, cut where another takes its place."""
    ends = [
        each.period.start - timedelta(days=1)
        for each in group
        if _replaces(each, order) and each.period.start
    ]
    own = order.period.end
    return Period(order.period.start, min([*ends, *([own] if own else [])], default=None))


def _matters(order: Order) -> Mapping[str, tuple[str, frozenset[str]]]:
    """Each matter of the order, the point that it is in, and the municipalities that the point is for (none: all)."""
    return {
        matter: (rule.number, rule.municipalities)
        for rule in order.rules
        if rule.kind is not RuleKind.GENERAL
        for matter in rule.matters
    }


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)


def _counted(count: int) -> str:
    return "ett ärende finns" if count == 1 else f"{count} ärenden finns"
