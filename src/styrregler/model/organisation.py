"""Bodies, roles and who holds them."""

import enum
from datetime import date

from attrs import frozen

from styrregler.text import Place
from styrregler.values import Period


class BodyKind(enum.Enum):
    """Organslag. The order is from high to low; ``rank`` compares them."""

    COUNCIL = "fullmäktige"
    BOARD = "nämnd"
    PRESIDIUM = "presidium"
    COMMITTEE = "utskott"
    MUNICIPALITY = "kommun"
    ADMINISTRATION = "förvaltning"
    UNIT = "enhet"
    COMPANY = "bolag"
    GROUP = "grupp"

    @property
    def rank(self) -> int:
        """Smaller decides over larger."""
        return {BodyKind.COUNCIL: 0, BodyKind.BOARD: 1, BodyKind.PRESIDIUM: 2, BodyKind.COMMITTEE: 2}.get(
            self, 5
        )


class RoleKind(enum.Enum):
    """Slag: what the law asks of a delegate."""

    ELECTED = "förtroendevald"
    EMPLOYEE = "anställd"
    CONSULTANT = "konsult"
    OUTSIDER = "utomstående"
    AUTOMATED = "automatiserad-beslutsfunktion"


@frozen
class Body:
    """An organisational body (organ): council, board, committee, administration, unit, company or group."""

    name: str
    title: str
    kind: BodyKind
    place: Place
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    belongs_to: str = ""
    led_by: str = ""
    owned_by: str = ""
    chair: str = ""
    vice_chairs: tuple[str, ...] = ()
    meetings: tuple[date, ...] = ()
    form: str = ""
    being_set_up: bool = False


@frozen
class Role:
    """A role (roll): a position or an elected office. ``unit`` is where it belongs, ``chief`` only where written."""

    name: str
    title: str
    kind: RoleKind
    place: Place
    unit: str = ""
    chief: str = ""
    in_each: str = ""
    aliases: tuple[str, ...] = ()


@frozen
class RoleGroup:
    """Several roles under one name (rollgrupp), each on their own."""

    name: str
    title: str
    roles: tuple[str, ...]
    place: Place


@frozen
class Holder:
    """Who holds a role (innehavare), and when."""

    role: str
    person: str
    period: Period
    place: Place
