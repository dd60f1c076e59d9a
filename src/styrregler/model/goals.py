"""What politics wants to reach (effektmål), what a body is for (verksamhetsidé), and what nobody has decided yet.

In: nothing; values only.  Refuses to know whether a goal is good: the checks say what is missing in it.
"""

from collections.abc import Mapping

from attrs import field, frozen

from styrregler.model.interplay import Agreed
from styrregler.text import Place
from styrregler.values import Period, Quantity, Timing


@frozen
class KeyFigure:
    """How a goal is measured (nyckeltal): the target, how often, and the results by year.

    ``operator`` is högst, minst, över or under; empty where the text gives no target.
    """

    text: str
    place: Place
    operator: str = ""
    target: Quantity | None = None
    timing: Timing | None = None
    results: Mapping[int, Quantity] = field(factory=dict)


@frozen
class FollowUp:
    """Who follows up (uppföljning): on what occasions («delårsrapport»), or when."""

    by: str
    place: Place
    occasions: tuple[str, ...] = ()
    timing: Timing | None = None


@frozen
class Contract:
    """What has been agreed with another to reach the goal (kontrakt)."""

    party: str
    text: str
    place: Place
    period: Period = Period()


@frozen
class Goal:
    """An effect that politics wants (effektmål); ``activities_by`` choose how.

    ``decided_by``, ``responsible`` and ``activities_by`` are names or general words.
    """

    agreed: Agreed
    decided_by: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    activities_by: tuple[str, ...] = ()
    activities_place: Place | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    contracts: tuple[Contract, ...] = ()
    part_of: str = ""
    why: tuple[str, ...] = ()


@frozen
class PurposeStatement:
    """What a body is for (verksamhetsidé): what (``agreed.title``), for whom and why. ``written`` false: to be filled in."""

    agreed: Agreed
    body: str
    for_whom: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()
    written: bool = True
