"""One matter in one board on one day, with the rows that may answer, ready to be asked of whole regions of cases.

In: a rule set, a body, a matter, a day.  Out: the boxes of the matter with the engine's own ruling in each, and witnesses.
Refuses to read the rows by itself: who decides in a box is always the engine's word.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from attrs import evolve, field, frozen

from styrregler.analysis.findings import Witness
from styrregler.analysis.natural import natural
from styrregler.analysis.regions import Budget, Space, Stopped
from styrregler.logic import Expr, Known, Variable, atoms, describe_region, variables_of
from styrregler.logic.expr import NO
from styrregler.logic.truth import Interval
from styrregler.model import Outcome, Party, Rule, RuleKind
from styrregler.query import Question
from styrregler.query.asked import Asked
from styrregler.query.candidates import Candidate, Candidates
from styrregler.query.ruling import Ruling, ruling_or_open
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, UnitKind


class Box(NamedTuple):
    """A region of cases in which the rows say one and the same thing."""

    known: Known
    ruling: Ruling


OPENED = "inlett"
"""The fact that says when the case was opened."""


@frozen(slots=False)
class Situation:
    """Everything about a matter that does not change from case to case."""

    rules: RuleSet
    asked: Asked
    space: Space = field(repr=False)

    @classmethod
    def of(cls, rules: RuleSet, question: Question, budget: Budget | None = None) -> "Situation":
        """Raises UnreadableRules when a row in force cannot be read."""
        asked = Asked.of(rules, evolve(question, strict=True), question.body)
        asked = evolve(asked, candidates=_with_openings(asked.candidates))
        return cls(rules, asked, Space(rules, budget or Budget()))

    @property
    def rows(self) -> tuple[Candidate, ...]:
        """The rows in force that are points of an order, not its general rules."""
        return tuple(each for each in self.asked.candidates.kept if each.rule.kind is not RuleKind.GENERAL)

    @property
    def every_row(self) -> tuple[Rule, ...]:
        """Every row of the board about the matter, whether it may answer or not."""
        return self.rules.rules_for(self.asked.body, self.asked.question.matter)

    # ---------- boxes

    @cached_property
    def _explored(self) -> tuple[tuple[Box, ...], str]:
        found: list[Box] = []
        try:
            found += self.boxes_of(self.asked.candidates.kept)
        except Stopped as stop:
            return tuple(found), stop.reason
        return tuple(found), ""

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The boxes of the matter; all of them unless :attr:`stopped` says otherwise."""
        return self._explored[0]

    @property
    def stopped(self) -> str:
        """Why not every box is there; empty when all are."""
        return self._explored[1]

    def boxes_of(self, kept: Iterable[Candidate], within: Known | None = None) -> Iterator[Box]:
        """What ``kept`` alone say, box by box, ``within`` a region. Raises Stopped."""
        candidates = evolve(self.asked.candidates, kept=tuple(kept))

        def ask(at: Known) -> Ruling | Expr:
            return ruling_or_open(candidates, at, self.rules, self.asked.body)

        start = self.asked.known if within is None else within
        return (Box(at, ruling) for at, ruling in self.space.boxes(ask, start))

    # ---------- a box in words, and as a case

    @cached_property
    def _variables(self) -> Mapping[str, Variable]:
        conditions = [*self.asked.conditions()]
        return {each.fact: each for each in variables_of(conditions, self.asked.known, self.rules.choices)}

    def case(self, at: Known, *, every: bool = False) -> str:
        """The box as a condition in the language's own words.

        A judgement left to the delegate is taken as «nej» unsaid, as in an answer, unless ``every`` fact is asked for.
        """
        regions = self._regions(at, every=every)
        return " och ".join(
            describe_region(variable, region, at)
            for name, region in regions
            if (variable := self._variables.get(name)) is not None
        )

    def widest(self, at: Known, kept: Iterable[Candidate] | None = None) -> Known:
        """``at`` without the facts that do not matter for what the rows (or ``kept`` alone) say there."""
        candidates = (
            self.asked.candidates if kept is None else evolve(self.asked.candidates, kept=tuple(kept))
        )

        def says_at(known: Known) -> object:
            found = ruling_or_open(candidates, known, self.rules, self.asked.body)
            return found.key if isinstance(found, Ruling) else None

        wanted = says_at(at)
        for name, _ in self._regions(at, every=True):
            less = evolve(at, facts={fact: value for fact, value in at.facts.items() if fact != name})
            if says_at(less) == wanted:
                at = less
        return at

    def witness(self, at: Known, disqualified: Iterable[str] = ()) -> Witness | None:
        """A case inside the box; None when the box holds only values that cannot be written."""
        facts: dict[str, Quantity | str] = dict(self.asked.question.facts)
        for name, region in self._regions(at):
            value = self._value(name, region)
            if value is None:
                return None
            facts[name] = value
        question = self.asked.question
        return Witness(question.matter, question.body, question.on, facts, tuple(disqualified))

    def _value(self, name: str, region: Interval | frozenset[str]) -> Quantity | str | None:
        fact = self.rules.corpus.facts.get(name)
        if isinstance(region, frozenset):
            answers = fact.answers if fact is not None else sorted(region)
            return NO if NO in region else next((each for each in answers if each in region), min(region))
        possible = self._opened(region) if name == OPENED else region
        unit = (fact.unit if fact is not None else None) or UnitKind.COUNT
        return natural(possible, unit) if possible is not None else None

    def _opened(self, region: Interval) -> Interval | None:
        """The part of ``region`` in which a case may have been opened: no later than its decision."""
        last = (Quantity.of_day(self.asked.question.on).measure + 1, False)
        if region.low is not None and region.low >= last:
            return None
        return region if region.high is not None and region.high <= last else evolve(region, high=last)

    def _regions(self, at: Known, *, every: bool = False) -> Iterator[tuple[str, Interval | frozenset[str]]]:
        for name, region in at.facts.items():
            if isinstance(region, Interval | frozenset) and (every or not self._taken_as_no(name, region)):
                yield name, region

    def _taken_as_no(self, name: str, region: object) -> bool:
        return region == {NO} and name in self.rules.judgements


def _with_openings(candidates: Candidates) -> Candidates:
    """Where a row asks for the very fact that an order's cases are limited by, the limit counts in every case."""
    if all(each.order.opened is None for each in candidates.kept):
        return candidates
    conditions = [condition for each in candidates.kept for condition in conditions_of(each.rule)]
    conditions += [bar.when for each in candidates.kept for bar in each.law if bar.when is not None]
    asked = {atom.fact for condition in conditions for atom in atoms(condition)}
    kept = []
    for each in candidates.kept:
        opened = each.order.opened
        limited = opened is not None and each.rule.kind is not RuleKind.GENERAL and opened not in each.needs
        if limited and opened is not None and asked & {atom.fact for atom in atoms(opened)}:
            each = evolve(each, needs=(*each.needs, opened))
        kept.append(each)
    return evolve(candidates, kept=tuple(kept))


def conditions_of(rule: Rule) -> Iterator[Expr]:
    """The conditions of a row that can change who decides."""
    yield from (each.when for each in rule.exceptions)
    for group in (rule.alternatives, rule.elsewhere, rule.overrides):
        yield from (each.when for each in group if each.when is not None)
    if rule.execution is not None and rule.execution.when is not None:
        yield rule.execution.when


def says(ruling: Ruling) -> tuple[Outcome, frozenset[Party]]:
    """What a ruling comes to, whichever rows it rests on."""
    return (ruling.outcome, ruling.deciders)
