"""What is measured: one function from a text to what was understood.

In: whichever reader the package has.  Out: that reader behind one small face.  Refuses to know the questions.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
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


Reader = Callable[[Rules, str], Understood]


class OnlySearched:
    """What there is without a reader: the search of matters and its facts, no body, role or kind of question."""

    body = role = ""
    kind = "vem"

    def __init__(self, rules: Rules, text: str) -> None:
        found = rules.find(text)
        self.matters = tuple(dict.fromkeys(each.matter for each in found.candidates))
        self.facts = found.candidates[0].facts if found.candidates else {}


def reader() -> tuple[str, Reader]:
    """The reader that is measured, and what to call it."""
    try:
        read: Reader = import_module("styrregler.understanding").understand
    except (ModuleNotFoundError, AttributeError):
        return "bara sökningen", OnlySearched
    return "förståelsen", read
