"""Deviations (avvikelser): what has gone wrong, by what it is recognised, who is told and what is done about it.

In: nothing; values only.  Refuses to say how serious a particular event is: the text has a level to begin with.
"""

from attrs import frozen

from styrregler.logic import Expr
from styrregler.model.interplay import Agreed
from styrregler.model.order_parts import FreeText
from styrregler.model.parties import Party
from styrregler.model.row_parts import Notice
from styrregler.text import Place
from styrregler.values import Timing

SEVERITY = "allvar"
"""The fact that says how serious a deviation is; its answers are the levels, the mildest first."""


@frozen
class Measure:
    """What is to be done (åtgärd), by all of ``parties``."""

    parties: tuple[Party, ...]
    text: str
    place: Place
    timing: Timing | None = None
    when: Expr | None = None


@frozen
class Onwards:
    """The escalation that a deviation is carried on by (eskaleras enligt)."""

    escalation: str
    place: Place
    when: Expr | None = None


@frozen
class Deviation:
    """A kind of deviation.

    ``wordings`` are what people may say when it has happened, ``found_by`` those who may find it (names or general words),
    ``severity`` its level to begin with; empty where none is stated.
    """

    agreed: Agreed
    wordings: tuple[str, ...] = ()
    severity: str = ""
    found_by: tuple[str, ...] = ()
    reports: tuple[Notice, ...] = ()
    measures: tuple[Measure, ...] = ()
    onwards: tuple[Onwards, ...] = ()
    follow_ups: tuple[Notice, ...] = ()
    protection: tuple[FreeText, ...] = ()

    @property
    def name(self) -> str:
        return self.agreed.name

    @property
    def title(self) -> str:
        return self.agreed.title

    @property
    def sayings(self) -> tuple[str, ...]:
        """All that it can be recognised by: its wordings, and its title."""
        return (*self.wordings, self.title)
