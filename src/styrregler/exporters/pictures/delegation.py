"""Delegation: to whom a board has given decisions, and who has passed them on.

In: a rule set, a day, and at most the name of a board.  Out: a :class:`Picture`: for one board with every point under whoever
decides it, for all of them with how many.  Refuses to show exceptions and conditions in words: they stand in the order.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import define, field

from styrregler.exporters.pictures.graph import BULLET, Arrow, Box, Outline, Picture
from styrregler.logic import describe
from styrregler.model import BodyRef, Order, OrderKind, Party, RoleRef, Rule, RuleKind
from styrregler.query.ladder import ladder
from styrregler.query.people import name_of, title_of
from styrregler.ruleset import RuleSet
from styrregler.values import number_key

NOTE = "Undantag (dock, gäller inte när) och villkor i ord står i ordningen, inte i bilden."


def delegation(rules: RuleSet, on: date, body: str = "") -> Picture:
    """The orders in force on ``on``, of ``body`` or of every board."""
    orders = [each for each in rules.corpus.orders if _shown(each, body, on)]
    boards = list(dict.fromkeys(each.body for each in orders))
    drawn = [_Board(rules, board, on, [each for each in orders if each.body == board]) for board in boards]
    arrows = tuple(arrow for each in drawn for arrow in each.arrows())
    unread = sum(each.unread for each in drawn)
    notes = [
        NOTE,
        "Streckad pil: vidaredelegerat." if any(arrow.weak for arrow in arrows) else "",
        f"{unread} punkter kan inte läsas och är inte med." if unread else "",
    ]
    return Picture(
        f"Delegation, {title_of(BodyRef(body), rules)}" if body else "Delegation",
        f"Vem som får besluta på delegation den {on}.",
        tuple(box for each in drawn for box in each.boxes(detailed=bool(body))),
        arrows,
        across=True,
        wide=bool(body),
        note=" ".join(filter(None, notes)),
    )


def _shown(order: Order, body: str, on: date) -> bool:
    delegates = order.kind in (OrderKind.DELEGATION, OrderKind.SUBDELEGATION)
    return delegates and not order.draft and on in order.period and (not body or order.body == body)


@define
class _Board:
    """What is drawn of one board: the points of each decider, and who gave them."""

    rules: RuleSet
    name: str
    on: date
    orders: list[Order]
    unread: int = 0
    given: dict[str, dict[str, list[str]]] = field(factory=dict)
    """Points by decider, and by number and title, the cases in which they are theirs."""
    titles: dict[str, str] = field(factory=dict)
    ways: dict[tuple[str, str], bool] = field(factory=dict)
    """From whom to whom; true where it was passed on."""

    def __attrs_post_init__(self) -> None:
        for order in self.orders:
            by = order.by if order.kind is OrderKind.SUBDELEGATION else ""
            for rule in sorted(order.rules, key=lambda each: number_key(each.number)):
                if rule.kind is RuleKind.GENERAL or self.on not in rule.period:
                    continue
                self.unread += not rule.readable
                if rule.readable:
                    self._add(rule, by)

    def _add(self, rule: Rule, by: str) -> None:
        for party, case in _deciders(rule, self.rules, self.on):
            key = name_of(party)
            self.titles[key] = title_of(party, self.rules)
            self.given.setdefault(key, {}).setdefault(rule.label, []).append(case)
            if key != self.name:
                giver = by if by and by != key else self.name
                if giver != self.name:
                    self.titles.setdefault(giver, title_of(RoleRef(giver), self.rules))
                    self.ways.setdefault((self.name, giver), False)
                self.ways.setdefault((giver, key), bool(by))

    def boxes(self, *, detailed: bool) -> Iterator[Box]:
        orders = tuple(order.title for order in self.orders if order.kind is OrderKind.DELEGATION)
        own = self._points(self.name, detailed=detailed)
        yield Box(self.name, title_of(BodyRef(self.name), self.rules), (*orders, *own), Outline.DOUBLE)
        for key, title in self.titles.items():
            if key != self.name:
                yield Box(f"{self.name}/{key}", title, self._points(key, detailed=detailed))

    def _points(self, key: str, *, detailed: bool) -> tuple[str, ...]:
        points = self.given.get(key, {})
        if not detailed:
            return (f"{len(points)} {'punkt' if len(points) == 1 else 'punkter'}",) if points else ()
        return tuple(f"{BULLET}{label}{_when(cases)}" for label, cases in points.items())

    def arrows(self) -> Iterator[Arrow]:
        for (giver, taker), passed in self.ways.items():
            source = giver if giver == self.name else f"{self.name}/{giver}"
            yield Arrow(source, f"{self.name}/{taker}", weak=passed)


def _when(cases: Iterable[str]) -> str:
    said = list(dict.fromkeys(cases))
    return "" if "" in said else f", {', eller '.join(said)}"


def _deciders(rule: Rule, rules: RuleSet, on: date) -> Iterator[tuple[Party, str]]:
    """Who decides, and in which cases."""
    rungs = ladder(rules, rule, on)
    for rung in rungs:
        for party in rung.parties:
            yield party, f"när {rung.when}" if rung.when else ""
    for step in () if rungs else rule.alternatives:  # too many cases to cut: as written
        case = f"när {describe(step.when)}" if step.when is not None else "annars" if step.otherwise else ""
        for party in step.parties:
            yield party, case
    for line in rule.elsewhere:
        case = f"när {describe(line.when)}" if line.when is not None else "annars" if line.otherwise else ""
        for party in line.parties:
            yield party, case
    if rule.own_right is not None:
        yield rule.own_right.by, "med egen beslutanderätt"
