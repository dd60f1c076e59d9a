"""An order: a delegation order, a sub-delegation or the charter of a board."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from styrregler.values import Period

if TYPE_CHECKING:
    from styrregler.logic import Expr
    from styrregler.model.order_parts import Appointment, CharterClause, FreeText, Provision, Section
    from styrregler.model.parties import Party
    from styrregler.model.rows import Rule
    from styrregler.model.sources import Adoption
    from styrregler.text import Place


class OrderKind(enum.Enum):
    """Slag av ordning."""

    DELEGATION = "delegationsordning"
    SUBDELEGATION = "vidaredelegation"
    CHARTER = "reglemente"


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
