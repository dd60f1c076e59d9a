"""Between orders: rows that say as another row says, and sub-delegations that take their rows from the board's.

Runs when every order has been read; what refers to nothing is reported at the row that refers.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from styrregler.model import Order, OrderKind, Rule
from styrregler.resolve.filling import Reference
from styrregler.resolve.scope import Reporter
from styrregler.values import nearest


def link(
    orders: Iterable[Order], references: Mapping[tuple[str, str], Reference], reporter: Reporter
) -> list[Order]:
    """Second pass: rows that refer to rows of other orders, and sub-delegations to the rows they come from."""
    followed = _follow_references(list(orders), references)
    return [
        _link_subdelegation(order, followed, reporter) if order.kind is OrderKind.SUBDELEGATION else order
        for order in followed
    ]


def _follow_references(orders: list[Order], references: Mapping[tuple[str, str], Reference]) -> list[Order]:
    """``delegat enligt "ORDNING" punkt NR``: who decides is taken from the row named."""
    rules = {(order.name, rule.number): rule for order in orders for rule in order.rules}
    in_rings: set[tuple[str, str]] = set()
    delegations = [order for order in orders if order.kind is OrderKind.DELEGATION]

    def target(key: tuple[str, str], seen: tuple[tuple[str, str], ...]) -> Rule | None:
        reference = references.get(key)
        if reference is None:
            return rules.get(key)
        scope, place = reference.scope, reference.place
        if key in seen:
            ring = seen[seen.index(key) :]
            if in_rings.isdisjoint(ring):
                scope.error(
                    "SR304",
                    place,
                    f"punkterna hänvisar i ring: {' → '.join(number for _, number in (*ring, key))}",
                    "låt en av dem säga vem som beslutar, till exempel «delegat enhetschef»",
                )
            in_rings.update(ring)
            return None
        named = [
            order
            for order in delegations
            if order.body == reference.order or order.title.casefold() == reference.order.casefold()
        ]
        if not named:
            meant = nearest(reference.order, [order.title for order in delegations])
            scope.error(
                "SR801",
                place,
                f"ordningen «{reference.order}» finns inte",
                f"menade du «{meant}»?" if meant else "skriv ordningens titel eller nämndens namn",
            )
            return None
        for order in named:
            if (order.name, reference.number) in rules:
                return target((order.name, reference.number), (*seen, key))
        meant = nearest(reference.number, [rule.number for rule in named[0].rules])
        scope.error(
            "SR801",
            place,
            f"punkt {reference.number} finns inte i {named[0].title}",
            f"menade du {meant}?" if meant else _numbers(rule.number for rule in named[0].rules),
        )
        return None

    def followed(rule: Rule, order: Order) -> Rule:
        if (order.name, rule.number) not in references:
            return rule
        found = target((order.name, rule.number), ())
        if found is None:
            return evolve(rule, readable=False, faults=(*rule.faults, rule.place))
        return evolve(
            rule,
            alternatives=found.alternatives,
            elsewhere=found.elsewhere,
            execution=found.execution,
            own_right=found.own_right,
            unknown=found.unknown,
            readable=rule.readable and found.readable,
        )

    return [evolve(order, rules=tuple(followed(rule, order) for rule in order.rules)) for order in orders]


def _link_subdelegation(order: Order, orders: list[Order], reporter: Reporter) -> Order:
    """Give each sub-delegated row the title and the matters of the row it comes from."""
    parents = [
        parent for parent in orders if parent.kind is OrderKind.DELEGATION and parent.body == order.body
    ]
    if order.body and not parents:
        return _without_parent(order, reporter)
    by_number: dict[str, list[Rule]] = {}
    for rule in (rule for parent in parents for rule in parent.rules):
        by_number.setdefault(rule.number, []).append(rule)
    linked = []
    for rule in order.rules:
        above = by_number.get(rule.number, [])
        if not above:
            if order.body:
                meant = nearest(rule.number, by_number)
                reporter.error(
                    "SR801",
                    rule.place,
                    f"punkt {rule.number} finns inte i nämndens delegationsordning",
                    f"menade du {meant}?" if meant else _numbers(by_number),
                    why="en vidaredelegation lämnar vidare en punkt ur nämndens ordning, med samma nummer",
                    heading=order.title,
                )
            linked.append(evolve(rule, readable=False, faults=(*rule.faults, rule.place)))
            continue
        matters = tuple(dict.fromkeys(matter for each in above for matter in each.matters))
        linked.append(
            evolve(
                rule,
                title=rule.title or above[0].title,
                matter=above[0].matter,
                matters=matters,
                area=above[0].area,
            )
        )
    return evolve(order, rules=tuple(linked))


def _without_parent(order: Order, reporter: Reporter) -> Order:
    """A sub-delegation from a board that has delegated nothing; one finding, however many rows it has."""
    reporter.error(
        "SR801",
        order.place,
        f"{order.body} har ingen delegationsordning att lämna vidare ur",
        f'lägg till nämndens «delegationsordning {order.body} "…"» i en egen fil, eller rätta «ur»',
        why="den som ingen rätt har fått kan inte lämna någon vidare",
        heading=order.title,
    )
    broken = (evolve(rule, readable=False, faults=(*rule.faults, rule.place)) for rule in order.rules)
    return evolve(order, rules=tuple(broken))


def _numbers(numbers: Iterable[str]) -> str:
    """Advice with some of the numbers that there are."""
    known = [number for number in numbers if number]
    return (
        f"rätta numret; där finns {', '.join(known[:5])}"
        if known
        else "rätta numret; ordningen har inga punkter"
    )
