"""Every answer from a snapshot is the answer from what it was made of, for any rules."""

from hypothesis import given, settings

from styrregler.library import Rules, load
from styrregler.query import Routing, UnknownMatter, UnreadableRules, check
from styrregler.query.engine import answer
from styrregler.render.data import answer_data, check_data
from styrregler.ruleset import RuleSet
from tests.kit import POLICIES
from tests.property.strategies import Draw, corpus, entropies, party, question


def said(rules: RuleSet, entropy: bytes) -> object:
    draw = Draw(entropy)
    asked, who = question(draw, known=80), party(draw)
    try:
        return answer_data(answer(rules, asked)), check_data(check(rules, Routing(asked, who)))
    except (UnknownMatter, UnreadableRules) as error:
        return repr(error)


@settings(max_examples=150, deadline=None)
@given(entropies)
def test_a_question_is_answered_alike(entropy: bytes) -> None:
    rules = RuleSet(corpus(Draw(entropy)))
    back = Rules.from_snapshot(Rules(rules).snapshot()).index
    assert said(back, entropy) == said(rules, entropy)
    assert back.corpus == rules.corpus


def test_every_policy_comes_back_whole() -> None:
    places = [each for each in sorted(POLICIES.iterdir()) if any(each.rglob("*.styr"))]
    assert len(places) > 4
    for place in places:
        rules = load(place)
        back = Rules.from_snapshot(rules.snapshot())
        assert back.index == rules.index, place
        for matter, bodies in rules.index.matters.items():
            for body in bodies:
                one, other = (each.who_decides(matter, body=body) for each in (rules, back))
                assert answer_data(one) == answer_data(other), (place, matter, body)
