"""Regions of cases: boxes of typed facts, cut only where a condition changes its mind.

In: something that is asked of a box and either answers or names the condition it waits for.  Out: boxes that together
cover every case once, each with its answer.  Exact: a box is cut in two by the first comparison that is open in it, never
sampled.  Refuses to know what the answers mean, and to guess: where it cannot go on it raises Stopped.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar, assert_never

from attrs import define, frozen

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Known, Not, truth
from styrregler.logic.expr import NO, YES
from styrregler.logic.truth import Interval, cut_of
from styrregler.model import Fact, FactKind
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, UnitKind

Found = TypeVar("Found")

MOST_STEPS = 6_000
"""How many times one matter may be asked before the analysis stops."""


class Stopped(Exception):
    """The analysis cannot go on; ``reason`` says why, in Swedish."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@define
class Budget:
    """How much is left of what one matter may cost."""

    steps: int = MOST_STEPS

    def spend(self) -> None:
        self.steps -= 1
        if self.steps < 0:
            raise Stopped("för många fall att gå igenom")


@frozen
class Space:
    """The cases there are: what each fact can be. ``cut`` is the one place where a box is divided."""

    rules: RuleSet
    budget: Budget

    def boxes(self, ask: Callable[[Known], Found | Expr], start: Known) -> Iterator[tuple[Known, Found]]:
        """Boxes inside ``start`` that cover it once, each with what ``ask`` says of every case in it.

        Raises Stopped when the budget runs out or a condition has no meaning; what has been given until then holds.
        """
        stack = [start]
        while stack:
            at = stack.pop()
            self.budget.spend()
            found = ask(at)
            if isinstance(found, Compare | Is | Not | AllOf | AnyOf):
                stack += reversed(self.cut(_open_in(found, at), at))
            else:
                yield at, found

    def where(self, condition: Expr, start: Known, *, holds: bool = True) -> Known | None:
        """A box in which ``condition`` holds (or does not) throughout; None when there is no such case."""

        def ask(at: Known) -> bool | Expr:
            value = truth(condition, at)
            return condition if value is None else value

        return next((at for at, value in self.boxes(ask, start) if value is holds), None)

    def cut(self, atom: Compare | Is, at: Known) -> list[Known]:
        """``at`` in two: where ``atom`` holds and where it does not."""
        fact = self.rules.corpus.facts.get(atom.fact)
        value = at.facts.get(atom.fact)
        match atom:
            case Compare():
                _comparable(atom, fact)
                size = at.measure(atom.constant)
                if size is None:
                    raise Stopped(f"värdet {atom.constant.unit} har inget belopp för något år")
                if value is not None and not isinstance(value, Interval):
                    raise Stopped(f"uppgiften {atom.fact} används både som mängd och som val")
                within, line = value or Interval(), cut_of(atom, size, at)
                halves = [Interval(within.low, line), Interval(line, within.high)]
                if not atom.operator.below:
                    halves.reverse()
                return [at.given(atom.fact, half) for half in halves]
            case Is(name, values):
                if (fact is not None and fact.kind is FactKind.MEASURED) or isinstance(
                    value, Interval | Quantity
                ):
                    raise Stopped(f"uppgiften {name} används både som mängd och som val")
                possible = (
                    value
                    if isinstance(value, frozenset)
                    else frozenset(self.rules.choices.get(name, (YES, NO)))
                )
                parts = (possible & values, possible - values)
                return [at.given(name, part) for part in parts if part]
            case _:
                assert_never(atom)


def _open_in(condition: Expr, at: Known) -> Compare | Is:
    """The first comparison that keeps ``condition`` open."""
    match condition:
        case Compare() | Is():
            return condition
        case Not(operand):
            return _open_in(operand, at)
        case AllOf(operands) | AnyOf(operands):
            return _open_in(next(each for each in operands if truth(each, at) is None), at)
        case _:
            assert_never(condition)


def _comparable(atom: Compare, fact: Fact | None) -> None:
    """Raises Stopped when the fact and the constant are measured differently."""
    if fact is None:
        return
    unit = atom.constant.kind or (UnitKind.MONEY if atom.constant.unit else UnitKind.COUNT)
    if fact.kind is not FactKind.MEASURED:
        raise Stopped(f"uppgiften {atom.fact} används både som mängd och som val")
    if (fact.unit or UnitKind.COUNT) is not unit:
        raise Stopped(
            f"uppgiften {atom.fact} mäts i {(fact.unit or UnitKind.COUNT).value} men jämförs med {atom.constant}"
        )
