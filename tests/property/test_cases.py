"""An answer is the same whether its case has been met before or not, field by field."""

import copy
import pickle
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from attrs import evolve

from styrregler.library import Decision, QuestionFault, Rules, SeveralMatters, load
from styrregler.model import Corpus, FactKind
from styrregler.query import Answer, Question, UnknownMatter, UnreadableRules, engine
from styrregler.query.cases import Cases
from styrregler.query.given import GivenValue
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, UnitKind
from tests.kit import POLICIES
from tests.property.comparing import cases_compared
from tests.property.strategies import Draw, corpus, question

RULE_SETS, QUESTIONS = 150, 3
WANTED = 2_000


def nearby(asked: Question, draw: Draw) -> Question:
    """A question that is often in the same case: other days and sums."""
    facts = {
        name: evolve(value, number=max(Decimal(0), value.number + draw.pick((0, 0, -1, 1, 500))))
        if isinstance(value, Quantity) and value.unit in ("kr", "")
        else value
        for name, value in asked.facts.items()
    }
    return evolve(
        asked,
        on=asked.on + timedelta(draw.pick((0, 1, 5, 30, 200))),
        facts=facts,
        dated=draw.chance(80),
        strict=draw.chance(20),
    )


def alone(rules: Corpus, asked: Question) -> Answer | str:
    try:
        return engine.answer(RuleSet(rules), asked)
    except (UnknownMatter, UnreadableRules) as error:
        return str(error)


def among(cases: Cases, asked: Question) -> Answer | str:
    try:
        return cases.answer(asked)
    except (UnknownMatter, UnreadableRules) as error:
        return str(error)


def test_a_case_met_before_is_answered_as_a_new_one() -> None:
    met = 0

    def drawn(draw: Draw) -> int:
        nonlocal met
        rules = corpus(draw)
        cases = RuleSet(rules).kept(Cases)
        compared = 0
        for _ in range(QUESTIONS):
            first = question(draw, known=draw.pick((100, 90, 60)))
            for asked in (first, *(nearby(first, draw) for _ in range(5)), first):
                before = cases.count
                found, expected = among(cases, asked), alone(rules, asked)
                assert found == expected
                assert not isinstance(found, Answer) or hash(found.receipt) == hash(expected.receipt)  # type: ignore[union-attr]
                met += isinstance(found, Answer) and cases.count == before
                compared += 1
        return compared

    compared = cases_compared(RULE_SETS, drawn)
    assert compared >= WANTED, compared
    assert met >= compared // 3, "too few were met before to show anything"


def test_a_whole_municipality_too() -> None:
    rules = load(POLICIES / "exempelkommun").index
    cases, chance, met = rules.kept(Cases), Random(7), 0
    facts = rules.corpus.facts.values()
    for matter, bodies in rules.matters.items():
        for _ in range(4):
            given: dict[str, Quantity | str] = {}
            for fact in facts:
                if fact.kind is not FactKind.MEASURED:
                    given[fact.name] = chance.choice(fact.answers)
                elif fact.unit is UnitKind.MONEY:
                    given[fact.name] = Quantity(
                        Decimal(chance.choice((1, 60_000, 90_000, 700_000, 9**9))), "kr"
                    )
            asked = Question(
                matter,
                date(2026, 1, 1) + timedelta(chance.randrange(330)),
                {name: value for name, value in given.items() if chance.random() < 0.9},
                body=chance.choice((*bodies, "")),
            )
            for each in (asked, evolve(asked, on=asked.on + timedelta(3)), evolve(asked, dated=False)):
                before = cases.count
                found = cases.answer(each)
                met += cases.count == before
                assert found == engine.answer(rules, each)
    assert met > len(rules.matters)


PLAIN: dict[str, tuple[GivenValue, ...]] = {
    "belopp": (0, 1, 99_999, 100_000, 100_001, 400_000, 10**12, 2.5, 100_000.5, "350 000", "2 prisbasbelopp", -1, "x", True),
    "avtalstid": ("2 år", "24 månader", "5 år", "30 dagar", 3),
    "inom_budget": (True, False, "ja", "nej", "kanske", 1),
    "utfall": ("bifall", "avslag", "annat"),
    "inlett": (date(2025, 1, 1), "2027-01-01"),
    "prisbasbelopp": (59_200,),
    "finns_inte": (1,),
}  # fmt: skip


def test_a_question_in_its_plain_form_is_answered_as_one_that_is_read() -> None:
    rules = load(POLICIES / "exempelkommun")
    chance = Random(11)
    matters = [*list(rules.index.matters)[::6], "direktupphandling", "2.1", "finns inte alls"]
    for matter in matters:
        for _ in range(6):
            names = [
                name for name in PLAIN if chance.random() < (0.5 if name in ("belopp", "avtalstid") else 0.12)
            ]
            for _ in range(3):
                given = {name: chance.choice(PLAIN[name]) for name in names}
                asked = Decision(
                    matter,
                    "kommundirektör",
                    chance.choice((date(2026, 3, 2), date(2026, 10, 30), date(2024, 2, 29), None)),
                    given,
                    chance.choice(("", "", "KS", "socialnämnden", "tomten")),
                )
                assert put(rules, asked) == read(rules, asked)


def put(rules: Rules, asked: Decision) -> Answer | str:
    """As a program asks."""
    try:
        return rules.who_decides(asked.matter, dict(asked.facts), on=asked.on, body=asked.body)
    except (QuestionFault, SeveralMatters, UnreadableRules) as error:
        return str(error)


def read(rules: Rules, asked: Decision) -> Answer | str:
    """Each word read, and the engine asked."""
    try:
        return engine.answer(rules.index, rules.asked_of(asked))
    except (QuestionFault, SeveralMatters, UnreadableRules) as error:
        return str(error)


def test_an_answer_that_is_not_whole_yet_can_be_sent_and_copied() -> None:
    rules = load(POLICIES / "exempelkommun")
    first, second = (
        rules.who_decides("direktupphandling", belopp=amount, avtalstid="1 år", on=date(2026, 3, 2))
        for amount in (90_000, 90_001)
    )
    assert first != second
    assert second.receipt.facts["belopp"] == "90 001 kr"
    again = rules.who_decides("direktupphandling", belopp=90_002, avtalstid="1 år", on=date(2026, 3, 2))
    assert pickle.loads(pickle.dumps(again)) == again == copy.deepcopy(again)
    assert evolve(again, conflict="x").receipt == again.receipt


def test_what_is_asked_later_changes_nothing_in_an_earlier_answer() -> None:
    rules = load(POLICIES / "exempelkommun")
    given: dict[str, GivenValue] = {"belopp": 90_000, "avtalstid": "1 år"}
    for amount in (90_000, 90_001):
        given["belopp"] = amount
        answer = rules.who_decides("direktupphandling", given, on=date(2026, 3, 2))
    given["belopp"] = 90_002
    rules.who_decides("direktupphandling", given, on=date(2026, 6, 2))
    assert answer.receipt.facts["belopp"] == "90 001 kr"
    with pytest.raises(QuestionFault):
        rules.who_decides("direktupphandling", given, on="")  # type: ignore[arg-type]
