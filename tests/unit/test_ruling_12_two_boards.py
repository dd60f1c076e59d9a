"""Ruling 12: the same matter in two boards. The body given; else the owner by reglemente; else both are listed."""

from datetime import date

import pytest

from styrregler import Outcome
from tests.kit import deciders, order, rules, sound

SN = order("""
    punkt 1 "Teckna hyresavtal"
        ärende            lokaler.hyra
        delegat           socialchef
""")
KS = order(
    """
    punkt 7 "Teckna hyresavtal"
        ärende            lokaler.hyra
        delegat           kommundirektör
    """,
    body="kommunstyrelsen",
)


def charter(body: str, area: str = "lokaler", period: str = "från 2023-01-01") -> str:
    return (
        f'reglemente {body} "Reglemente för {body}"\n    gäller            {period}\n\n'
        f'punkt 3 "Uppgifter"\n    ansvarar för      {area}\n'
    )


class TestRuling12SameMatterInTwoBoards:
    @pytest.mark.parametrize(
        ("body", "who"),
        [
            ("SN", "socialchef"),
            ("socialnämnden", "socialchef"),
            ("Kommunstyrelsen", "kommundirektör"),
        ],
    )
    def test_the_body_given(self, body, who):
        answer = sound(rules(SN, KS)).who_decides("Teckna hyresavtal", body=body)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, [who])

    def test_the_body_given_goes_before_the_reglemente(self):
        asked = sound(rules(SN, KS, charter("kommunstyrelsen")))
        assert deciders(asked.who_decides("Teckna hyresavtal", body="SN")) == ["socialchef"]

    def test_else_the_owner_by_reglemente(self):
        answer = sound(rules(SN, KS, charter("kommunstyrelsen"))).who_decides("Teckna hyresavtal")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["kommundirektör"])
        assert (answer.matter.body, answer.matter.number) == ("kommunstyrelsen", "7")

    def test_a_reglemente_that_names_another_area_owns_nothing(self):
        answer = sound(rules(SN, KS, charter("kommunstyrelsen", "lokalvård"))).who_decides(
            "Teckna hyresavtal"
        )
        assert answer.outcome is Outcome.DEPENDS

    def test_a_reglemente_owns_on_the_days_it_is_in_force(self):
        asked = sound(rules(SN, KS, charter("kommunstyrelsen", period="från 2023-01-01 till 2026-06-30")))
        assert deciders(asked.who_decides("Teckna hyresavtal", on=date(2026, 6, 30))) == ["kommundirektör"]
        assert asked.who_decides("Teckna hyresavtal", on=date(2026, 7, 1)).outcome is Outcome.DEPENDS

    @pytest.mark.parametrize(
        "charters",
        [
            pytest.param([], id="no reglemente"),
            pytest.param([charter("kommunstyrelsen"), charter("socialnämnden")], id="both own it"),
        ],
    )
    def test_else_both_are_listed(self, charters):
        answer = sound(rules(SN, KS, *charters)).who_decides("Teckna hyresavtal")
        assert answer.outcome is Outcome.DEPENDS
        assert [(each.fact, each.question) for each in answer.missing] == [
            ("organ", "Vilket organ gäller det? (Kommunstyrelsen, Socialnämnden)")
        ]
        assert [(each.when, deciders(each.answer)) for each in answer.branches] == [
            ("organ är kommunstyrelsen", ["kommundirektör"]),
            ("organ är socialnämnden", ["socialchef"]),
        ]
        assert (answer.matter.id, answer.matter.body, answer.matter.number) == ("lokaler.hyra", "", "")

    def test_rows_of_two_boards_are_no_conflict(self):
        board = KS.replace("delegat           kommundirektör", "beslutas av       nämnden")
        answer = sound(rules(SN, board)).who_decides("Teckna hyresavtal")
        assert {each.answer.outcome for each in answer.branches} == {Outcome.DECIDES, Outcome.RESERVED}

    def test_a_board_without_such_a_row_decides_by_default(self):
        answer = sound(rules(SN)).who_decides("lokaler.hyra", body="SN", on=date(2025, 1, 1))
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
