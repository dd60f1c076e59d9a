"""The attest list: how it is read, what is found in it, and what is said of it in answers."""

from pathlib import Path

import pytest
from styrregler_attest.checks import checks_of
from styrregler_attest.lists import read_list

import styrregler
from styrregler.checks import Review
from styrregler.cli.main import _code
from styrregler.testing import ORGANISATION, Case, case_rules
from styrregler.testing.cases import DAY
from styrregler.text import SourceText

HEAD = "kod;område;roll;attest;till\n"
SOUND = "4100;inköp;enhetschef;beslut;100 000\n4100;inköp;socialchef;beslut;\n4100;inköp;socialsekreterare;mottagning;\n"
RULES = case_rules(Case("prov", passes=True, text='punkt 1 "Inköp"\n    delegat socialchef\n'))


def told(rows: str, least: int = 2) -> list[tuple[str, int, str]]:
    whole = read_list(SourceText.of("attest.csv", HEAD + rows))
    found = [each for check in checks_of(lambda: whole, least) for each in check.run(Review(RULES, DAY))]
    assert all(each.why and each.remedy and each.place for each in found)
    return [(each.code, each.place.line, each.message) for each in found if each.place]


def test_a_sound_list_is_silent() -> None:
    assert told(SOUND) == []


@pytest.mark.parametrize(
    ("rows", "code", "message"),
    [
        ("1;a;socialchef;beslut;\n", "ATT101", "koden 1 har 1 roll av minst 2"),
        (
            SOUND + "4100;inköp;socialchef;mottagning;\n",
            "ATT102",
            "socialchef har båda attesterna för koden 4100",
        ),
        (
            "1;a;enhetschef;beslut;5000\n1;a;socialchef;mottagning;\n",
            "ATT103",
            "ingen beslutsattesterar koden 1 över 5 000 kr",
        ),
        (
            "1;a;enhetschef;mottagning;\n1;a;jurist;mottagning;\n",
            "ATT103",
            "ingen beslutsattesterar koden 1 alls",
        ),
        (SOUND + "4100;inköp;kulturchef;beslut;\n", "ATT104", "rollen «kulturchef» finns inte"),
        (SOUND + "4100;inköp;jurist;godkänner;\n", "ATT105", "«godkänner» är varken beslut eller mottagning"),
        (SOUND + "4100;inköp;jurist;beslut;mycket\n", "ATT105", "«mycket» är inget belopp i hela kronor"),
        (SOUND + ";inköp;jurist;beslut;\n", "ATT105", "raden saknar kod eller roll"),
    ],
)
def test_each_fault_is_found_and_nothing_else(rows: str, code: str, message: str) -> None:
    assert [(found, said) for found, _, said in told(rows)] == [(code, message)]


def test_how_many_must_attest_can_be_set() -> None:
    assert told(SOUND, least=4)[0][0] == "ATT101"
    assert told("1;a;socialchef;beslut;\n", least=1) == []


def test_a_list_without_its_columns() -> None:
    whole = read_list(SourceText.of("attest.csv", "kod;roll\n1;a\n"))
    assert [each.reason for each in whole.misread] == ["rubrikraden saknar område, attest, till"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "organisation.styr").write_text(
        ORGANISATION.replace("\n    ", "\n").lstrip(), encoding="utf-8"
    )
    (tmp_path / "ordning.styr").write_text(
        'delegationsordning socialnämnden "Ordningen"\n    beslutad 2025-12-16 § 100\n    gäller från 2026-01-01\n\n'
        'punkt 1 "Inköp"\n    delegat enhetschef när belopp högst 50 000 kr\n            socialchef annars\n',
        encoding="utf-8",
    )
    (tmp_path / "styrregler.toml").write_text("[plugin.attest]\n", encoding="utf-8")
    (tmp_path / "attest.csv").write_text(HEAD + SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_answer_says_who_attests(folder: Path) -> None:
    rules = styrregler.load(folder)
    small = rules.who_decides("inköp", belopp=40_000)
    assert [(each.label, each.text) for each in small.extra] == [
        ("attest", "kod 4100: Enhetschef eller Socialchef; mottagning Socialsekreterare")
    ]
    large = rules.who_decides("inköp", belopp=400_000)
    assert [each.text for each in large.extra] == ["kod 4100: Socialchef; mottagning Socialsekreterare"]
    assert rules.plugins.troubles.diagnostics == ()


def test_a_list_that_is_not_there_is_a_finding(folder: Path) -> None:
    (folder / "attest.csv").unlink()
    codes = [each.code for each in styrregler.load(folder).findings(DAY).reported]
    assert codes.count("ATT105") == 1
    assert not [code for code in codes if code.startswith("SR91")]


def test_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _code(["attest"]) == 0
    assert capsys.readouterr().out == (
        "kod 4100: Enhetschef (högst 100 000 kr) eller Socialchef; mottagning Socialsekreterare\n"
    )
    assert _code(["attest", "1"]) == 1


def test_the_list_for_the_program_that_pays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "innehavare.styr").write_text(
        'innehavare socialchef "Siv; Å"\n    gäller            från 2020-01-01\n', encoding="utf-8"
    )
    assert _code(["exportera", "attestlista"]) == 0
    assert capsys.readouterr().out == (
        "kod;område;roll;attest;till;innehavare\n"
        "4100;inköp;Socialsekreterare;mottagning;;\n"
        "4100;inköp;Enhetschef;beslut;100000;\n"
        '4100;inköp;Socialchef;beslut;;"Siv; Å"\n'
    )
    (folder / "attest.csv").write_text(HEAD + SOUND + "4100;inköp;jurist;beslut;mycket\n", encoding="utf-8")
    assert _code(["exportera", "attestlista", "--fil", "ut.csv"]) == 3
    assert "«mycket» är inget belopp i hela kronor" in capsys.readouterr().err
    assert not (folder / "ut.csv").exists()
