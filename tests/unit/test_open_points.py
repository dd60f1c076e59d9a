"""What the rules leave open stands in the answers that rest on them, and in no others."""

from collections.abc import Callable

import pytest

from styrregler.library import Rules, load
from styrregler.render.case import render_case
from styrregler.render.conduct import conduct_text
from styrregler.render.deviation import deviation_text
from styrregler.render.escalation import escalation_data, render_escalation
from styrregler.render.interplay import assignment_text, boundary_text, channel_text
from styrregler.render.plans import commissions_text, goals_text
from tests.kit import POLICIES, REVIEWED, rules, sound

ANSWERS: dict[str, tuple[str, Callable[[Rules], str], str]] = {
    "channel": (
        "nynashamn", lambda each: channel_text(each.channel("ledamot", "handläggare", on=REVIEWED)),
        "  ska fyllas i  Formerna för kommunikation, och kanalerna i varje fas av ärendegången (Kommunikation mellan politiker och tjänstepersoner)",
    ),
    "code": (
        "nynashamn", lambda each: conduct_text(each.conduct("gemensam-kod", on=REVIEWED)),
        "  ska fyllas i  Vilka organ som ska anta koden",
    ),
    "deviation": (
        "nynashamn", lambda each: deviation_text(each.deviation("fel beslut", on=REVIEWED)),
        "  ska fyllas i  Vad som är en avvikelse, vem som får veta det, vem som gör vad och till när (Hantering av avvikelser)",
    ),
    "case": (
        "nacka", lambda each: render_case(each.case("klagomål", on=REVIEWED)),
        "  öppen fråga   Hur tar nämnden hand om klagomål och synpunkter från allmänheten?",
    ),
    "boundary": (
        "nacka", lambda each: boundary_text(each.boundary("öppettider", on=REVIEWED)),
        "  ska fyllas i  Vilka regler och principer som är gemensamma (Regler, principer och taxor)",
    ),
    "goal": (
        "nacka", lambda each: goals_text(each.goals("operativa-mål", on=REVIEWED)),
        "  ska fyllas i  Nyckeltalen, och vad de ska visa",
    ),
    "assignment": (
        "nynashamn", lambda each: commissions_text(each.commissions("processledning", on=REVIEWED)),
        "  ska fyllas i  Datum för den nya nämndens workshop",
    ),
    "group of an assignment": (
        "timra", lambda each: commissions_text(each.commissions("verksamhetsidé-2021", on=REVIEWED)),
        "  ska fyllas i  Vilka som är med, och gruppens processtöd (Kommunstyrelsens utvecklingsgrupp)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("about", ANSWERS)
def test_what_the_documents_leave_open_is_in_the_answer(about: str) -> None:
    folder, ask, line = ANSWERS[about]
    assert line in ask(load(POLICIES / folder)).splitlines()


def test_an_escalation_and_the_one_that_takes_over() -> None:
    answer = sound(
        rules(
            """
            eskalering oenighet "Oenighet"
                steg              sn-ordförande, socialchef inom 5 arbetsdagar
                eskaleras enligt  vidare
                ska fyllas i      "Vem som skriver ner det"
            eskalering vidare "Vidare"
                steg              sn-ordförande inom 5 arbetsdagar
                avgörs av         socialnämnden
                ska fyllas i      "När nämnden ska ha avgjort det" senast 2026-12-31
            eskalering annan "En annan"
                steg              sn-ordförande inom 5 arbetsdagar
                avgörs av         socialnämnden
                ska fyllas i      "Något annat"
            """
        )
    ).escalate("oenighet", REVIEWED)
    assert [line for line in render_escalation(answer).splitlines() if "ska fyllas i" in line] == [
        "  ska fyllas i  Vem som skriver ner det",
        "  ska fyllas i  När nämnden ska ha avgjort det (senast 2026-12-31)",
    ]
    assert [each["until"] for each in escalation_data(answer)["open"]] == [None, "2026-12-31"]


WAYS = """
    uppdragsvägar linjen "Uppdrag"
        otillåten         ledamot till anställd
            i stället         "Lyft frågan i nämnden."
        ska fyllas i      "Vem som tar emot frågan"
    uppdragsvägar bolag "Bolagen"
        tillåten          nämnd till bolag genom beslut
        ska fyllas i      "Ägardirektiven"
    uppdragsvägar utkast "Ett förslag"
        läge              förslag
        tillåten          nämnd till utskott
        ska fyllas i      "Allt"
"""


@pytest.mark.parametrize(
    ("receiver", "left"),
    [
        ("handläggare", ["Vem som tar emot frågan"]),
        ("nämnd", ["Vem som tar emot frågan", "Ägardirektiven"]),
    ],
)
def test_what_answers_says_what_it_leaves_open_and_where_nothing_does_all_do(
    receiver: str, left: list[str]
) -> None:
    loaded = sound(rules(WAYS))
    answer = loaded.assignment("ledamot", receiver, on=REVIEWED)
    assert [each.text for each in answer.open_points] == left
    assert all(text in assignment_text(answer, loaded.index) for text in left)


def test_of_two_blocks_with_one_name_only_the_one_in_force_says_what_is_left() -> None:
    loaded = sound(
        rules(
            """
            effektmål trygg "Trygghet"
                gäller            från 2025-01-01 till 2025-12-31
                ska fyllas i      "Det gamla"
            effektmål trygg "Trygghet"
                gäller            från 2026-01-01
                ska fyllas i      "Det nya"
            """
        )
    )
    (goal,) = loaded.goals("trygg", on=REVIEWED).goals
    assert [each.text for each in goal.open_points] == ["Det nya"]


def test_a_purpose_to_be_filled_in_says_until_when() -> None:
    loaded = sound(rules("verksamhetsidé socialnämnden\n    ska fyllas i    senast 2027-03-31\n"))
    assert (
        "    ska fyllas i: det som saknas (senast 2027-03-31)"
        in goals_text(loaded.goals(on=REVIEWED)).splitlines()
    )
