"""Who may decide when a case cannot wait: only members of the board, whoever the order names."""

from styrregler import Outcome
from tests.kit import deciders, order, rules, sound

POINT = """
    punkt 1 "Bistånd"
        beslutas av       nämnden
"""


def urgent(named: str):
    return sound(rules(order(POINT, f"brådskande {named}"))).who_decides("Bistånd", brådska="ja")


def test_the_chair_decides():
    assert deciders(urgent("sn-ordförande")) == ["sn-ordförande"]


def test_an_employee_named_does_not():
    answer = urgent("socialchef")
    assert (answer.outcome, deciders(answer)) == (Outcome.RESERVED, ["socialnämnden"])


def test_a_committee_does_not_and_the_member_named_after_it_does():
    assert deciders(urgent("individutskottet, därefter sn-vice")) == ["sn-vice"]


def test_asked_about_as_a_matter_of_its_own():
    answer = sound(rules(order(POINT, "brådskande socialchef"))).who_decides("brådskande ärenden")
    assert deciders(answer) == ["socialnämnden"]
    assert [each.reason for each in answer.excluded if each.stage == "competence"] == [
        "Socialchef får inte ta emot brådskande ärenden (6 kap. 39 § KL)"
    ]
