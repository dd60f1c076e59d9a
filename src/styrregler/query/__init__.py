"""Questions and answers.

In: a rule set and a question.  Out: an :class:`Answer`, or a verdict on a decision.  Pure: no files, no clock.
"""

from styrregler.query.answer import Answer, CheckResult, Outcome, Verdict
from styrregler.query.engine import answer
from styrregler.query.lookup import Found, LookUp, look_up
from styrregler.query.question import Question, UnknownMatter, UnreadableRules
from styrregler.query.verdict import Routing, check

__all__ = [
    "Answer",
    "CheckResult",
    "Routing",
    "Found",
    "LookUp",
    "Outcome",
    "Question",
    "UnknownMatter",
    "UnreadableRules",
    "Verdict",
    "answer",
    "check",
    "look_up",
]
