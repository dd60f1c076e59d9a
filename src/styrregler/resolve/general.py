"""The general rules of an order as matters of their own, so that people can ask about them too."""

from collections.abc import Iterator
from typing import Any

from styrregler.model import (
    Alternative,
    BodyRef,
    Execution,
    Order,
    OrderKind,
    Provision,
    Reporting,
    RoleRef,
    Rule,
    RuleKind,
    Substitutes,
    Synonym,
)
from styrregler.model.general import DISQUALIFICATION, REPORTING, SUBDELEGATION, URGENT
from styrregler.text import Place
from styrregler.values import Timing, TimingKind

SHOWN = 12
"""How many points are listed by number."""


def general_rules(order: Order) -> Iterator[Rule]:
    """Who decides when it is urgent, who may delegate further, what holds when the delegate is disqualified, reporting."""
    if order.kind is not OrderKind.DELEGATION or not order.body or not order.readable:
        return
    place = order.urgent_place or order.place
    if order.urgent:
        yield _rule(
            order, URGENT, "Brådskande ärenden", place, ("brådska", "brådskande beslut", "ordförandebeslut"),
            alternatives=(Alternative(order.urgent[:1], place),),
            substitutes=(Substitutes(order.urgent[1:], place),) if order.urgent[1:] else (),
            reporting=(Reporting(BodyRef(order.body), place, timing=Timing(TimingKind.NEXT_MEETING)),),
        )  # fmt: skip
    allowed = tuple(
        dict.fromkeys(name for rule in order.rules if rule.subdelegation for name in rule.subdelegation.by)
    )
    parties = tuple(RoleRef(name) for name in allowed)
    yield _rule(
        order, SUBDELEGATION, "Vidaredelegering", order.place, ("vem får vidaredelegera", "delegera vidare", "vidaredelegation"),
        alternatives=(Alternative(parties, order.place),) if parties else (),
        remarks=(_where_allowed(order),) if parties else ("Ordningen medger ingen vidaredelegering.",),
    )  # fmt: skip
    yield _rule(
        order, DISQUALIFICATION, "Jäv", order.place, ("jävig", "jäv för delegat"),
        execution=Execution(None, order.place),
        remarks=(_when_disqualified(order),),
    )  # fmt: skip
    usual = next((rule.reporting for rule in order.rules if rule.reporting), ())
    yield _rule(
        order, REPORTING, "Anmälan av delegationsbeslut", order.place, ("anmälan", "anmäla beslut", "återrapportering av delegationsbeslut"),
        execution=Execution(None, order.place), reporting=usual,
        remarks=("Punktens egen regel om anmälan går före.",),
    )  # fmt: skip


def _where_allowed(order: Order) -> str:
    """The points in which the board allows it, the first of them by number."""
    numbers = [rule.number for rule in order.rules if rule.subdelegation and rule.subdelegation.by]
    more = f" och {len(numbers) - SHOWN} till" if len(numbers) > SHOWN else ""
    return f"Gäller de punkter där nämnden har medgett det: {', '.join(numbers[:SHOWN])}{more}."


def _when_disqualified(order: Order) -> str:
    above = {
        True: "därefter överordnad, som alltid får besluta",
        False: "därefter överordnad",
        None: "därefter nämnden",
    }[order.always_superior]
    return f"En jävig delegat beslutar inte: ersättaren träder in, {above}."


def _provision(order: Order, words: tuple[str, ...], *, urgent: bool) -> Provision | None:
    """The numbered rule of the order that says more of this: the one that names the urgent, else by its title."""
    return next(
        (
            each
            for each in order.provisions
            if each.urgent is urgent and (urgent or any(word in each.title.casefold() for word in words))
        ),
        None,
    )


def _rule(order: Order, matter: str, title: str, place: Place, also: tuple[str, ...], **parts: Any) -> Rule:
    said = _provision(order, (title.casefold(), *also), urgent=matter == URGENT)
    remarks = (*(said.remarks if said else ()), *parts.pop("remarks", ()))
    return Rule(
        kind=RuleKind.GENERAL,
        order=order.name,
        body=order.body,
        number="",
        title=title,
        matter=matter,
        matters=(matter,),
        place=said.place if said else place,
        synonyms=tuple(Synonym(text) for text in also),
        law=said.law if said else (),
        conditions=said.conditions if said else (),
        remarks=remarks,
        **parts,
    )
