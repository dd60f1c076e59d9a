"""An answer is the same whether its case has been met before or not, field by field."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from attrs import evolve

from styrregler.library import load
from styrregler.model import Corpus, FactKind
from styrregler.query import Answer, Question, UnknownMatter, UnreadableRules, engine
from styrregler.query.cases import Cases
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
