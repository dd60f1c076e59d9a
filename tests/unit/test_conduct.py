"""Codes of conduct: whom they bind, what they say, and who has adopted them."""

from datetime import date

import pytest

from styrregler.checks import run_checks
from styrregler.diagnostics import Severity
from styrregler.library import QuestionFault, Rules
from styrregler.query import UnreadableRules
from styrregler.query.conduct import binds
from styrregler.render.conduct import conduct_text
from tests.kit import DAY, rules, sound

CODE = """
    avvikelse sidouppdrag "Uppdrag vid sidan av nämnden"
        kännetecken       "uppdrag till handläggaren"

    uppförandekod samspel "Så arbetar vi tillsammans"
        beslutad          2025-09-29 § 103
        gäller            från 2026-01-01
        omfattar          förtroendevalda, tjänstepersoner
        värdegrund        demokrati, respekt
        antagen av        kommunfullmäktige   2025-09-29 § 103, dnr "KS 2025/0303"
                          socialnämnden       2026-02-24 § 12
        regel             rollen "Respekt för rollen"
            grundas på        respekt, demokrati
            gör               "Tala om sakfrågan."
                              "Fråga."
            undvik            "Ge uppdrag vid sidan av nämnden."
            hanteras som      sidouppdrag
        regel             klimatet "Ett gott klimat"
            undvik            "Angripa personen."
"""


def test_whom_it_binds_its_rules_and_who_has_adopted_it() -> None:
    assert conduct_text(sound(rules(CODE)).conduct("samspel", on=DAY)).splitlines() == [
        "Så arbetar vi tillsammans, beslutad 2025-09-29 § 103",
        "  gäller        från 2026-01-01",
        "  binder        förtroendevalda, tjänstepersoner",
        "  värdegrund    demokrati, respekt",
        "  antagen av    Kommunfullmäktige 2025-09-29 § 103, dnr KS 2025/0303",
        "  antagen av    Socialnämnden 2026-02-24 § 12",
        "  inte antagen  av Kommunstyrelsen",
        "  Respekt för rollen (grundas på respekt, demokrati)",
        "    gör           Tala om sakfrågan.",
        "    gör           Fråga.",
        "    undvik        Ge uppdrag vid sidan av nämnden.",
        "    hanteras      som Uppdrag vid sidan av nämnden (sidouppdrag)",
        "  Ett gott klimat",
        "    undvik        Angripa personen.",
        "  grund         samspel (prov.styr:4)",
    ]


def test_a_decision_counts_from_its_day() -> None:
    answer = sound(rules(CODE)).conduct(on=date(2026, 2, 23))
    assert [each.body.name for each in answer.adopted] == ["kommunfullmäktige"]
    assert [each.name for each in answer.missing] == ["kommunstyrelsen", "socialnämnden"]


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        ("sn-ordförande", True),
        ("ledamot", True),
        ("socialchef", True),
        ("handläggare", True),
        ("konsult", False),
    ],
)
def test_who_is_bound(name: str, bound: bool) -> None:
    loaded = sound(rules(CODE))
    assert binds(loaded.index.corpus.codes[0], name, loaded.index) is bound


def test_which_bodies_are_to_adopt_it_may_be_said() -> None:
    text = CODE.replace("värdegrund    ", "antas av          nämnder\n        värdegrund    ")
    missing = sound(rules(text)).conduct(on=DAY).missing
    assert [each.name for each in missing] == ["kommunstyrelsen"]


def test_the_name_of_the_code() -> None:
    loaded = sound(rules(CODE))
    assert loaded.conduct("så arbetar vi tillsammans", on=DAY).code.agreed.name == "samspel"
    with pytest.raises(QuestionFault, match="menade du «samspel»"):
        loaded.conduct("samspell")
    with pytest.raises(QuestionFault, match="reglerna har ingen uppförandekod"):
        rules().conduct()
    two = sound(rules(CODE, 'uppförandekod nätet "På nätet"\n    regel a "A"\n'))
    with pytest.raises(QuestionFault, match="flera uppförandekoder gäller"):
        two.conduct(on=DAY)
    assert two.conduct(on=date(2025, 12, 31)).code.agreed.name == "nätet"


def told(loaded: Rules) -> list[tuple[str, str]]:
    return [(found.code, found.message) for found in loaded.diagnostics]


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("som      sidouppdrag", "som      sidouppdraget", "SR401", "avvikelsen «sidouppdraget» finns inte"),
        ("socialnämnden       2026", "socialnämden        2026", "SR401", "«socialnämden» finns inte"),
        ("regel             klimatet", "regel             rollen", "SR403", "regeln «rollen» finns två gånger"),
        ("2026-02-24 § 12", "§ 12", "SR107", "«§» kan inte stå här i «antagen av»; här kan stå ett datum (2025-07-01)"),
    ],
)  # fmt: skip
def test_slips_are_told_where_they_stand(old: str, new: str, code: str, message: str) -> None:
    assert CODE.count(old) == 1
    loaded = rules(CODE.replace(old, new))
    assert told(loaded) == [(code, message)]
    with pytest.raises(UnreadableRules):
        loaded.conduct("samspel")


def test_what_stands_under_a_rule_needs_one_above() -> None:
    loaded = rules('uppförandekod a "A"\n    gör "X"\n    regel b "B"\n')
    assert told(loaded) == [("SR106", "«gör» hör till ett «regel», och inget står ovanför")]


# ---------- examples


def mismatches(example: str) -> list[tuple[str, str, str]]:
    from styrregler.query.examples import run_example

    loaded = sound(rules(CODE, example))
    (only,) = loaded.index.corpus.examples
    return [(each.what, each.expected, each.got) for each in run_example(loaded.index, only, DAY).mismatches]


def test_examples_ask_about_codes_and_deviations() -> None:
    code = 'exempel "A"\n    kod samspel\n    binder ledamot, konsult\n    har antagit socialnämnden\n    har inte antagit kommunstyrelsen\n'
    assert mismatches(code) == [
        ("binder", "ledamot, konsult", "inte konsult"),
        ("har antagit", "socialnämnden", "kommunfullmäktige, socialnämnden"),
    ]
    assert mismatches('exempel "A"\n    hänt "uppdrag till handläggaren"\n    avvikelser sidouppdrag\n') == []
    assert mismatches('exempel "A"\n    hänt "kaffet är slut"\n    avvikelser sidouppdrag\n') == [
        ("avvikelser", "sidouppdrag", "ingen")
    ]
    assert mismatches('exempel "A"\n    hänt "handläggaren fick ett uppdrag"\n    avvikelser ingen\n') == [
        ("avvikelser", "ingen", "sidouppdrag")
    ]
    due = 'exempel "A"\n    hänt "sidouppdrag"\n    avvikelser sidouppdrag\n    rapporteras till socialchef genast\n'
    assert mismatches(due) == [("rapporteras till", "socialchef genast", "ingen")]


@pytest.mark.parametrize(
    ("clauses", "code", "message"),
    [
        ('hänt "x"\n    svar socialchef', "SR106", "«svar» hör inte till ett exempel med «hänt»"),
        ('fråga "x"\n    utfall beslutar\n    avvikelser sidouppdrag', "SR106", "«avvikelser» hör inte till ett exempel med «fråga»"),
        ('hänt "x"\n    avvikelser sidouppdraget', "SR401", "avvikelsen «sidouppdraget» finns inte"),
        ("kod samspelet\n    har antagit socialnämnden", "SR401", "uppförandekoden «samspelet» finns inte"),
        ('hänt "x"', "SR109", "exempel saknar «avvikelser»"),
        ("kod samspel", "SR109", "exempel saknar «binder», «har antagit» eller «har inte antagit»"),
    ],
)  # fmt: skip
def test_an_example_asks_one_thing(clauses: str, code: str, message: str) -> None:
    assert told(rules(CODE, f'exempel "A"\n    {clauses}\n')) == [(code, message)]


@pytest.mark.parametrize(
    ("left", "severity"),
    [
        ('ska fyllas i    "Vilka organ som ska anta koden"', Severity.INFO),
        ('ska fyllas i    "När koden antas"', Severity.INFO),
        ("ska fyllas i", Severity.INFO),
        ('ska fyllas i    "Kantad text, och fler regler"', Severity.WARNING),
        ('öppen fråga    "Ska nämnden anta koden?"', Severity.WARNING),
        ('anmärkning    "Nämnden ska anta koden."', Severity.WARNING),
    ],
)
def test_that_nobody_has_adopted_it_is_a_reminder_where_the_code_says_it_is_undecided(
    left: str, severity: Severity
) -> None:
    loaded = rules(
        f'uppförandekod samspel "S"\n    omfattar    socialnämnden\n    {left}\n    regel    r "R"\n'
    )
    told = [each.severity for each in run_checks(loaded.index, DAY) if each.code == "SR443"]
    assert told == [severity]
