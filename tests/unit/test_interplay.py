"""Boundaries, assignments and channels: what the text says, and what is answered from it."""

from datetime import date

import pytest

from styrregler.library import QuestionFault, Rules
from styrregler.query import UnreadableRules
from styrregler.query.assignment import Permission
from styrregler.render.interplay import assignment_text, boundary_text, channel_text
from tests.kit import DAY, rules, sound

BOUNDARY = """
    gräns vad-hur "Vad och hur"
        beslutad          2025-06-16 § 60
        vad               mål, inriktning, taxa, plan-för-lokaler
        hur               arbetssätt, bemanning
        gråzon            lokaler, öppettider
            samtal mellan     sn-ordförande, socialchef
            eskaleras enligt  oenighet
            avgörs av         socialnämnden
        gråzon            profil
            avgörs av         nämnden
"""
WAYS = """
    uppdragsvägar linjen "Uppdrag"
        tillåten          nämnd till förvaltningschef genom beslut
                          kommundirektör till förvaltningschef
                          ordförande till förvaltningschef
                          ledamot till handläggare via sn-ordförande
        otillåten         ledamot till anställd
            i stället         "Lyft frågan i nämnden."
"""
CHANNELS = """
    kanaler samarbetet "Vägar"
        kanal             ledamot till handläggare via socialchef   i fas beredning
                          ledamot till anställd via kommundirektör
                          ordförande till förvaltningschef
        förväntan         ledamot på handläggare   "Ett allsidigt underlag."
                          förvaltningschef         "Säger till i tid."
"""


# ---------- boundaries


@pytest.mark.parametrize(
    ("question", "side", "term"),
    [
        ("öppettider på biblioteket", "gråzon", "öppettider"),
        ("biblioteksöppettiderna", "gråzon", "öppettider"),
        ("vem bestämmer om målen?", "vad", "mål"),
        ("TAXAN", "vad", "taxa"),
        ("hur många i bemanningen", "hur", "bemanning"),
        ("arbetssätten", "hur", "arbetssätt"),
    ],
)
def test_the_side_of_a_question(question: str, side: str, term: str) -> None:
    clear = sound(rules(BOUNDARY)).boundary(question, on=DAY).clear
    assert clear is not None
    assert (clear.side.value, clear.term) == (side, term)


def test_who_talk_to_each_other_and_who_settles() -> None:
    answer = sound(rules(BOUNDARY)).boundary("öppettider", on=DAY)
    assert boundary_text(answer).splitlines() == [
        "Gråzon: Socialnämnden avgör",
        "  samtal mellan Socialnämndens ordförande och Socialchef",
        "  eskaleras     enligt oenighet",
        "  grund         Vad och hur, beslutad 2025-06-16 § 60: öppettider (prov.styr:5)",
    ]


def test_each_grey_zone_is_settled_in_its_own_way() -> None:
    loaded = sound(rules(BOUNDARY))
    profile = loaded.boundary("profil", on=DAY).clear
    assert profile is not None
    assert profile.settled_by is not None
    assert (profile.settled_by.name, profile.talks, profile.escalation) == ("nämnden", (), "")
    own = loaded.boundary("profil", on=DAY, body="SN").clear
    assert own is not None
    assert own.settled_by is not None
    assert own.settled_by.title == "Socialnämnden"


def test_several_that_fit_are_listed_and_none_is_chosen() -> None:
    answer = sound(rules(BOUNDARY)).boundary("taxan för våra lokaler", on=DAY)
    assert answer.clear is None
    assert [each.term for each in answer.sides] == ["taxa", "lokaler"]
    assert boundary_text(answer).startswith("Flera gränser passar på «taxan för våra lokaler»")


def test_a_term_of_several_words_needs_them_all() -> None:
    loaded = sound(rules(BOUNDARY))
    assert [each.term for each in loaded.boundary("en plan", on=DAY).sides] == []
    assert [each.term for each in loaded.boundary("planen för lokalerna", on=DAY).sides] == [
        "plan-för-lokaler"
    ]


@pytest.mark.parametrize("question", ["parkering", "måltider", "hurtigruten", "kommunal", "på den"])
def test_nothing_is_found_by_chance(question: str) -> None:
    answer = sound(rules(BOUNDARY)).boundary(question, on=DAY)
    assert answer.sides == ()
    assert boundary_text(answer) == f"Ingen gräns nämner «{question}»"


def test_day_and_body_are_asked_of_the_boundary() -> None:
    text = BOUNDARY.replace(
        "beslutad          2025-06-16 § 60",
        "omfattar          socialnämnden\n        gäller            från 2026-01-01",
    )
    loaded = sound(rules(text))
    assert loaded.boundary("taxa", on=DAY, body="SN").sides
    assert not loaded.boundary("taxa", on=DAY, body="KS").sides
    assert not loaded.boundary("taxa", on=date(2025, 12, 31)).sides


def test_an_empty_question_is_a_fault() -> None:
    with pytest.raises(QuestionFault, match="frågan är tom"):
        rules(BOUNDARY).boundary(" ")


# ---------- assignments


@pytest.mark.parametrize(
    ("sender", "receiver", "permission"),
    [
        ("socialnämnden", "socialchef", Permission.ALLOWED),
        ("nämnd", "förvaltningschef", Permission.ALLOWED),
        ("Kommundirektör", "socialchef", Permission.ALLOWED),
        ("sn-ordförande", "socialchef", Permission.ALLOWED),
        ("sn-vice", "socialchef", Permission.FORBIDDEN),
        ("ledamot", "socialsekreterare", Permission.ALLOWED),
        ("politiker", "enhetschef", Permission.FORBIDDEN),
        ("Socialnämndens vice ordförande", "tjänsteperson", Permission.FORBIDDEN),
        ("socialchef", "socialsekreterare", Permission.UNSAID),
        ("individutskottet", "socialchef", Permission.UNSAID),
    ],
)
def test_who_may_give_whom_an_assignment(sender: str, receiver: str, permission: Permission) -> None:
    loaded = sound(rules(WAYS))
    assert loaded.assignment(sender, receiver, on=DAY).permission is permission


def test_what_is_allowed_in_general_words_is_so_within_the_board() -> None:
    loaded = sound(rules(WAYS))
    assert loaded.assignment("kommunstyrelsen", "socialchef", on=DAY).permission is Permission.UNSAID
    assert loaded.assignment("ks-ordförande", "socialchef", on=DAY).permission is Permission.FORBIDDEN
    assert loaded.assignment("kommundirektör", "socialchef", on=DAY).permission is Permission.ALLOWED


def test_what_to_do_instead() -> None:
    loaded = sound(rules(WAYS))
    answer = loaded.assignment("sn-vice", "socialchef", on=DAY)
    assert assignment_text(answer, loaded.index).splitlines() == [
        "Otillåten uppdragsväg: Socialnämndens vice ordförande till Socialchef",
        "  grund         Uppdrag: otillåten ledamot till anställd (prov.styr:6)",
        "  i stället     Lyft frågan i nämnden.",
        "  annan väg     tillåten nämnd till Förvaltningschef genom beslut",
        "  annan väg     tillåten Kommundirektör till Förvaltningschef",
        "  annan väg     tillåten ordförande till Förvaltningschef",
    ]


def test_rules_that_contradict_each_other_are_both_shown() -> None:
    loaded = sound(
        rules(
            'uppdragsvägar a "A"\n    tillåten ordförande till chef\n    otillåten ledamot till förvaltningschef\n'
        )
    )
    answer = loaded.assignment("sn-ordförande", "socialchef", on=DAY)
    assert answer.permission is Permission.CONFLICT
    assert len(answer.ways) == 2


def test_a_declared_group_is_what_its_block_says() -> None:
    loaded = sound(
        rules(
            'rollgrupp chefer "Cheferna"\n    omfattar socialchef\n'
            'uppdragsvägar a "A"\n    tillåten sn-ordförande till chefer\n'
        )
    )
    assert loaded.assignment("sn-ordförande", "socialchef").permission is Permission.ALLOWED
    assert loaded.assignment("sn-ordförande", "enhetschef").permission is Permission.UNSAID


def test_a_misspelt_name_is_a_fault_with_a_suggestion() -> None:
    with pytest.raises(QuestionFault, match="menade du «socialchef»"):
        rules(WAYS).assignment("ledamot", "socialchf")


# ---------- channels


def test_the_closer_channel_goes_before_the_wider() -> None:
    loaded = sound(rules(CHANNELS))
    answer = loaded.channel("ledamot", "socialsekreterare", phase="beredning", on=DAY)
    assert [each.via and each.via.name for each in answer.channels] == ["socialchef"]
    anywhere = loaded.channel("ledamot", "socialsekreterare", on=DAY)
    assert [each.via and each.via.name for each in anywhere.channels] == ["socialchef", "kommundirektör"]
    assert loaded.channel("sn-ordförande", "socialchef", on=DAY).channels[0].via is None


def test_expectations_go_both_ways() -> None:
    loaded = sound(rules(CHANNELS))
    answer = loaded.channel("socialsekreterare", "sn-vice", on=DAY)
    assert [each.expectation.text for each in answer.expectations] == ["Ett allsidigt underlag."]
    assert [each.expectation.text for each in loaded.channel("KS", "socialchef", on=DAY).expectations] == [
        "Säger till i tid."
    ]


def test_silence_forbids_nothing_and_the_constitution_is_quoted_from_data() -> None:
    text = channel_text(sound(rules(CHANNELS)).channel("konsult", "KF", on=DAY))
    assert text.startswith(
        "Ingen kanal sägs från Inhyrd konsult till Kommunfullmäktige; inget hindrar kontakt"
    )
    assert "(1 kap. 7 § TF)" in text
    assert "(YGL) – inte kontrollerat mot lagtexten" in text


def test_a_phase_that_no_channel_names_is_a_fault() -> None:
    with pytest.raises(QuestionFault, match="menade du «beredning»"):
        rules(CHANNELS).channel("ledamot", "handläggare", phase="bredning")
    with pytest.raises(QuestionFault, match="ingen kanal nämner någon"):
        rules(WAYS).channel("ledamot", "handläggare", phase="beredning")


# ---------- faults in the text


def told(loaded: Rules) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in loaded.diagnostics]


def test_a_block_with_a_fault_answers_nothing_and_hides_no_other() -> None:
    loaded = rules(
        BOUNDARY.replace("avgörs av         socialnämnden", "avgörs av         socialnämden"), WAYS
    )
    assert told(loaded) == [("SR401", "«socialnämden» finns inte")]
    with pytest.raises(UnreadableRules):
        loaded.boundary("taxa", on=DAY)
    assert loaded.assignment("socialnämnden", "socialchef", on=DAY).permission is Permission.ALLOWED


def test_an_escalation_must_exist_only_where_some_do() -> None:
    assert told(rules(BOUNDARY)) == []


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ('gräns a "A"\n    vad mål\n    avgörs av socialnämnden\n', "SR106", "«avgörs av» hör till ett «gråzon», och inget står ovanför"),
        ('uppdragsvägar a "A"\n    tillåten nämnd till förvaltningschef\n    i stället "X"\n', "SR106", "«i stället» hör till ett «otillåten», och inget står ovanför"),
        ('gräns a "A"\n    gråzon x\n        avgörs av socialnämnden\n        avgörs av kommunstyrelsen\n', "SR108", "«avgörs av» är given två gånger i samma gräns"),
        ('uppdragsvägar a "A"\n    tillåten nämnden förvaltningschef\n', "SR107", "«förvaltningschef» kan inte stå här i «tillåten»; här kan stå «till»"),
        ('kanaler a "A"\n    beslutad 2025-01-01\n', "SR109", "kanaler saknar «kanal» eller «förväntan»"),
    ],
)  # fmt: skip
def test_slips_are_told_where_they_stand(text: str, code: str, message: str) -> None:
    assert told(rules(text)) == [(code, message)]


def test_several_lines_may_each_be_wrong() -> None:
    text = (
        'uppdragsvägar a "A"\n    tillåten          nämnd till\n                      ledamot handläggare\n'
    )
    assert [code for code, _ in told(rules(text))] == ["SR107", "SR107"]
