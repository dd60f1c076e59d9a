"""A question about the way of a case, from what people write."""

from collections.abc import Mapping
from datetime import date

from attrs import evolve

from styrregler.library.faults import QuestionFault
from styrregler.library.reading import as_facts, as_text, board_named, day_or_today, sound
from styrregler.query.case import CaseAnswer, case_route
from styrregler.query.case_meeting import met_on
from styrregler.query.case_way import CaseQuestion, board_for, route_named
from styrregler.query.given import GivenValue, read_given
from styrregler.ruleset import RuleSet
from styrregler.values import Week


def ask_case(
    rules: RuleSet,
    name: str,
    facts: Mapping[str, GivenValue] | None,
    start: date | None,
    meeting: date | Week | None,
    body: str,
    on: date | None,
) -> CaseAnswer:
    """As :meth:`styrregler.library.Rules.case`."""
    route = sound(route_named(as_text(name, "ärendegången"), rules))
    board = sound(board_for(rules.corpus.routes[route], board_named(body, rules), rules))
    given, faults = read_given(as_facts(facts), rules)
    if faults:
        raise QuestionFault(faults)
    opened = day_or_today(start) if start is not None else None
    question = CaseQuestion(route, day_or_today(on), board, opened, None, given)
    if meeting is not None:
        asked = meeting if isinstance(meeting, Week) else day_or_today(meeting)
        question = evolve(question, meeting=sound(met_on(asked, question, rules)))
    return case_route(rules, question)
