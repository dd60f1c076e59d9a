"""What the cells of a register mean, each different text read once.

In: cells.  Out: what a question is made of, or in words why it cannot be.  Refuses to answer.
"""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TypeVar

from attrs import define, field, frozen

from styrregler.library.audit.columns import people
from styrregler.library.faults import QuestionFault, SeveralMatters
from styrregler.library.reading import as_text, board_named, matter_of, party_named, people_named, sound
from styrregler.model import Party
from styrregler.query import UnreadableRules
from styrregler.query.given import GivenValue, known_unit, read_given
from styrregler.query.lookup import look_up, names_outright
from styrregler.query.reach import all_days
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity

Read = TypeVar("Read")


@frozen
class Unread:
    """Why a cell cannot be read."""

    why: str


@frozen
class Meant:
    """A matter, and the facts that its wording settles."""

    matter: str
    facts: tuple[tuple[str, Quantity | str], ...] = ()


@define(slots=False)
class Words:
    """A dictionary that fills as it is used."""

    rules: RuleSet
    _read: dict[tuple[object, ...], object] = field(factory=dict, init=False)
    _values: dict[tuple[str, type, GivenValue], Quantity | str | Fault] = field(factory=dict, init=False)

    def party(self, text: str) -> Party | Unread:
        return self._once(("party", text), lambda: party_named(text, self.rules))

    def body(self, text: str) -> str | Unread:
        return self._once(("body", text), lambda: board_named(text, self.rules))

    def unit(self, text: str) -> str | Unread:
        def read() -> str:
            return sound(known_unit(as_text(text, "enheten"), self.rules)) if text else ""

        return self._once(("unit", text), read)

    def people(self, text: str, name: str) -> frozenset[str] | Unread:
        return self._once(("people", text), lambda: people_named(people(text), name, self.rules))

    def value(self, fact: str, given: GivenValue) -> Quantity | str | Fault:
        """A value of ``fact``, which is one that the rules declare, on its axis."""
        key = (fact, type(given), given)
        if key not in self._values:
            known, faults = read_given({fact: given}, self.rules)
            self._values[key] = faults[0] if faults else next(iter(known.values()))
        return self._values[key]

    def matter(self, text: str, body: str, on: date) -> Meant | Unread:
        """The matter that ``text`` means to ``body`` on a day."""
        period = -1 if self.by_name(text, body) else bisect_right(self.days, on)

        def read() -> Meant:
            if period < 0:
                return Meant(text)
            _, found = matter_of(as_text(text, "ärendet"), self.rules, body, on)
            return Meant(found.matter, tuple(found.facts.items()))

        return self._once(("matter", text, body, period), read)

    def free(self, text: str, body: str) -> bool:
        """Whether ``text`` names nothing outright, so that it has to be understood, and may say more than a matter."""
        return not self.by_name(text, body) and not self._once(
            ("free", text, body), lambda: look_up(as_text(text, "ärendet"), self.rules, body).exact
        )

    def by_name(self, text: str, body: str) -> bool:
        """Whether ``text`` is a matter's own name, which it means on any day."""
        return names_outright(text, body, self.rules)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which what a wording means may change."""
        return all_days(self.rules)

    def _once(self, key: tuple[object, ...], read: Callable[[], Read]) -> Read | Unread:
        if key not in self._read:
            try:
                self._read[key] = read()
            except (QuestionFault, SeveralMatters, UnreadableRules) as error:
                self._read[key] = Unread(str(error))
        return self._read[key]  # type: ignore[return-value]
