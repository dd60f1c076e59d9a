"""A rule set that `kontrollera` finds clean answers any question: an answer, or one of the documented refusals."""

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from styrregler.checks import run_checks
from styrregler.diagnostics import Severity
from styrregler.library import Decision, QuestionFault, Rules, SeveralMatters, load
from styrregler.render.answer import render_answer, render_check
from styrregler.render.data import answer_data, check_data
from tests.kit import DAY, POLICIES


@cache
def exempelkommun() -> Rules:
    rules = load(POLICIES / "exempelkommun")
    assert not rules.diagnostics
    assert all(found.severity is Severity.INFO for found in run_checks(rules.index, DAY))
    return rules


@cache
def matters() -> tuple[str, ...]:
    return tuple(exempelkommun().index.matters)


@cache
def parties() -> tuple[str, ...]:
    corpus = exempelkommun().index.corpus
    return (*corpus.roles, *corpus.bodies)


def fact_values() -> st.SearchStrategy[object]:
    amounts = st.integers(-10, 10_000_000) | st.floats() | st.booleans()
    texts = st.sampled_from(
        [
            "2 prisbasbelopp",
            "4 år",
            "95 %",
            "ja",
            "avslag",
            "5,000 kr",
            "",
            "2026-02-30",
            "2026-02-28",
            "3 arbetsdagar",
        ]
    )
    return amounts | texts | st.text(max_size=12) | st.dates()


@settings(max_examples=600, deadline=None)
@given(data=st.data())
def test_any_question_is_answered_or_refused_in_words(data: st.DataObject) -> None:
    rules = exempelkommun()
    facts = data.draw(
        st.dictionaries(
            st.sampled_from([*rules.index.corpus.facts, "ursprunglig-delegat", "prisbasbelopp", "påhittad"]),
            fact_values(),
            max_size=3,
        )
    )
    matter = data.draw(st.sampled_from(matters()) | st.text(max_size=40))
    on = data.draw(st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
    people = st.lists(st.sampled_from(parties()), max_size=3)
    try:
        answer = rules.who_decides(
            matter,
            facts,
            on=on,
            absent=data.draw(people),
            disqualified=data.draw(people),
            strict=data.draw(st.booleans()),
        )
        result = rules.check(Decision(matter, data.draw(st.sampled_from(parties())), on, facts))
    except (QuestionFault, SeveralMatters) as refusal:
        assert str(refusal)
        return
    assert render_answer(answer, explain=True) and render_check(result)
    assert answer_data(answer)["outcome"] == answer.outcome.value and check_data(result)["verdict"]
