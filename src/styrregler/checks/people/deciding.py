"""The roles that decide something, for the checks of this family."""

from collections.abc import Iterator

from attrs import frozen

from styrregler.checks.review import Review
from styrregler.model import (
    Alternative,
    Body,
    Order,
    Override,
    Party,
    RespectiveRole,
    Role,
    RoleKind,
    RoleRef,
)
from styrregler.text import Place


@frozen
class Deciding:
    """A role that decides, and the first place that gives it something to decide."""

    role: Role
    place: Place
    heading: str


def deciding(review: Review) -> tuple[Deciding, ...]:
    """Employed and elected roles that an order in force lets decide, each once."""
    found: dict[str, Deciding] = {}
    roles = review.rules.corpus.roles
    for order in review.orders:
        for party, place, heading in _mentions(order, review) if review.now(order) else ():
            name = (
                party.name
                if isinstance(party, RoleRef)
                else party.role
                if isinstance(party, RespectiveRole)
                else ""
            )
            role = roles.get(name)
            if role and name not in found and role.kind in (RoleKind.EMPLOYEE, RoleKind.ELECTED):
                found[name] = Deciding(role, place, heading)
    return tuple(found.values())


def _mentions(order: Order, review: Review) -> Iterator[tuple[Party, Place, str]]:
    for party in order.urgent:
        yield party, order.urgent_place or order.place, order.title
    for rule in review.rows_of(order):
        heading = f"{order.title} › {rule.label}"
        lines: tuple[Alternative | Override, ...] = (*rule.alternatives, *rule.overrides)
        for line in lines:
            yield from ((party, line.place, heading) for party in line.parties)
        if rule.own_right:
            yield rule.own_right.by, rule.own_right.place, heading


def led(review: Review) -> dict[str, Body]:
    """The body that each role leads or chairs: the first, where there are several."""
    found: dict[str, Body] = {}
    for body in review.rules.corpus.bodies.values():
        for name in (body.led_by, body.chair, *body.vice_chairs):
            if name:
                found.setdefault(name, body)
    return found
