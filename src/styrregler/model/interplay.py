"""The interplay between politics and profession (samspel): boundaries, assignments, channels and expectations.

In: nothing; values only.  Refuses to know law: what is said here is what a municipality has agreed with itself.
"""

import enum
from collections.abc import Mapping

from attrs import frozen

from styrregler.model.order_parts import FreeText
from styrregler.model.organisation import BodyKind
from styrregler.model.sources import Adoption
from styrregler.text import Place
from styrregler.values import Period


class Side(enum.Enum):
    """Where a matter stands: politics decides what, the profession how, and between them lies the grey zone."""

    WHAT = "vad"
    HOW = "hur"
    GREY = "gråzon"


class Sort(enum.Enum):
    """What a general word stands for (allmänt ord)."""

    ELECTED = "alla förtroendevalda"
    CHAIR = "den som är ordförande i ett organ"
    VICE_CHAIR = "den som är vice ordförande i ett organ"
    EMPLOYEE = "alla anställda"
    CHIEF = "anställda som leder ett organ"
    HEAD = "anställda som leder en förvaltning"
    UNIT_HEAD = "anställda som leder en enhet"
    OFFICER = "anställda som inte leder något organ"
    CONSULTANT = "alla konsulter"
    OUTSIDER = "alla utomstående"
    RESIDENT = "alla som bor eller vistas i kommunen"
    COUNCIL = "fullmäktige"
    BOARD = "alla nämnder"
    PRESIDIUM = "alla presidier"
    COMMITTEE = "alla utskott"
    ADMINISTRATION = "alla förvaltningar"
    UNIT = "alla enheter"
    COMPANY = "alla bolag"


def _words(meant: Mapping[Sort, str]) -> Mapping[str, Sort]:
    return {word: sort for sort, words in meant.items() for word in words.split()}


GENERAL: Mapping[str, Sort] = _words(
    {
        Sort.ELECTED: "ledamot ledamöter förtroendevald förtroendevalda politiker",
        Sort.CHAIR: "ordförande nämndordförande",
        Sort.VICE_CHAIR: "vice-ordförande",
        Sort.EMPLOYEE: "anställd anställda medarbetare tjänsteperson tjänstepersoner tjänsteman tjänstemän profession professionen",
        Sort.CHIEF: "chef chefer",
        Sort.HEAD: "förvaltningschef förvaltningschefer",
        Sort.UNIT_HEAD: "enhetschef enhetschefer",
        Sort.OFFICER: "handläggare",
        Sort.CONSULTANT: "konsult konsulter",
        Sort.OUTSIDER: "utomstående",
        Sort.RESIDENT: "invånare medborgare brukare allmänheten",
        Sort.COUNCIL: "fullmäktige",
        Sort.BOARD: "nämnd nämnder nämnden",
        Sort.PRESIDIUM: "presidium presidiet",
        Sort.COMMITTEE: "utskott utskottet",
        Sort.ADMINISTRATION: "förvaltning förvaltningar förvaltningen",
        Sort.UNIT: "enhet enheter",
        Sort.COMPANY: "bolag",
    }
)
"""General words for roles and bodies, which need no block of their own."""

INCLUDES: Mapping[Sort, tuple[Sort, ...]] = {
    Sort.ELECTED: (Sort.CHAIR, Sort.VICE_CHAIR),
    Sort.EMPLOYEE: (Sort.CHIEF, Sort.OFFICER),
    Sort.CHIEF: (Sort.HEAD, Sort.UNIT_HEAD),
}
"""What general words stand for part of what another one does."""

BODY_SORTS: Mapping[Sort, BodyKind] = {
    Sort.COUNCIL: BodyKind.COUNCIL,
    Sort.BOARD: BodyKind.BOARD,
    Sort.PRESIDIUM: BodyKind.PRESIDIUM,
    Sort.COMMITTEE: BodyKind.COMMITTEE,
    Sort.ADMINISTRATION: BodyKind.ADMINISTRATION,
    Sort.UNIT: BodyKind.UNIT,
    Sort.COMPANY: BodyKind.COMPANY,
}


@frozen
class Agreed:
    """What every agreement of the interplay has: its name, where it stands, when and for which bodies it holds.

    ``bodies`` empty: for the whole municipality. ``texts`` are its free texts, wherever in it they stand. ``draft``: only
    proposed.
    """

    name: str
    title: str
    place: Place
    bodies: frozenset[str] = frozenset()
    period: Period = Period()
    adoption: Adoption | None = None
    texts: tuple[FreeText, ...] = ()
    readable: bool = True
    draft: bool = False

    def concerns(self, body: str) -> bool:
        """Whether it holds for ``body``; for an empty one it does."""
        return not body or not self.bodies or body in self.bodies


@frozen
class GreyZone:
    """How a grey zone (gråzon) is settled: who talk to each other, how it climbs, and who has the last word."""

    talks: tuple[str, ...] = ()
    escalation: str = ""
    settled_by: str = ""


@frozen
class BoundaryTerm:
    """One of the words that a boundary lists, on its side; ``zone`` where that is the grey one."""

    name: str
    side: Side
    place: Place
    zone: GreyZone | None = None


@frozen
class Boundary:
    """Where politics ends and profession begins (gräns)."""

    agreed: Agreed
    terms: tuple[BoundaryTerm, ...] = ()


@frozen
class AssignmentWay:
    """Who may (``allowed``), or may not, give assignments to whom (uppdragsväg).

    ``sender`` and ``receiver`` are names or general words; ``through`` a form («beslut»), ``via`` a party.
    """

    sender: str
    receiver: str
    allowed: bool
    place: Place
    via: str = ""
    through: str = ""
    instead: str = ""


@frozen
class AssignmentWays:
    """The ways that assignments take (uppdragsvägar)."""

    agreed: Agreed
    ways: tuple[AssignmentWay, ...] = ()


@frozen
class Channel:
    """Through whom one reaches another (kanal); ``via`` empty: straight. ``phases`` empty: in all of them."""

    sender: str
    receiver: str
    place: Place
    via: str = ""
    phases: tuple[str, ...] = ()


@frozen
class Expectation:
    """What is expected ``of`` someone (förväntan), ``by`` someone, or by all where that is empty; ``phases`` as above."""

    of: str
    text: str
    place: Place
    by: str = ""
    phases: tuple[str, ...] = ()


@frozen
class Channels:
    """Channels, and what those who use them expect of each other (kanaler)."""

    agreed: Agreed
    channels: tuple[Channel, ...] = ()
    expectations: tuple[Expectation, ...] = ()
