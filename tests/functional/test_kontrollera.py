"""`kontrollera` and `forklara` as their users meet them: formats, levels, the day, and the line that says what takes time."""

import io
import json
import sys
import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from styrregler.checks import CHECKS, PAGES
from styrregler.cli import exits
from styrregler.cli.main import _code
from styrregler.cli.progress import progress
from styrregler.cli.swedish import speak_swedish
from styrregler.render.reports import REPORTS
from tests.forms import faults
from tests.kit import ORGANISATION, order, source

WARNED = """
punkt 1 "Inköp"
    delegat           enhetschef   när belopp högst 5 kr
                      socialchef   när belopp högst 9 kr
"""
ASIDE = '    bortse från       SR302 "Tas i vår." till 2026-06-30\n'
CLAUSES = "anmäls till nämnden nästa sammanträde"


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes rules into a folder, goes there and runs a command; gives the exit code and what it wrote."""
    monkeypatch.delenv("STYRREGLER_REGLER", raising=False)
    monkeypatch.chdir(tmp_path)
    speak_swedish()

    def ran(points: str, *arguments: str, toml: str = "") -> tuple[int, str, str]:
        (tmp_path / "styrregler.toml").write_text(toml, encoding="utf-8")
        (tmp_path / "organisation.styr").write_text(source(ORGANISATION).text, encoding="utf-8")
        (tmp_path / "ordning.styr").write_text(order(points, CLAUSES) + "\n", encoding="utf-8")
        code = _code(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return ran


DAY = ("--datum", "2026-03-02")


def test_what_is_set_aside_is_counted_last(run) -> None:
    assert run(WARNED + ASIDE, "kontrollera", *DAY) == (
        exits.OK, "inga fel i 1 ordning med 1 punkt; 1 meddelande bortses från\n", "",
    )  # fmt: skip


def test_the_day_decides_what_has_expired(run) -> None:
    code, out, err = run(WARNED + ASIDE, "kontrollera", "--datum", "2026-07-01")
    assert (code, out) == (exits.FINDINGS, "2 varningar i 1 ordning med 1 punkt\n")
    assert "varning[SR903]: «bortse från SR302» gällde till 2026-06-30" in err


def test_only_errors_pass_over_warnings_and_their_exit_code(run) -> None:
    assert run(WARNED, "kontrollera", *DAY)[0] == exits.FINDINGS
    assert run(WARNED, "kontrollera", *DAY, "--bara", "fel")[:2] == (
        exits.OK,
        "inga fel i 1 ordning med 1 punkt\n",
    )
    assert run(WARNED, "kontrollera", *DAY, "--bara", "varning")[0] == exits.FINDINGS
    assert (
        run(WARNED.replace("socialchef", "finnsinte"), "kontrollera", *DAY, "--bara", "fel")[0]
        == exits.FINDINGS
    )


def test_a_raised_level_stops_what_only_looks_for_errors(run) -> None:
    toml = '[kontroller]\nSR302 = { niva = "fel", skal = "KS § 1" }\n'
    code, _, err = run(WARNED, "kontrollera", *DAY, "--bara", "fel", toml=toml)
    assert code == exits.FINDINGS
    assert err.startswith("fel[SR302]")


def test_a_fault_in_the_settings_shows_its_line(run) -> None:
    code, _, err = run(
        WARNED, "kontrollera", *DAY, toml='namn = "A"\n[kontroller]\nSR302 = { niva = "av" }\n'
    )
    assert code == exits.FINDINGS
    assert "fel[SR804]: SR302 har inget skäl\n  ┌─ styrregler.toml:3:1\n" in err


@pytest.mark.parametrize("form", ["json", *REPORTS])
def test_a_format_is_all_there_is_on_standard_output(run, form: str) -> None:
    code, out, err = run(
        WARNED + 'punkt 2 "X"\n    delegat           konsult\n', "kontrollera", *DAY, "--format", form
    )
    assert code == exits.FINDINGS
    match form:
        case "json" | "gitlab" | "sarif":
            assert json.loads(out)
        case "junit":
            assert ET.fromstring(out.encode()).tag == "testsuites"
        case _:
            assert all(line.startswith("::") for line in out.splitlines())
    assert err == ("" if form == "json" else "1 fel, 1 varning i 1 ordning med 2 punkter\n")


@pytest.mark.parametrize("form", ["text", "json", *REPORTS])
def test_no_rules_is_told_in_every_format(run, form: str) -> None:
    code, out, err = run("", "kontrollera", "finns/inte", "--format", form)
    assert code == exits.UNREADABLE
    assert "finns/inte" in (err if form == "text" else out)


def test_json_for_short(run) -> None:
    short = run(WARNED + ASIDE, "kontrollera", *DAY, "--json")
    assert short == run(WARNED + ASIDE, "kontrollera", *DAY, "--format", "json")
    data = json.loads(short[1])
    assert faults(data) == []
    (aside,) = data["suppressed"]
    assert (aside["reason"], aside["until"], aside["place"]["file"]) == (
        "Tas i vår.",
        "2026-06-30",
        "ordning.styr",
    )
    assert aside["diagnostic"]["code"] == "SR302"


def test_two_formats_do_not_go_together(run) -> None:
    code, out, err = run("", "kontrollera", "--json", "--format", "sarif")
    assert (code, err) == (exits.WRONG_USE, "")
    assert "--json och --format sarif går inte ihop" in json.loads(out)["message"]


# ---------- forklara


@pytest.mark.parametrize("code", PAGES)
def test_every_page_has_name_level_and_text(run, code: str) -> None:
    _, out, _ = run("", "forklara", code.lower())
    page = PAGES[code]
    assert out.startswith(f"{code}  {page.name}\n\nnivå    {page.level.value}\n")
    assert page.text in out


def test_a_check_that_rests_on_a_statute_names_it(run) -> None:
    resting = [each for each in CHECKS if each.situation]
    for each in resting:
        _, out, _ = run("", "forklara", each.code)
        assert "\nlagrum  " in out, each.code


# ---------- the line that says what takes time


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nothing_is_said_of_what_is_soon_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress("läser"):
        pass
    assert terminal.getvalue() == ""


def test_what_takes_time_is_told_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress("läser", patience=0.01) as say:
        say("kontrollerar")
        time.sleep(0.1)
    told = terminal.getvalue()
    assert told.startswith("\rkontrollerar … 0 s")
    assert told.endswith("\r" + " " * len("kontrollerar … 0 s") + "\r")


def test_a_pipe_is_never_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    with progress("läser", patience=0.0):
        time.sleep(0.05)
    assert pipe.getvalue() == ""
