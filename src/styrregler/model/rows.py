"""A row of an order (punkt), with everything that it inherits."""

import enum

from attrs import field, frozen

from styrregler.logic import Expr
from styrregler.model.row_parts import (
    Alternative,
    Appeal,
    Elsewhere,
    Execution,
    Notice,
    Override,
    OwnRight,
    Precondition,
    Reporting,
    SubDelegation,
    Substitutes,
    Synonym,
    Unless,
)
from styrregler.model.sources import LegalBasis
from styrregler.text import Place
from styrregler.values import Period


class RuleKind(enum.Enum):
    """A row of the order, a row of a sub-delegation, or one of the order's own general rules as a matter."""

    POINT = "punkt"
    SUBDELEGATED = "vidaredelegerad punkt"
    GENERAL = "allmän regel"


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
