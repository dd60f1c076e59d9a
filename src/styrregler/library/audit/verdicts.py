"""Verdicts, each case judged once for each who decided.

In: questions, and who decided.  Out: a :class:`Case` for each, the same for all that nothing the rules say tells apart.
"""

from attrs import define, field

from styrregler.library.audit.told import Case, case_of, unchecked
from styrregler.model import Party
from styrregler.query import Question, Routing, UnknownMatter, UnreadableRules
from styrregler.query.cases import Cases, Key
from styrregler.query.verdict import judge
from styrregler.ruleset import RuleSet


@define
class Verdicts:
    """What the rules say of decisions, case by case."""

    rules: RuleSet
    cases: Cases = field(init=False)
    _told: dict[tuple[Key, Party], Case] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.cases = self.rules.kept(Cases)

    def of(self, question: Question, decided_by: Party) -> Case:
        """The case of a decision."""
        key = self.cases.key(question)
        found = self._told.get((key, decided_by))
        if found is None:
            found = self._told[key, decided_by] = self._judged(key, question, decided_by)
        return found

    def _judged(self, key: Key, question: Question, decided_by: Party) -> Case:
        try:
            found = self.cases.answer_in(key, question)
        except (UnreadableRules, UnknownMatter) as error:
            return unchecked(str(error))
        return case_of(judge(self.rules, Routing(question, decided_by), found))
