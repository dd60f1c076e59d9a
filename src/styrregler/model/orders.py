"""Orders and their rows: who decides, and what follows."""

import enum
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from attrs import field, frozen

from styrregler.logic import Expr
from styrregler.model.parties import Party
from styrregler.text import Place
from styrregler.values import LegalRef, Period, Quantity, Timing


class OrderKind(enum.Enum):
    """Slag av ordning."""

    DELEGATION = "delegationsordning"
    SUBDELEGATION = "vidaredelegation"
    CHARTER = "reglemente"


class Level(enum.Enum):
    """Where a clause was written. Nearer wins; ``dock`` of one level must agree among themselves."""

    LAW = "lag"
    ORDER = "ordning"
    SECTION = "avsnitt"
    POINT = "punkt"


class RuleKind(enum.Enum):
    """A row of the order, a row of a sub-delegation, or one of the order's own general rules as a matter."""

    POINT = "punkt"
    SUBDELEGATED = "vidaredelegerad punkt"
    GENERAL = "allmän regel"


@frozen
class Adoption:
    """Who adopted, when, by which paragraph."""

    day: date
    section: str = ""
    reference: str = ""

    def __str__(self) -> str:
        return (
            f"{self.day}"
            + (f" § {self.section}" if self.section else "")
            + (f", dnr {self.reference}" if self.reference else "")
        )


@frozen
class LegalBasis:
    """A statute reference with the act it means on the order's day; ``act`` empty when no such act is known."""

    ref: LegalRef
    act: str
    sfs: str
    place: Place = field(eq=False)


@frozen
class Synonym:
    """What else a matter is called; it may settle a fact."""

    text: str
    fact: str = ""
    value: Quantity | str | None = None


@frozen
class Alternative:
    """One step of ``delegat``: each of ``parties`` on their own, when the condition holds (or nothing before it does)."""

    parties: tuple[Party, ...]
    place: Place
    when: Expr | None = None
    otherwise: bool = False


@frozen
class Override:
    """``dock``: whoever decides instead of the delegate when the condition holds. From the law itself: ``law``."""

    parties: tuple[Party, ...]
    place: Place
    level: Level
    when: Expr | None = None
    law: tuple[LegalRef, ...] = ()
    title: str = ""
    period: Period = Period()


@frozen
class Elsewhere:
    """``beslutas av``: a body that decides this, not a delegate; ``otherwise`` when no line before it holds."""

    parties: tuple[Party, ...]
    place: Place
    when: Expr | None = None
    otherwise: bool = False


@frozen
class Execution:
    """``verkställs`` (no decision) or ``arbetsuppgift`` (a task, ``task`` true)."""

    by: Party | None
    place: Place
    when: Expr | None = None
    task: bool = False
    law: LegalBasis | None = None


@frozen
class OwnRight:
    """``egen beslutanderätt``: a right that the law gives, not the board."""

    by: Party
    law: LegalBasis | None
    place: Place


@frozen
class Precondition:
    """``förutsätter``: a step before the decision."""

    step: str
    place: Place
    law: LegalBasis | None = None
    by: Party | None = None
    granted: bool = False
    when: Expr | None = None


@frozen
class Unless:
    """``gäller inte när``: the row says nothing there."""

    when: Expr
    place: Place


@frozen
class Substitutes:
    """``ersättare``: who steps in, in order; ``only_for`` one of the delegates."""

    parties: tuple[Party, ...]
    place: Place
    only_for: str = ""


@frozen
class Notice:
    """``informera`` or ``samråd med``: all of ``parties``."""

    parties: tuple[Party, ...]
    place: Place
    timing: Timing | None = None
    when: Expr | None = None


@frozen
class Reporting:
    """``anmäls till`` a body (``to``), or ``anmäls inte`` (``to`` None)."""

    to: Party | None
    place: Place
    via: Party | None = None
    timing: Timing | None = None
    form: str = ""
    when: Expr | None = None


@frozen
class SubDelegation:
    """``vidaredelegeras``: by whom (nobody when empty)."""

    by: tuple[str, ...]
    place: Place
    when: Expr | None = None


@frozen
class Appeal:
    """``överklagas``: by which route and to whom; ``route`` empty when it cannot be appealed."""

    route: str
    to: str
    place: Place


@frozen
class Rule:
    """A row (punkt) with everything it inherits.

    ``matter`` is what the row is about and ``area`` the area of the board's charter that it lies in. ``readable`` is
    false when something that the row's meaning rests on could not be read: then the row answers nothing.
    """

    kind: RuleKind
    order: str
    body: str
    number: str
    title: str
    matter: str
    place: Place
    section: str = ""
    area: str = ""
    matters: tuple[str, ...] = ()
    """Every matter the row is about; ``matter`` is the first."""
    synonyms: tuple[Synonym, ...] = ()
    former_numbers: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    overrides: tuple[Override, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    execution: Execution | None = None
    own_right: OwnRight | None = None
    unknown: str = ""
    """Why the delegate is not known (``delegat okänd``)."""
    exceptions: tuple[Unless, ...] = ()
    municipalities: frozenset[str] = frozenset()
    period: Period = Period()
    law: tuple[LegalBasis, ...] = ()
    tags: frozenset[str] = frozenset()
    substitutes: tuple[Substitutes, ...] = ()
    subdelegation: SubDelegation | None = None
    reporting: tuple[Reporting, ...] = ()
    consult: tuple[Notice, ...] = ()
    inform: tuple[Notice, ...] = ()
    preconditions: tuple[Precondition, ...] = ()
    requirements: tuple[Expr, ...] = ()
    conditions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    appeal: Appeal | None = None
    readable: bool = True
    faults: tuple[Place, ...] = field(default=(), eq=False)

    @property
    def key(self) -> tuple[str, int]:
        """What tells the row from every other: its order, and where in the file it begins."""
        return (self.order, self.place.start)

    @property
    def label(self) -> str:
        """How people cite it: «4.2 Ekonomiskt bistånd»."""
        return f"{self.number} {self.title}".strip()


@frozen
class CharterClause:
    """A paragraph of a board's charter (reglemente) and the areas it gives the board."""

    number: str
    title: str
    areas: tuple[str, ...]
    place: Place
    law: tuple[LegalBasis, ...] = ()


@frozen
class Section:
    """A heading of an order (avsnitt); ``numbers`` are those of the points and general rules that stand under it."""

    number: str
    title: str
    place: Place
    period: Period = Period()
    numbers: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How people cite it: «4 Bistånd»."""
        return f"{self.number} {self.title}".strip()


@frozen
class FreeText:
    """What people have written in words: a title, a condition, a remark. ``where`` is the row or heading it stands in.

    ``keyword`` is that of its clause; empty for a title.
    """

    text: str
    place: Place
    where: str = ""
    keyword: str = ""


@frozen
class Appointment:
    """``förordnande``: persons appointed for some points of an order."""

    name: str
    title: str
    order: str
    numbers: tuple[str, ...]
    persons: tuple[str, ...]
    period: Period
    place: Place
    adoption: Adoption | None = None
    law: tuple[LegalBasis, ...] = ()


@frozen
class Provision:
    """``bestämmelse``: a numbered general rule of an order, and what it says in words."""

    number: str
    title: str
    place: Place
    law: tuple[LegalBasis, ...] = ()
    conditions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    urgent: bool = False
    """It says who decides when a matter cannot wait."""


@frozen
class Order:
    """A delegation order, a sub-delegation or a board's charter.

    ``body`` is the board; ``by`` the role that sub-delegates. ``opened`` limits the order to cases opened in that
    period. ``always_superior`` is None where superiors have no right at all. ``reviewed`` is when it was last gone through.
    """

    name: str
    kind: OrderKind
    title: str
    body: str
    place: Place
    period: Period = Period()
    by: str = ""
    adoption: Adoption | None = None
    amendments: tuple[Adoption, ...] = ()
    opened: Expr | None = None
    draft: bool = False
    replaces: str = ""
    reviewed: date | None = None
    urgent: tuple[Party, ...] = ()
    urgent_place: Place | None = None
    always_superior: bool | None = None
    rules: tuple[Rule, ...] = ()
    sections: tuple[Section, ...] = ()
    texts: tuple[FreeText, ...] = field(default=(), repr=False)
    """All that is written in words, in order of writing."""
    charter: tuple[CharterClause, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    provisions: tuple[Provision, ...] = ()
    readable: bool = True

    def words(self, section: str = "") -> Iterator[str]:
        """What it says in words that concerns the rows of ``section``: of itself, its general rules and the section."""
        for provision in self.provisions:
            yield from (provision.title, *provision.conditions, *provision.remarks)
        yield from self._worded.get("", ())
        yield from self._worded.get(section, ()) if section else ()

    @cached_property
    def _worded(self) -> Mapping[str, list[str]]:
        """Conditions and remarks by what they stand in; those of the order itself under empty."""
        found: dict[str, list[str]] = {}
        for each in self.texts:
            if each.keyword in ("villkor", "anmärkning"):
                found.setdefault(each.where, []).append(each.text)
        return found

    @property
    def written(self) -> date | None:
        """The day whose law the text speaks: when the order began to hold, or was last amended or gone through."""
        first = self.period.start or (self.adoption.day if self.adoption else None)
        later = [first, *(each.day for each in self.amendments), self.reviewed]
        return max((day for day in later if day is not None), default=None)
