"""Escalations as the checks of this family read them.

In: a review.  Out: the paths that can be read, where each ends, and on which side someone in it stands.
"""

from collections.abc import Iterator

from styrregler.checks.review import Review
from styrregler.model import BodyKind, BodyRef, EscalationPath, NearestChief, Party, RoleKind, RoleRef

POLITICS, PROFESSION = "politiken", "professionen"
DECIDING = (BodyKind.COUNCIL, BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.PRESIDIUM)


def paths(review: Review) -> Iterator[EscalationPath]:
    """Every escalation that could be read, in order of place."""
    found = review.rules.corpus.escalations.values()
    yield from sorted((each for each in found if each.readable), key=lambda each: each.place.sort_key)


def end_of(path: EscalationPath, review: Review) -> EscalationPath | None:
    """The escalation in which ``path`` ends; None when it goes round or into one that cannot be read."""
    seen = {path.name}
    while path.continues:
        path = review.rules.corpus.escalations[path.continues]
        if path.name in seen or not path.readable:
            return None
        seen.add(path.name)
    return path


def side_of(party: Party, review: Review) -> str:
    """Whether someone speaks for the elected or for the employed; empty for anybody else."""
    match party:
        case RoleRef(name):
            role = review.rules.corpus.roles.get(name)
            kind = role.kind if role else None
            return {RoleKind.ELECTED: POLITICS, RoleKind.EMPLOYEE: PROFESSION}.get(kind, "") if kind else ""
        case BodyRef(name):
            body = review.rules.corpus.bodies[name]
            if body.kind in DECIDING:
                return POLITICS
            return side_of(RoleRef(body.led_by), review) if body.led_by else ""
        case NearestChief():
            return PROFESSION
        case _:
            return ""


def boards_of(party: Party, review: Review) -> frozenset[str]:
    """The boards that someone speaks for: as one of the presidium, or as head of an administration."""
    if not isinstance(party, RoleRef):
        return frozenset()
    bodies = review.rules.corpus.bodies.values()
    chairs = {body.name for body in bodies if party.name in (body.chair, *body.vice_chairs)}
    return frozenset(chairs | review.rules.hierarchy.heads_for(party.name))


def board_of(name: str, review: Review) -> str:
    """The board itself, or the one that a committee or a presidium belongs to."""
    body = review.rules.corpus.bodies[name]
    return body.belongs_to if body.kind in (BodyKind.COMMITTEE, BodyKind.PRESIDIUM) else name
