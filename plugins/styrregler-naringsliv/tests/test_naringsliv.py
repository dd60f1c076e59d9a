"""What travels in the plugin can be used in rules, asked about and checked."""

from pathlib import Path

import pytest
from styrregler_naringsliv.bundle import rule_texts
from styrregler_naringsliv.checks import intervention
from styrregler_naringsliv.options import Options

import styrregler
from styrregler.cli.main import _code
from styrregler.diagnostics import Severity
from styrregler.testing import ORGANISATION, findings
from styrregler.testing.cases import DAY

ORDER = """delegationsordning socialnämnden "Ordningen"
    beslutad          2025-12-16 § 100
    gäller            från 2026-01-01
    anmäls till       nämnden nästa sammanträde

punkt 1 "Servering"
    rör               serveringstillstånd
    delegat           enhetschef   när serveringsslag är tillfällig och inte efter-normaltid
                      socialchef   annars

punkt 2 "Stöd till företag"
    rör               företagsstöd
    delegat           socialchef   när belopp högst 0,1 stödtak
                      nämnden      annars
"""
SET = "[plugin.naringsliv]\nstodtak-euro = 300000\nkurs = 11.2\n"


def load(folder: Path, toml: str) -> styrregler.Rules:
    (folder / "organisation.styr").write_text(ORGANISATION.replace("\n    ", "\n").lstrip(), encoding="utf-8")
    (folder / "ordning.styr").write_text(ORDER, encoding="utf-8")
    (folder / "styrregler.toml").write_text(toml, encoding="utf-8")
    return styrregler.load(folder)


def test_rules_that_use_it_are_sound(tmp_path: Path) -> None:
    rules = load(tmp_path, SET)
    assert not [each.message for each in rules.diagnostics if each.severity is Severity.ERROR]
    assert not [each for each in rules.findings(DAY).reported if each.code.startswith(("SR9", "NAR"))]
    assert rules.plugins.troubles.diagnostics == ()
    without = load(tmp_path, "")
    assert [each.code for each in without.diagnostics if each.severity is Severity.ERROR]


def test_questions_use_its_facts(tmp_path: Path) -> None:
    rules = load(tmp_path, SET)
    answer = rules.who_decides("servering", serveringsslag="tillfällig", efter_normaltid=False)
    assert [each.title for each in answer.deciders] == ["Enhetschef"]


@pytest.mark.parametrize(("amount", "decider"), [(336_000, "Socialchef"), (336_001, "Socialnämnden")])
def test_the_ceiling_is_counted_from_the_rate(tmp_path: Path, amount: int, decider: str) -> None:
    answer = load(tmp_path, SET).who_decides("stöd till företag", belopp=amount, on=DAY)
    assert [each.title for each in answer.deciders] == [decider]


@pytest.mark.parametrize(
    "line", ["kurs = 11.2", "stodtak-euro = 3", "stodtak-euro = 3\nkurs = 0", "kurs = true"]
)
def test_half_a_setting_is_told(tmp_path: Path, line: str) -> None:
    rules = load(tmp_path, f"[plugin.naringsliv]\n{line}\n")
    assert "SR918" in {each.code for each in rules.plugins.troubles.diagnostics}


def test_an_intervention_is_left_to_the_board() -> None:
    bundles = [(each.name, each.text) for each in rule_texts()]
    text = 'punkt 1 "Återkallelse"\n    rör ingripande-mot-serveringstillstånd\n    {0}\n'
    (found,) = findings(intervention, text.format("delegat socialchef"), bundles=bundles)
    assert (found.line, found.message) == (1, "Återkallelse är delegerat till en anställd")
    for clause in ("beslutas av nämnden", "delegat individutskottet"):
        assert not findings(intervention, text.format(clause), bundles=bundles)
    other = text.replace("ingripande-mot-serveringstillstånd", "serveringstillstånd")
    assert not findings(intervention, other.format("delegat socialchef"), bundles=bundles)


def test_a_decision_to_fill_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, SET)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STYRREGLER_REGLER", raising=False)
    asked = [
        "vem",
        "servering",
        "-u",
        "serveringsslag=tillfällig",
        "-u",
        "efter-normaltid=nej",
        "--som",
        "beslut",
    ]
    assert _code([*asked, "--datum", "2026-03-02"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Beslut: Servering\n\n- **Kommun:** ")
    assert "- **Beslutsfattare:** Enhetschef\n- **Grund:** Ordningen, punkt 1\n" in out
    assert "- **Serveringsslag:** tillfällig\n" in out
    assert "- Anmäls till Socialnämnden nästa sammanträde (2026-03-24).\n" in out
    assert _code(["vem", "stöd till företag", "--som", "beslut"]) == 4
    assert "Det går inte att säga vem som beslutar:\n\n- " in capsys.readouterr().out


def test_no_figure_is_the_plugins_own() -> None:
    assert Options() == Options(None, None)
