"""What is measured: one function from a text to what was understood.

In: whichever reader the package has.  Out: that reader behind one small face.  Refuses to know the questions.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from styrregler.library import Rules
from styrregler.query.given import GivenValue


class Understood(Protocol):
    """What was read out of a text; an empty ``matters`` refuses, empty texts say that none was named."""

    @property
    def matters(self) -> Sequence[str]: ...
    @property
    def facts(self) -> Mapping[str, GivenValue]: ...
    @property
    def body(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def kind(self) -> str: ...


TODAY = date(2026, 11, 24)
"""The day that days in the questions are counted from."""
Reader = Callable[[Rules, str], Understood]


class OnlySearched:
    """What there is without a reader: the search of matters and its facts, no body, role or kind of question."""

    body = role = ""
    kind = "vem"

    def __init__(self, rules: Rules, text: str) -> None:
        found = rules.find(text)
        self.matters = tuple(dict.fromkeys(each.matter for each in found.candidates))
        self.facts = found.candidates[0].facts if found.candidates else {}


class Read:
    """What the library reads out of a question."""

    def __init__(self, rules: Rules, text: str) -> None:
        read = rules.understand(text, TODAY)
        self.matters = tuple(hit.matter for hit in read.hits)
        self.facts: Mapping[str, GivenValue] = {fact.name: fact.value for fact in read.facts}
        self.body = read.body.name if read.body is not None else ""
        self.role = read.role.name if read.role is not None and not read.absent else ""
        self.kind = read.kind.value
        self.day = str(read.day.last) if read.day is not None else ""


def reader() -> tuple[str, Reader]:
    """The reader that is measured, and what to call it."""
    return "förståelsen", Read
