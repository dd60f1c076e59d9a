"""Escalations: who talks in each step, until when, who steps in, and who settles it."""

from datetime import date

import pytest

import styrregler
from styrregler.library import QuestionFault, Rules
from styrregler.query import EscalationAnswer, UnreadableRules
from styrregler.query.people import name_of
from tests import kit

PATH = """
    eskalering oenighet "Oenighet om vad eller hur"
        omfattar          socialnämnden
        steg              enhetschef, sn-vice         inom 5 arbetsdagar
                          närmaste chef, sn-ordförande   inom 10 arbetsdagar
        avgörs av         nämnden
        informera         jurist vid varje steg
                          kommundirektör inom 3 dagar
"""
MONDAY = date(2026, 3, 2)


def loaded(*texts: str) -> Rules:
    return kit.sound(kit.rules(*(texts or (PATH,))))


def steps(answer: EscalationAnswer) -> list[tuple[list[str], date | None, date | None]]:
    return [
        ([name_of(each.party) for each in step.participants], step.begins, step.deadline)
        for step in answer.steps
    ]


def stand_ins(answer: EscalationAnswer, step: int) -> dict[str, tuple[str, str, str]]:
    return {
        name_of(each.party): (each.away, name_of(each.stand_in.party), each.stand_in.why)
        if each.stand_in
        else (each.away, "", "")
        for each in answer.steps[step - 1].participants
        if each.away
    }


def test_each_step_begins_when_the_one_before_has_run_out() -> None:
    answer = loaded().escalate("oenighet", MONDAY)
    assert steps(answer) == [
        (["enhetschef", "sn-vice"], date(2026, 3, 2), date(2026, 3, 9)),
        (["socialchef", "sn-ordförande"], date(2026, 3, 9), date(2026, 3, 23)),
    ]
    assert answer.settled is not None
    assert (name_of(answer.settled.party), answer.settled.day) == ("socialnämnden", date(2026, 3, 24))
    assert answer.remarks == ()


def test_some_are_told_at_every_step_and_some_once() -> None:
    answer = loaded().escalate("oenighet", MONDAY)
    assert [[duty.title for duty in step.inform] for step in answer.steps] == [
        ["Kommunjurist"],
        ["Kommunjurist"],
    ]
    assert [(duty.title, duty.deadline) for duty in answer.inform] == [("Kommundirektör", date(2026, 3, 5))]


@pytest.mark.parametrize(
    ("begins", "first", "second"),
    [
        (date(2026, 12, 21), date(2026, 12, 30), date(2027, 1, 18)),  # Christmas, new year, Epiphany
        (date(2026, 3, 28), date(2026, 4, 7), date(2026, 4, 21)),  # from a Saturday, over Easter
        (date(2026, 6, 15), date(2026, 6, 23), date(2026, 7, 7)),  # midsummer eve
    ],
)
def test_working_days_pass_over_weekends_and_holidays(begins: date, first: date, second: date) -> None:
    assert [step.deadline for step in loaded().escalate("oenighet", begins).steps] == [first, second]


def test_calendar_days_weeks_meetings_and_days_of_their_own() -> None:
    rules = loaded(
        """
        eskalering tider "Tider"
            steg              enhetschef, sn-vice             samma dag
                              enhetschef, sn-vice             inom 5 kalenderdagar
                              enhetschef, sn-vice             inom 1 vecka
                              socialchef, sn-ordförande       nästa sammanträde
                              kommundirektör, kommunstyrelsen senast 2026-04-22
            avgörs av         kommunfullmäktige
        """
    )
    answer = rules.escalate("tider", MONDAY)
    assert [step.deadline for step in answer.steps] == [
        date(2026, 3, 2),
        date(2026, 3, 7),
        date(2026, 3, 14),
        date(2026, 3, 24),
        date(2026, 4, 22),
    ]
    assert answer.remarks == ("Kommunfullmäktige har inget sammanträde efter 2026-04-22 i reglerna",)


# ---------- who steps in


def test_a_vice_chair_and_a_chief_step_in() -> None:
    answer = loaded().escalate("oenighet", MONDAY, absent=["sn-ordförande"], disqualified=["socialchef"])
    assert stand_ins(answer, 2) == {
        "socialchef": ("jävig", "kommundirektör", "chef"),
        "sn-ordförande": ("frånvarande", "sn-vice", "vice ordförande"),
    }


def test_nobody_steps_in_who_is_away_or_there_already() -> None:
    rules = loaded(
        PATH.replace("närmaste chef, sn-ordförande", "socialchef, kommundirektör, sn-ordförande, sn-vice")
    )
    answer = rules.escalate("oenighet", MONDAY, absent=["socialchef", "sn-ordförande"])
    assert stand_ins(answer, 2) == {
        "socialchef": ("frånvarande", "", ""),
        "sn-ordförande": ("frånvarande", "", ""),
    }
    assert answer.remarks == (
        "steg 2: ingen träder in för Socialchef",
        "steg 2: ingen träder in för Socialnämndens ordförande",
    )


def test_two_away_are_not_replaced_by_the_same_person() -> None:
    rules = loaded(PATH.replace("enhetschef, sn-vice ", "enhetschef, jurist, sn-vice "))
    answer = rules.escalate("oenighet", MONDAY, absent=["enhetschef", "jurist", "socialchef"])
    assert stand_ins(answer, 1) == {
        "enhetschef": ("frånvarande", "kommundirektör", "chef"),
        "jurist": ("frånvarande", "", ""),
    }


def test_named_substitutes_go_first_for_those_they_are_named_for() -> None:
    named = "        ersättare för enhetschef jurist, därefter närmaste chef\n        ersättare för sn-vice ks-ordförande\n"
    rules = loaded(PATH + named)
    assert stand_ins(rules.escalate("oenighet", MONDAY, absent=["enhetschef", "sn-vice"]), 1) == {
        "enhetschef": ("frånvarande", "jurist", "ersättare"),
        "sn-vice": ("frånvarande", "ks-ordförande", "ersättare"),
    }
    away = rules.escalate("oenighet", MONDAY, absent=["enhetschef", "jurist"])
    assert stand_ins(away, 1) == {"enhetschef": ("frånvarande", "socialchef", "chef")}


HOLDERS = """
    innehavare socialchef "Anna Exempel"
        gäller            från 2020-01-01 till 2026-03-08
    innehavare socialchef "Bo Exempel"
        gäller            från 2026-06-01
    innehavare kommundirektör "Carin Exempel"
        gäller            från 2020-01-01
"""


def test_a_role_is_vacant_when_the_step_begins_and_not_before() -> None:
    rules = loaded(PATH, HOLDERS)
    answer = rules.escalate("oenighet", MONDAY)
    assert stand_ins(answer, 2) == {"socialchef": ("ingen innehavare", "kommundirektör", "chef")}
    (socialchef, _) = answer.steps[1].participants
    assert socialchef.stand_in is not None and socialchef.stand_in.person == "Carin Exempel"
    earlier = rules.escalate("oenighet", date(2026, 2, 24))
    assert stand_ins(earlier, 2) == {} and earlier.steps[1].participants[0].person == "Anna Exempel"
    assert rules.escalate("oenighet", date(2026, 6, 1)).steps[1].participants[0].person == "Bo Exempel"


# ---------- no day, no end


def test_a_time_that_gives_no_day_leaves_the_rest_without() -> None:
    rules = loaded(PATH.replace("inom 5 arbetsdagar", "snarast"))
    answer = rules.escalate("oenighet", MONDAY)
    assert [(step.begins, step.deadline) for step in answer.steps] == [(MONDAY, None), (None, None)]
    assert answer.settled is not None and answer.settled.day is None
    assert answer.remarks == ("steg 1: «snarast» ger ingen dag, så senare steg har inga dagar",)


def test_a_last_day_that_has_passed_is_told_and_never_runs_backwards() -> None:
    rules = loaded(PATH.replace("inom 10 arbetsdagar", "senast 2026-03-01"))
    answer = rules.escalate("oenighet", MONDAY)
    assert answer.steps[1].begins == answer.steps[1].deadline == date(2026, 3, 9)
    assert answer.remarks == ("steg 2: den sista dagen 2026-03-01 har passerat när steget börjar",)


def test_when_all_meetings_have_passed_it_is_told() -> None:
    answer = loaded().escalate("oenighet", date(2026, 5, 4))
    assert answer.settled is not None
    assert answer.settled.day is None
    assert answer.settled.why == "Socialnämnden har inget sammanträde efter 2026-05-26 i reglerna"


CHAIN = """
    eskalering först "Först"
        steg              enhetschef, sn-vice inom 5 arbetsdagar
        eskaleras enligt  sedan
    eskalering sedan "Sedan"
        avser             arbetsformer
        steg              närmaste chef, sn-ordförande inom 10 arbetsdagar
        {}
"""


def test_another_escalation_carries_on() -> None:
    answer = loaded(CHAIN.format("avgörs av kommunstyrelsen")).escalate("först", MONDAY)
    assert [(step.number, step.path) for step in answer.steps] == [(1, "först"), (2, "sedan")]
    assert steps(answer)[1] == (["socialchef", "sn-ordförande"], date(2026, 3, 9), date(2026, 3, 23))
    assert answer.settled is not None and answer.settled.day == date(2026, 4, 22)
    assert answer.about == ("arbetsformer",)
    assert len(answer.sources) == 2


@pytest.mark.parametrize(
    ("end", "remark"),
    [
        ("eskaleras enligt först", "eskaleringen slutar aldrig: den leder tillbaka till Först"),
        ("informera jurist", "eskaleringen slutar aldrig: ingen avgör"),
    ],
)
def test_one_that_never_ends_says_so(end: str, remark: str) -> None:
    answer = loaded(CHAIN.format(end)).escalate("först", MONDAY)
    assert answer.settled is None
    assert answer.remarks == (remark,)
    assert len(answer.steps) == 2


# ---------- what cannot be read, and what cannot be asked


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("enhetschef,", "enhetschefen,", "«enhetschefen» finns inte"),
        ("av         nämnden", "av nämndenn", "«nämndenn» finns inte"),
        ("inom 5 arbetsdagar", "inom 5 arbetsdagar när principiellt", "ett steg kan inte ha villkor"),
        ("avgörs av         nämnden", "eskaleras enligt oenigheten", "eskaleringen «oenigheten» finns inte"),
        (
            "avgörs av         nämnden",
            "avgörs av nämnden\n        eskaleras enligt oenighet",
            "eskaleringen slutar på två sätt",
        ),
        (
            "omfattar          socialnämnden",
            "omfattar socialnämnden\n        avser samverkan",
            "«samverkan» kan inte stå efter «avser»",
        ),
    ],
)
def test_a_fault_is_told_and_the_escalation_not_answered(old: str, new: str, message: str) -> None:
    assert PATH.count(old) == 1
    rules = kit.rules(PATH.replace(old, new))
    assert [found.message for found in rules.diagnostics] == [message]
    assert all(found.remedy for found in rules.diagnostics)
    if "avser" not in new:
        with pytest.raises(UnreadableRules):
            rules.escalate("oenighet", MONDAY)


def test_a_step_without_inom_gets_advice() -> None:
    (found,) = kit.rules(PATH.replace("inom 5 arbetsdagar", "5 arbetsdagar")).diagnostics
    assert found.code == "SR107"
    assert "inom" in found.remedy


def test_the_same_name_twice_is_told() -> None:
    (found,) = kit.rules(PATH, PATH).diagnostics
    assert (found.code, found.message) == ("SR403", "«oenighet» finns två gånger")


def test_other_escalations_answer_beside_a_faulty_one() -> None:
    rules = kit.rules(
        PATH, PATH.replace("eskalering oenighet", "eskalering annan").replace("enhetschef", "ingen-alls")
    )
    assert rules.escalate("oenighet", MONDAY).settled
    with pytest.raises(UnreadableRules):
        rules.escalate("annan", MONDAY)


@pytest.mark.parametrize(
    "name", ["oenighet", "Oenighet om vad eller hur", "OENIGHET", "oenighet om  vad eller hur"]
)
def test_a_name_or_a_title_will_do(name: str) -> None:
    assert loaded().escalate(name, MONDAY).name == "oenighet"


@pytest.mark.parametrize(
    ("name", "message", "remedy"),
    [
        ("oenigheter", "eskaleringen «oenigheter» finns inte", "menade du «oenighet»?"),
        ("zzz", "eskaleringen «zzz» finns inte", "de som finns: oenighet"),
        ("", "eskaleringen «» finns inte", "de som finns: oenighet"),
    ],
)
def test_an_unknown_name_is_told(name: str, message: str, remedy: str) -> None:
    with pytest.raises(QuestionFault) as trouble:
        loaded().escalate(name, MONDAY)
    (fault,) = trouble.value.faults
    assert (fault.message, fault.remedy) == (message, remedy)


def test_without_any_escalation_it_is_told_how_to_write_one() -> None:
    with pytest.raises(QuestionFault, match="ingen eskalering"):
        kit.rules().escalate("oenighet", MONDAY)


def test_an_unknown_role_is_told() -> None:
    with pytest.raises(QuestionFault, match="socialchefen"):
        loaded().escalate("oenighet", MONDAY, absent=["socialchefen-x"])


def test_what_is_away_is_names_and_the_day_is_a_day() -> None:
    with pytest.raises(QuestionFault):
        loaded().escalate("oenighet", MONDAY, absent="socialchef")
    with pytest.raises(QuestionFault):
        loaded().escalate("oenighet", "2026-03-02")  # type: ignore[arg-type]


def test_the_end_of_the_calendar_is_no_day() -> None:
    answer = loaded().escalate("oenighet", date(9999, 12, 30))
    assert answer.steps[0].deadline is None


def test_it_is_in_the_library() -> None:
    assert (
        styrregler.escalation_data(loaded().escalate("oenighet", MONDAY))["format"]
        == "styrregler.escalation/1"
    )
