"""A question, and what is known when it is asked."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import evolve, field, frozen

from styrregler.logic import Known, Value
from styrregler.ruleset import RuleSet
from styrregler.text import Place
from styrregler.values import Quantity


@frozen
class Question:
    """Who decides ``matter``?

    ``facts`` by name: a quantity, an answer («avslag», «ja»), or for relations a name. ``dated`` says that ``on`` is
    the day of the decision rather than today standing in for it. ``strict`` asks judgements too.
    """

    matter: str
    on: date
    facts: Mapping[str, Quantity | str] = field(factory=dict)
    body: str = ""
    unit: str = ""
    absent: frozenset[str] = frozenset()
    disqualified: frozenset[str] = frozenset()
    strict: bool = False
    dated: bool = True

    @property
    def away(self) -> frozenset[str]:
        """Whoever cannot decide now."""
        return self.absent | self.disqualified

    def without(self, away: frozenset[str]) -> "Question":
        """With these away too."""
        return evolve(self, absent=self.absent | away) if away else self

    def in_body(self, body: str) -> "Question":
        return evolve(self, body=body)


class UnreadableRules(Exception):
    """The answer rests on rows that cannot be read: «regeln kan inte läsas».

    ``places`` say where. Never raised for a rule set that `kontrollera` finds without errors.
    """

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        where = ", ".join(f"{place.path}:{place.line}" for place in places)
        super().__init__(f"regeln kan inte läsas: {where}")


class UnknownMatter(Exception):
    """No row is about the matter; ``candidates`` are the nearest."""

    def __init__(self, text: str, candidates: tuple[str, ...] = ()) -> None:
        self.text, self.candidates = text, candidates
        super().__init__(f"ärendet «{text}» finns inte i regelverket")


def known_of(question: Question, rules: RuleSet) -> Known:
    """The facts on their axes, with the yearly amounts of the decision's year."""
    year = question.on.year
    given: dict[str, Value] = dict(question.facts)

    def amount(name: str) -> Fraction | None:
        own = given.get(name)
        if isinstance(own, Quantity) and own.unit == "kr":
            return own.measure
        return rules.amount(name, year)

    return Known(given, amount, whole=rules.whole_numbers)
