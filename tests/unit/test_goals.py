"""Goals, purposes and what is left open: what the text says, and how it stands on a day."""

from datetime import date

import pytest

from styrregler.library import QuestionFault, Rules
from styrregler.query import UnreadableRules
from styrregler.query.goals import GoalStatus, PurposeStatus
from styrregler.render.plans import goals_text
from tests.kit import DAY, rules, sound

GOAL = """
    effektmål trygg "Barn växer upp tryggt"
        beslutas av       kommunfullmäktige
        gäller            från 2025-01-01 till 2026-12-31
        ansvarig          socialnämnden
        nyckeltal         "Andel trygga" minst 95 % varje år
            resultat 2024     96 %
            resultat 2025     93 %
        nyckeltal         "Väntetid" högst 6 veckor
            resultat 2025     5 veckor
        aktiviteter av    enhetschef, medarbetare
        kontrakt med      konsult "Utvärdering" till 2026-02-01
        följs upp av      socialnämnden nästa sammanträde
                          kommunfullmäktige i delårsrapport, årsredovisning
"""


def loaded() -> Rules:
    return sound(rules(GOAL))


@pytest.mark.parametrize(
    ("day", "status", "years"),
    [
        (date(2026, 3, 2), GoalStatus.MISSED, [2025, 2025]),
        (date(2024, 3, 2), GoalStatus.NO_RESULT, [2024, None]),
        (date(2023, 3, 2), GoalStatus.NO_RESULT, [None, None]),
    ],
)
def test_a_goal_stands_by_the_latest_results(day: date, status: GoalStatus, years: list[int | None]) -> None:
    (answer,) = loaded().goals("trygg", on=day).goals
    assert answer.status is status
    assert [each.year for each in answer.figures] == years


@pytest.mark.parametrize(
    ("operator", "result", "status"),
    [
        ("minst", "95 %", GoalStatus.REACHED),
        ("över", "95 %", GoalStatus.MISSED),
        ("högst", "95 %", GoalStatus.REACHED),
        ("under", "95 %", GoalStatus.MISSED),
        ("under", "94,9 %", GoalStatus.REACHED),
    ],
)
def test_the_edge_of_a_target(operator: str, result: str, status: GoalStatus) -> None:
    text = f"""
        effektmål a "A"
            nyckeltal         "X" {operator} 95 %
                resultat 2025     {result}
    """
    assert sound(rules(text)).goals(on=DAY).goals[0].status is status


def test_who_and_when() -> None:
    (answer,) = loaded().goals(on=DAY).goals
    assert [each.title for each in answer.responsible] == ["Socialnämnden"]
    assert [each.name for each in answer.activities_by] == ["enhetschef", "medarbetare"]
    assert [(each.by.name, each.day) for each in answer.follow_ups] == [
        ("socialnämnden", date(2026, 3, 24)),
        ("kommunfullmäktige", None),
    ]
    assert answer.remarks == ("kontraktet «Utvärdering» slutade gälla 2026-02-01",)


def test_a_goal_out_of_force_is_shown_when_asked_for() -> None:
    day = date(2027, 3, 2)
    assert loaded().goals(on=day).goals == ()
    (answer,) = loaded().goals("Barn växer upp tryggt", on=day).goals
    assert answer.remarks[0] == "målet gäller inte 2027-03-02 (från 2025-01-01 till 2026-12-31)"
    assert goals_text(loaded().goals(on=day)) == "Inget effektmål gäller 2027-03-02"


def test_an_unknown_goal_has_a_suggestion() -> None:
    with pytest.raises(QuestionFault, match="målet «tryg» finns inte: menade du «trygg»"):
        loaded().goals("tryg")
    with pytest.raises(QuestionFault, match="reglerna har inget effektmål"):
        rules("").goals("trygg")


def test_what_boards_are_for() -> None:
    text = """
        verksamhetsidé socialnämnden "Stöd och omsorg"
            för vem           "Invånare i behov av stöd", "deras närmaste"
            varför            "Trygghet"
            beror av          kommunstyrelsen
        verksamhetsidé kommunstyrelsen
            ska fyllas i      senast 2026-12-31
    """
    answer = sound(rules(text)).goals(on=DAY)
    assert {each.body.name: each.status for each in answer.purposes} == {
        "kommunstyrelsen": PurposeStatus.TO_FILL,
        "socialnämnden": PurposeStatus.WRITTEN,
    }
    written = answer.purposes[1].purpose
    assert written is not None
    assert written.for_whom == ("Invånare i behov av stöd", "deras närmaste")
    only = sound(rules('verksamhetsidé socialnämnden "Stöd"')).goals(on=DAY)
    assert [each.status for each in only.purposes] == [PurposeStatus.MISSING, PurposeStatus.WRITTEN]


def test_what_is_left_open_in_any_block() -> None:
    text = """
        roll ekonom "Ekonom"
            slag              anställd
            öppen fråga       "Vem är chef?", "Var?"
        effektmål a "A"
            ska fyllas i      "nyckeltal" senast 2026-12-31
    """
    points = sound(rules(text)).index.corpus.open_points
    assert [(each.text, each.heading, each.question, each.until) for each in points] == [
        ("Vem är chef?", "Ekonom", True, None),
        ("Var?", "Ekonom", True, None),
        ("nyckeltal", "A", False, date(2026, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("verksamhetsidé socialnämnden", "SR112", "verksamhetsidén säger inte vad"),
        ('verksamhetsidé kulturnämnden "Kultur"', "SR401", "organet «kulturnämnden» finns inte"),
        ('effektmål a "A"\n    ansvarig kulturnämnden', "SR401", "«kulturnämnden» finns inte"),
        ('effektmål a "A"\n    beslutas av socialnämnden annars', "SR107", "den som beslutar här kan inte ha villkor"),
        ('effektmål a "A"\n    del av b', "SR401", "effektmål «b» finns inte"),
        ('effektmål a "A"\n    läge utkast', "SR406", "«utkast» är inget läge"),
        ('effektmål a "A"\n    nyckeltal "X" minst 9 %\n        resultat 2025 3 kr', "SR701", "resultatet 3 kr har en annan enhet än målet 9 %"),
        ('effektmål a "A"\n    resultat 2025 3 kr', "SR106", "«resultat» hör till ett «nyckeltal», och inget står ovanför"),
        ('nämnd nya "Nya"\n    läge startar', "SR406", "«startar» är inget läge för ett organ"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(text: str, code: str, message: str) -> None:
    found = [(each.code, each.message) for each in rules(text).diagnostics]
    assert (code, message) in found


def test_a_goal_that_cannot_be_read_answers_nothing() -> None:
    with pytest.raises(UnreadableRules):
        rules('effektmål a "A"\n    ansvarig kulturnämnden').goals(on=DAY)
