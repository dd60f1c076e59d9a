"""Rules that cannot be read: never Default, never a changed rule, and other blocks are unaffected."""

from datetime import date

import pytest

from styrregler import Decision, SeveralMatters, UnreadableRules
from tests.kit import DAY, deciders, order, rules


class TestRulesThatCannotBeRead:
    """«regeln kan inte läsas»: never Default, never a changed rule, and other blocks are unaffected."""

    SOUND = """
        punkt 1 "Bistånd"
            delegat           enhetschef
            anmäls inte

        punkt 2 "Utredning"
            delegat           jurist
    """

    @pytest.mark.parametrize(
        ("right", "wrong"),
        [
            pytest.param("delegat           enhetschef", "delegta           enhetschef", id="a keyword"),
            pytest.param("delegat           enhetschef", "delegat           enhetscheff", id="a name"),
            pytest.param(
                "delegat           enhetschef", "delegat           enhetschef när", id="half a condition"
            ),
            pytest.param(
                "delegat           enhetschef",
                "delegat           enhetschef när belop högst 5 kr",
                id="a fact",
            ),
            pytest.param(
                "delegat           enhetschef",
                "delegat           enhetschef när belopp högst 5 år",
                id="a unit",
            ),
            pytest.param(
                "delegat           enhetschef",
                "delegat           enhetschef när belopp högst 5,000 kr",
                id="a number",
            ),
            pytest.param(
                "delegat           enhetschef",
                "delegat           enhetschef när plats är hamnen",
                id="an answer",
            ),
            pytest.param("anmäls inte", "anmäls intee", id="another clause of the row"),
            pytest.param("anmäls inte", 'villkor           "oavslutad', id="an open quote"),
        ],
    )
    def test_a_faulty_row_answers_nothing(self, right, wrong):
        loaded = rules(order(self.SOUND.replace(right, wrong)))
        assert loaded.diagnostics
        with pytest.raises(UnreadableRules, match=r"^regeln kan inte läsas: prov\.styr:\d+"):
            loaded.who_decides("Bistånd", on=DAY)
        with pytest.raises(UnreadableRules):
            loaded.check(Decision("Bistånd", "enhetschef", DAY))
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_the_exception_says_where(self):
        loaded = rules(
            order(self.SOUND.replace("delegat           enhetschef", "delegat           enhetscheff"))
        )
        with pytest.raises(UnreadableRules) as found:
            loaded.who_decides("Bistånd", on=DAY)
        assert [(each.path, each.line) for each in found.value.places] == [("prov.styr", 6)]

    def test_a_sound_row_about_the_same_matter_does_not_hide_it(self):
        loaded = rules(
            order("""
                punkt 1 "Bistånd"
                    delegat           enhetschef

                punkt 2 "Bistånd"
                    delegta           jurist
            """)
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)

    def test_a_faulty_clause_on_the_order_spoils_the_whole_order(self):
        loaded = rules(order(self.SOUND, "dock              socialnämnden när pricnipiellt"))
        for matter in ("Bistånd", "Utredning"):
            with pytest.raises(UnreadableRules):
                loaded.who_decides(matter, on=DAY)

    def test_a_faulty_section_spoils_its_own_rows(self):
        loaded = rules(
            order("""
                avsnitt 1 "Bistånd"
                    vidaredelgeras    inte

                punkt 1.1 "Bistånd"
                    delegat           enhetschef

                avsnitt 2 "Utredning"

                punkt 2.1 "Utredning"
                    delegat           jurist
            """)
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_a_faulty_row_of_a_table_spoils_itself(self):
        loaded = rules(
            order("""
                tabell
                    punkt | ärende    | delegat
                    1     | Bistånd   | enhetscheff
                    2     | Utredning | jurist
            """)
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_a_faulty_fact_spoils_the_rows_that_use_it(self):
        loaded = rules(
            'uppgift storlek "Hur stor?"\n    anges ii          antal\n',
            order("""
                punkt 1 "Bistånd"
                    delegat           enhetschef   när storlek högst 5

                punkt 2 "Utredning"
                    delegat           jurist
            """),
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)
        assert deciders(loaded.who_decides("Utredning", on=DAY)) == ["jurist"]

    def test_a_faulty_sub_delegation_is_not_passed_over(self):
        loaded = rules(
            order("""
                punkt 1 "Bistånd"
                    delegat           socialchef
                    vidaredelegeras   av socialchef
            """),
            """
            vidaredelegation socialchef "Socialchefens vidaredelegation"
                ur                socialnämnden
                gäller            från 2026-01-01

            punkt 1
                delegat           enhetscheff
            """,
        )
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=DAY)

    def test_a_faulty_row_that_is_not_in_force_stands_in_nobodys_way(self):
        old = order("""
            punkt 1 "Bistånd"
                delegta           enhetschef
        """).replace("från 2026-01-01", "från 2026-01-01 till 2026-01-31")
        new = order("""
            punkt 1 "Bistånd"
                delegat           jurist
        """).replace('"Ordningen"', '"Den nya"')
        loaded = rules(old, new)
        assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["jurist"]
        with pytest.raises(UnreadableRules):
            loaded.who_decides("Bistånd", on=date(2026, 1, 31))

    def test_a_faulty_heading_is_never_default(self):
        loaded = rules(order('punkt 1 "Bistånd\n    delegat           enhetschef\n'))
        with pytest.raises((UnreadableRules, SeveralMatters)):
            loaded.who_decides("Bistånd", on=DAY)

    def test_a_faulty_file_beside_it_changes_nothing(self):
        loaded = rules(order(self.SOUND), "\tdetta är ingen regel alls\n")
        assert loaded.diagnostics
        assert deciders(loaded.who_decides("Bistånd", on=DAY)) == ["enhetschef"]
