"""Ruling 6: superiors. Employees upward to the head of the board's own administration, and no further."""

import pytest

from styrregler import Decision, Outcome, Verdict
from styrregler.query.people import name_of
from tests.kit import ORGANISATION, deciders, order, rules, sound

ALWAYS = "överordnad        får alltid besluta"
IN_ABSENCE = "överordnad        får besluta vid frånvaro"


def row(delegate: str, superior: str = ALWAYS, *more: str, organisation: str = ORGANISATION):
    lines = "\n".join(f"    {clause}" for clause in (f"delegat           {delegate}", *more))
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', superior), organisation=organisation))


def superiors(answer):
    return [name_of(each.party) for each in answer.superiors]


class TestRuling6SuperiorsMayAlwaysDecide:
    def test_upward_in_the_tree_to_the_head_of_the_boards_own_administration(self):
        """Not the head's own chief, who leads another board's administration."""
        answer = row("socialsekreterare").who_decides("Bistånd")
        assert deciders(answer) == ["socialsekreterare"]
        assert superiors(answer) == ["enhetschef", "socialchef"]
        assert [each.only_in_absence for each in answer.superiors] == [False, False]

    @pytest.mark.parametrize(
        "delegate",
        [
            pytest.param("socialchef", id="the head has none"),
            pytest.param("individutskottet", id="an utskott has none"),
            pytest.param("sn-ordförande", id="the chair has none"),
            pytest.param("jurist", id="an employee of another administration has none"),
            pytest.param("nämnden", id="the board has none"),
        ],
    )
    def test_whoever_has_none(self, delegate):
        assert superiors(row(delegate).who_decides("Bistånd", brådska=False)) == []

    @pytest.mark.parametrize(
        ("decided_by", "verdict"),
        [
            ("socialsekreterare", Verdict.RIGHT),
            ("enhetschef", Verdict.RIGHT),
            ("socialchef", Verdict.RIGHT),
            ("kommundirektör", Verdict.WRONG_DECIDER),
            ("sn-ordförande", Verdict.WRONG_DECIDER),
            ("individutskottet", Verdict.WRONG_DECIDER),
            ("jurist", Verdict.WRONG_DECIDER),
        ],
    )
    def test_they_are_right_in_a_check(self, decided_by, verdict):
        assert row("socialsekreterare").check(Decision("Bistånd", decided_by)).verdict is verdict

    def test_of_two_delegates_the_superiors_of_both(self):
        answer = row("socialsekreterare eller enhetschef").who_decides("Bistånd")
        assert superiors(answer) == ["socialchef"]

    def test_one_who_is_away_is_passed_over(self):
        answer = row("socialsekreterare").who_decides("Bistånd", disqualified=["enhetschef"])
        assert superiors(answer) == ["socialchef"]

    def test_a_disqualified_superior_is_not_right(self):
        decision = Decision("Bistånd", "enhetschef", disqualified=("enhetschef",))
        assert row("socialsekreterare").check(decision).verdict is Verdict.WRONG_DECIDER

    def test_an_elected_chief_is_no_superior(self):
        organisation = (
            ORGANISATION
            + """
    roll samordnare "Samordnare"
        slag              anställd
        närmaste chef     sn-ordförande
"""
        )
        assert superiors(row("samordnare", organisation=organisation).who_decides("Bistånd")) == []

    def test_silence_gives_superiors_nothing(self):
        asked = row("socialsekreterare", "")
        assert superiors(asked.who_decides("Bistånd")) == []
        assert asked.check(Decision("Bistånd", "socialchef")).verdict is Verdict.WRONG_DECIDER


class TestRuling6SuperiorsInAbsence:
    def test_they_are_named_but_only_in_absence(self):
        answer = row("socialsekreterare", IN_ABSENCE).who_decides("Bistånd")
        assert deciders(answer) == ["socialsekreterare"]
        assert [(name_of(each.party), each.only_in_absence) for each in answer.superiors] == [
            ("enhetschef", True),
            ("socialchef", True),
        ]

    def test_a_check_asks_whether_the_delegate_was_away(self):
        result = row("socialsekreterare", IN_ABSENCE).check(Decision("Bistånd", "enhetschef"))
        assert result.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in result.missing] == ["frånvarande"]

    @pytest.mark.parametrize("reason", ["absent", "disqualified"])
    def test_the_nearest_steps_in(self, reason):
        answer = row("socialsekreterare", IN_ABSENCE).who_decides(
            "Bistånd", **{reason: ["socialsekreterare"]}
        )
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["enhetschef"])
        assert answer.deciders[0].instead_of == "Socialsekreterare"
        decision = Decision("Bistånd", "enhetschef", **{reason: ("socialsekreterare",)})
        assert row("socialsekreterare", IN_ABSENCE).check(decision).verdict is Verdict.RIGHT

    def test_the_next_when_the_nearest_is_away_too(self):
        answer = row("socialsekreterare", IN_ABSENCE).who_decides(
            "Bistånd", absent=["socialsekreterare"], disqualified=["enhetschef"]
        )
        assert deciders(answer) == ["socialchef"]

    def test_after_the_substitutes(self):
        asked = row("socialsekreterare", IN_ABSENCE, "ersättare         jurist")
        assert deciders(asked.who_decides("Bistånd", absent=["socialsekreterare"])) == ["jurist"]
        assert deciders(asked.who_decides("Bistånd", absent=["socialsekreterare", "jurist"])) == [
            "enhetschef"
        ]

    def test_never_past_the_head_of_the_administration(self):
        away = ["socialsekreterare", "enhetschef", "socialchef"]
        answer = row("socialsekreterare", IN_ABSENCE).who_decides("Bistånd", absent=away)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])


class TestRuling6TheBoardItself:
    @pytest.mark.parametrize("delegate", ["socialsekreterare", "individutskottet", "sn-ordförande"])
    def test_may_always_decide_until_the_delegate_has(self, delegate):
        result = row(delegate, "").check(Decision("Bistånd", "socialnämnden"))
        assert (result.verdict, result.reason) == (
            Verdict.RIGHT,
            "nämnden får alltid besluta så länge delegaten inte har gjort det",
        )

    def test_another_board_may_not(self):
        assert (
            row("enhetschef").check(Decision("Bistånd", "kommunstyrelsen")).verdict is Verdict.WRONG_DECIDER
        )

    def test_not_what_is_the_councils(self):
        asked = sound(
            rules(
                order("""
                    punkt 1 "Kommunal borgen"
                        beslutas av       kommunfullmäktige
                """)
            )
        )
        result = asked.check(Decision("Kommunal borgen", "socialnämnden"))
        assert (result.verdict, result.reason) == (
            Verdict.WRONG_DECIDER,
            "rätt beslutsfattare är Kommunfullmäktige",
        )
