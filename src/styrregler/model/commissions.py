"""An assignment (uppdrag) to many: who orders, coordinates and takes part, and its steps in time.

In: nothing; values only.  Refuses to know what day it is: what is done and what is late is asked of the rule set.
"""

import enum
from datetime import date

from attrs import frozen

from styrregler.model.goals import FollowUp
from styrregler.model.interplay import Agreed
from styrregler.text import Place
from styrregler.values import Moment


class StageStatus(enum.Enum):
    """How a step stands on a day (läge). A step whose time has passed is late only where the rules tell what is done."""

    DONE = "klar"
    LATE = "försenad"
    PASSED = "passerad"
    ONGOING = "pågår"
    UPCOMING = "kommande"
    UNDATED = "utan-tid"


IN_A_GROUP = frozenset(
    {
        "ledningsgrupp",
        "ledningsgruppen",
        "oppositionen",
        "majoriteten",
        "partierna",
        "gruppledare",
        "gruppledarna",
    }
)
"""Words for parts of a group that have no block of their own, beside the general words for roles and bodies."""
LEADERSHIP = frozenset({"ledningsgrupp", "ledningsgruppen"})
"""The management group of the administration."""


@frozen
class Member:
    """A part of a group (deltagare): a name or a general word, or ``count`` of a kind («2 ur oppositionen»)."""

    name: str
    place: Place
    count: int | None = None

    def __str__(self) -> str:
        return self.name if self.count is None else f"{self.count} ur {self.name}"


@frozen
class Dated:
    """A time, for ``body`` or (empty) for all."""

    moment: Moment
    place: Place
    body: str = ""


@frozen
class Factor:
    """A goal or a success factor (framgångsfaktor), and the names of the blocks that fulfil it."""

    text: str
    place: Place
    met_by: tuple[str, ...] = ()
    success: bool = False


@frozen
class Stage:
    """A step of the assignment (etapp). ``after`` are the steps that come before it; ``done`` says when it was done."""

    name: str
    title: str
    place: Place
    times: tuple[Dated, ...] = ()
    done: tuple[Dated, ...] = ()
    after: tuple[str, ...] = ()
    after_place: Place | None = None
    decided_by: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()

    @property
    def per_body(self) -> bool:
        """Whether each body has its own time."""
        return any(each.body for each in self.times)

    def time_of(self, body: str) -> Dated | None:
        """The time for ``body``: its own, or that of all."""
        own = next((each for each in self.times if each.body == body and body), None)
        return own or next((each for each in self.times if not each.body), None)

    def done_in(self, body: str) -> Dated | None:
        """When it was done in ``body``, where that is written."""
        return next((each for each in self.done if each.body in ("", body)), None)


ROLES = (
    "beställare",
    "leds av",
    "utförs av",
    "samordnas av",
    "synkas av",
    "säkras av",
    "stöds av",
    "styrs av",
)
"""What somebody may be to an assignment, as the text has it."""


@frozen
class Commission:
    """An assignment. ``parts`` are who is what to it, by keyword; ``members`` the composition that its groups must have.

    ``in_each`` is the kind of body that each has one of them («nämnd»), ``except_bodies`` those that do not.
    ``leads_to`` is what each body is to have afterwards («verksamhetsidé»).
    """

    agreed: Agreed
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    in_each: str = ""
    except_bodies: frozenset[str] = frozenset()
    members: tuple[Member, ...] = ()
    stages: tuple[Stage, ...] = ()
    for_whom: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    goals: tuple[Factor, ...] = ()
    part_of: str = ""
    leads_to: str = ""
    leads_place: Place | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    financing: tuple[str, ...] = ()

    def who(self, part: str) -> tuple[str, ...]:
        """Those who are ``part`` («samordnas av») to it."""
        return dict(self.parts).get(part, ())


@frozen
class PlanExample:
    """An example that asks of a plan: of an assignment (``kind`` «uppdrag»), a goal or a purpose.

    ``expected`` are the names under each keyword, as the text has them. None: not said.  ``texts`` are how texts begin that are
    to stand under a keyword, ``factors`` goals and success factors by their beginning, with all that fulfils them.
    """

    title: str
    place: Place
    kind: str
    name: str
    body: str = ""
    on: date | None = None
    stage: str = ""
    expected: tuple[tuple[str, tuple[str, ...]], ...] = ()
    texts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    factors: tuple[Factor, ...] = ()
    moment: Moment | None = None
    status: str | None = None


@frozen
class WorkGroup:
    """A group (grupp) with its composition: the body that has it, and the assignment that it is for."""

    name: str
    title: str
    place: Place
    body: str = ""
    commission: str = ""
    members: tuple[Member, ...] = ()
