"""Ruling 4: a judgement left open does not block the answer; a missing fact always does."""

from styrregler import Decision, Outcome, Verdict
from tests.kit import deciders, order, rules, sound

ORDER_WIDE = "dock              socialnämnden   när principiellt"
ROW = """
    punkt 1 "Bistånd"
        delegat           enhetschef
"""


def cases(answer):
    """Each «om …» with who then decides."""
    return [(each.when, each.outcome, deciders(each)) for each in answer.unless]


class TestRuling4JudgementLeftOpen:
    def test_the_answer_is_decides_with_unless(self):
        answer = sound(rules(order(ROW, ORDER_WIDE))).who_decides("Bistånd")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert cases(answer) == [("principiellt", Outcome.DECIDES, ["socialnämnden"])]
        assert answer.missing == ()
        assert answer.branches == ()

    def test_a_judgement_that_does_not_hold_leaves_no_unless(self):
        answer = rules(order(ROW, ORDER_WIDE)).who_decides("Bistånd", principiellt=False)
        assert (deciders(answer), cases(answer)) == (["enhetschef"], [])

    def test_a_judgement_that_holds_moves_the_decision(self):
        answer = rules(order(ROW, ORDER_WIDE)).who_decides("Bistånd", principiellt="ja")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["socialnämnden"])

    def test_a_judgement_that_changes_nothing_is_not_mentioned(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           nämnden
                    """,
                    ORDER_WIDE,
                )
            )
        ).who_decides("Bistånd", brådska=False)
        assert (deciders(answer), cases(answer)) == (["socialnämnden"], [])

    def test_in_a_ladder_too(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           individutskottet   när principiellt
                                          enhetschef         annars
                """)
            )
        ).who_decides("Bistånd")
        assert deciders(answer) == ["enhetschef"]
        assert cases(answer) == [("principiellt", Outcome.DECIDES, ["individutskottet"])]

    def test_written_the_other_way_round(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef         när inte principiellt
                                          individutskottet   annars
                """)
            )
        ).who_decides("Bistånd")
        assert deciders(answer) == ["enhetschef"]
        assert cases(answer) == [("principiellt", Outcome.DECIDES, ["individutskottet"])]

    def test_a_bar_in_the_law_that_rests_on_a_judgement(self):
        """6 kap. 38 § första stycket 3 KL: what is of principle or great weight stays with the board."""
        asked = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                        rör               myndighetsutövning
                """)
            )
        )
        answer = asked.who_decides("Bistånd", brådska=False)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert cases(answer) == [("principiellt", Outcome.RESERVED, ["socialnämnden"])]

    def test_a_decision_that_turns_on_a_judgement_cannot_be_told(self):
        asked = rules(order(ROW, "dock              individutskottet   när principiellt"))
        result = asked.check(Decision("Bistånd", "individutskottet"))
        assert result.verdict is Verdict.CANNOT_TELL
        assert result.reason == "Individutskottet beslutar bara om principiellt"
        assert [each.fact for each in result.missing] == ["principiellt"]
        assert asked.check(Decision("Bistånd", "enhetschef")).verdict is Verdict.RIGHT

    def test_a_judgement_that_is_not_the_delegates_is_asked(self):
        answer = sound(
            rules(
                """
                uppgift lyft-begärt "Har socialchefen begärt att nämnden ska besluta?"
                    bedöms av         socialchef
                """,
                order(ROW, "dock              socialnämnden   när lyft-begärt"),
            )
        ).who_decides("Bistånd")
        assert answer.outcome is Outcome.DEPENDS
        assert [(each.fact, each.question) for each in answer.missing] == [
            ("lyft-begärt", "Har socialchefen begärt att nämnden ska besluta?")
        ]


class TestRuling4Strict:
    def test_strict_asks_the_judgement(self):
        answer = rules(order(ROW, ORDER_WIDE)).who_decides("Bistånd", strict=True)
        assert answer.outcome is Outcome.DEPENDS
        assert [each.fact for each in answer.missing] == ["principiellt"]
        assert answer.missing[0].question.startswith("Är ärendet av principiell beskaffenhet")
        assert {(each.when, tuple(deciders(each.answer))) for each in answer.branches} == {
            ("principiellt", ("socialnämnden",)),
            ("inte principiellt", ("enhetschef",)),
        }

    def test_strict_asks_nothing_when_the_judgement_is_given(self):
        answer = rules(order(ROW, ORDER_WIDE)).who_decides("Bistånd", principiellt=False, strict=True)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])

    def test_strict_asks_nothing_when_there_is_no_judgement_to_make(self):
        answer = rules(order(ROW)).who_decides("Bistånd", strict=True)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])


class TestRuling4MissingFactAlwaysDepends:
    ROW = """
        punkt 1 "Bistånd"
            delegat           enhetschef         när belopp högst 5 000 kr
                              individutskottet   annars
    """

    def test_a_missing_fact_depends(self):
        answer = sound(rules(order(self.ROW))).who_decides("Bistånd")
        assert answer.outcome is Outcome.DEPENDS
        assert [each.fact for each in answer.missing] == ["belopp"]

    def test_beside_an_open_judgement_each_case_has_its_unless(self):
        answer = sound(rules(order(self.ROW, ORDER_WIDE))).who_decides("Bistånd")
        assert answer.outcome is Outcome.DEPENDS
        assert [each.fact for each in answer.missing] == ["belopp"]
        assert [(each.when, deciders(each.answer), cases(each.answer)) for each in answer.branches] == [
            (
                "belopp högst 5 000 kr",
                ["enhetschef"],
                [("principiellt", Outcome.DECIDES, ["socialnämnden"])],
            ),
            (
                "belopp över 5 000 kr",
                ["individutskottet"],
                [("principiellt", Outcome.DECIDES, ["socialnämnden"])],
            ),
        ]

    def test_strictly_both_are_asked(self):
        answer = rules(order(self.ROW, ORDER_WIDE)).who_decides("Bistånd", strict=True)
        assert {each.fact for each in answer.missing} == {"belopp", "principiellt"}
        assert {(each.when, tuple(deciders(each.answer))) for each in answer.branches} == {
            ("principiellt", ("socialnämnden",)),
            ("belopp högst 5 000 kr och inte principiellt", ("enhetschef",)),
            ("belopp över 5 000 kr och inte principiellt", ("individutskottet",)),
        }
        assert answer.missing[0].fact == "principiellt"


class TestRuling4Urgency:
    """Whether a matter is urgent is a judgement too: open, it is an «om …»; made, it is the answer."""

    URGENT = "brådskande        sn-ordförande, därefter sn-vice"

    def test_left_open_it_is_an_unless(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                    """,
                    self.URGENT,
                )
            )
        ).who_decides("Bistånd", belopp=6_000)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert cases(answer) == [
            ("ärendet är så brådskande att nämnden inte kan inväntas", Outcome.DECIDES, ["sn-ordförande"])
        ]

    def test_strict_asks_it(self):
        asked = rules(
            order(
                """
                punkt 1 "Bistånd"
                    delegat           enhetschef   när belopp högst 5 000 kr
                """,
                self.URGENT,
            )
        )
        answer = asked.who_decides("Bistånd", belopp=6_000, strict=True)
        assert answer.outcome is Outcome.DEPENDS
        assert [each.fact for each in answer.missing] == ["brådska"]
        assert {(each.when, tuple(deciders(each.answer))) for each in answer.branches} == {
            ("brådska", ("sn-ordförande",)),
            ("inte brådska", ("socialnämnden",)),
        }

    def test_a_decision_by_the_chair_turns_on_it(self):
        asked = rules(
            order(
                """
                punkt 1 "Bistånd"
                    delegat           enhetschef   när belopp högst 5 000 kr
                """,
                self.URGENT,
            )
        )
        result = asked.check(Decision("Bistånd", "sn-ordförande", facts={"belopp": 6_000}))
        assert result.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in result.missing] == ["brådska"]

    def test_so_does_one_by_the_vice_chair(self):
        """Second in line: right if it was urgent and the chair was away, which nobody has said."""
        asked = rules(
            order(
                """
                punkt 1 "Bistånd"
                    delegat           enhetschef   när belopp högst 5 000 kr
                """,
                self.URGENT,
            )
        )
        urgent = Decision("Bistånd", "sn-vice", facts={"belopp": 6_000, "brådska": True})
        assert [each.fact for each in asked.check(urgent).missing] == ["frånvarande"]
        left_open = asked.check(Decision("Bistånd", "sn-vice", facts={"belopp": 6_000}))
        assert left_open.verdict is Verdict.CANNOT_TELL
        assert left_open.missing[0].fact == "brådska"
        calm = Decision("Bistånd", "sn-vice", facts={"belopp": 6_000, "brådska": False})
        assert asked.check(calm).verdict is Verdict.WRONG_DECIDER

    def test_a_delegate_in_place_needs_no_urgency(self):
        answer = rules(order(ROW, self.URGENT)).who_decides("Bistånd", brådska=True)
        assert (deciders(answer), cases(answer)) == (["enhetschef"], [])

    def test_given_it_moves_what_is_not_delegated_to_the_chair(self):
        asked = rules(
            order(
                """
                punkt 1 "Bistånd"
                    delegat           enhetschef   när belopp högst 5 000 kr
                """,
                self.URGENT,
            )
        )
        answer = asked.who_decides("Bistånd", belopp=6_000, brådska=True)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["sn-ordförande"])
        away = asked.who_decides("Bistånd", belopp=6_000, brådska=True, absent=["sn-ordförande"])
        assert deciders(away) == ["sn-vice"]

    def test_and_what_dock_takes_to_the_board(self):
        asked = sound(rules(order(ROW, f"{ORDER_WIDE}\n{self.URGENT}")))
        left_open = asked.who_decides("Bistånd", principiellt=True)
        assert [deciders(each) for each in left_open.unless] == [["sn-ordförande"]]
        made = asked.who_decides("Bistånd", principiellt=True, brådska=True)
        assert deciders(made) == ["sn-ordförande"]
        check = Decision("Bistånd", "sn-ordförande", facts={"principiellt": True, "brådska": True})
        assert asked.check(check).verdict is Verdict.RIGHT

    def test_and_what_the_board_has_kept(self):
        asked = sound(
            rules(
                order(
                    """
                    punkt 1 "Riktlinjer"
                        beslutas av       nämnden
                    """,
                    self.URGENT,
                )
            )
        )
        left_open = asked.who_decides("Riktlinjer")
        assert [deciders(each) for each in left_open.unless] == [["sn-ordförande"]]
        assert deciders(asked.who_decides("Riktlinjer", brådska=True)) == ["sn-ordförande"]
