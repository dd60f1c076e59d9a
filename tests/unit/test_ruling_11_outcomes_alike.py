"""Ruling 11: a row covers bifall, avslag and avvisning alike unless it or the law says otherwise."""

import pytest

from styrregler import Outcome
from tests.kit import deciders, order, rules, sound

EVERY = pytest.mark.parametrize("result", ["bifall", "avslag", "avvisning"])
ROW = """
    punkt 1 "Bistånd"
        delegat           enhetschef
"""


class TestRuling11ARowCoversEveryOutcome:
    @EVERY
    def test_whatever_the_outcome(self, result):
        answer = sound(rules(order(ROW))).who_decides("Bistånd", utfall=result)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])

    def test_so_it_need_not_be_known(self):
        answer = rules(order(ROW)).who_decides("Bistånd")
        assert (answer.outcome, answer.missing) == (Outcome.DECIDES, ())

    @EVERY
    def test_a_ladder_too(self, result):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef         när belopp högst 5 000 kr
                                          individutskottet   annars
                """)
            )
        ).who_decides("Bistånd", utfall=result, belopp=6_000)
        assert deciders(answer) == ["individutskottet"]


class TestRuling11UnlessTheRowSaysOtherwise:
    @pytest.mark.parametrize(
        ("result", "outcome", "who"),
        [
            ("bifall", Outcome.DECIDES, "enhetschef"),
            ("avslag", Outcome.DEFAULT, "socialnämnden"),
            ("avvisning", Outcome.DECIDES, "enhetschef"),
        ],
    )
    def test_galler_inte(self, result, outcome, who):
        answer = sound(rules(order(ROW + "        gäller inte       när utfall är avslag\n"))).who_decides(
            "Bistånd", utfall=result
        )
        assert (answer.outcome, deciders(answer)) == (outcome, [who])

    def test_a_step_of_its_own(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           individutskottet   när utfall är avslag
                                          enhetschef         annars
                """)
            )
        )
        assert deciders(asked.who_decides("Bistånd", utfall="avslag")) == ["individutskottet"]
        assert deciders(asked.who_decides("Bistånd", utfall="avvisning")) == ["enhetschef"]
        answer = asked.who_decides("Bistånd")
        assert {each.when: deciders(each.answer) for each in answer.branches} == {
            "utfall är avslag": ["individutskottet"],
            "utfall är någon av avvisning, bifall": ["enhetschef"],
        }


class TestRuling11UnlessTheLawSaysOtherwise:
    """19 kap. 14 § tredje stycket FB: what the delegate would refuse goes to the board."""

    @pytest.mark.parametrize(
        ("result", "outcome", "who"),
        [
            ("bifall", Outcome.DECIDES, "enhetschef"),
            ("avslag", Outcome.RESERVED, "socialnämnden"),
            ("avvisning", Outcome.DECIDES, "enhetschef"),
        ],
    )
    def test_a_guardians_matter(self, result, outcome, who):
        text = order(ROW + "        rör               överförmyndarärende\n")
        answer = sound(rules(text)).who_decides("Bistånd", utfall=result)
        assert (answer.outcome, deciders(answer)) == (outcome, [who])
        if outcome is Outcome.RESERVED:
            assert answer.conditions == (
                "Överförmyndarnämnden: avslag och tveksamma fall hänskjuts till nämnden (19 kap. 14 § tredje stycket FB)",
            )
