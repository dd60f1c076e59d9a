"""Whether one may give another an assignment, and what to do instead.

In: who, and to whom.  Out: an :class:`AssignmentAnswer`.  A rule that speaks more closely of the two goes before one that
speaks more widely; what then still contradicts is shown as a contradiction.  Refuses to take silence for a no.
"""

import enum
from datetime import date

from attrs import frozen

from styrregler.model import GENERAL, Agreed, AssignmentWay, OpenPoint
from styrregler.query.agreements import in_force
from styrregler.query.named import Someone
from styrregler.query.open_points import open_around
from styrregler.ruleset import RuleSet


class Permission(enum.Enum):
    """What the rules say of an assignment (besked)."""

    ALLOWED = "tillåten"
    FORBIDDEN = "otillåten"
    CONFLICT = "motsägelse"
    UNSAID = "sägs-inte"


@frozen
class AgreedWay:
    """A rule about assignments, with the agreement that it stands in."""

    way: AssignmentWay
    agreed: Agreed


@frozen
class AssignmentAnswer:
    """Whether ``sender`` may give ``receiver`` an assignment (uppdragssvar).

    ``ways`` are the rules that say so; ``wider`` those that they go before; ``routes`` other ways that are allowed to the
    receiver, ``open_points`` what the agreements that say so leave open, or all where none does.
    """

    sender: Someone
    receiver: Someone
    on: date
    permission: Permission
    ways: tuple[AgreedWay, ...] = ()
    wider: tuple[AgreedWay, ...] = ()
    routes: tuple[AgreedWay, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


def may_assign(
    sender: Someone, receiver: Someone, rules: RuleSet, on: date, body: str = "", *, proposals: bool = False
) -> AssignmentAnswer:
    """What the ways in force on ``on`` for ``body`` (empty: for any) say."""
    circles = rules.circles
    boards = {rules.hierarchy.board_of(each.name) for each in (sender, receiver)} - {""}
    blocks = in_force(rules.corpus.assignments, on, body, proposals=proposals)
    every = [AgreedWay(way, block.agreed) for block in blocks for way in block.ways]
    to = [each for each in every if receiver.name in circles.members(each.way.receiver)]
    hits = [
        each
        for each in to
        if sender.name in circles.members(each.way.sender) and (len(boards) < 2 or not _own_board(each.way))
    ]
    nearest = [each for each in hits if not any(closer(other.way, each.way, rules) for other in hits)]
    permission = _permission([each.way for each in nearest])
    said = nearest
    if permission is Permission.FORBIDDEN:
        said = [each for each in nearest if not each.way.allowed]
    return AssignmentAnswer(
        sender,
        receiver,
        on,
        permission,
        tuple(said),
        tuple(each for each in hits if each not in nearest),
        tuple(each for each in to if each.way.allowed and each not in said)
        if permission in (Permission.FORBIDDEN, Permission.UNSAID)
        else (),
        open_around(rules, [each.agreed for each in said], [each.agreed for each in blocks]),
    )


def _own_board(way: AssignmentWay) -> bool:
    """What is allowed in general words at both ends is so within a board: «nämnd till förvaltningschef» is to its own."""
    return way.allowed and way.sender in GENERAL and way.receiver in GENERAL


def way_in_words(way: AssignmentWay) -> str:
    """The way as it is written."""
    how = f" genom {way.through}" if way.through else f" via {way.via}" if way.via else ""
    permission = Permission.ALLOWED if way.allowed else Permission.FORBIDDEN
    return f"{permission.value} {way.sender} till {way.receiver}{how}"


def _permission(ways: list[AssignmentWay]) -> Permission:
    barred = {way.via for way in ways if not way.allowed}
    allowed = {way.via for way in ways if way.allowed}
    if barred & allowed:
        return Permission.CONFLICT
    return Permission.FORBIDDEN if barred else Permission.ALLOWED if allowed else Permission.UNSAID


def closer(one: AssignmentWay, other: AssignmentWay, rules: RuleSet) -> bool:
    """Whether ``one`` is about fewer than ``other``: nobody that the other leaves out, at either end."""
    circles = rules.circles
    inside = circles.within(one.sender, other.sender) and circles.within(one.receiver, other.receiver)
    return inside and not (
        circles.within(other.sender, one.sender) and circles.within(other.receiver, one.receiver)
    )
