"""A question in plain words and its answer: who decides, or whether somebody may.

In: what a text was taken to mean and the question it makes.  Out: :class:`Reply`.  Refuses to guess: what is unclear has been
told before.
"""

from attrs import frozen

from styrregler.model import BodyRef, RoleRef
from styrregler.query.answer import Answer, CheckResult
from styrregler.query.cases import answer
from styrregler.query.lookup import Found, LookUp
from styrregler.query.question import Question
from styrregler.ruleset import RuleSet
from styrregler.understanding import Kind, Understood


@frozen
class Reply:
    """An answer with how the question was read; ``verdict`` where it asked whether somebody may."""

    found: Found
    answer: Answer
    understood: Understood | None = None
    verdict: CheckResult | None = None

    @property
    def former(self) -> str:
        """The number that the question named, where that is not the row's any longer."""
        return self.found.former


def reply(rules: RuleSet, look: LookUp, found: Found, question: Question) -> Reply:
    """Answer ``question``, which ``look`` led to."""
    understood = look.understood
    if understood is not None and understood.kind is Kind.MAY and understood.role is not None:
        from styrregler.query.verdict import Routing, check

        name = understood.role.name
        party = BodyRef(name) if name in rules.corpus.bodies else RoleRef(name)
        verdict = check(rules, Routing(question, party))
        return Reply(found, verdict.answer, understood, verdict)
    return Reply(found, answer(rules, question), understood)
