"""Assignments: steps, groups and boards, and how they stand on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrregler.library import QuestionFault, Rules
from styrregler.model import Dated, StageStatus
from styrregler.query.commissions import CommissionAnswer, status_of
from styrregler.query.examples import run_example
from styrregler.render.plans import commissions_text
from styrregler.text import Place
from styrregler.values import Moment, parse_moment
from tests.kit import DAY, rules, sound, source

PLAN = """
    uppdrag idé "Verksamhetsidé"
        beställare        kommunfullmäktige
        samordnas av      kommunstyrelsen
        finns i varje     nämnd
        deltagare         ordförande, 2 ur oppositionen, ledningsgruppen
        leder till        verksamhetsidé
        etapp uppstart "Uppstart"
            tid               2026-06-17 kl 08.30–12.00
            klar              2026-06-17
        etapp pass-1 "Dialog"
            tid               vecka 33–39 2026
            efter             uppstart
        etapp verkstad "Verkstad"
            tid               socialnämnden     2026-09-01
                              kommunstyrelsen   ej fastställd
            klar              socialnämnden     2026-09-02
        etapp antagande "Antas"
            tid               senast 2027-03-31
            beslutas av       nämnden
    grupp ledningen "Ledningsgruppen i socialförvaltningen"
        tillhör           socialförvaltningen
    grupp sn-grupp "Socialnämndens grupp"
        tillhör           socialnämnden
        för uppdrag       idé
        deltagare         sn-ordförande, 1 ur oppositionen, ledningen
"""


def loaded() -> Rules:
    return sound(rules(PLAN))


def on(day: date) -> CommissionAnswer:
    (answer,) = loaded().commissions(on=day).commissions
    return answer


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        (date(2026, 6, 16), "kommande kommande utan-tid kommande"),
        (date(2026, 6, 17), "klar kommande utan-tid kommande"),
        (date(2026, 8, 17), "klar pågår utan-tid kommande"),
        (date(2026, 9, 27), "klar pågår utan-tid kommande"),
        (date(2026, 9, 28), "klar försenad utan-tid kommande"),
        (date(2027, 4, 1), "klar försenad utan-tid försenad"),
    ],
)
def test_steps_against_their_dates(day: date, statuses: str) -> None:
    assert [each.status.value for each in on(day).stages] == statuses.split()


def test_without_a_word_of_what_is_done_nothing_is_late_but_what_has_a_last_day() -> None:
    text = """
        uppdrag a "A"
            beställare        kommunstyrelsen
            etapp x "X"
                tid               2026-01-12
            etapp y "Y"
                tid               senast 2026-01-12
    """
    (answer,) = sound(rules(text)).commissions(on=DAY).commissions
    assert [each.status for each in answer.stages] == [StageStatus.PASSED, StageStatus.LATE]


def test_what_comes_next_and_what_each_board_lacks() -> None:
    answer = on(date(2026, 9, 30))
    assert answer.following is not None
    assert answer.following.stage.name == "antagande"
    assert {each.board.name: each.missing for each in answer.boards} == {
        "kommunstyrelsen": ("grupp", "tid för Verkstad", "verksamhetsidé"),
        "socialnämnden": ("2 ur oppositionen i Socialnämndens grupp", "verksamhetsidé"),
    }
    (own,) = [each for each in answer.boards if each.board.name == "socialnämnden"]
    assert [each.status.value for each in own.stages] == ["klar", "försenad", "klar", "kommande"]


def test_a_board_that_has_not_the_assignment_is_left_out() -> None:
    text = PLAN.replace(
        "finns i varje     nämnd", "finns i varje     nämnd\n        utom              kommunstyrelsen"
    )
    (answer,) = sound(rules(text)).commissions(on=DAY).commissions
    assert [each.board.name for each in answer.boards] == ["socialnämnden"]


def test_text_for_people() -> None:
    said = commissions_text(loaded().commissions("idé", on=date(2026, 9, 30)))
    assert "Dialog: vecka 33–39 2026 (försenad)" in said
    assert "Verkstad: en tid för varje organ (klar i 1 av 2)" in said
    assert "    saknas: grupp; tid för Verkstad; verksamhetsidé" in said


def test_an_unknown_assignment_has_a_suggestion() -> None:
    with pytest.raises(QuestionFault, match="uppdraget «ide-x» finns inte"):
        loaded().commissions("ide-x")


@pytest.mark.parametrize(
    ("clause", "code", "message"),
    [
        ("efter b", "SR401", "etappen «b» finns inte i uppdraget"),
        ("tid vecka 53 2025", "SR704", "vecka 53 finns inte 2025"),
        ("tid kulturnämnden 2026-01-01", "SR401", "«kulturnämnden» finns inte"),
        ("tid socialnämnden 2026-01-01\n              socialnämnden 2026-01-02", "SR108", "«socialnämnden» har två tider i samma etapp"),
        ("beslutas av socialnämnden när principiellt", "SR107", "den som beslutar här kan inte ha villkor"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(clause: str, code: str, message: str) -> None:
    text = f'uppdrag u "U"\n    beställare kommunstyrelsen\n    etapp a "A"\n        {clause}\n'
    assert (code, message) in [(each.code, each.message) for each in rules(text).diagnostics]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("deltagare ordförnde", "«ordförnde» finns inte"),
        ("leder till policy", "«policy» kan inte stå efter «leder till»"),
        ("finns i varje stad", "«stad» kan inte stå efter «finns i varje»"),
        ('mål "X" uppfylls av inget-alls', "namnet «inget-alls» finns inte"),
    ],
)
def test_names_that_are_not_there(line: str, message: str) -> None:
    found = rules(f'uppdrag u "U"\n    beställare kommunstyrelsen\n    {line}\n').diagnostics
    assert [each.message for each in found] == [message]


def test_five_hundred_steps() -> None:
    steps = "".join(
        f'    etapp e{n} "E{n}"\n        tid {date(2026, 1, 1) + timedelta(n)}\n'
        + (f"        efter e{n - 1}\n" if n else "        efter e499\n")
        for n in range(500)
    )
    loaded = sound(rules(f'uppdrag u "U"\n    beställare kommunstyrelsen\n{steps}'))
    found = {each.code for each in loaded.findings(DAY).reported if each.code.startswith("SR64")}
    assert found == {"SR640", "SR641"}


def test_examples_about_plans() -> None:
    text = (
        PLAN
        + """
    exempel "Håller"
        om uppdrag        idé
        i etapp           pass-1
        organ             socialnämnden
        datum             2026-08-20
        tid               vecka 33–39 2026
        status            pågår
        samordnas av      kommunstyrelsen
    exempel "Håller inte"
        om uppdrag        idé
        i etapp           pass-1
        datum             2026-08-20
        tid               vecka 33–38 2026
        status            klar
        beställare        socialnämnden
    exempel "Finns inte"
        om uppdrag        ide
        beställare        socialnämnden
"""
    )
    loaded = sound(rules(text))
    ran = [run_example(loaded.index, each, DAY) for each in loaded.index.corpus.examples]
    assert [each.holds for each in ran] == [True, False, False]
    assert [(each.what, each.expected, each.got) for each in ran[1].mismatches] == [
        ("tid", "vecka 33–38 2026", "vecka 33–39 2026"),
        ("status", "klar", "pågår"),
        ("beställare", "socialnämnden", "kommunfullmäktige"),
    ]
    assert ran[2].mismatches[0].got.startswith("finns inte")


DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
ORDER = [StageStatus.UPCOMING, StageStatus.ONGOING, StageStatus.PASSED]


@given(DAYS, st.integers(0, 60), DAYS, st.booleans())
def test_a_step_never_goes_back_as_days_pass(first: date, length: int, day: date, due: bool) -> None:
    """Over week-ends and the ends of years: upcoming, ongoing, passed, in that order."""
    last = first + timedelta(length)
    text = f"senast {last}" if due else f"{first} till {last}"
    found = parse_moment(text)
    assert isinstance(found, Moment)
    place = Place(source("x"), 0, 1)

    def at(when: date) -> int:
        status = status_of(Dated(found, place), None, when, told=False)
        return ORDER.index(StageStatus.PASSED if status is StageStatus.LATE else status)

    assert at(day) <= at(day + timedelta(1))
    assert at(last) < at(last + timedelta(1)) == 2
