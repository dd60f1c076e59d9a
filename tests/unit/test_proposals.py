"""What is only proposed (läge förslag) is answered from only where it is asked for, and is marked in the answer."""

from datetime import date

import pytest

from styrregler.checks import run_checks
from styrregler.library import QuestionFault, Rules
from styrregler.query.assignment import Permission
from styrregler.query.goals import PurposeStatus
from styrregler.render.case import case_data, render_case
from styrregler.render.conduct import conduct_data, conduct_text
from styrregler.render.deviation import deviation_data, deviation_text
from styrregler.render.escalation import escalation_data, render_escalation
from styrregler.render.interplay import assignment_text, boundary_text, channel_text
from styrregler.render.interplay_data import assignment_data, boundary_data, channel_data
from styrregler.render.plans import goals_text
from tests.forms import faults
from tests.kit import DAY, rules, sound

PROPOSED = """
    gräns ny "Den nya gränsen"
        läge              förslag
        hur               öppettider
    uppdragsvägar ny-linje "Nya uppdrag"
        läge              förslag
        otillåten         ledamot till anställd
            i stället         "Lyft frågan i nämnden."
    kanaler nya-vägar "Nya vägar"
        läge              förslag
        kanal             ledamot till handläggare via socialchef
    avvikelse borta "Handlingarna är borta"
        läge              förslag
        kännetecken       "pärmen är borta"
        rapporteras till  socialchef inom 2 arbetsdagar
        åtgärd            socialchef "letar" inom 5 arbetsdagar
    eskalering oenighet "Oenighet"
        läge              förslag
        steg              sn-ordförande, socialchef inom 5 arbetsdagar
        avgörs av         socialnämnden
    ärendegång nytt "Ett nytt sätt"
        läge              förslag
        fas beredning "Beredning"
            ansvarig          socialchef
            kanal             ledamot till handläggare via socialchef
            nästa             slut
    uppförandekod ny-kod "Ny kod"
        läge              förslag
        omfattar          socialnämnden
        värdegrund        respekt
        regel lyssna "Vi lyssnar"
            grundas på        respekt
            gör               "Låt den andra tala till punkt."
    verksamhetsidé socialnämnden "Stöd"
        läge              förslag
        för vem           "Invånare."
        varför            "Trygghet."
"""


@pytest.fixture(scope="module")
def proposed() -> Rules:
    return sound(rules(PROPOSED))


def test_a_boundary(proposed: Rules) -> None:
    assert not proposed.boundary("öppettider", on=DAY).sides
    answer = proposed.boundary("öppettider", on=DAY, proposals=True)
    assert "Den nya gränsen, förslag" in boundary_text(answer)
    assert boundary_data(answer)["found"][0]["source"]["draft"]
    assert faults(boundary_data(answer)) == []


def test_an_assignment(proposed: Rules) -> None:
    assert proposed.assignment("ledamot", "handläggare", on=DAY).permission is Permission.UNSAID
    answer = proposed.assignment("ledamot", "handläggare", on=DAY, proposals=True)
    assert answer.permission is Permission.FORBIDDEN
    assert "Nya uppdrag, förslag" in assignment_text(answer, proposed.index)
    assert faults(assignment_data(answer)) == []


def test_a_channel(proposed: Rules) -> None:
    assert not proposed.channel("ledamot", "handläggare", on=DAY).channels
    answer = proposed.channel("ledamot", "handläggare", on=DAY, proposals=True)
    assert "Nya vägar, förslag" in channel_text(answer)
    assert faults(channel_data(answer)) == []


def test_a_deviation(proposed: Rules) -> None:
    assert not proposed.deviation("pärmen är borta", on=DAY).candidates
    answer = proposed.deviation("pärmen är borta", on=DAY, proposals=True)
    assert "avvikelsen är ett förslag" in deviation_text(answer)
    assert deviation_data(answer)["handling"]["draft"]
    assert faults(deviation_data(answer)) == []


def test_what_is_asked_for_by_name_is_answered_and_marked(proposed: Rules) -> None:
    escalation = proposed.escalate("oenighet", DAY)
    assert "Oenighet är ett förslag" in render_escalation(escalation)
    case = proposed.case("nytt", body="SN", start=DAY, on=DAY)
    assert "ärendegången är ett förslag" in render_case(case)
    assert [each.via.name for each in case.phases[0].channels if each.via] == ["socialchef"]
    code = proposed.conduct("ny-kod", on=DAY)
    assert "läge          förslag" in conduct_text(code)
    forms = (escalation_data(escalation), case_data(case), conduct_data(code))
    assert [each["draft"] for each in forms] == [True] * 3
    assert [faults(each) for each in forms] == [[]] * 3


def test_a_code_without_a_name_is_never_a_proposal(proposed: Rules) -> None:
    with pytest.raises(QuestionFault, match="ingen uppförandekod gäller"):
        proposed.conduct(on=DAY)


def test_a_purpose_that_is_proposed_is_not_written(proposed: Rules) -> None:
    answer = proposed.goals(on=DAY)
    assert [each.status for each in answer.purposes if each.purpose] == [PurposeStatus.PROPOSED]
    assert "Stöd (förslag)" in goals_text(answer)


def test_a_proposal_with_a_fault_spoils_no_answer() -> None:
    faulty = rules(
        """
        gräns gällande "Gränsen"
            hur               bemanning
        gräns ny "Den nya"
            läge              förslag
            gråzon            lokaler
                avgörs av         finns-inte
        """
    )
    assert faulty.diagnostics
    assert faulty.boundary("bemanning", on=DAY).clear is not None


def test_another_state_is_an_error_and_is_not_in_force() -> None:
    faulty = rules('gräns ny "Den nya"\n    läge    gällande\n    hur    bemanning\n')
    assert [each.code for each in faulty.diagnostics] == ["SR406"]
    assert not faulty.boundary("bemanning", on=DAY).sides


def test_a_proposal_contradicts_nothing_but_itself() -> None:
    loaded = rules(
        """
        gräns gällande "Gränsen"
            hur               bemanning
        gräns ny "Den nya"
            läge              förslag
            vad               bemanning, lokaler
            hur               lokaler
        """
    )
    told = [each.message for each in run_checks(loaded.index, DAY) if each.code == "SR435"]
    assert told == ["«lokaler» står både under «vad» och under «hur»"]


@pytest.mark.parametrize(("start", "codes"), [(date(2026, 1, 1), ["SR714"]), (date(2027, 1, 1), [])])
def test_a_proposal_whose_first_day_has_passed(start: date, codes: list[str]) -> None:
    loaded = rules(
        f'gräns ny "Den nya"\n    läge    förslag\n    gäller    från {start}\n    hur    bemanning\n'
    )
    assert [each.code for each in run_checks(loaded.index, DAY) if each.code == "SR714"] == codes
