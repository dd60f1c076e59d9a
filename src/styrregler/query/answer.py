"""What an answer holds. Frozen values; the JSON form mirrors them field by field."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Self

from attrs import field, frozen

from styrregler.model import Outcome, Party, Rule, Verdict
from styrregler.text import Place
from styrregler.values import FrozenMap, Timing


@frozen
class Decider:
    """Whoever decides: ``title`` as people write it. ``condition`` when it holds only then; ``instead_of`` when standing in."""

    party: Party
    title: str
    condition: str = ""
    instead_of: str = ""
    rule: str = ""
    """The number of the row that says so."""
    subdelegated: bool = False


@frozen
class UnlessCase:
    """A judgement left open, and who decides if it goes the other way."""

    when: str
    outcome: Outcome
    deciders: tuple[Decider, ...]


@frozen
class Superior:
    """A chief who may decide: always, or only when the delegate is away."""

    party: Party
    title: str
    only_in_absence: bool


@frozen
class Step:
    """A step before the decision (förutsätter)."""

    text: str
    condition: str = ""


@frozen
class Duty:
    """Someone to ask or inform: when, within what time and, where a day was given, by which day."""

    party: Party
    title: str
    timing: Timing | None = None
    deadline: date | None = None
    condition: str = ""


@frozen
class ReportDuty:
    """Reporting to a body. ``to`` None: it is not to be reported. ``decided`` False: the order does not say."""

    to: Party | None
    title: str
    via: str = ""
    timing: Timing | None = None
    form: str = ""
    deadline: date | None = None
    condition: str = ""
    decided: bool = True


@frozen
class AppealRoute:
    """How the decision is appealed; ``route`` empty: it cannot be, or the order does not say (``decided`` False).

    ``timing`` and ``law`` are what the law says of that way, where somebody has read it.
    """

    route: str
    to: str = ""
    decided: bool = True
    timing: Timing | None = None
    law: tuple[str, ...] = ()


@frozen
class LawReference:
    """A statute reference in its one written form, with the act it means.

    ``repealed`` is the last day of an act that is no longer in force on the day of the question.
    """

    text: str
    sfs: str
    repealed: date | None = None


@frozen
class MissingFact:
    """A fact to ask for, and how to ask."""

    fact: str
    question: str


@frozen
class Branch:
    """One case of Depends."""

    when: str
    answer: "Answer"


@frozen
class ChainLink:
    """One step of the way from the council to the delegate; ``document`` empty where the link is missing."""

    giver: str
    receiver: str
    document: str = ""
    number: str = ""
    adopted: str = ""
    place: Place | None = None

    @property
    def missing(self) -> bool:
        return not self.document


@frozen
class Excluded:
    """A candidate that it was not, and why."""

    rule: str
    title: str
    stage: str
    """time, scope, competence, priority or conditions."""
    reason: str
    place: Place


@frozen
class SourceRef:
    """Where in the text an answer stands."""

    place: Place
    adopted: str = ""


@frozen
class MatterRef:
    """The matter that was asked about, and the row that determines it (``number`` empty when none does)."""

    id: str
    number: str
    title: str
    order: str
    body: str
    body_title: str


@frozen
class Receipt:
    """Enough to ask the same question again: which rules, which day, which facts."""

    ruleset: str
    version: str
    on: date
    facts: Mapping[str, str] = field(converter=FrozenMap)


@frozen
class ExtraLine:
    """A line that a plugin adds under an answer: what it is about, and what it says. It changes nothing in the answer."""

    label: str
    text: str
    plugin: str = ""


Shared = dict[str, object]


class Unfolding:
    """A value that is like another but for a few fields, which are made when they are touched. Equal to one made whole."""

    __slots__ = ("_rest",)
    DIFFERING: ClassVar[frozenset[str]] = frozenset()
    """The fields in which it may differ."""

    @classmethod
    def unfolding(cls, like: "Shared", fill: Callable[..., object], given: tuple[object, ...]) -> Self:
        """A value with the ``shared`` fields of another; field ``name`` of the rest is ``fill(name, other, *given)``."""
        made = object.__new__(cls)
        _set_fields(made, like)
        _set_rest(made, (fill, given))
        return made

    @cached_property
    def shared(self) -> "Shared":
        """What those that are like it have in common with it: one dict, which nobody changes."""
        same = (name for name in self.__annotations__ if name not in self.DIFFERING)
        return {**{name: getattr(self, name) for name in same}, "_like": self}

    if not TYPE_CHECKING:  # to mypy a field that does not exist is still an error

        def __getattr__(self, name: str) -> object:
            """Only called for what is not there yet."""
            if name not in self.DIFFERING:
                raise AttributeError(name)
            fill, given = self._rest
            fields = self.__dict__
            value = fill(name, fields["_like"], *given)
            _set_fields(self, {**fields, name: value})
            return value

    def __getstate__(self) -> dict[str, object]:
        """Whole, without what it is made from."""
        return {name: getattr(self, name) for name in self.__annotations__}


@frozen(slots=False)
class Answer(Unfolding):
    """Who decides, and everything that follows from it."""

    DIFFERING = frozenset({"receipt", "consult", "inform", "report", "branches"})

    outcome: Outcome
    matter: MatterRef
    receipt: Receipt
    deciders: tuple[Decider, ...] = ()
    also_competent: tuple[Decider, ...] = ()
    unless: tuple[UnlessCase, ...] = ()
    requires: tuple[Step, ...] = ()
    substitutes: tuple[Decider, ...] = ()
    superiors: tuple[Superior, ...] = ()
    consult: tuple[Duty, ...] = ()
    inform: tuple[Duty, ...] = ()
    report: tuple[ReportDuty, ...] = ()
    appeal: AppealRoute | None = None
    subdelegation: str = ""
    law: tuple[LawReference, ...] = ()
    conditions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    branches: tuple[Branch, ...] = ()
    chain: tuple[ChainLink, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    excluded: tuple[Excluded, ...] = ()
    conflict: str = ""
    extra: tuple[ExtraLine, ...] = ()
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    """The determining rows."""


_Set = Callable[[object, object], None]
_set_rest: _Set = Unfolding.__dict__["_rest"].__set__
_set_fields: _Set = Answer.__dict__["__dict__"].__set__


@frozen
class CheckResult:
    """The verdict on a decision, with the answer that says who was right. ``reason`` is one Swedish sentence."""

    verdict: Verdict
    reason: str
    answer: Answer
    missing: tuple[MissingFact, ...] = ()
