"""Deviations: what the text says, which of them something is, and what is to be done about it."""

from datetime import date

import pytest

from styrregler.checks import run_checks
from styrregler.diagnostics import Severity
from styrregler.library import QuestionFault, Rules
from styrregler.query import UnreadableRules
from styrregler.query.likeness import liken
from styrregler.render.deviation import deviation_text
from tests.kit import DAY, rules, sound

DEVIATIONS = """
    eskalering oenighet "Oenighet"
        steg              socialchef, sn-ordförande   inom 5 arbetsdagar
        avgörs av         socialnämnden

    avvikelse fel-beslut "Beslut utan stöd i delegationsordningen"
        beslutad          2025-06-16 § 60
        kännetecken       "fel beslutsfattare", "beslut över beloppsgränsen"
        allvar            hög
        upptäcks av       alla
        rapporteras till  närmaste chef genast
                          ordförande inom 1 arbetsdag när allvar är hög
        åtgärd            jurist "Dokumentera beslutet."            inom 1 arbetsdag
                          förvaltningschef "Ta upp frågan på nytt."   inom 5 arbetsdagar efter upptäckt
        eskaleras enligt  oenighet när allvar är hög
        följs upp av      nämnden nästa sammanträde
        skydd             "Den som rapporterar med skälig anledning får inte utsättas för repressalier."

    avvikelse beslut "Beslut som dröjer"
        kännetecken       "beslut dröjer", "beslut"
        rapporteras till  jurist snarast
        åtgärd            jurist "Påminn."

    avvikelse hot "Hot mot en anställd"
        omfattar          socialnämnden
        gäller            från 2026-01-01
        kännetecken       "hotade handläggaren"
        rapporteras till  socialchef genast
"""


# ---------- which it is


@pytest.mark.parametrize(
    ("happened", "name"),
    [
        ("det var fel beslutsfattare", "fel-beslut"),
        ("Beslutet över beloppsgränsen fattades i går", "fel-beslut"),
        ("fel-beslut", "fel-beslut"),
        ("BESLUT SOM DRÖJER", "beslut"),
        ("beslutet dröjer", "beslut"),
        ("en brukare hotade en av handläggarna", "hot"),
        ("hotade handlägaren", "hot"),
    ],
)
def test_which_deviation_it_is(happened: str, name: str) -> None:
    handling = sound(rules(DEVIATIONS)).deviation(happened, on=DAY).handling
    assert handling is not None
    assert handling.deviation.name == name


def test_several_that_fit_are_listed_and_none_is_chosen() -> None:
    answer = sound(rules(DEVIATIONS)).deviation("fel beslutsfattare hotade handläggaren", on=DAY)
    assert answer.handling is None
    assert {each.deviation.name for each in answer.candidates} == {"fel-beslut", "hot"}
    assert not answer.near
    assert deviation_text(answer).splitlines()[0] == (
        "Flera avvikelser passar på «fel beslutsfattare hotade handläggaren»:"
    )


def test_what_only_nearly_fits_is_listed_and_never_chosen() -> None:
    answer = sound(rules(DEVIATIONS)).deviation("beslutsfattaren var sjuk", on=DAY)
    assert (answer.handling, answer.near) == (None, True)
    assert deviation_text(answer).splitlines() == [
        "Ingen avvikelse passar helt på «beslutsfattaren var sjuk»; närmast:",
        "  fel-beslut  Beslut utan stöd i delegationsordningen – känns igen på «fel beslutsfattare»",
    ]


@pytest.mark.parametrize("happened", ["kaffet är slut", "någon har i och med det", "fel färg på bilen", "?"])
def test_nothing_near_says_so(happened: str) -> None:
    answer = sound(rules(DEVIATIONS)).deviation(happened, on=DAY)
    assert answer.candidates == ()
    assert deviation_text(answer) == f"Ingen avvikelse i reglerna liknar «{happened}»"


def test_day_and_body_are_asked_of_the_deviation() -> None:
    loaded = sound(rules(DEVIATIONS))
    assert loaded.deviation("hotade handläggaren", on=DAY, body="SN").handling
    assert not loaded.deviation("hotade handläggaren", on=DAY, body="KS").candidates
    assert not loaded.deviation("hotade handläggaren", on=date(2025, 12, 31)).candidates


@pytest.mark.parametrize(
    ("text", "wording", "whole"),
    [
        ("beloppsgränsen passerades", "passerade beloppsgränser", True),
        ("delegationsbeslutet", "beslut", True),
        ("hemtjänstens brister", "bristen i hemtjänsten", True),
        ("sekreteraren", "sekretess", False),
        ("måltider", "mål", False),
        ("beslutet är anmält", "beslutet är inte anmält", False),
    ],
)
def test_words_are_alike_by_endings_compounds_and_spelling(text: str, wording: str, whole: bool) -> None:
    assert liken(text, wording).whole is whole


# ---------- what to do


def test_what_to_do_by_whom_and_by_when() -> None:
    text = deviation_text(sound(rules(DEVIATIONS)).deviation("fel beslutsfattare", on=DAY, body="SN"))
    assert text.splitlines()[:10] == [
        "Beslut utan stöd i delegationsordningen, upptäckt 2026-03-02",
        "  känns igen    på «fel beslutsfattare»",
        "  allvar        hög",
        "  rapportera    till Närmaste chef genast (2026-03-02)",
        "  rapportera    till Socialnämndens ordförande inom 1 arbetsdag (2026-03-03)",
        "  åtgärd        Kommunjurist inom 1 arbetsdag (2026-03-03): Dokumentera beslutet.",
        "  åtgärd        Socialchef inom 5 arbetsdagar efter upptäckt (2026-03-09): Ta upp frågan på nytt.",
        "  eskaleras     enligt Oenighet (oenighet)",
        "  följs upp     av Socialnämnden nästa sammanträde (2026-03-24)",
        "  skydd         Den som rapporterar med skälig anledning får inte utsättas för repressalier.",
    ]
    assert "(3 kap. 1 § visselblåsarlagen)" in text
    assert "(4 kap. 3 § visselblåsarlagen)" in text


def test_the_level_may_be_judged_otherwise() -> None:
    loaded = sound(rules(DEVIATIONS))
    handling = loaded.deviation("fel beslutsfattare", {"allvar": "låg"}, on=DAY).handling
    assert handling is not None
    assert (handling.severity, handling.escalations, len(handling.reports)) == ("låg", (), 1)
    with pytest.raises(QuestionFault, match="«allvar» kan inte vara «enorm»"):
        loaded.deviation("fel beslutsfattare", {"allvar": "enorm"})


def test_what_is_not_known_of_a_condition_is_said() -> None:
    text = DEVIATIONS.replace("inom 1 arbetsdag när allvar är hög", "genast när allvar är hög och ramavtal")
    handling = sound(rules(text)).deviation("fel beslutsfattare", on=DAY).handling
    assert handling is not None
    assert [each.condition for each in handling.reports] == ["", "ramavtal"]


def test_what_is_missing_is_said() -> None:
    loaded = sound(rules(DEVIATIONS))
    late = loaded.deviation("beslut-som-dröjer beslut", on=DAY).handling
    assert late is not None
    assert late.remarks == ("åtgärden «Påminn.» har ingen sista dag",)
    unsaid = loaded.deviation("fel beslutsfattare", on=DAY).handling
    assert unsaid is not None
    assert unsaid.remarks == ("vilken nämnd det gäller är inte sagt, så «nästa sammanträde» har ingen dag",)
    over = loaded.deviation("fel beslutsfattare", on=date(2027, 3, 2), body="SN").handling
    assert over is not None
    assert over.remarks == ("Socialnämnden har inget kommande sammanträde i reglerna",)


def test_an_empty_question_is_a_fault() -> None:
    with pytest.raises(QuestionFault, match="det sägs inte vad som har hänt"):
        rules(DEVIATIONS).deviation(" ")


# ---------- faults in the text


def told(loaded: Rules) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in loaded.diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("jurist snarast", "juristen snarast", "SR401", "«juristen» finns inte"),
        ("oenighet när", "oenigheten när", "SR401", "eskaleringen «oenigheten» finns inte"),
        ("allvar            hög", "allvar            högt", "SR702", "allvaret kan inte vara «högt»"),
        ("när allvar är hög\n        åtgärd", "när alvar är hög\n        åtgärd", "SR401", "uppgiften «alvar» finns inte"),
        ('jurist "Påminn."', "jurist", "SR107", "«åtgärd» är inte färdigskriven; här kan stå text inom citattecken"),
        ("avvikelse hot ", "avvikelse beslut ", "SR403", "«beslut» finns två gånger"),
    ],
)  # fmt: skip
def test_slips_are_told_where_they_stand(old: str, new: str, code: str, message: str) -> None:
    assert DEVIATIONS.count(old) == 1
    loaded = rules(DEVIATIONS.replace(old, new))
    assert told(loaded) == [(code, message)]


def test_a_block_with_a_fault_answers_nothing() -> None:
    with pytest.raises(UnreadableRules):
        rules(DEVIATIONS.replace("jurist snarast", "juristen snarast")).deviation("hotade handläggaren")


def test_only_a_deviation_escalates_on_a_condition() -> None:
    loaded = rules(
        DEVIATIONS, 'gräns a "A"\n    gråzon lokaler\n        eskaleras enligt oenighet när ramavtal\n'
    )
    assert told(loaded) == [("SR107", "«eskaleras enligt» kan inte ha villkor i blocket gräns")]
    loaded = rules(
        DEVIATIONS,
        'eskalering a "A"\n    steg jurist inom 1 dag\n    eskaleras enligt oenighet när ramavtal\n',
    )
    assert told(loaded) == [("SR107", "«eskaleras enligt» kan inte ha villkor i blocket eskalering")]


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (('anmärkning    "Kort."',), Severity.WARNING),
        (('ska fyllas i    "Vem som gör vad"',), Severity.INFO),
        (('ska fyllas i    "Vem som gör vad"', 'kännetecken    "pärmen är borta"'), Severity.WARNING),
        (('öppen fråga    "Vem gör vad?"',), Severity.WARNING),
    ],
)
def test_what_a_deviation_lacks_is_a_reminder_while_all_of_it_is_to_be_filled_in(
    said: tuple[str, ...], severity: Severity
) -> None:
    loaded = sound(rules("\n".join(['avvikelse borta "Borta"', *(f"    {line}" for line in said)])))
    told = {each.code: each.severity for each in run_checks(loaded.index, DAY)}
    assert {told[code] for code in ("SR601", "SR602", "SR605", "SR606")} == {severity}
