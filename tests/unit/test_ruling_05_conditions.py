"""Ruling 5: `när` chooses who, `förutsätter` is a step before, `villkor` is quoted."""

import pytest

from styrregler import Decision, Outcome, Verdict
from tests.kit import deciders, order, rules, sound


def one(*clauses: str):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Anlita bemanningsföretag"\n{lines}\n')))


class TestRuling5ForutsatterIsAStepBefore:
    @pytest.mark.parametrize(
        ("clause", "step"),
        [
            ("förutsätter       förhandling enligt 38 § MBL", "förhandling enligt 38 § MBL"),
            ("förutsätter       fullmakt från kommundirektör", "fullmakt från Kommundirektör"),
            ("förutsätter       tillstyrkan av jurist", "tillstyrkan av Kommunjurist"),
            ("förutsätter       samtycke", "samtycke"),
        ],
    )
    def test_it_adds_a_duty_and_does_not_move_the_decision(self, clause, step):
        answer = one("delegat           enhetschef", clause).who_decides("Anlita bemanningsföretag")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert [(each.text, each.condition) for each in answer.requires] == [(step, "")]

    def test_a_step_that_is_needed_in_some_cases(self):
        asked = one(
            "delegat           enhetschef",
            "förutsätter       förhandling enligt 38 § MBL när belopp över 100 000 kr",
        )
        assert asked.who_decides("Anlita bemanningsföretag", belopp=100_000).requires == ()
        needed = asked.who_decides("Anlita bemanningsföretag", belopp=100_001)
        assert [(each.text, each.condition) for each in needed.requires] == [
            ("förhandling enligt 38 § MBL", "")
        ]

    def test_not_knowing_makes_it_conditional_and_never_depends(self):
        answer = one(
            "delegat           enhetschef",
            "förutsätter       förhandling enligt 38 § MBL när belopp över 100 000 kr",
        ).who_decides("Anlita bemanningsföretag")
        assert answer.outcome is Outcome.DECIDES
        assert [(each.text, each.condition) for each in answer.requires] == [
            ("förhandling enligt 38 § MBL", "belopp över 100 000 kr")
        ]

    def test_several_steps_are_all_needed(self):
        answer = one(
            "delegat           enhetschef",
            "förutsätter       förhandling enligt 38 § MBL",
            "förutsätter       fullmakt från kommundirektör",
        ).who_decides("Anlita bemanningsföretag")
        assert [each.text for each in answer.requires] == [
            "förhandling enligt 38 § MBL",
            "fullmakt från Kommundirektör",
        ]

    def test_a_decision_is_right_whether_or_not_the_step_is_known_to_be_taken(self):
        asked = one("delegat           enhetschef", "förutsätter       förhandling enligt 38 § MBL")
        assert asked.check(Decision("Anlita bemanningsföretag", "enhetschef")).verdict is Verdict.RIGHT


class TestRuling5VillkorIsQuoted:
    def test_word_for_word(self):
        answer = one(
            "delegat           enhetschef",
            'villkor           "Efter skriftligt samtycke."',
        ).who_decides("Anlita bemanningsföretag")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert answer.conditions == ("Efter skriftligt samtycke.",)
        assert answer.missing == ()

    def test_several_in_order(self):
        answer = one(
            "delegat           enhetschef",
            'villkor           "Högst ett år, en gång."',
            '                  "Inom budget."',
        ).who_decides("Anlita bemanningsföretag")
        assert answer.conditions == ("Högst ett år, en gång.", "Inom budget.")

    def test_the_rows_own_villkor_replaces_the_sections(self):
        asked = sound(
            rules(
                order("""
                    avsnitt 1 "Personal"
                        villkor           "Inom budget."

                    punkt 1.1 "Anställa"
                        delegat           enhetschef

                    punkt 1.2 "Säga upp"
                        delegat           enhetschef
                        villkor           "Efter varsel."
                """)
            )
        )
        assert asked.who_decides("Anställa").conditions == ("Inom budget.",)
        assert asked.who_decides("Säga upp").conditions == ("Efter varsel.",)

    def test_of_rows_side_by_side_what_only_one_says_is_quoted_with_its_delegate(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Anställa"
                        delegat           enhetschef
                        villkor           "Inom budget."

                    punkt 2 "Anställa"
                        delegat           jurist
                        villkor           "Inom budget." "Efter annonsering."
                """)
            )
        ).who_decides("Anställa")
        assert answer.conditions == ("Inom budget.", "Kommunjurist: Efter annonsering.")

    def test_of_a_row_that_does_not_decide_none_is(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Anställa"
                        delegat           enhetschef   när belopp högst 5 000 kr
                        villkor           "Inom budget."

                    punkt 2 "Anställa"
                        delegat           socialchef   när belopp över 5 000 kr
                """)
            )
        ).who_decides("Anställa", belopp=6_000)
        assert answer.conditions == ()


class TestRuling5NarChoosesWho:
    def test_nar_is_the_only_one_of_the_three_that_does(self):
        asked = one(
            "delegat           enhetschef   när belopp högst 5 000 kr",
            "                  socialchef   annars",
            "förutsätter       förhandling enligt 38 § MBL när plats är tätort",
            'villkor           "Inom budget."',
        )
        answer = asked.who_decides("Anlita bemanningsföretag")
        assert [each.fact for each in answer.missing] == ["belopp"]
        assert [
            (
                each.when,
                deciders(each.answer),
                [step.condition for step in each.answer.requires],
                each.answer.conditions,
            )
            for each in answer.branches
        ] == [
            ("belopp högst 5 000 kr", ["enhetschef"], ["plats är tätort"], ("Inom budget.",)),
            ("belopp över 5 000 kr", ["socialchef"], ["plats är tätort"], ("Inom budget.",)),
        ]

    @pytest.mark.parametrize(
        "duty",
        [
            "informera         jurist när plats är tätort",
            "samråd med        jurist när plats är tätort",
            "anmäls till       individutskottet när plats är tätort",
            "vidaredelegeras   av socialchef när plats är tätort",
        ],
    )
    def test_nar_in_a_duty_chooses_whether_there_is_one(self, duty):
        answer = one("delegat           enhetschef", duty).who_decides("Anlita bemanningsföretag")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert answer.missing == ()
