"""The cases that have been met, each asked of the engine once.

In: questions.  Out: a :class:`Case` for each, the same for all that nothing the rules say tells apart.
"""

from attrs import define, field

from styrregler.library.audit.reach import Reach, reach_of
from styrregler.library.audit.told import Case, case_of, unchecked
from styrregler.model import Party
from styrregler.query import Answer, Question, Routing, UnknownMatter, UnreadableRules
from styrregler.query.engine import answer
from styrregler.query.verdict import judge
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity

Key = tuple[object, ...]


@define
class Cases:
    """What the rules say, case by case."""

    rules: RuleSet
    _reaches: dict[tuple[str, str], Reach] = field(factory=dict, init=False)
    _answers: dict[Key, Answer | Case] = field(factory=dict, init=False)
    _cases: dict[tuple[Key, Party], Case] = field(factory=dict, init=False)

    def of(self, question: Question, decided_by: Party) -> Case:
        """The case of a decision."""
        key = self.key(question)
        found = self._cases.get((key, decided_by))
        if found is None:
            found = self._cases[key, decided_by] = self._judged(key, question, decided_by)
        return found

    def reach(self, matter: str, body: str) -> Reach:
        """How far answers about ``matter`` reach; an empty ``body`` is all that have the matter."""
        found = self._reaches.get((matter, body))
        if found is None:
            bodies = (body,) if body else self.rules.matters.get(matter, ())
            found = self._reaches[matter, body] = reach_of(matter, bodies, self.rules)
        return found

    def key(self, question: Question) -> Key:
        """What tells the question's case from others."""
        reach = self.reach(question.matter, question.body)
        facts = question.facts
        shared = (question.matter, question.body, question.unit, question.absent, question.disqualified)
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

    def _judged(self, key: Key, question: Question, decided_by: Party) -> Case:
        found = self._answers.get(key)
        if found is None:
            found = self._answers[key] = self._asked(question)
        if isinstance(found, Case):
            return found
        return case_of(judge(self.rules, Routing(question, decided_by), found))

    def _asked(self, question: Question) -> Answer | Case:
        try:
            return answer(self.rules, question)
        except (UnreadableRules, UnknownMatter) as error:
            return unchecked(str(error))
