"""Ruling 13: relative delegates answer with the relation, and with the role when the fact that settles it is given."""

import pytest

from styrregler import Decision, Outcome, Verdict
from styrregler.model import BodyRef, NearestChief, OriginalDelegate, RespectiveRole, RoleRef
from tests.kit import ORGANISATION, deciders, order, rules, sound


def row(delegate: str, *clauses: str, organisation: str = ORGANISATION):
    fact = """
        uppgift anställningens-förvaltning "Var är medarbetaren anställd?"
            svar              kontoret, socialförvaltningen
    """
    lines = "\n".join(f"    {clause}" for clause in (f"delegat           {delegate}", *clauses))
    return sound(rules(fact, order(f'punkt 1 "Överklaga dom"\n{lines}\n'), organisation=organisation))


class TestRuling13OriginalDelegate:
    CHIEF = "ersättare         närmaste chef"

    def test_the_relation(self):
        answer = row("ursprunglig delegat").who_decides("Överklaga dom")
        assert answer.outcome is Outcome.DECIDES
        assert [(each.party, each.title) for each in answer.deciders] == [
            (OriginalDelegate(), "Den som fattade det ursprungliga beslutet")
        ]

    @pytest.mark.parametrize("given", ["socialsekreterare", "Socialsekreterare"])
    def test_the_role_when_it_is_given(self, given):
        answer = row("ursprunglig delegat").who_decides("Överklaga dom", ursprunglig_delegat=given)
        assert [(each.party, each.title) for each in answer.deciders] == [
            (RoleRef("socialsekreterare"), "Socialsekreterare")
        ]

    def test_it_may_have_been_a_committee(self):
        asked = row("ursprunglig delegat", self.CHIEF)
        answer = asked.who_decides("Överklaga dom", ursprunglig_delegat="IU")
        assert [(each.party, each.title) for each in answer.deciders] == [
            (BodyRef("individutskottet"), "Individutskottet")
        ]
        assert answer.substitutes == ()
        decision = Decision("Överklaga dom", "IU", facts={"ursprunglig-delegat": "individutskottet"})
        assert asked.check(decision).verdict is Verdict.RIGHT

    def test_the_nearest_chief_of_whoever_it_was(self):
        asked = row("ursprunglig delegat", self.CHIEF)
        unknown = asked.who_decides("Överklaga dom")
        assert [each.title for each in unknown.substitutes] == ["Närmaste chef"]
        known = asked.who_decides("Överklaga dom", ursprunglig_delegat="socialsekreterare")
        assert [each.title for each in known.substitutes] == ["Enhetschef"]

    def test_absence_of_whoever_it_was(self):
        answer = row("ursprunglig delegat", self.CHIEF).who_decides(
            "Överklaga dom", ursprunglig_delegat="socialsekreterare", absent=["socialsekreterare"]
        )
        assert deciders(answer) == ["enhetschef"]

    def test_a_check_against_the_role_that_is_given(self):
        asked = row("ursprunglig delegat")

        def verdict(by, **facts):
            return asked.check(Decision("Överklaga dom", by, facts=facts)).verdict

        assert verdict("socialsekreterare", ursprunglig_delegat="socialsekreterare") is Verdict.RIGHT
        assert verdict("jurist", ursprunglig_delegat="socialsekreterare") is Verdict.WRONG_DECIDER

    def test_a_check_without_it_cannot_be_told(self):
        """Never guess: whether the decider is the original delegate is what is not known."""
        result = row("ursprunglig delegat").check(Decision("Överklaga dom", "socialsekreterare"))
        assert result.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in result.missing] == ["ursprunglig-delegat"]


class TestRuling13Respective:
    DELEGATE = "respektive förvaltningschef utifrån anställningens-förvaltning"

    def test_the_relation(self):
        answer = row(self.DELEGATE).who_decides("Överklaga dom")
        assert answer.outcome is Outcome.DECIDES
        assert [(each.party, each.title) for each in answer.deciders] == [
            (
                RespectiveRole("förvaltningschef", "anställningens-förvaltning"),
                "Respektive förvaltningschef utifrån anställningens-förvaltning",
            )
        ]

    def test_without_utifran(self):
        answer = row("respektive enhetschef").who_decides("Överklaga dom")
        assert [each.title for each in answer.deciders] == ["Respektive enhetschef"]

    def test_the_role_when_the_fact_is_given(self):
        answer = row(self.DELEGATE).who_decides(
            "Överklaga dom", anställningens_förvaltning="socialförvaltningen"
        )
        assert [(each.party, each.title) for each in answer.deciders] == [
            (RoleRef("förvaltningschef", "socialförvaltningen"), "Förvaltningschef (socialförvaltningen)")
        ]

    def test_the_unit_of_the_question_settles_it_too(self):
        answer = row("respektive enhetschef").who_decides("Överklaga dom", unit="biståndsenheten")
        assert [each.party for each in answer.deciders] == [RoleRef("enhetschef", "biståndsenheten")]

    def test_a_check_without_the_fact_cannot_be_told(self):
        result = row(self.DELEGATE).check(Decision("Överklaga dom", "socialchef"))
        assert result.verdict is Verdict.CANNOT_TELL
        assert [each.fact for each in result.missing] == ["anställningens-förvaltning"]

    def test_a_check_of_a_head_of_that_administration(self):
        asked = row(self.DELEGATE)
        facts = {"anställningens-förvaltning": "socialförvaltningen"}
        assert asked.check(Decision("Överklaga dom", "socialchef", facts=facts)).verdict is Verdict.RIGHT

    def test_a_check_of_a_head_of_another_administration(self):
        asked = row(self.DELEGATE)
        facts = {"anställningens-förvaltning": "socialförvaltningen"}
        result = asked.check(Decision("Överklaga dom", "kommundirektör", facts=facts))
        assert result.verdict is Verdict.WRONG_DECIDER


class TestRuling13NearestChief:
    def test_the_relation(self):
        answer = row("närmaste chef").who_decides("Överklaga dom")
        assert answer.outcome is Outcome.DECIDES
        assert [(each.party, each.title) for each in answer.deciders] == [(NearestChief(), "Närmaste chef")]

    def test_in_a_ladder_beside_a_role(self):
        asked = row("närmaste chef   när belopp högst 5 000 kr", "                  socialchef      annars")
        assert deciders(asked.who_decides("Överklaga dom", belopp=1)) == ["närmaste chef"]
        assert deciders(asked.who_decides("Överklaga dom", belopp=6_000)) == ["socialchef"]

    def test_the_unit_of_the_question_settles_it(self):
        """The nearest chief of somebody at a unit is whoever leads the unit."""
        answer = row("närmaste chef").who_decides("Överklaga dom", unit="biståndsenheten")
        assert [each.title for each in answer.deciders] == ["Enhetschef"]

    def test_a_check_without_knowing_whose_chief_cannot_be_told(self):
        assert (
            row("närmaste chef").check(Decision("Överklaga dom", "enhetschef")).verdict is Verdict.CANNOT_TELL
        )
