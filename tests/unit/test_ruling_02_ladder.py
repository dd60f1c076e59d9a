"""Ruling 2: a ladder is ceilings. The first step that holds decides; later steps that hold are competent too."""

from datetime import date

import pytest

from styrregler import Decision, Outcome, Verdict
from styrregler.query.ladder import ladder
from styrregler.query.people import name_of
from tests.kit import DAY, deciders, order, rules, sound

LADDER = """
    punkt 1 "Bistånd"
        delegat           socialsekreterare   när belopp högst 5 000 kr
                          enhetschef          när belopp högst 0,5 prisbasbelopp
                          individutskottet    annars
"""


def also(answer):
    return [name_of(each.party) for each in answer.also_competent]


class TestRuling2LadderIsCeilings:
    @pytest.mark.parametrize(
        ("amount", "first", "others"),
        [
            ("0 kr", "socialsekreterare", ["enhetschef"]),
            ("5 000 kr", "socialsekreterare", ["enhetschef"]),
            ("5 000,01 kr", "enhetschef", []),
            ("29 600 kr", "enhetschef", []),
            ("29 600,01 kr", "individutskottet", []),
            ("9 mkr", "individutskottet", []),
        ],
    )
    def test_the_first_step_that_holds_decides(self, amount, first, others):
        answer = sound(rules(order(LADDER))).who_decides("Bistånd", belopp=amount, on=DAY)
        assert answer.outcome is Outcome.DECIDES
        assert deciders(answer) == [first]
        assert also(answer) == others

    @pytest.mark.parametrize(
        ("decided_by", "verdict"),
        [
            ("socialsekreterare", Verdict.RIGHT),
            ("enhetschef", Verdict.RIGHT),
            ("individutskottet", Verdict.WRONG_DECIDER),
            ("socialnämnden", Verdict.RIGHT),
        ],
    )
    def test_a_later_step_that_holds_is_right_and_annars_is_not(self, decided_by, verdict):
        decision = Decision("Bistånd", decided_by, DAY, {"belopp": 4_000})
        assert rules(order(LADDER)).check(decision).verdict is verdict

    def test_an_earlier_step_is_not_competent_past_its_ceiling(self):
        decision = Decision("Bistånd", "socialsekreterare", DAY, {"belopp": 6_000})
        result = rules(order(LADDER)).check(decision)
        assert (result.verdict, result.reason) == (
            Verdict.WRONG_DECIDER,
            "rätt beslutsfattare är Enhetschef",
        )

    def test_the_steps_passed_stay_in_the_explanation(self):
        answer = rules(order(LADDER)).who_decides("Bistånd", belopp=20_000, on=DAY)
        assert [(each.title, each.stage, each.reason) for each in answer.excluded] == [
            ("Socialsekreterare", "conditions", "gäller bara när belopp högst 5 000 kr"),
            ("Individutskottet", "conditions", "gäller bara när inget steg före gör det"),
        ]

    def test_the_order_of_writing_counts_and_not_the_size_of_the_limit(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           socialchef   när belopp högst 100 000 kr
                                          enhetschef   när belopp högst 5 000 kr
                """)
            )
        ).who_decides("Bistånd", belopp=3_000)
        assert deciders(answer) == ["socialchef"]
        assert also(answer) == ["enhetschef"]

    def test_above_the_last_ceiling_the_board_decides(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           socialsekreterare   när belopp högst 5 000 kr
                                          enhetschef          när belopp högst 20 000 kr
                """)
            )
        )
        answer = asked.who_decides("Bistånd", belopp=20_001)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        result = asked.check(Decision("Bistånd", "enhetschef", facts={"belopp": 20_001}))
        assert result.verdict is Verdict.BEYOND_LIMIT
        assert result.reason == (
            "Enhetschef får besluta bara när belopp högst 20 000 kr; här beslutar Socialnämnden"
        )

    def test_annars_holds_only_when_nothing_before_it_does(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Upplåta plats"
                        delegat           enhetschef   när plats är tätort
                                          jurist       när plats är hamnområde och ramavtal
                                          socialchef   annars
                """)
            )
        )
        assert deciders(asked.who_decides("Upplåta plats", plats="tätort")) == ["enhetschef"]
        assert deciders(asked.who_decides("Upplåta plats", plats="hamnområde", ramavtal=True)) == ["jurist"]
        assert deciders(asked.who_decides("Upplåta plats", plats="hamnområde", ramavtal=False)) == [
            "socialchef"
        ]
        assert deciders(asked.who_decides("Upplåta plats", plats="landsbygd")) == ["socialchef"]

    def test_annars_of_beslutas_av_counts_the_steps_of_delegat_before_it(self):
        """In one row, whatever the keyword: the board decides when no delegate does."""
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                        beslutas av       nämnden      annars
                """)
            )
        )
        small, large = (asked.who_decides("Bistånd", belopp=amount) for amount in (5_000, 5_001))
        assert (large.outcome, deciders(large)) == (Outcome.RESERVED, ["socialnämnden"])
        assert (small.outcome, deciders(small)) == (Outcome.DECIDES, ["enhetschef"])

    @pytest.mark.parametrize(
        ("clause", "outcome", "who"),
        [
            (
                "beslutas av       kommunfullmäktige   när belopp över 20 mkr",
                Outcome.RESERVED,
                "kommunfullmäktige",
            ),
            (
                "verkställs av     socialsekreterare   när belopp över 20 mkr",
                Outcome.EXECUTION,
                "socialsekreterare",
            ),
        ],
    )
    def test_annars_of_delegat_counts_what_stands_before_it(self, clause, outcome, who):
        asked = sound(
            rules(order(f'punkt 1 "Bistånd"\n    {clause}\n    delegat           enhetschef annars\n'))
        )
        large, small = (asked.who_decides("Bistånd", belopp=amount) for amount in ("21 mkr", "20 mkr"))
        assert (large.outcome, deciders(large)) == (outcome, [who])
        assert (small.outcome, deciders(small)) == (Outcome.DECIDES, ["enhetschef"])

    def test_a_last_step_without_condition_always_holds(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                                          socialchef
                """)
            )
        ).who_decides("Bistånd", belopp=1_000)
        assert deciders(answer) == ["enhetschef"]
        assert also(answer) == ["socialchef"]

    def test_a_role_on_two_steps_is_named_once(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef                 när belopp högst 5 000 kr
                                          enhetschef eller jurist    när belopp högst 20 000 kr
                """)
            )
        ).who_decides("Bistånd", belopp=1_000)
        assert deciders(answer) == ["enhetschef"]
        assert also(answer) == ["jurist"]

    def test_a_later_step_whose_condition_is_not_known_is_competent_on_that_condition(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                                          jurist       när plats är tätort
                                          socialchef   annars
                """)
            )
        )
        answer = asked.who_decides("Bistånd", belopp=1_000)
        assert deciders(answer) == ["enhetschef"]
        assert [(name_of(each.party), each.condition) for each in answer.also_competent] == [
            ("jurist", "plats är tätort")
        ]
        result = asked.check(Decision("Bistånd", "jurist", facts={"belopp": 1_000}))
        assert result.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in result.missing] == ["plats"]

    def test_two_on_one_step_decide_each_alone(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef eller jurist   när belopp högst 5 000 kr
                                          socialchef                annars
                """)
            )
        )
        assert deciders(asked.who_decides("Bistånd", belopp=1)) == ["enhetschef", "jurist"]

    def test_a_later_step_that_holds_is_right_when_the_first_is_away(self):
        """Whoever is competent in their own right needs nobody's absence, and no absence takes that away."""
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           socialsekreterare   när belopp högst 5 000 kr
                                          enhetschef          när belopp högst 20 000 kr
                """)
            )
        )
        decision = Decision("Bistånd", "enhetschef", facts={"belopp": 4_000}, absent=("socialsekreterare",))
        assert asked.check(decision).verdict is Verdict.RIGHT
        answer = asked.who_decides("Bistånd", belopp=4_000, absent=["socialsekreterare"])
        assert answer.outcome is Outcome.DECIDES
        assert deciders(answer) == ["enhetschef"]


class TestRuling2BothEndsOfEachStep:
    """What `visa` prints."""

    def rungs(self, text, on=DAY):
        loaded = sound(rules(order(text)))
        return [
            (each.when, [name_of(party) for party in each.parties])
            for each in ladder(loaded.index, loaded.index.corpus.orders[0].rules[0], on)
        ]

    def test_each_step_has_both_ends(self):
        assert self.rungs(LADDER) == [
            ("belopp högst 5 000 kr", ["socialsekreterare"]),
            ("belopp över 5 000 kr och högst 0,5 prisbasbelopp (29 600 kr)", ["enhetschef"]),
            ("belopp över 0,5 prisbasbelopp (29 600 kr)", ["individutskottet"]),
        ]

    def test_the_amount_is_that_of_the_year(self):
        assert self.rungs(LADDER, date(2025, 3, 3))[2] == (
            "belopp över 0,5 prisbasbelopp (29 400 kr)",
            ["individutskottet"],
        )

    def test_what_no_step_covers_is_shown_without_a_delegate(self):
        assert self.rungs("""
            punkt 1 "Bistånd"
                delegat           socialsekreterare   när belopp högst 5 000 kr
                                  enhetschef          när belopp högst 20 000 kr
        """) == [
            ("belopp högst 5 000 kr", ["socialsekreterare"]),
            ("belopp över 5 000 kr och högst 20 000 kr", ["enhetschef"]),
            ("belopp över 20 000 kr", []),
        ]

    def test_one_delegate_without_condition_is_one_step(self):
        assert self.rungs("""
            punkt 1 "Bistånd"
                delegat           enhetschef
        """) == [("", ["enhetschef"])]
