"""TID: when something is to happen, one and the same form everywhere in the language."""

import enum
from datetime import date

from attrs import frozen

from styrregler.values.quantity import Quantity


class TimingKind(enum.Enum):
    """The forms of TID."""

    AT_ONCE = "genast"
    SOON = "snarast"
    CONTINUOUSLY = "löpande"
    SAME_DAY = "samma dag"
    NEXT_MEETING = "nästa sammanträde"
    EVERY = "varje"
    EVERY_STEP = "vid varje steg"
    BEFORE = "före"
    AFTER = "efter"
    WITHIN = "inom"
    LATEST = "senast"


@frozen
class Timing:
    """A time as written.

    ``unit`` belongs to EVERY («kvartal»), ``event`` to BEFORE, AFTER, WITHIN and LATEST («beslut»), ``amount`` to
    WITHIN and LATEST, ``day`` to LATEST; ``before`` tells «7 dagar före» from «7 dagar efter».
    """

    kind: TimingKind
    amount: Quantity | None = None
    event: str = ""
    before: bool = False
    unit: str = ""
    day: date | None = None

    def __str__(self) -> str:
        match self.kind:
            case TimingKind.EVERY:
                return f"varje {self.unit}"
            case TimingKind.BEFORE | TimingKind.AFTER:
                return f"{self.kind.value} {self.event}"
            case TimingKind.WITHIN:
                return f"inom {self.amount}" + (f" efter {self.event}" if self.event else "")
            case TimingKind.LATEST:
                if self.day:
                    return f"senast {self.day}"
                return f"senast {self.amount} {'före' if self.before else 'efter'} {self.event}"
            case _:
                return str(self.kind.value)
