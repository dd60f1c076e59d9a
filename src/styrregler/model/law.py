"""Statutes as data. The engine knows none; each is a dated value from a policy folder."""

from collections.abc import Mapping

from attrs import frozen

from styrregler.logic import Expr
from styrregler.model.orders import Appeal
from styrregler.model.parties import BodyRef
from styrregler.text import Place
from styrregler.values import LegalRef, Period, Timing


@frozen
class Act:
    """A statute (lag) and when it is in force."""

    name: str
    title: str
    abbreviation: str
    sfs: str
    period: Period
    place: Place
    replaces: str = ""
    verified: bool = True
    note: str = ""


@frozen
class DelegateCircle:
    """To whom a board may delegate (delegatkrets): kinds of body and of role."""

    name: str
    title: str
    law: tuple[LegalRef, ...]
    permits: frozenset[str]
    period: Period
    place: Place
    verified: bool = True


@frozen
class Bar:
    """What may not be delegated (förbud).

    It concerns rows marked with any of ``tags`` (all rows when empty). ``to_kinds`` limits it to some kinds of
    recipient; with ``only`` everything but those kinds is barred. ``when`` is a condition on the case; ``route`` one on
    the row's way of appeal. ``lifted_to`` says who then decides when that is not the board.
    """

    name: str
    title: str
    law: tuple[LegalRef, ...]
    tags: frozenset[str]
    place: Place
    period: Period = Period()
    to_kinds: frozenset[str] = frozenset()
    only: bool = False
    when: Expr | None = None
    route: str = ""
    except_when: Expr | None = None
    lifted_to: BodyRef | None = None
    verified: bool = True


@frozen
class StatutoryDeadline:
    """A time that the law sets (lagfrist)."""

    name: str
    title: str
    law: tuple[LegalRef, ...]
    timing: Timing
    period: Period
    place: Place
    verified: bool = True


@frozen
class StatutoryDuty:
    """Something the law demands in a situation that an order can bring about (lagplikt).

    ``when`` names :data:`SITUATIONS`. With ``route`` it concerns decisions appealed that way, and those whose way of appeal is not said.
    """

    name: str
    title: str
    law: tuple[LegalRef, ...]
    when: frozenset[str]
    period: Period
    place: Place
    route: str = ""
    verified: bool = True

    def applies_to(self, appeal: Appeal | None) -> bool:
        """Whether it concerns a decision appealed in this way."""
        return not self.route or appeal is None or appeal.route == self.route

    def __str__(self) -> str:
        return f"{self.title} ({', '.join(map(str, self.law))})" if self.law else self.title


SITUATIONS: Mapping[str, str] = {
    "anmälan-oreglerad": "ordningen säger inte om beslutet anmäls",
    "anmäls-inte": "beslutet anmäls inte till nämnden",
    "brådskande-anmäls-senare": "ett brådskande beslut anmäls senare än vid nästa sammanträde",
    "nämnd-utan-reglemente": "en nämnd har inget reglemente från fullmäktige",
    "utanför-nämndens-område": "en punkt gäller något som fullmäktige inte har gett nämnden",
    "gemensam-delegation": "flera ska besluta tillsammans",
    "verkställighet-som-beslut": "det som kallas verkställighet är ett beslut",
    "arbetsmiljöuppgift": "en arbetsmiljöuppgift står som delegation",
    "ingen-träder-in": "ingen är utsedd när delegaten är jävig eller borta",
}
"""What can bring about a statutory duty (``utlöses av``): each situation, and what it is."""
