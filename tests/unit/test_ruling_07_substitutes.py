"""Ruling 7: substitutes in order, skipping whoever cannot."""

import pytest

from styrregler import Decision, Outcome, Verdict
from styrregler.query.people import name_of
from tests.kit import deciders, order, rules, sound


def row(*clauses: str, on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', on_the_order)))


def substitutes(answer):
    return [name_of(each.party) for each in answer.substitutes]


LINE = (
    "delegat           socialsekreterare",
    "ersättare         enhetschef, därefter jurist, därefter socialchef",
)


class TestRuling7SubstitutesInOrder:
    def test_they_are_named_in_order(self):
        answer = row(*LINE).who_decides("Bistånd")
        assert deciders(answer) == ["socialsekreterare"]
        assert substitutes(answer) == ["enhetschef", "jurist", "socialchef"]

    @pytest.mark.parametrize(
        ("absent", "disqualified", "decider", "left"),
        [
            (["socialsekreterare"], [], "enhetschef", ["jurist", "socialchef"]),
            ([], ["socialsekreterare"], "enhetschef", ["jurist", "socialchef"]),
            (["socialsekreterare", "enhetschef"], [], "jurist", ["socialchef"]),
            (["socialsekreterare"], ["enhetschef"], "jurist", ["socialchef"]),
            (["socialsekreterare", "jurist"], ["enhetschef"], "socialchef", []),
        ],
    )
    def test_whoever_is_absent_or_disqualified_is_skipped(self, absent, disqualified, decider, left):
        answer = row(*LINE).who_decides("Bistånd", absent=absent, disqualified=disqualified)
        assert deciders(answer) == [decider]
        assert answer.deciders[0].instead_of == "Socialsekreterare"
        assert substitutes(answer) == left

    def test_why_the_delegate_does_not_decide(self):
        absent = row(*LINE).who_decides("Bistånd", absent=["socialsekreterare"])
        disqualified = row(*LINE).who_decides("Bistånd", disqualified=["socialsekreterare"])
        assert [(each.title, each.reason) for each in absent.excluded] == [
            ("Socialsekreterare", "frånvarande")
        ]
        assert [(each.title, each.reason) for each in disqualified.excluded] == [
            ("Socialsekreterare", "jävig")
        ]

    def test_whoever_is_already_the_delegate_is_skipped(self):
        """An order-wide line of substitutes names some who are delegates themselves."""
        asked = sound(
            rules(
                order(
                    """
                    punkt 1 "Bistånd"
                        delegat           enhetschef
                    """,
                    "ersättare         enhetschef, därefter socialchef",
                )
            )
        )
        assert substitutes(asked.who_decides("Bistånd")) == ["socialchef"]
        assert deciders(asked.who_decides("Bistånd", absent=["enhetschef"])) == ["socialchef"]

    def test_nobody_left_means_the_board(self):
        answer = row("delegat           enhetschef", "ersättare         jurist").who_decides(
            "Bistånd", absent=["enhetschef", "jurist"]
        )
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert "Ingen ersättare eller överordnad är tillgänglig: då beslutar nämnden." in answer.remarks

    def test_the_nearest_chief_of_the_delegate(self):
        asked = row("delegat           socialsekreterare", "ersättare         närmaste chef")
        assert substitutes(asked.who_decides("Bistånd")) == ["enhetschef"]

    def test_the_rows_line_replaces_the_orders_whole(self):
        asked = row(*LINE, on_the_order="ersättare         kommundirektör")
        assert substitutes(asked.who_decides("Bistånd")) == ["enhetschef", "jurist", "socialchef"]


class TestRuling7SeveralDelegates:
    LINE = ("delegat           socialsekreterare eller jurist", "ersättare         enhetschef")

    def test_one_who_is_away_leaves_the_other(self):
        answer = row(*self.LINE).who_decides("Bistånd", absent=["jurist"])
        assert deciders(answer) == ["socialsekreterare"]
        assert answer.deciders[0].instead_of == ""

    def test_a_substitute_steps_in_when_all_are_away(self):
        answer = row(*self.LINE).who_decides("Bistånd", absent=["jurist"], disqualified=["socialsekreterare"])
        assert deciders(answer) == ["enhetschef"]
        assert answer.deciders[0].instead_of == "Socialsekreterare, Kommunjurist"

    def test_a_substitute_is_not_right_while_one_delegate_is_there(self):
        decision = Decision("Bistånd", "enhetschef", absent=("jurist",))
        result = row(*self.LINE).check(decision)
        assert result.verdict is Verdict.CANNOT_TELL
        assert result.reason == "Enhetschef är ersättare: det beror på om Socialsekreterare var förhindrad"

    def test_a_substitute_for_one_of_them_steps_in_for_no_other(self):
        asked = row(
            "delegat           socialsekreterare eller jurist",
            "ersättare för jurist kommundirektör",
            "ersättare för socialsekreterare enhetschef",
        )
        both = asked.who_decides("Bistånd")
        assert set(substitutes(both)) == {"kommundirektör", "enhetschef"}
        one = sound(
            rules(
                order("""
                    punkt 1 "Bistånd"
                        delegat           socialsekreterare   när belopp högst 5 000 kr
                                          jurist              annars
                        ersättare för jurist kommundirektör
                """)
            )
        )
        assert substitutes(one.who_decides("Bistånd", belopp=1_000)) == []
        assert substitutes(one.who_decides("Bistånd", belopp=6_000)) == ["kommundirektör"]


class TestRuling7NobodyStandsInFor:
    @pytest.mark.parametrize("body", ["individutskottet", "nämnden"])
    def test_an_utskott_or_a_board(self, body):
        answer = row(f"delegat           {body}", "ersättare         socialchef").who_decides(
            "Bistånd", brådska=False
        )
        assert substitutes(answer) == []

    def test_an_utskott_beside_an_employee_keeps_the_decision(self):
        asked = row("delegat           enhetschef eller individutskottet", "ersättare         jurist")
        answer = asked.who_decides("Bistånd", absent=["enhetschef"])
        assert deciders(answer) == ["individutskottet"]

    def test_a_check_of_a_decision_in_an_utskotts_stead(self):
        asked = row("delegat           individutskottet", "ersättare         socialchef")
        assert asked.check(Decision("Bistånd", "socialchef")).verdict is Verdict.WRONG_DECIDER


class TestRuling7Disqualification:
    def test_a_subordinate_never_stands_in(self):
        asked = row("delegat           enhetschef", on_the_order="överordnad        får besluta vid frånvaro")
        answer = asked.who_decides("Bistånd", disqualified=["enhetschef"])
        assert deciders(answer) == ["socialchef"]
        assert substitutes(answer) == []
        below = Decision("Bistånd", "socialsekreterare", disqualified=("enhetschef",))
        assert asked.check(below).verdict is Verdict.WRONG_DECIDER

    def test_a_subordinate_named_for_the_very_delegate_does(self):
        named = row("delegat           enhetschef", "ersättare för enhetschef socialsekreterare")
        assert deciders(named.who_decides("Bistånd", disqualified=["enhetschef"])) == ["socialsekreterare"]

    def test_a_subordinate_that_the_row_names_does(self):
        asked = row("delegat           enhetschef", "ersättare         socialsekreterare")
        assert deciders(asked.who_decides("Bistånd", disqualified=["enhetschef"])) == ["socialsekreterare"]

    @pytest.mark.parametrize("role", ["socialsekreterare", "enhetschef", "socialchef"])
    def test_whoever_is_disqualified_is_never_right(self, role):
        asked = row(*LINE, on_the_order="överordnad        får alltid besluta")
        result = asked.check(Decision("Bistånd", role, disqualified=(role,)))
        assert result.verdict is Verdict.WRONG_DECIDER
        assert result.reason.endswith("var jävig och får inte besluta")


def test_a_chief_that_does_not_exist_does_not_stand_in():
    loaded = rules(
        order(
            'punkt 1 "Tillstånd"\n    delegat kommundirektör\n    ersättare närmaste chef\n',
            body="kommunstyrelsen",
        )
    )
    answer = loaded.who_decides("Tillstånd", absent=["kommundirektör"])
    assert deciders(answer) == ["kommunstyrelsen"]
