"""Answers, each case asked of the engine once.

In: a rule set and a question.  Out: its :class:`Answer`: what the engine says, or what it said of an earlier question in the
same case.  Two questions are in the same case when nothing that the rules say tells them apart (``reach``); then only the
receipt and the days by which something is due differ, and those are filled in when they are touched.
"""

from typing import TypeVar

from attrs import define, evolve, field

from styrregler.query import engine
from styrregler.query.answer import Answer
from styrregler.query.candidates import Candidates, candidates_for
from styrregler.query.duties import deadline_of, report_by
from styrregler.query.explain import receipt
from styrregler.query.question import Question, known_of
from styrregler.query.reach import Reach, reach_of
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity

Key = tuple[object, ...]
Kept = TypeVar("Kept")
MOST = 65_536
"""How many answers are kept; then they are all forgotten."""


def answer(rules: RuleSet, question: Question) -> Answer:
    """Who decides, and what follows.

    Raises UnknownMatter when no row is about the matter, UnreadableRules when a row that it rests on cannot be read.
    """
    return rules.kept(Cases).answer(question)


def _keep(kept: dict[Key, Kept], key: Key, found: Kept) -> None:
    if len(kept) >= MOST:
        kept.clear()
    kept[key] = found


@define(slots=False)
class Cases:
    """The cases of a rule set that have been met."""

    rules: RuleSet
    _reaches: dict[tuple[str, str], Reach] = field(factory=dict, init=False)
    _answers: dict[Key, Answer] = field(factory=dict, init=False)
    _candidates: dict[Key, Candidates] = field(factory=dict, init=False)

    @property
    def count(self) -> int:
        """How many have been met, and are kept."""
        return len(self._answers)

    def answer(self, question: Question) -> Answer:
        """What is answered in the question's case."""
        return self.answer_in(self.key(question), question)

    def answer_in(self, key: Key, question: Question) -> Answer:
        """As :meth:`answer`, when the question's ``key`` is known."""
        found = self._answers.get(key)
        if found is not None:
            return Answer.unfolding(found.shared, self.filled, (question,))
        found = engine.answer(self.rules, question)
        _keep(self._answers, key, found)
        return found

    def candidates(self, question: Question, body: str) -> Candidates:
        """The rows of ``body`` that may answer the question, and those that may not. Raises UnreadableRules."""
        key = (body, self.key(question))
        found = self._candidates.get(key)
        if found is None:
            found = candidates_for(question, body, self.rules, known_of(question, self.rules))
            _keep(self._candidates, key, found)
        return found

    def key(self, question: Question) -> Key:
        """What tells the question's case from others."""
        reach = self.reach(question.matter, question.body)
        facts = question.facts
        shared = (
            question.matter, question.body, question.unit, question.absent, question.disqualified, question.strict
        )  # fmt: skip
        if any(self.by_year(name, value) for name, value in facts.items()):
            # Where a yearly amount is itself given, lines are not where they used to be.
            return (*shared, reach.period(question.on), question.on.year, frozenset(facts.items()))
        parts = frozenset(
            (name, part) for name, value in facts.items() if (part := reach.part(name, value)) is not None
        )
        return (*shared, reach.period(question.on), parts)

    def by_year(self, name: str, value: Quantity | str) -> bool:
        """Whether a given fact is a yearly amount, or so many of one."""
        amounts = self.rules.corpus.amounts
        return name in amounts or (isinstance(value, Quantity) and value.unit in amounts)

    def reach(self, matter: str, body: str) -> Reach:
        """How far answers about ``matter`` reach; an empty ``body`` is all that have the matter."""
        found = self._reaches.get((matter, body))
        if found is None:
            bodies = (body,) if body else self.rules.matters.get(matter, ())
            found = self._reaches[matter, body] = reach_of(matter, bodies, self.rules)
        return found

    # ---------- what differs within a case

    def filled(self, name: str, case: Answer, question: Question) -> object:
        """The field ``name`` of the answer to ``question``, when ``case`` is that of another in the same case."""
        match name:
            case "receipt":
                return receipt(self.rules, question)
            case "consult" | "inform":
                return tuple(
                    evolve(duty, deadline=deadline_of(duty.timing, case.matter.body, question, self.rules))
                    for duty in (case.consult if name == "consult" else case.inform)
                )
            case "report":
                return tuple(
                    evolve(
                        duty, deadline=report_by(duty.to, duty.timing, case.matter.body, question, self.rules)
                    )
                    for duty in case.report
                )
            case "branches":
                return tuple(
                    evolve(each, answer=Answer.unfolding(each.answer.shared, self.filled, (question,)))
                    for each in case.branches
                )
            case _:
                raise AttributeError(name)
