"""Whether one who has been given a decision may pass it on (vidaredelegation), and if not, why.

In: a sub-delegated row, the board's own row that it passes on, and a day.  Out: the first thing in the way, or nothing.
Refuses to know to whom it is passed on: that is what ``bars`` knows.
"""

import enum
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from styrregler.model import Order, Party, RoleRef, Rule
from styrregler.query.bars import SUBDELEGATION, circles
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet

HEAD = "förvaltningschef"
"""What the law calls the one who may pass decisions on: the head of an administration, whatever the title."""


class Fault(enum.Enum):
    """What is in the way of passing a decision on."""

    SECOND_STEP = "givaren har det själv bara genom vidaredelegation"
    NOT_HEAD = "givaren är inte förvaltningschef"
    OTHER_BOARD = "givaren är chef i en annan nämnds förvaltning"
    NO_LEAVE = "nämnden har inte medgett det"
    NOT_HELD = "givaren har inte fått beslutanderätten"
    NO_ROW = "nämndens egen punkt gäller inte"


@frozen
class Hindrance:
    """Why a row may not be passed on (hinder)."""

    fault: Fault
    reason: str


def first_of(found: Sequence[Hindrance | None]) -> Hindrance | None:
    """Why none of the board's rows may be passed on, one finding a row; None when one may."""
    if not found:
        return Hindrance(Fault.NO_ROW, "nämndens egen punkt gäller inte den dagen")
    return found[0] if all(found) else None


def hindrance(
    rule: Rule, order: Order, above: Rule, board_order: Order, rules: RuleSet, on: date
) -> Hindrance | None:
    """Why the giver of ``order`` may not pass on ``above`` as ``rule`` does; None when nothing is in the way."""
    who = title_of(RoleRef(order.by), rules)
    holds = _holds(order.by, above, board_order, rules)
    if not holds and _second_hand(rule, order, rules, on):
        return Hindrance(
            Fault.SECOND_STEP,
            f"{who} har själv punkt {above.number} genom vidaredelegation och får inte lämna den vidare",
        )
    if found := _not_head(order, rules, on):
        return found
    if not _has_leave(order.by, above, rules):
        return Hindrance(
            Fault.NO_LEAVE, f"nämnden har inte medgett {who} att vidaredelegera punkt {above.number}"
        )
    if not holds:
        return Hindrance(
            Fault.NOT_HELD,
            f"{who} är inte själv delegat i punkt {above.number} och har inget att lämna vidare",
        )
    return None


def _not_head(order: Order, rules: RuleSet, on: date) -> Hindrance | None:
    """Where the law lets only the head of an administration pass on, and the giver is none in the board's own."""
    if not any(HEAD in circle.given_by for circle in circles(rules, on, SUBDELEGATION)):
        return None
    heads = rules.hierarchy.heads(order.body)
    if not heads or any(rules.hierarchy.is_a(head, order.by) for head in heads):
        return None
    who = title_of(RoleRef(order.by), rules)
    elsewhere = rules.hierarchy.heads_for(order.by)
    if elsewhere:
        boards = ", ".join(sorted(rules.corpus.bodies[board].title for board in elsewhere))
        return Hindrance(Fault.OTHER_BOARD, f"{who} är chef för en förvaltning som hör till {boards}")
    return Hindrance(Fault.NOT_HEAD, f"{who} är inte chef för någon av nämndens förvaltningar")


def _has_leave(giver: str, above: Rule, rules: RuleSet) -> bool:
    """Whether the board's row lets ``giver`` pass it on: by name, in a group, or as one of a kind."""
    groups = rules.corpus.groups
    named = above.subdelegation.by if above.subdelegation else ()
    allowed = [name for by in named for name in (groups[by].roles if by in groups else (by,))]
    return any(rules.hierarchy.is_a(giver, name) for name in allowed)


def _holds(giver: str, above: Rule, board_order: Order, rules: RuleSet) -> bool:
    """Whether the board's own row gives ``giver`` the decision in some case."""
    return is_given(
        giver, (party for each in above.alternatives for party in each.parties), board_order, rules
    )


def is_given(giver: str, parties: Iterable[Party], board_order: Order, rules: RuleSet) -> bool:
    """Whether ``giver`` may decide where the board's order names ``parties``: by name, as one of a kind, or as a superior."""
    hierarchy = rules.hierarchy
    named = [party.name for party in parties if isinstance(party, RoleRef)]
    superiors = (
        [chief for name in named for chief in hierarchy.superiors(name, board_order.body)]
        if board_order.always_superior
        else []
    )
    return any(hierarchy.is_a(giver, name) for name in (*named, *superiors))


def _second_hand(rule: Rule, order: Order, rules: RuleSet, on: date) -> bool:
    """Whether another sub-delegation in force gives the decision to the giver of ``order``."""
    return any(
        isinstance(party, RoleRef) and rules.hierarchy.is_a(order.by, party.name)
        for other in rules.subdelegated(rule.body, rule.matter)
        if other.number == rule.number and other.order != order.name
        if on in rules.orders[other.order].period and not rules.orders[other.order].draft
        for each in other.alternatives
        for party in each.parties
    )
