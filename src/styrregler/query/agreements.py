"""Which agreements of the interplay hold: on a day, for a body.

In: blocks of one kind.  Out: those that hold; proposals only where they are asked for.  Refuses to leave out one that could not
be read: it might have said something.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from styrregler.model import Agreed
from styrregler.query.question import UnreadableRules


class Block(Protocol):
    """A block with what every agreement has."""

    @property
    def agreed(self) -> Agreed: ...


Agreement = TypeVar("Agreement", bound=Block)


def in_force(
    blocks: Iterable[Agreement], on: date, body: str = "", *, proposals: bool = False
) -> list[Agreement]:
    """Those in force on ``on`` for ``body`` (empty: for any). Raises UnreadableRules when one of them has a fault.

    ``proposals``: with those that are only proposed.
    """
    every = [each for each in blocks if proposals or not each.agreed.draft]
    if unread := tuple(each.agreed.place for each in every if not each.agreed.readable):
        raise UnreadableRules(unread)
    return [each for each in every if on in each.agreed.period and each.agreed.concerns(body)]
