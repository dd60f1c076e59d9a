"""Running an example about the way of a case: the question asked, the answer compared with what is meant.

In: an example, and what it says of a case.  Out: what differs, as (what, expected, got).
"""

from collections.abc import Iterator
from datetime import date

from styrregler.model import Example, ExpectedCase
from styrregler.query.case import case_route
from styrregler.query.case_meeting import met_on
from styrregler.query.case_way import CaseQuestion, board_for
from styrregler.query.question import UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity

Difference = tuple[str, str, str]


def case_mismatches(
    rules: RuleSet, example: Example, meant: ExpectedCase, today: date
) -> Iterator[Difference]:
    """``today`` stands in where the example gives no date; its date is the day the case is opened."""
    board = board_for(rules.corpus.routes[meant.route], example.body, rules)
    if isinstance(board, Fault):
        yield "organ", example.body, board.message
        return
    facts = {
        each.name: Quantity.of_day(each.value) if isinstance(each.value, date) else each.value
        for each in example.given
    }
    start = None if meant.meeting else example.on
    question = CaseQuestion(meant.route, example.on or today, board, start, None, facts)
    if meant.meeting is not None:
        met = met_on(meant.meeting, question, rules)
        if isinstance(met, Fault):
            yield "sammanträde", str(meant.meeting), met.message
            return
        question = CaseQuestion(meant.route, question.on, board, start, met, facts)
    try:
        answer = case_route(rules, question)
    except UnreadableRules as error:
        yield "ärendets väg", "ett svar", str(error)
        return
    if meant.phases is not None:
        taken = tuple(each.name for each in answer.phases if each.number)
        if taken != meant.phases:
            yield "faser", ", ".join(meant.phases), ", ".join(taken)
    phase = next((each for each in answer.phases if each.name == meant.phase), None)
    if phase is None:
        return
    if meant.responsible:
        who = phase.responsible.name if phase.responsible else "ingen"
        if who != meant.responsible:
            yield "ansvarig", meant.responsible, who
    if meant.onward is not None:
        onward = tuple(each.to for each in phase.ways if each.taken)
        if onward != meant.onward:
            yield "nästa", ", ".join(meant.onward), ", ".join(onward) or "inget"
    if meant.latest is not None and phase.deadline != meant.latest:
        yield "senast", str(meant.latest), str(phase.deadline or "ingen dag")
