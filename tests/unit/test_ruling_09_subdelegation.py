"""Ruling 9: sub-delegation. Silence means no, and it goes one step."""

from datetime import date

import pytest

from styrregler import Decision, Outcome, Verdict
from styrregler.query.people import name_of
from tests.kit import ORGANISATION, deciders, order, rules, sound

POINT = """
    punkt 1 "Bistånd"
        delegat           socialchef
"""
PERMITTED = POINT + "        vidaredelegeras   av socialchef\n"


def further(
    points: str = "    delegat           enhetschef", by: str = "socialchef", begins: str = "2026-01-01"
):
    """A sub-delegation of point 1."""
    return (
        f'vidaredelegation {by} "Vidaredelegation från {by}"\n'
        "    beslutad          2025-12-20\n"
        f"    ur                socialnämnden\n    gäller            från {begins}\n\npunkt 1\n{points}\n"
    )


def competence(answer):
    return [(each.rule, each.reason) for each in answer.excluded if each.stage == "competence"]


class TestRuling9SilenceMeansNo:
    def test_silence(self):
        asked = sound(rules(order(POINT), further()))
        answer = asked.who_decides("Bistånd")
        assert deciders(answer) == ["socialchef"]
        assert answer.subdelegation == "nej"
        assert competence(answer) == [("1", "nämnden har inte medgett Socialchef att vidaredelegera punkt 1")]
        assert asked.check(Decision("Bistånd", "enhetschef")).verdict is Verdict.WRONG_DECIDER

    def test_a_plain_no(self):
        answer = sound(
            rules(
                order(POINT + "        vidaredelegeras   inte\n", "vidaredelegeras   av socialchef"),
                further(),
            )
        ).who_decides("Bistånd")
        assert (deciders(answer), answer.subdelegation) == (["socialchef"], "nej")

    def test_permitted(self):
        asked = sound(rules(order(PERMITTED), further()))
        answer = asked.who_decides("Bistånd")
        assert answer.outcome is Outcome.DECIDES
        assert [(name_of(each.party), each.subdelegated, each.rule) for each in answer.deciders] == [
            ("socialchef", False, "1"),
            ("enhetschef", True, "1"),
        ]
        assert answer.subdelegation == "av Socialchef"
        assert asked.check(Decision("Bistånd", "enhetschef")).verdict is Verdict.RIGHT

    @pytest.mark.parametrize("level", ["ordning", "avsnitt"])
    def test_permitted_for_the_whole_order_or_section(self, level):
        clause = "vidaredelegeras   av socialchef"
        section = f'    avsnitt 1 "Bistånd"\n        {clause}\n' if level == "avsnitt" else ""
        answer = sound(
            rules(order(section + POINT, clause if level == "ordning" else ""), further())
        ).who_decides("Bistånd")
        assert deciders(answer) == ["socialchef", "enhetschef"]

    def test_permitted_to_somebody_else(self):
        asked = sound(rules(order(POINT + "        vidaredelegeras   av kommundirektör\n"), further()))
        answer = asked.who_decides("Bistånd")
        assert deciders(answer) == ["socialchef"]
        assert competence(answer) == [("1", "nämnden har inte medgett Socialchef att vidaredelegera punkt 1")]

    @pytest.mark.parametrize("permitted", ["förvaltningschef", "chefer"])
    def test_permitted_to_a_generic_role_or_a_group_that_the_giver_belongs_to(self, permitted):
        organisation = (
            ORGANISATION
            + """
    rollgrupp chefer "Chefer"
        omfattar          socialchef, kommundirektör
"""
        )
        answer = sound(
            rules(
                order(POINT + f"        vidaredelegeras   av {permitted}\n"),
                further(),
                organisation=organisation,
            )
        ).who_decides("Bistånd")
        assert deciders(answer) == ["socialchef", "enhetschef"]

    def test_permitted_on_a_condition(self):
        asked = sound(
            rules(
                order(POINT + "        vidaredelegeras   av socialchef när belopp högst 20 000 kr\n"),
                further(),
            )
        )
        assert deciders(asked.who_decides("Bistånd", belopp=20_000)) == ["socialchef", "enhetschef"]
        assert deciders(asked.who_decides("Bistånd", belopp=20_001)) == ["socialchef"]
        unknown = asked.who_decides("Bistånd")
        assert unknown.outcome is Outcome.DECIDES
        assert [(name_of(each.party), each.condition) for each in unknown.deciders] == [
            ("socialchef", ""),
            ("enhetschef", "belopp högst 20 000 kr"),
        ]
        assert unknown.subdelegation == "av Socialchef när belopp högst 20 000 kr"
        result = asked.check(Decision("Bistånd", "enhetschef"))
        assert (result.verdict, [each.fact for each in result.missing]) == (Verdict.CANNOT_TELL, ["belopp"])


class TestRuling9OneStep:
    def test_a_sub_delegate_gives_nothing_on(self):
        """The chief of unit has the matter only by the head's sub-delegation: a step from there would be the second."""
        answer = sound(
            rules(
                order(POINT + "        vidaredelegeras   av socialchef, enhetschef\n"),
                further(),
                further("    delegat           socialsekreterare", by="enhetschef"),
            )
        ).who_decides("Bistånd")
        assert deciders(answer) == ["socialchef", "enhetschef"]
        assert [rule for rule, _ in competence(answer)] == ["1"]

    def test_a_sub_delegate_that_the_board_has_not_named_either(self):
        asked = sound(
            rules(
                order(PERMITTED),
                further(),
                further("    delegat           socialsekreterare", by="enhetschef"),
            )
        )
        answer = asked.who_decides("Bistånd")
        assert deciders(answer) == ["socialchef", "enhetschef"]
        assert competence(answer) == [
            ("1", "Enhetschef har själv punkt 1 genom vidaredelegation och får inte lämna den vidare")
        ]

    def test_the_step_is_a_link_of_the_chain(self):
        answer = sound(rules(order(PERMITTED), further())).who_decides("Bistånd")
        assert [(each.giver, each.receiver, each.document) for each in answer.chain] == [
            ("Kommunfullmäktige", "Socialnämnden", ""),
            ("Socialnämnden", "Socialchef", "Ordningen"),
            ("Socialchef", "Enhetschef", "Vidaredelegation från socialchef"),
        ]


class TestRuling9ItNeverMovesTheDecision:
    LADDER = """
        punkt 1 "Bistånd"
            delegat           socialchef         när belopp högst 5 000 kr
                              individutskottet   annars
            vidaredelegeras   av socialchef
    """

    def test_what_the_point_gives_an_utskott_is_not_given_on(self):
        asked = sound(rules(order(self.LADDER), further()))
        assert deciders(asked.who_decides("Bistånd", belopp=5_000)) == ["socialchef", "enhetschef"]
        assert deciders(asked.who_decides("Bistånd", belopp=5_001)) == ["individutskottet"]

    def test_nor_what_nobody_was_given(self):
        asked = sound(rules(order(self.LADDER.replace("individutskottet   annars", "")), further()))
        answer = asked.who_decides("Bistånd", belopp=5_001)
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])

    def test_its_own_conditions_narrow_it(self):
        asked = sound(
            rules(order(PERMITTED), further("    delegat           enhetschef   när belopp högst 1 000 kr"))
        )
        assert deciders(asked.who_decides("Bistånd", belopp=1_000)) == ["socialchef", "enhetschef"]
        assert deciders(asked.who_decides("Bistånd", belopp=1_001)) == ["socialchef"]

    def test_when_the_delegate_is_away_a_missing_fact_decides_between_sub_delegate_and_substitute(self):
        asked = sound(
            rules(
                order(PERMITTED + "        ersättare         jurist\n"),
                further("    delegat           enhetschef   när belopp högst 1 000 kr"),
            )
        )
        assert deciders(asked.who_decides("Bistånd", belopp=1_000, absent=["socialchef"])) == ["enhetschef"]
        assert deciders(asked.who_decides("Bistånd", belopp=1_001, absent=["socialchef"])) == ["jurist"]
        answer = asked.who_decides("Bistånd", absent=["socialchef"])
        assert answer.outcome is Outcome.DEPENDS
        assert [(each.when, deciders(each.answer)) for each in answer.branches] == [
            ("belopp högst 1 000 kr", ["enhetschef"]),
            ("belopp över 1 000 kr", ["jurist"]),
        ]

    def test_it_holds_from_its_own_day(self):
        asked = sound(rules(order(PERMITTED), further(begins="2026-09-01")))
        before = asked.who_decides("Bistånd", on=date(2026, 8, 31))
        assert deciders(before) == ["socialchef"]
        assert [(each.stage, each.reason) for each in before.excluded] == [
            ("time", "ordningen gäller först från 2026-09-01")
        ]
        assert deciders(asked.who_decides("Bistånd", on=date(2026, 9, 1))) == ["socialchef", "enhetschef"]

    def test_it_falls_with_the_boards_own_point(self):
        asked = sound(rules(order(PERMITTED + "        gäller            till 2026-06-30\n"), further()))
        answer = asked.who_decides("Bistånd", on=date(2026, 7, 1))
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert competence(answer) == [("1", "nämndens egen punkt gäller inte den dagen")]

    def test_it_cannot_go_to_a_consultant(self):
        answer = rules(order(PERMITTED), further("    delegat           konsult")).who_decides("Bistånd")
        assert deciders(answer) == ["socialchef"]
        assert competence(answer) == [
            ("1", "Inhyrd konsult får inte ta emot vidaredelegation (7 kap. 6 § KL)")
        ]

    @pytest.mark.parametrize("receiver", ["sn-ordförande", "individutskottet"])
    def test_nor_to_a_politician_or_a_committee(self, receiver):
        answer = rules(order(PERMITTED), further(f"    delegat           {receiver}")).who_decides("Bistånd")
        assert deciders(answer) == ["socialchef"]
        assert "får inte ta emot vidaredelegation" in competence(answer)[0][1]


class TestRuling9OnlyTheHeadOfTheAdministration:
    POINT = """
        punkt 1 "Bistånd"
            delegat           socialchef eller enhetschef eller kommundirektör
            vidaredelegeras   av socialchef, enhetschef, kommundirektör
    """

    def given_by(self, by):
        return sound(
            rules(order(self.POINT), further("    delegat           socialsekreterare", by=by))
        ).who_decides("Bistånd")

    def test_a_chief_of_unit_passes_nothing_on(self):
        answer = self.given_by("enhetschef")
        assert "socialsekreterare" not in deciders(answer)
        assert competence(answer) == [("1", "Enhetschef är inte chef för någon av nämndens förvaltningar")]

    def test_nor_the_head_of_another_boards_administration(self):
        answer = self.given_by("kommundirektör")
        assert "socialsekreterare" not in deciders(answer)
        assert competence(answer) == [
            ("1", "Kommundirektör är chef för en förvaltning som hör till Kommunstyrelsen")
        ]

    def test_the_head_of_the_boards_own_does(self):
        assert "socialsekreterare" in deciders(self.given_by("socialchef"))

    def test_where_no_head_is_known_nobody_is_refused(self):
        organisation = ORGANISATION.replace("    leds av           socialchef\n", "")
        answer = rules(
            order(self.POINT),
            further("    delegat           socialsekreterare", by="enhetschef"),
            organisation=organisation,
        ).who_decides("Bistånd")
        assert "socialsekreterare" in deciders(answer)


class TestRuling9NoMoreThanTheGiverHas:
    LADDER = """
        punkt 1 "Bistånd"
            delegat           socialsekreterare   när belopp högst 10 000 kr
                              socialchef          när belopp högst 50 000 kr
                              kommundirektör      när belopp högst 500 000 kr
                              nämnden             annars
            vidaredelegeras   av socialchef
    """

    @pytest.mark.parametrize(
        ("amount", "who"),
        [
            (5_000, ["socialsekreterare", "enhetschef"]),
            (50_000, ["socialchef", "enhetschef"]),
            (50_001, ["kommundirektör"]),
            (600_000, ["socialnämnden"]),
        ],
    )
    def test_where_the_giver_may_not_decide_nor_may_the_sub_delegate(self, amount, who):
        wide = "    delegat           enhetschef   när belopp högst 1 mkr"
        asked = sound(rules(order(self.LADDER), further(wide)))
        assert deciders(asked.who_decides("Bistånd", belopp=amount)) == who

    def test_what_the_board_demands_of_its_delegate_follows(self):
        demand = "        krav på delegat   anställningstid minst 3 månader\n"
        organisation = ORGANISATION + (
            '    uppgift anställningstid "Hur länge?"\n        anges i           tid\n'
        )
        asked = sound(rules(order(PERMITTED + demand), further(), organisation=organisation))
        answer = asked.who_decides("Bistånd")
        assert [each.condition for each in answer.deciders] == ["anställningstid minst 3 månader"] * 2
        assert deciders(asked.who_decides("Bistånd", anställningstid="1 månad")) == ["socialnämnden"]
