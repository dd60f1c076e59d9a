"""Ways of cases as the checks of this family read them.

In: a review.  Out: the ways that can be read, the kinds of bodies that answer for phases, and the phases before one.
"""

from collections.abc import Iterator

from styrregler.checks.review import Review
from styrregler.model import GENERAL, BodyKind, CasePhase, CaseRoute, Sort
from styrregler.values import fold

_EXECUTIVE = ("kommunstyrelsen", "regionstyrelsen", "styrelsen")
"""What the board is called that the law calls styrelsen."""


def routes(review: Review) -> Iterator[CaseRoute]:
    """Every way in force on the day or later that could be read, in order of place."""
    found = review.in_force(review.rules.corpus.routes.values())
    yield from sorted(found, key=lambda each: each.agreed.place.sort_key)


def kind_of(name: str, review: Review) -> BodyKind | None:
    """The kind of body that a name or a general word stands for, of those that matter here."""
    body = review.rules.corpus.bodies.get(name)
    if body is not None:
        return body.kind
    if name in review.rules.corpus.roles:
        return None
    sorts = {Sort.COUNCIL: BodyKind.COUNCIL, Sort.BOARD: BodyKind.BOARD}
    sort = GENERAL.get(name)
    return sorts.get(sort) if sort else None


def executives(review: Review) -> frozenset[str]:
    """The boards that the law calls styrelsen, by name, title or synonym."""
    return frozenset(
        body.name
        for body in review.rules.corpus.bodies.values()
        if body.kind is BodyKind.BOARD
        and not {fold(body.name), fold(body.title), *map(fold, body.aliases)}.isdisjoint(_EXECUTIVE)
    )


def before(route: CaseRoute, phase: CasePhase) -> frozenset[str]:
    """The phases that lead straight on to ``phase``."""
    return frozenset(each.name for each in route.phases if phase.name in route.next_of(each, returns=False))
