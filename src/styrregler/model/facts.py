"""Facts that conditions ask for, and amounts that are fixed for each year."""

import enum
from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from styrregler.text import Place
from styrregler.values import UnitKind


class FactKind(enum.Enum):
    """How a fact (uppgift) is answered."""

    MEASURED = "mängd"
    CHOICE = "val"
    JUDGEMENT = "bedömning"


@frozen
class Fact:
    """A fact (uppgift); ``place`` is None for those that the language itself brings. ``unit`` for a measured one; ``answers`` for a choice («ja, nej» is a yes/no fact).

    ``judged_by`` says whose judgement it is; a judgement left to the delegate («delegaten») never holds up an answer.
    """

    name: str
    question: str
    kind: FactKind
    unit: UnitKind | None = None
    answers: tuple[str, ...] = ()
    judged_by: str = ""
    place: Place | None = None
    aliases: tuple[str, ...] = ()

    @property
    def open_judgement(self) -> bool:
        return self.kind is FactKind.JUDGEMENT and self.judged_by == "delegaten"


@frozen
class YearlyAmount:
    """An amount fixed for each year (värde), in kronor by year."""

    name: str
    title: str
    figures: Mapping[int, Fraction]
    place: Place
    aliases: tuple[str, ...] = ()
