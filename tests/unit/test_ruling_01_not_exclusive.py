"""Ruling 1: delegation is not exclusive. What is a conflict, and what is not."""

from datetime import date
from itertools import permutations

import pytest

from styrregler import Decision, Outcome, Verdict
from tests.kit import deciders, order, rules, sound

SIDE_BY_SIDE = """
    punkt 1 "Teckna avtal"
        delegat           enhetschef

    punkt 2 "Teckna avtal"
        delegat           jurist
"""

MEETS_BOARD = """
    punkt 1 "Teckna avtal"
        delegat           enhetschef

    punkt 2 "Teckna avtal"
        beslutas av       nämnden
"""


class TestRuling1DelegationIsNotExclusive:
    def test_rows_that_name_different_delegates_make_each_of_them_competent(self):
        answer = sound(rules(order(SIDE_BY_SIDE))).who_decides("Teckna avtal")
        assert answer.outcome is Outcome.DECIDES
        assert deciders(answer) == ["enhetschef", "jurist"]
        assert [each.rule for each in answer.deciders] == ["1", "2"]
        assert answer.conflict == ""

    @pytest.mark.parametrize("decided_by", ["enhetschef", "jurist"])
    def test_each_of_them_decides_alone(self, decided_by):
        asked = rules(order(SIDE_BY_SIDE))
        assert asked.check(Decision("Teckna avtal", decided_by)).verdict is Verdict.RIGHT

    def test_a_delegate_named_by_two_rows_is_one_decider(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Teckna avtal"
                        delegat           enhetschef

                    punkt 2 "Teckna avtal"
                        delegat           enhetschef eller jurist
                """)
            )
        ).who_decides("Teckna avtal")
        assert deciders(answer) == ["enhetschef", "jurist"]
        assert [each.number for each in answer.rules] == ["1", "2"]

    def test_nothing_is_decided_by_specificity(self):
        """A row with a narrower condition does not push the wider one aside."""
        asked = sound(
            rules(
                order("""
                    punkt 1 "Teckna avtal"
                        delegat           socialchef

                    punkt 2 "Teckna avtal"
                        delegat           enhetschef   när belopp högst 5 000 kr och plats är tätort
                """)
            )
        )
        assert deciders(asked.who_decides("Teckna avtal", belopp=4_000, plats="tätort")) == [
            "socialchef",
            "enhetschef",
        ]
        assert deciders(asked.who_decides("Teckna avtal", belopp=6_000, plats="tätort")) == ["socialchef"]

    def test_nothing_is_decided_by_the_order_of_files(self):
        files = [
            order(f"""
                punkt {number} "Teckna avtal"
                    delegat           {delegate}
            """).replace('"Ordningen"', f'"Ordning {number}"')
            for number, delegate in (("1", "enhetschef"), ("2", "enhetschef"), ("3", "enhetschef"))
        ]
        answers = [rules(*arrangement).who_decides("Teckna avtal") for arrangement in permutations(files)]
        assert {(each.outcome, tuple(deciders(each))) for each in answers} == {
            (Outcome.DECIDES, ("enhetschef",))
        }
        assert len({tuple(rule.number for rule in each.rules) for each in answers}) == 1


class TestRuling1ConflictWithAnotherKindOfDecider:
    def test_delegation_meets_beslutas_av(self):
        answer = sound(rules(order(MEETS_BOARD))).who_decides("Teckna avtal")
        assert answer.outcome is Outcome.CONFLICT
        assert answer.conflict == "ärendet är både delegerat och förbehållet ett organ"

    def test_both_places_are_shown(self):
        answer = rules(order(MEETS_BOARD)).who_decides("Teckna avtal")
        assert [(each.place.path, each.place.line) for each in answer.sources] == [
            ("prov.styr", 5),
            ("prov.styr", 8),
        ]

    def test_delegation_meets_verkstalls(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Betala ut bidrag"
                        delegat           enhetschef

                    punkt 2 "Betala ut bidrag"
                        verkställs av     socialsekreterare
                """)
            )
        ).who_decides("Betala ut bidrag")
        assert answer.outcome is Outcome.CONFLICT
        assert answer.conflict == "ärendet är både delegerat och verkställighet"
        assert [each.number for each in answer.rules] == ["1", "2"]

    def test_the_two_may_stand_in_one_row(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Teckna avtal"
                        delegat           enhetschef
                        beslutas av       nämnden   när belopp över 100 000 kr
                """)
            )
        )
        assert asked.who_decides("Teckna avtal", belopp=100_001).outcome is Outcome.CONFLICT
        assert deciders(asked.who_decides("Teckna avtal", belopp=100_000)) == ["enhetschef"]

    def test_other_facts_are_no_conflict(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Teckna avtal"
                        delegat           enhetschef   när belopp högst 50 000 kr

                    punkt 2 "Teckna avtal"
                        beslutas av       nämnden      när belopp över 50 000 kr
                """)
            )
        )
        assert asked.who_decides("Teckna avtal", belopp=50_000).outcome is Outcome.DECIDES
        assert asked.who_decides("Teckna avtal", belopp="50 000,01 kr").outcome is Outcome.RESERVED

    def test_a_conflict_on_some_facts_is_one_case_of_the_table(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Teckna avtal"
                        delegat           enhetschef   när belopp högst 50 000 kr

                    punkt 2 "Teckna avtal"
                        beslutas av       nämnden      när belopp minst 50 000 kr
                """)
            )
        ).who_decides("Teckna avtal")
        assert [(each.when, each.answer.outcome) for each in answer.branches] == [
            ("belopp under 50 000 kr", Outcome.DECIDES),
            ("belopp 50 000 kr", Outcome.CONFLICT),
            ("belopp över 50 000 kr", Outcome.RESERVED),
        ]

    def test_a_conflict_is_no_verdict_on_a_decision(self):
        result = rules(order(MEETS_BOARD)).check(Decision("Teckna avtal", "enhetschef"))
        assert result.verdict is Verdict.CANNOT_TELL
        assert result.reason == (
            "reglerna motsäger varandra: ärendet är både delegerat och förbehållet ett organ"
        )


class TestRuling1ConflictBetweenExceptions:
    def test_two_dock_of_one_level_with_different_deciders(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Återkrav"
                        delegat           enhetschef
                        dock              individutskottet   när belopp över 50 000 kr
                                          socialchef         när plats är hamnområde
                """)
            )
        )
        both = asked.who_decides("Återkrav", belopp=60_000, plats="hamnområde")
        assert both.outcome is Outcome.CONFLICT
        assert both.conflict == "två undantag (dock) gäller samtidigt och pekar ut olika beslutsfattare"
        assert deciders(asked.who_decides("Återkrav", belopp=60_000, plats="tätort")) == ["individutskottet"]
        assert deciders(asked.who_decides("Återkrav", belopp=50_000, plats="hamnområde")) == ["socialchef"]

    def test_both_places_are_shown(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Återkrav"
                        delegat           enhetschef
                        dock              individutskottet   när belopp över 50 000 kr
                                          socialchef         när plats är hamnområde
                """)
            )
        ).who_decides("Återkrav", belopp=60_000, plats="hamnområde")
        assert answer.outcome is Outcome.CONFLICT
        shown = {each.place.line for each in (*answer.sources, *answer.excluded)}
        said = " / ".join([answer.conflict, *(each.reason for each in answer.excluded)])
        assert shown >= {7, 8} or ("belopp över 50 000 kr" in said and "plats är hamnområde" in said)

    def test_two_dock_of_one_level_that_agree_are_no_conflict(self):
        answer = sound(
            rules(
                order("""
                    punkt 1 "Återkrav"
                        delegat           enhetschef
                        dock              individutskottet   när belopp över 50 000 kr
                                          individutskottet   när plats är hamnområde
                """)
            )
        ).who_decides("Återkrav", belopp=60_000, plats="hamnområde")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["individutskottet"])


class TestRuling1ConflictBetweenOrders:
    ONE = order("""
        punkt 1 "Teckna avtal"
            delegat           enhetschef
    """)

    def other(self, delegate: str, begins: str = "2026-01-01", body: str = "socialnämnden") -> str:
        text = order(
            f"""
            punkt 9 "Teckna avtal"
                delegat           {delegate}
            """,
            body=body,
        )
        return text.replace('"Ordningen"', '"Tillägget"').replace("från 2026-01-01", f"från {begins}")

    def test_two_orders_in_force_for_one_board_contradict(self):
        answer = sound(rules(self.ONE, self.other("socialchef"))).who_decides("Teckna avtal")
        assert answer.outcome is Outcome.CONFLICT
        assert answer.conflict == "två ordningar som gäller samtidigt pekar ut olika beslutsfattare"
        assert sorted((each.place.path, each.place.line) for each in answer.sources) == [
            ("prov.styr", 5),
            ("prov1.styr", 5),
        ]

    def test_orders_that_agree_do_not(self):
        answer = sound(rules(self.ONE, self.other("enhetschef"))).who_decides("Teckna avtal")
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])

    def test_an_order_that_does_not_hold_yet_contradicts_nothing(self):
        asked = sound(rules(self.ONE, self.other("socialchef", begins="2026-07-01")))
        assert deciders(asked.who_decides("Teckna avtal", on=date(2026, 6, 30))) == ["enhetschef"]
        assert asked.who_decides("Teckna avtal", on=date(2026, 7, 1)).outcome is Outcome.CONFLICT

    def test_orders_of_two_boards_do_not_contradict(self):
        asked = sound(rules(self.ONE, self.other("kommundirektör", body="kommunstyrelsen")))
        assert deciders(asked.who_decides("Teckna avtal", body="SN")) == ["enhetschef"]
        assert deciders(asked.who_decides("Teckna avtal", body="KS")) == ["kommundirektör"]
