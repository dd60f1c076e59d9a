"""What a rule rests on: where in the text it was written, who adopted it, and by which statute."""

import enum
from datetime import date

from attrs import field, frozen

from styrregler.text import Place
from styrregler.values import LegalRef


class Level(enum.Enum):
    """Where a clause was written. Nearer wins; ``dock`` of one level must agree among themselves."""

    LAW = "lag"
    ORDER = "ordning"
    SECTION = "avsnitt"
    POINT = "punkt"


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
