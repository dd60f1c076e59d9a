"""One question to one body, with the rows that may answer it."""

from collections.abc import Iterator

from attrs import evolve, frozen

from styrregler.logic import UNDECIDED, Expr, Known, Variable, variables_of
from styrregler.logic.expr import NO
from styrregler.model import BodyRef, Rule
from styrregler.query.answer import MatterRef
from styrregler.query.candidates import Candidates, candidates_for
from styrregler.query.people import title_of
from styrregler.query.question import Question, known_of
from styrregler.query.ruling import Ruling, rule_on
from styrregler.query.subdelegation import subdelegated
from styrregler.ruleset import RuleSet


@frozen
class Asked:
    """Everything about a question that does not change from case to case.

    ``known`` is what was given; ``usual`` is that with every judgement left to the delegate taken not to hold, which is
    how an answer is given unless the question is strict.
    """

    rules: RuleSet
    question: Question
    body: str
    known: Known
    usual: Known
    candidates: Candidates

    @classmethod
    def of(cls, rules: RuleSet, question: Question, body: str) -> "Asked":
        known = known_of(question, rules)
        open_ones = () if question.strict else rules.judgements - known.facts.keys()
        usual = evolve(known, facts={**known.facts, **dict.fromkeys(open_ones, NO)})
        return cls(rules, question, body, known, usual, candidates_for(question, body, rules, known))

    def conditions(self) -> Iterator[Expr]:
        """Every condition that can change who decides."""
        # A sub-delegate only adds a decider, unless somebody is away: then it matters whether a substitute steps in.
        further = self.candidates.further if self.question.away else ()
        for candidate in (*self.candidates.kept, *further):
            rule = candidate.rule
            yield from candidate.needs
            yield from (each.when for each in rule.exceptions)
            for group in (rule.alternatives, rule.elsewhere, rule.overrides, candidate.law):
                yield from (each.when for each in group if each.when is not None)
            if rule.execution is not None and rule.execution.when is not None:
                yield rule.execution.when

    def variables(self, known: Known) -> tuple[Variable, ...]:
        """What is not known and may matter."""
        return variables_of(self.conditions(), known, self.rules.choices)

    def ruling(self, known: Known) -> Ruling | object:
        return rule_on(self.candidates, known, self.rules, self.body)

    def key(self, known: Known) -> object:
        """The ruling as the table of cases compares it."""
        ruling = self.ruling(known)
        if not isinstance(ruling, Ruling):
            return UNDECIDED
        if not self.question.away:
            return ruling.key
        further = tuple(subdelegated(self.candidates, ruling, known, self.rules))
        if any(each.conditions for each in further):
            return UNDECIDED
        return (ruling.key, tuple(each.parties for each in further))

    def settled(self, known: Known) -> Ruling:
        """The ruling in a case of the table: nothing still unknown matters, so any completion gives it."""
        while not isinstance(ruling := self.ruling(known), Ruling):
            variable = self.variables(known)[0]
            known = variable.assume(known, variable.regions[0])
        return ruling

    def first_rule(self) -> Rule | None:
        """A row to speak of when none decides: the first that is in force, else the first that is no mere proposal."""
        kept = [candidate.rule for candidate in self.candidates.kept]
        every = kept or self.rules.rules_for(self.body, self.question.matter)
        return next((rule for rule in every if not self.rules.orders[rule.order].draft), None)

    def matter(self, rule: Rule | None) -> MatterRef:
        titles = (each.title for each in self.rules.rules_for(self.body, self.question.matter))
        return MatterRef(
            self.question.matter,
            rule.number if rule else "",
            rule.title if rule else next(titles, self.question.matter),
            self.rules.orders[rule.order].title if rule else "",
            self.body,
            title_of(BodyRef(self.body), self.rules),
        )
