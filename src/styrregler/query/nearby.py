"""Where nothing fits: the board that would own such a matter, and the areas to browse.

In: a text, a rule set and a day.  Out: :class:`Nearby`.  Goes by what the charters (reglementen) say that each board has
hand of; names no board where they say nothing of it.
"""

from datetime import date

from attrs import frozen

from styrregler.model import BodyRef, Order, OrderKind
from styrregler.query.candidates import order_not_in_force
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet
from styrregler.search import Described, Elsewhere, Hit, Index, index_of, words_of

_NEAR = 0.2
_LEAD = 1.15
_MOST = 12


@frozen
class Nearby:
    """The board that would own the matter (empty when nothing says), by which paragraph, and its areas or the boards."""

    body: str = ""
    title: str = ""
    ground: str = ""
    areas: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    """What of the question is not for the municipality's delegates, and whose it is."""


def nearby(text: str, rules: RuleSet, on: date) -> Nearby:
    """Who would own what ``text`` is about."""
    boards = tuple(
        sorted({title_of(BodyRef(body), rules) for bodies in rules.matters.values() for body in bodies})
    )
    elsewhere = index_of(rules).elsewhere(words_of(text))
    if elsewhere:
        return Nearby(boards=boards, elsewhere=elsewhere)
    hits = rules.kept(_duties).search(text, floor=_NEAR).hits
    owners = list(dict.fromkeys(hit.matter for hit in hits if rules.charter(hit.matter, on) is not None))
    if not owners or (len(hits) > 1 and len(owners) > 1 and hits[0].score < _LEAD * _second(hits, owners)):
        return Nearby(boards=boards)
    body = owners[0]
    return Nearby(body, title_of(BodyRef(body), rules), hits[0].named, areas_of(body, rules, on), boards)


def _second(hits: tuple[Hit, ...], owners: list[str]) -> float:
    return next(hit.score for hit in hits if hit.matter == owners[1])


def areas_of(body: str, rules: RuleSet, on: date) -> tuple[str, ...]:
    """The headings of the board's orders in force."""
    titles: dict[str, None] = {}
    for order in _orders(body, rules, on):
        for section in order.sections:
            if any(rule.section in (section.label, section.title) for rule in order.rules):
                titles[section.title] = None
    return tuple(titles)[:_MOST]


def _orders(body: str, rules: RuleSet, on: date) -> list[Order]:
    return [
        order
        for order in rules.corpus.orders
        if order.body == body
        and order.kind is OrderKind.DELEGATION
        and not order_not_in_force(order, on, rules)
    ]


def _duties(rules: RuleSet) -> Index:
    """What each board has hand of: a description for each board, of its charter and of its areas."""
    described = []
    for order in rules.corpus.orders:
        if order.kind is not OrderKind.CHARTER:
            continue
        areas = [area for clause in order.charter for area in clause.areas]
        names = [("reglemente", clause.title) for clause in order.charter if clause.areas]
        texts = [("avsnitt", area.replace("-", " ")) for area in areas]
        texts += [
            ("innefattar", each.text) for each in order.texts if each.keyword in ("innefattar", "anmärkning")
        ]
        texts += [
            ("avsnitt", rule.title)
            for matter, bodies in rules.matters.items()
            if order.body in bodies
            for rule in rules.rules_for(order.body, matter)
        ]
        described.append(Described(order.body, (), tuple(names), tuple(texts)))
    return Index.over(tuple(described), rules.corpus.meanings)
