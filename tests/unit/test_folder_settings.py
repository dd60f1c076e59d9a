"""`styrregler.toml`: the level of each code, with a reason."""

from pathlib import Path

import pytest

from styrregler.diagnostics import Setting, Severity
from styrregler.library import load
from styrregler.text import SourceText
from styrregler.workspace.settings import FolderSettings, parse_settings
from tests.kit import DAY, order, source


def settings(text: str) -> FolderSettings:
    read = parse_settings(SourceText.of("styrregler.toml", text))
    assert isinstance(read, FolderSettings)
    return read


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("av", None),
        ("upplysning", Severity.INFO),
        ("varning", Severity.WARNING),
        ("fel", Severity.ERROR),
        ("FEL", Severity.ERROR),
    ],
)
def test_a_code_gets_another_level(word: str, level: Severity | None) -> None:
    read = settings(f'[kontroller]\nSR302 = {{ niva = "{word}", skal = "Beslutat i nämnden." }}\n')
    assert read.levels == {"SR302": Setting(level, "Beslutat i nämnden.")}
    assert read.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        '[kontroller.SR302]\nniva = "av"\nskal = "x"\n',
        'kontroller.SR302 = { "nivå" = "av", "skäl" = "x" }\n',
        '[kontroller]\n"SR302" = { niva = "av", skal = "x" }\n',
    ],
)
def test_as_toml_allows(text: str) -> None:
    assert settings(text).levels == {"SR302": Setting(None, "x")}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('namn = "A"\n[kontroller]\nSR302 = { niva = "av" }', "SR302 har inget skäl", 3),
        ('[kontroller]\nSR302 = { niva = "av", skal = " " }', "SR302 har inget skäl", 2),
        ('[kontroller]\nSR302 = { skal = "x" }', "SR302 har ingen nivå", 2),
        ('[kontroller]\nSR302 = { niva = "lagom", skal = "x" }', "«lagom» är ingen nivå", 2),
        ('[kontroller]\nSR302 = "av"', "SR302 har ingen nivå och inget skäl", 2),
        ('[kontroller]\nSR302 = { niva = "av", skal = "x", till = "2026" }', "okänt ord «till» för SR302", 2),
        ('[kontroler]\nSR302 = { niva = "av", skal = "x" }', "inställningen «kontroler» finns inte", 1),
        ('kontroller = "av"', "«kontroller» är ingen tabell", 1),
        ("namn = 3", "inställningen «namn» ska vara text inom citattecken", 1),
        ('\nlag = "nej"', "inställningen «lag» ska vara true eller false", 2),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str, line: int) -> None:
    (wrong,) = settings(text).diagnostics
    assert (wrong.code, wrong.severity, wrong.message) == ("SR804", Severity.ERROR, message)
    assert wrong.place is not None and wrong.place.line == line
    assert wrong.remedy


ROW = 'punkt 1 "X"\n    delegat           enhetschef   när belopp högst 100 000 kr\n                      chef   när belopp högst 200 000 kr\n'
PEOPLE = """
    nämnd socialnämnden "Socialnämnden" (SN)
    roll enhetschef "Enhetschef"
        slag              anställd
    roll chef "Chef"
        slag              anställd
"""


def folder(path: Path, toml: str, clauses: str = "") -> Path:
    (path / "styrregler.toml").write_text(toml, encoding="utf-8")
    (path / "organisation.styr").write_text(source(PEOPLE).text, encoding="utf-8")
    text = order(ROW, "anmäls till nämnden nästa sammanträde\n" + clauses)
    (path / "ordning.styr").write_text(text, encoding="utf-8")
    return path


def test_the_levels_of_the_folder_hold_for_its_findings(tmp_path: Path) -> None:
    rules = load(
        folder(tmp_path, '[kontroller]\nSR302 = { niva = "fel", skal = "Alla gränser ska vara slutna." }\n')
    )
    assert [(each.code, each.severity) for each in rules.findings(DAY).reported] == [
        ("SR302", Severity.ERROR)
    ]


def test_a_code_that_is_off_is_counted_with_its_reason(tmp_path: Path) -> None:
    findings = load(
        folder(tmp_path, '[kontroller]\nSR302 = { niva = "av", skal = "Nämnden tar resten." }\n')
    ).findings(DAY)
    assert findings.reported == ()
    assert [(each.found.code, each.reason, each.by) for each in findings.suppressed] == [
        ("SR302", "Nämnden tar resten.", None)
    ]


def test_the_text_comes_before_the_settings(tmp_path: Path) -> None:
    path = folder(tmp_path, '[kontroller]\nSR302 = { niva = "av", skal = "a" }\n', 'bortse från SR302 "b"')
    findings = load(path).findings(DAY)
    assert [each.reason for each in findings.suppressed] == ["b"]
    assert findings.reported == ()


def test_a_fault_in_the_settings_is_among_the_findings_and_stops_no_answer(tmp_path: Path) -> None:
    rules = load(folder(tmp_path, '[kontroller]\nSR302 = { niva = "av" }\n'))
    assert {each.code for each in rules.findings(DAY).reported} == {"SR302", "SR804"}
    assert rules.who_decides("X", belopp=5).deciders


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("SR320", "koden SR320 finns inte; menade du SR"),
        ("SR401", "SR401 går inte att ställa in"),
        ("SR101", "SR101 går inte att ställa in"),
    ],
)
def test_only_codes_that_can_be_set_aside_can_be_set(tmp_path: Path, code: str, message: str) -> None:
    rules = load(
        folder(tmp_path, f'namn = "A"\n[kontroller]\n# SR302\n{code} = {{ niva = "av", skal = "x" }}\n')
    )
    (wrong,) = [each for each in rules.findings(DAY).reported if each.code == "SR804"]
    assert wrong.message.startswith(message)
    assert wrong.severity is Severity.ERROR
    assert wrong.place is not None and wrong.place.line == 4
