"""How far an answer reaches: what the answers about a matter can depend on, and where they may change.

In: a matter, the bodies asked, and a rule set.  Out: a :class:`Reach`: the lines that its comparisons draw on each axis,
the days on which something begins or ends, and the facts it names.  Between two lines every decision is the same case.
Exact and generous: everything in every row that could be asked counts, whether it comes to matter or not.  Refuses to ask
the engine.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Any

import attrs
from attrs import frozen

from styrregler.logic import Compare, Is
from styrregler.logic.truth import Cut
from styrregler.model import Order, OrderKind, OriginalDelegate, RespectiveRole, Rule
from styrregler.query.duties import bases_of
from styrregler.query.otherwise import URGENCY
from styrregler.query.people import ORIGINAL
from styrregler.ruleset import RuleSet
from styrregler.text import Place
from styrregler.values import Period, Quantity

ALWAYS = frozenset({URGENCY, "kommun", ORIGINAL})
"""Facts that the engine asks for by itself."""


@frozen
class Reach:
    """What the answers about a matter depend on."""

    lines: Mapping[str, tuple[Cut, ...]]
    """By measured fact: where a comparison changes its mind, in order."""
    named: frozenset[str]
    """Other facts that somebody asks for."""
    days: tuple[date, ...]
    """Days on which something is no longer as the day before, in order."""
    yearly: bool
    """Whether the year counts as such: an amount is fixed for each year."""

    def period(self, on: date) -> tuple[int, int]:
        """Which of the periods between ``days`` it is, and the year where that counts."""
        return bisect_right(self.days, on), on.year if self.yearly else 0

    def part(self, fact: str, value: Quantity | str) -> object:
        """Which part of the fact's axis ``value`` lies in, as far as anybody asks; None: nobody does."""
        if isinstance(value, str):
            return value if fact in self.named else None
        return bisect_right(self.lines[fact], (value.measure, False)) if fact in self.lines else None


def last_whole(line: Cut) -> int:
    """The largest whole number before ``line``."""
    size, after = line
    return floor(size) if after else ceil(size) - 1


def reach_of(matter: str, bodies: Iterable[str], rules: RuleSet) -> Reach:
    """What the answers about ``matter`` in ``bodies`` depend on."""
    rows = [
        row for body in bodies for row in (*rules.rules_for(body, matter), *rules.subdelegated(body, matter))
    ]
    met = list(_met(rows, tuple(bodies), rules))
    lines: dict[str, set[Cut]] = {}
    yearly = False
    for each in met:
        if isinstance(each, Compare):
            sizes, by_year = _sizes(each.constant, rules)
            lines.setdefault(each.fact, set()).update((size, each.operator.after) for size in sizes)
            yearly = yearly or by_year
    return Reach(
        {fact: tuple(sorted(cuts)) for fact, cuts in lines.items()},
        ALWAYS.union(
            *({each.fact} for each in met if isinstance(each, Is)),
            *({each.by} for each in met if isinstance(each, RespectiveRole)),
        ),
        days_of(each for each in met if isinstance(each, Period)),
        yearly,
    )


def days_of(periods: Iterable[Period]) -> tuple[date, ...]:
    """The days on which any of ``periods`` begins, or has just ended."""
    found = set()
    for each in periods:
        if each.start is not None:
            found.add(each.start)
        if each.end is not None and each.end < date.max:
            found.add(each.end + timedelta(1))
    return tuple(sorted(found))


def all_days(rules: RuleSet) -> tuple[date, ...]:
    """The days on which any order or row begins or ends."""
    orders = rules.corpus.orders
    return days_of(
        (*(each.period for each in orders), *(row.period for each in orders for row in each.rules))
    )


def _sizes(constant: Quantity, rules: RuleSet) -> tuple[list[Fraction], bool]:
    amount = rules.corpus.amounts.get(constant.unit)
    if amount is None:
        return [constant.measure], False
    return [figure * Fraction(constant.number) for figure in amount.figures.values()], True


def _met(rows: list[Rule], bodies: tuple[str, ...], rules: RuleSet) -> Iterator[object]:
    """Every comparison, relation and period that an answer about ``rows`` may meet."""
    corpus = rules.corpus
    for row in rows:
        yield from _within(row)
        for bar in rules.bars_on(row):
            yield from _within(bar)
        for basis in bases_of(row):
            if basis.act in rules.acts:
                yield rules.acts[basis.act].period
        if row.appeal is not None and row.appeal.route in corpus.appeal_paths:
            yield corpus.appeal_paths[row.appeal.route].period
    named = {row.order for row in rows}
    appointed = False
    beside = (order for body in bodies for order in rules.orders_of(body) if _speaks_for_all(order))
    for order in {each.name: each for each in (*beside, *map(rules.orders.__getitem__, named))}.values():
        yield from _around(order, rules)
        appointed = appointed or bool(order.appointments)
    yield from (each.period for each in corpus.circles)
    yield from (each.period for each in corpus.duties)
    if appointed:
        for holder in corpus.holders:
            yield holder.period


def _speaks_for_all(order: Order) -> bool:
    """Whether the order says something that concerns the rows of other orders."""
    return bool(order.urgent) or order.kind is OrderKind.CHARTER


def _around(order: Order, rules: RuleSet) -> Iterator[object]:
    """What an order says of its rows as a whole."""
    yield order.period
    yield from _within((order.opened, order.appointments, order.urgent))
    for other in rules.replacing(order):
        yield other.period


def _within(value: object) -> Iterator[object]:
    """Every comparison, relation and period anywhere inside ``value``."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        match each:
            case None | str() | Place():
                pass
            case Compare() | Is() | Period() | RespectiveRole() | OriginalDelegate():
                yield each
            case tuple() | frozenset():
                waiting += each
            case _:
                kind: Any = type(each)
                waiting += [getattr(each, name) for name in _fields(kind)]


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in attrs.fields(kind)) if attrs.has(kind) else ()
