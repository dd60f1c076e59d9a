"""Ruling 8: reporting. The nearest rule wins whole."""

from datetime import date

import pytest

from styrregler.checks import run_checks
from styrregler.query.people import name_of
from styrregler.values.timing import TimingKind
from tests.kit import DAY, deciders, order, rules, sound

SN_MEETING = date(2026, 3, 24)


def reported(answer):
    """(to whom, when, as what, by which day) for each duty; «inte» where there is none."""
    return [
        (name_of(each.to) if each.to else "inte", str(each.timing or ""), each.form, each.deadline)
        for each in answer.report
    ]


class TestRuling8NearestRuleWinsWhole:
    TEXT = order(
        """
        punkt 0 "Ordningens regel"
            delegat           enhetschef

        avsnitt 1 "Bistånd"
            anmäls till       individutskottet varje kvartal

        punkt 1.1 "Avsnittets regel"
            delegat           enhetschef

        punkt 1.2 "Radens egen regel"
            delegat           enhetschef
            anmäls till       kommunstyrelsen via jurist löpande som pärm

        punkt 1.3 "Anmäls inte"
            delegat           enhetschef
            anmäls inte
        """,
        "anmäls till       socialnämnden nästa sammanträde som lista",
    )

    @pytest.mark.parametrize(
        ("matter", "expected"),
        [
            ("Ordningens regel", ("socialnämnden", "nästa sammanträde", "lista", SN_MEETING)),
            ("Avsnittets regel", ("individutskottet", "varje kvartal", "", None)),
            ("Radens egen regel", ("kommunstyrelsen", "löpande", "pärm", None)),
            ("Anmäls inte", ("inte", "", "", None)),
        ],
    )
    def test_nothing_is_merged(self, matter, expected):
        answer = sound(rules(self.TEXT)).who_decides(matter, on=DAY)
        assert reported(answer) == [expected]
        assert all(each.decided for each in answer.report)

    def test_via_whom(self):
        answer = rules(self.TEXT).who_decides("Radens egen regel")
        assert [each.via for each in answer.report] == ["Kommunjurist"]

    def test_a_conditional_rule_of_the_row_still_replaces_the_orders(self):
        asked = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                        anmäls till       individutskottet när utfall är avslag
                    """,
                    "anmäls till       socialnämnden nästa sammanträde",
                )
            )
        )
        assert reported(asked.who_decides("Bistånd", utfall="avslag")) == [("individutskottet", "", "", None)]
        assert reported(asked.who_decides("Bistånd", utfall="bifall")) == [("inte", "", "", None)]
        assert [each.condition for each in asked.who_decides("Bistånd").report] == ["utfall är avslag"]

    def test_the_row_in_a_table_wins_too(self):
        asked = sound(
            rules(
                order(
                    """
                    tabell
                        punkt | ärende   | delegat    | anmäls
                        1     | Bistånd  | enhetschef |
                        2     | Utredning | enhetschef | inte
                    """,
                    "anmäls till       socialnämnden nästa sammanträde",
                )
            )
        )
        assert [each[0] for each in reported(asked.who_decides("Bistånd"))] == ["socialnämnden"]
        assert [each[0] for each in reported(asked.who_decides("Utredning"))] == ["inte"]

    def test_the_boards_own_decision_is_not_reported(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                                          nämnden      annars
                    """,
                    "anmäls till       socialnämnden nästa sammanträde",
                )
            )
        ).who_decides("Bistånd", belopp=6_000)
        assert (deciders(answer), answer.report) == (["socialnämnden"], ())


class TestRuling8UrgentDecisions:
    """6 kap. 40 § andra stycket KL: at the next meeting, whatever the text says."""

    @pytest.mark.parametrize(
        "text",
        ["", "anmäls inte", "anmäls till       kommunstyrelsen varje kvartal"],
        ids=["silent", "no", "late"],
    )
    def test_always_at_the_next_meeting(self, text):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                    """,
                    f"brådskande        sn-ordförande\n{text}",
                )
            )
        ).who_decides("Bistånd", belopp=6_000, brådska=True, on=DAY)
        assert deciders(answer) == ["sn-ordförande"]
        assert reported(answer) == [("socialnämnden", "nästa sammanträde", "", SN_MEETING)]

    @pytest.mark.parametrize("text", ["", "anmäls inte"], ids=["silent", "no"])
    def test_also_when_one_asks_about_urgent_matters_as_such(self, text):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                    """,
                    f"brådskande        sn-ordförande\n{text}",
                )
            )
        ).who_decides("brådskande ärenden", on=DAY)
        assert deciders(answer) == ["sn-ordförande"]
        assert reported(answer) == [("socialnämnden", "nästa sammanträde", "", SN_MEETING)]

    def test_without_a_listed_meeting_there_is_no_day(self):
        answer = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef   när belopp högst 5 000 kr
                    """,
                    "brådskande        sn-ordförande",
                )
            )
        ).who_decides("Bistånd", belopp=6_000, brådska=True, on=date(2026, 12, 1))
        assert [(each.timing.kind, each.deadline) for each in answer.report] == [
            (TimingKind.NEXT_MEETING, None)
        ]


class TestRuling8NoRuleAnywhere:
    TEXT = order("""
        punkt 1 "Bistånd"
            delegat           enhetschef
            överklagas        genom laglighetsprövning
    """)

    def test_that_the_order_does_not_say_is_said(self):
        answer = sound(rules(self.TEXT)).who_decides("Bistånd")
        assert [(each.to, each.decided) for each in answer.report] == [(None, False)]

    def test_it_differs_from_anmals_inte(self):
        silent = rules(self.TEXT).who_decides("Bistånd")
        no = rules(self.TEXT.replace("överklagas ", "anmäls inte\n    överklagas ")).who_decides("Bistånd")
        assert [each.decided for each in (*silent.report, *no.report)] == [False, True]

    def test_it_is_a_finding(self):
        found = run_checks(sound(rules(self.TEXT)).index, DAY)
        assert [each for each in found if "anmäl" in each.message], [each.message for each in found]

    def test_the_duties_that_the_law_then_imposes(self):
        """6 kap. 40 § KL: a decision not reported, but open to laglighetsprövning, is recorded separately."""
        answer = rules(self.TEXT).who_decides("Bistånd")
        said = " ".join((*answer.remarks, *answer.conditions, *(each.text for each in answer.requires)))
        assert "protokoll" in said.casefold(), said


class TestRuling8SubDelegatedDecisions:
    BOARD = """
        punkt 1 "Bistånd"
            delegat           socialchef
            vidaredelegeras   av socialchef
    """
    FURTHER = """
        vidaredelegation socialchef "Socialchefens vidaredelegation"
            ur                socialnämnden
            gäller            från 2026-01-01
            {}

        punkt 1
            delegat           enhetschef
    """

    def asked(self, clause: str):
        on_the_order = "anmäls till       socialnämnden nästa sammanträde"
        return sound(
            rules(order(self.BOARD, on_the_order), self.FURTHER.format(clause or "# ingen egen regel"))
        )

    def test_follow_the_boards_rule(self):
        answer = self.asked("").who_decides("Bistånd", on=DAY)
        assert deciders(answer) == ["socialchef", "enhetschef"]
        assert reported(answer) == [("socialnämnden", "nästa sammanträde", "", SN_MEETING)]

    def test_reporting_to_a_chief_is_in_addition(self):
        answer = self.asked("anmäls till       socialchef samma dag").who_decides("Bistånd", on=DAY)
        assert [(name_of(each.to), str(each.timing), each.condition) for each in answer.report] == [
            ("socialnämnden", "nästa sammanträde", ""),
            ("socialchef", "samma dag", "Enhetschef beslutar"),
        ]

    def test_a_sub_delegation_cannot_lift_the_boards_rule(self):
        answer = self.asked("anmäls inte").who_decides("Bistånd", on=DAY)
        assert reported(answer) == [("socialnämnden", "nästa sammanträde", "", SN_MEETING)]
