"""Questions with the answers that a board means (exempel)."""

from datetime import date

from attrs import frozen

from styrregler.model.case import ExpectedCase
from styrregler.model.outcomes import Outcome, Verdict
from styrregler.model.parties import Party
from styrregler.text import Place
from styrregler.values import Quantity


@frozen
class ExpectedFact:
    """A fact as an example gives it; ``value`` «ja» where only the name stands."""

    name: str
    value: Quantity | str | date


@frozen
class Example:
    """A question with the answer that the board means (exempel). None or empty: not said."""

    title: str
    place: Place
    question: str = ""
    matter: str = ""
    body: str = ""
    given: tuple[ExpectedFact, ...] = ()
    on: date | None = None
    absent: tuple[str, ...] = ()
    disqualified: tuple[str, ...] = ()
    decided_by: Party | None = None
    deciders: tuple[Party, ...] | None = None
    outcome: Outcome | Verdict | None = None
    missing: tuple[str, ...] | None = None
    numbers: tuple[str, ...] | None = None
    also_competent: tuple[str, ...] | None = None
    informed: tuple[str, ...] | None = None
    reported_to: Party | None = None
    not_reported: bool = False
    substitutes: tuple[Party, ...] | None = None
    law: tuple[str, ...] | None = None
    appeal: str | None = None
    case: ExpectedCase | None = None
