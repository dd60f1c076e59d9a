"""The JSON forms as their schemas have them, over every kind of answer that exempelkommun can give."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from styrregler.library import Rules, load
from styrregler.query import Question, Routing, check
from styrregler.query.engine import answer
from styrregler.query.examples import run_example
from styrregler.render.case import case_data
from styrregler.render.conduct import conduct_data
from styrregler.render.data import answer_data, check_data, diagnostics_data, error_data, examples_data
from styrregler.render.deviation import deviation_data
from styrregler.render.escalation import escalation_data
from styrregler.render.interplay_data import assignment_data, boundary_data, channel_data
from styrregler.render.plans_data import commissions_data, goals_data
from styrregler.render.report_data import report_data
from tests.forms import faults
from tests.kit import DAY, POLICIES, REVIEWED, rules


@cache
def exempelkommun() -> Rules:
    return load(POLICIES / "exempelkommun")


def test_every_matter_answers_in_the_documented_form() -> None:
    index = exempelkommun().index
    seen = set()
    for matter, bodies in index.matters.items():
        for body in bodies:
            given = answer(index, Question(matter, DAY, body=body))
            seen.add(given.outcome.value)
            assert faults(answer_data(given)) == [], matter
            if given.deciders:
                assert (
                    faults(
                        check_data(
                            check(index, Routing(Question(matter, DAY, body=body), given.deciders[0].party))
                        )
                    )
                    == []
                )
    assert seen >= {"decides", "reserved", "depends", "execution"}


def test_examples_diagnostics_and_errors_have_their_forms() -> None:
    ran = [
        run_example(exempelkommun().index, example, DAY) for example in exempelkommun().index.corpus.examples
    ]
    assert faults(examples_data(ran)) == []
    faulty = rules(
        'delegationsordning socialnämnden "X"\n    gäller från 2026-01-01\npunkt 1 "Y"\n    delegat okänd-roll\n'
    )
    assert faulty.diagnostics
    assert faults(diagnostics_data(faulty.diagnostics, 3)) == []
    assert faults(error_data("m", "r", [{"matter": "a", "body": "b", "number": "1", "title": "t"}])) == []


@pytest.mark.parametrize("day", [DAY, date(2027, 1, 2), date(2027, 12, 20)])
def test_escalations_have_their_form(day: date) -> None:
    """Whoever is away, and beyond the last listed meeting too."""
    every = exempelkommun()
    for name in every.index.corpus.escalations:
        for away in ((), ("socialchef", "ks-ordförande", "bun-vice-ordförande", "bun-ordförande")):
            assert faults(escalation_data(every.escalate(name, day, absent=away))) == []
    endless = rules(
        'eskalering o "O"\n    steg jurist, närmaste chef, respektive enhetschef snarast\n    informera socialnämnden nästa sammanträde\n'
    )
    assert faults(escalation_data(endless.escalate("o", day))) == []


@pytest.mark.parametrize("broken", [{"outcome": "maybe"}, {"deciders": None}, {"extra": 1}])
def test_a_schema_refuses_what_is_no_answer(broken: dict[str, Any]) -> None:
    index = exempelkommun().index
    matter, bodies = next(iter(index.matters.items()))
    assert faults({**answer_data(answer(index, Question(matter, DAY, body=bodies[0]))), **broken})


@pytest.mark.parametrize("question", ["öppettider", "bemanning", "lokaler och taxor", "parkering"])
def test_every_answer_of_a_boundary_has_its_form(question: str) -> None:
    assert faults(boundary_data(exempelkommun().boundary(question, on=DAY))) == []


@pytest.mark.parametrize("body", ["", "SN", "KF"])
@pytest.mark.parametrize("day", [DAY, date(2025, 6, 1), date(2027, 12, 20)])
def test_every_answer_about_a_deviation_has_its_form(body: str, day: date) -> None:
    loaded = exempelkommun()
    asked = [each.title for each in loaded.index.corpus.deviations]
    asked += [
        "kaffet är slut",
        "handläggaren",
        "ledamot gav handläggaren ett uppdrag och försökte påverka beslutet",
    ]
    for happened in asked:
        for severity in ("låg", "hög"):
            answer = loaded.deviation(happened, {"allvar": severity}, on=day, body=body)
            assert faults(deviation_data(answer)) == []


def test_every_answer_about_a_code_of_conduct_has_its_form() -> None:
    for day in (date(2025, 6, 1), DAY):
        assert faults(conduct_data(exempelkommun().conduct("samspel", on=day))) == []


@pytest.mark.parametrize("sender", ["ledamot", "socialnämnden", "konsult", "KD", "chef"])
@pytest.mark.parametrize("receiver", ["handläggare", "socialchef", "SN"])
def test_every_answer_about_two_people_has_its_form(sender: str, receiver: str) -> None:
    loaded = exempelkommun()
    assert faults(assignment_data(loaded.assignment(sender, receiver, on=DAY))) == []
    for phase in ("", "beredning"):
        assert faults(channel_data(loaded.channel(sender, receiver, phase=phase, on=DAY))) == []


@pytest.mark.parametrize("body", ["SN", "KS", "KFN"])
def test_every_way_of_a_case_has_its_form(body: str) -> None:
    loaded = exempelkommun()
    for name, route in loaded.index.corpus.routes.items():
        if route.agreed.concerns(loaded.body_of(body)):
            assert faults(case_data(loaded.case(name, body=body, on=DAY))) == []
            assert faults(case_data(loaded.case(name, facts={"brådska": True}, body=body, start=DAY))) == []
    endless = rules(
        'ärendegång o "O"\n    fas a "A"\n        remiss jurist, ordförande snarast\n        nästa a\n'
    )
    assert faults(case_data(endless.case("o"))) == []


@pytest.mark.parametrize("day", [DAY, REVIEWED, date(2020, 1, 1), date(2030, 1, 1)])
def test_every_answer_about_plans_has_its_form(day: date) -> None:
    loaded = exempelkommun()
    assert faults(goals_data(loaded.goals(on=day))) == []
    assert faults(goals_data(loaded.goals("trygg-uppväxt", on=day))) == []
    assert faults(commissions_data(loaded.commissions(on=day))) == []
    assert faults(commissions_data(loaded.commissions("verksamhetsidé-2026", on=day))) == []


@pytest.mark.parametrize("folder", ["exempelkommun", "nynashamn", "timra", "samspel", "nacka", "soderhamn"])
def test_every_report_has_its_form(folder: str) -> None:
    """With boards and without, with goals that nothing fulfils, and of an assignment without goals."""
    loaded = load(POLICIES / folder)
    for name in ("", *(each.agreed.name for each in loaded.index.corpus.commissions)):
        assert faults(report_data(loaded.report(name, on=REVIEWED), folder)) == []


@pytest.mark.parametrize("folder", ["nynashamn", "timra", "samspel", "nacka", "soderhamn"])
def test_what_is_to_be_filled_in_has_its_form(folder: str) -> None:
    loaded = load(POLICIES / folder)
    corpus = loaded.index.corpus
    forms = [
        goals_data(loaded.goals(on=REVIEWED)),
        commissions_data(loaded.commissions(on=REVIEWED)),
        boundary_data(loaded.boundary("öppettider", on=REVIEWED)),
        assignment_data(loaded.assignment("ledamot", "handläggare", on=REVIEWED)),
        channel_data(loaded.channel("ledamot", "handläggare", on=REVIEWED)),
        deviation_data(loaded.deviation("något har gått fel", on=REVIEWED)),
        *(conduct_data(loaded.conduct(each.agreed.name, on=REVIEWED)) for each in corpus.codes),
        *(escalation_data(loaded.escalate(name, REVIEWED)) for name in corpus.escalations),
    ]
    assert [faults(each) for each in forms] == [[]] * len(forms)
    left = {(each.place.path, each.place.line) for each in corpus.open_points}
    shown = {
        (point["source"]["file"], point["source"]["line"])
        for form in forms
        for part in (form, *form.get("goals", ()), *form.get("purposes", ()), *form.get("commissions", ()))
        for point in part.get("open", ())
    }
    assert shown <= left
    plans = {
        (each.place.path, each.place.line)
        for each in corpus.open_points
        if each.block in {plan.agreed.name for plan in (*corpus.goals, *corpus.commissions)}
    }
    assert plans <= shown
