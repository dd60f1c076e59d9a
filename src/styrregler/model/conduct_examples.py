"""Examples that ask what has happened, or about a code of conduct, with the answers that are meant.

In: nothing; values only.  None: not said.
"""

from datetime import date

from attrs import frozen

from styrregler.model.parties import Party
from styrregler.text import Place
from styrregler.values import Quantity, Timing


@frozen
class ExpectedDuty:
    """Somebody who is to be told or to do something; ``timing`` as written, or «senast» a day for the day it falls on."""

    party: Party
    timing: Timing | None = None
    text: str = ""


@frozen
class DeviationExample:
    """An example with ``hänt``. ``deviations`` are all that are to be found: none, one, or several to choose among."""

    title: str
    place: Place
    happened: str
    deviations: tuple[str, ...]
    on: date | None = None
    body: str = ""
    facts: tuple[tuple[str, Quantity | str], ...] = ()
    severity: str = ""
    reports: tuple[ExpectedDuty, ...] | None = None
    measures: tuple[ExpectedDuty, ...] | None = None
    escalations: tuple[str, ...] | None = None
    follow_ups: tuple[ExpectedDuty, ...] | None = None


@frozen
class ConductExample:
    """An example with ``kod``: whom the code binds, which bodies have adopted it by the day, and which have not.

    ``does`` and ``avoids`` are how texts begin that stand in some rule of it.
    """

    title: str
    place: Place
    code: str
    on: date | None = None
    bound: tuple[str, ...] | None = None
    adopted: tuple[str, ...] | None = None
    not_adopted: tuple[str, ...] | None = None
    values: tuple[str, ...] | None = None
    does: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
