"""The command line as its users meet it: exit codes, streams, JSON, Swedish only, and questions at a terminal."""

import ast
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from attrs import frozen

from styrregler.cli import exits
from styrregler.cli.main import COMMANDS, _code
from styrregler.cli.swedish import _SENTENCES, speak_swedish
from tests.forms import faults
from tests.kit import ORGANISATION, POLICIES, REVIEWED, source

EXEMPELKOMMUN = str(POLICIES / "exempelkommun")
PURCHASE = ("direktupphandling", "-u", "belopp=90000", "-u", "avtalstid=2 år", "--datum", "2026-03-02")
ORDER = """
    delegationsordning socialnämnden "Ordningen"
        gäller            från 2026-01-01
        anmäls till       socialnämnden nästa sammanträde

    punkt 1 "Hyra lokal"
        delegat           enhetschef

    punkt 2 "Köpa mark"
        delegat           enhetschef   när belopp högst 5 000 kr
                          socialchef   annars
"""
EXAMPLE = """
    exempel "Lokal"
        fråga             "hyra lokal"
        svar              enhetschef
"""


@frozen
class Ended:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, in exempelkommun unless another place is given."""
    monkeypatch.setenv("STYRREGLER_REGLER", EXEMPELKOMMUN)
    speak_swedish()

    def ended(*arguments: str) -> Ended:
        try:
            code: Any = _code(list(arguments))
        except SystemExit as done:
            code = done.code
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return ended


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """A folder of rules beside the small organisation, with ``styrregler.toml`` at its root."""

    def filled(*texts: str) -> Path:
        (tmp_path / "styrregler.toml").write_text('namn = "Provkommun"\n', encoding="utf-8")
        for number, text in enumerate((ORGANISATION, *texts)):
            (tmp_path / f"{number}.styr").write_text(source(text).text, encoding="utf-8")
        monkeypatch.setenv("STYRREGLER_REGLER", str(tmp_path))
        return tmp_path

    return filled


# ---------- exit codes


CODES: dict[str, tuple[int, tuple[str, ...]]] = {
    "answered": (exits.OK, ("vem", *PURCHASE)),
    "right": (exits.OK, ("prova", *PURCHASE, "--beslutat-av", "enhetschef")),
    "nothing found": (exits.OK, ("kontrollera",)),
    "examples hold": (exits.OK, ("testa",)),
    "shown": (exits.OK, ("visa", "roller")),
    "explained": (exits.OK, ("forklara", "SR401")),
    "already formatted": (exits.OK, ("formatera", "--kontroll")),
    "escalated": (exits.OK, ("eskalera", "oenighet-vad-hur", "--från", "vecka 33 2026")),
    "the way of a case": (exits.OK, ("arendegang", "klagomål", "--organ", "SN")),
    "exported": (exits.OK, ("exportera", "ical", "--organ", "SN")),
    "exported plans": (exits.OK, ("exportera", "ical", "--organ", "SN", "--uppdrag")),
    "agreements shown": (exits.OK, ("visa", "samspel")),
    "proposals counted": (exits.OK, ("grans", "öppettider", "--organ", "SN", "--förslag")),
    "drawn": (exits.OK, ("rita", "ärendegång", "nämndärende")),
    "reported": (exits.OK, ("rapport", "--format", "html", "--datum", "2026-09-01")),
    "help": (exits.OK, ("--hjalp",)),
    "wrong decider": (exits.FINDINGS, ("prova", *PURCHASE, "--beslutat-av", "nämndsekreterare")),
    "no command": (exits.WRONG_USE, ()),
    "unknown command": (exits.WRONG_USE, ("vm",)),
    "unknown option": (exits.WRONG_USE, ("vem", "x", "--påhittad")),
    "unknown fact": (exits.WRONG_USE, ("vem", "direktupphandling", "-u", "bellopp=5")),
    "unknown role": (exits.WRONG_USE, ("prova", *PURCHASE, "--beslutat-av", "tomten")),
    "unknown code": (exits.WRONG_USE, ("forklara", "SR999")),
    "unknown escalation": (exits.WRONG_USE, ("eskalera", "påhittad")),
    "unknown picture": (exits.WRONG_USE, ("rita", "organisaton")),
    "a picture of nobody": (exits.WRONG_USE, ("rita", "delegation", "påhittad")),
    "no rules": (exits.UNREADABLE, ("vem", "x", "--regler", "finns/inte")),
    "nothing to check": (exits.UNREADABLE, ("kontrollera", "finns/inte")),
    "facts missing": (exits.NO_ANSWER, ("vem", "direktupphandling")),
    "cannot be told": (exits.NO_ANSWER, ("prova", "direktupphandling", "--beslutat-av", "enhetschef")),
    "no such matter": (exits.NO_ANSWER, ("vem", "flyga till månen")),
    "several matters": (exits.NO_ANSWER, ("vem", "avslå begäran om att få ta del av allmän handling")),
}  # fmt: skip


@pytest.mark.parametrize("case", CODES)
def test_exit_codes(case: str, run: Run) -> None:
    code, arguments = CODES[case]
    ended = run(*arguments)
    assert ended.code == code, ended


def test_exit_code_of_findings(run: Run, folder: Callable[..., Path]) -> None:
    folder(ORDER.replace("enhetschef", "enhetshef"))
    assert run("kontrollera").code == exits.FINDINGS


def test_exit_code_of_an_example_that_does_not_hold(run: Run, folder: Callable[..., Path]) -> None:
    folder(ORDER, EXAMPLE.replace("enhetschef", "socialchef"))
    ended = run("testa")
    assert ended.code == exits.FINDINGS
    assert "1 håller inte" in ended.out


def test_exit_code_of_examples_when_the_rules_have_errors(run: Run, folder: Callable[..., Path]) -> None:
    folder(ORDER + '\n    punkt 3 "Fel"\n        delegat           ingen-alls\n', EXAMPLE)
    ended = run("testa")
    assert ended.code == exits.FINDINGS
    assert "0 håller inte" in ended.out


def test_exit_code_of_files_that_would_change(run: Run, folder: Callable[..., Path]) -> None:
    folder(ORDER.replace("delegat           ", "delegat  "))
    assert run("formatera", "--kontroll").code == exits.FINDINGS


def test_exit_code_of_a_row_that_cannot_be_read(run: Run, folder: Callable[..., Path]) -> None:
    folder(ORDER.replace("socialchef   annars", "socialchef   anars"))
    ended = run("vem", "köpa mark")
    assert (ended.code, ended.out) == (exits.UNREADABLE, "")
    assert "styrregler kontrollera" in ended.err
    other = run("vem", "hyra lokal")
    assert other.code == exits.OK
    assert other.out.startswith("Enhetschef beslutar")
    assert other.err == "obs: reglerna har 1 fel; kör «styrregler kontrollera»\n"


# ---------- answers on standard output, messages on standard error


@pytest.mark.parametrize("case", [case for case, (code, _) in CODES.items() if code == exits.OK])
def test_answers_are_written_to_standard_output(case: str, run: Run) -> None:
    ended = run(*CODES[case][1])
    assert ended.out
    assert not [line for line in ended.err.splitlines() if not re.match(r"upplysning|\s|\d+ │|$", line)]


@pytest.mark.parametrize("case", [case for case, (code, _) in CODES.items() if code in (2, 3)])
def test_messages_are_written_to_standard_error(case: str, run: Run) -> None:
    ended = run(*CODES[case][1])
    assert ended.err or case == "no command"
    assert not ended.out or case == "no command"


def test_findings_go_to_standard_error_and_the_count_to_standard_output(
    run: Run, folder: Callable[..., Path]
) -> None:
    folder(ORDER.replace("enhetschef\n", "enhetshef\n"))
    ended = run("kontrollera")
    assert ended.err.startswith("fel[SR401]: «enhetshef» finns inte\n")
    assert ended.out == "1 fel i 1 ordning med 2 punkter\n"


def test_candidates_are_listed(run: Run) -> None:
    ended = run("vem", "avslå begäran om att få ta del av allmän handling")
    assert ended.err.startswith("fel: flera ärenden passar")
    assert len(re.findall(r"^  \S+  \d", ended.err, re.MULTILINE)) > 1


# ---------- JSON


FORMS: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "answer": ("styrregler.answer/1", 0, ("vem", *PURCHASE)),
    "answer by cases": ("styrregler.answer/1", 4, ("vem", "direktupphandling")),
    "verdict": ("styrregler.check/1", 1, ("prova", *PURCHASE, "--beslutat-av", "nämndsekreterare")),
    "diagnostics": ("styrregler.diagnostics/1", 0, ("kontrollera",)),
    "examples": ("styrregler.examples/1", 0, ("testa",)),
    "escalation": ("styrregler.escalation/1", 0, ("eskalera", "oenighet-vad-hur")),
    "unknown escalation": ("styrregler.error/1", 2, ("eskalera", "påhittad")),
    "case": ("styrregler.case/1", 0, ("arendegang", "klagomål", "--organ", "SN")),
    "phase of a case": (
        "styrregler.case/1",
        0,
        ("arendegang", "nämndärende", "--organ", "SN", "--sammantrade", "2026-12-08", "--fas", "beredning"),
    ),
    "unknown case": ("styrregler.error/1", 2, ("arendegang", "påhittad")),
    "view": ("styrregler.view/1", 0, ("visa", "roller")),
    "view of a point": ("styrregler.view/1", 0, ("visa", "KS 2.1")),
    "code": ("styrregler.code/1", 0, ("forklara", "SR401")),
    "format": ("styrregler.format/1", 0, ("formatera", "--kontroll")),
    "no rules": ("styrregler.diagnostics/1", 3, ("vem", "x", "--regler", "finns/inte")),
    "no rules to check": ("styrregler.diagnostics/1", 3, ("kontrollera", "finns/inte")),
    "a report": ("styrregler.report/1", 0, ("rapport", "--datum", "2026-09-01")),
    "a report of nothing": ("styrregler.error/1", 2, ("rapport", "--uppdrag", "påhittat")),
    "no such matter": ("styrregler.error/1", 4, ("vem", "flyga till månen")),
    "no such matter to show": ("styrregler.error/1", 4, ("visa", "flyga till månen")),
    "several matters": ("styrregler.error/1", 4, ("vem", "avslå begäran om att få ta del av allmän handling")),
    "unknown fact": ("styrregler.error/1", 2, ("vem", "direktupphandling", "-u", "bellopp=5")),
    "unknown role": ("styrregler.error/1", 2, ("prova", *PURCHASE, "--beslutat-av", "tomten")),
}  # fmt: skip


@pytest.mark.parametrize("case", FORMS)
def test_json(case: str, run: Run) -> None:
    form, code, arguments = FORMS[case]
    ended = run(*arguments, "--json")
    assert ended.code == code
    data: dict[str, Any] = json.loads(ended.out)
    assert data["format"] == form
    assert faults(data) == []
    assert not ended.err


WRONG_USE: dict[str, tuple[str, ...]] = {
    "no such command": ("vm", "--json"),
    "no such code": ("forklara", "SR999", "--json"),
    "no such option": ("grans", "öppettider", "--json", "--påhittad"),
    "a fact given twice": ("vem", "x", "-u", "belopp=1", "-u", "belopp=2", "--json"),
    "a fact with no value": ("prova", "x", "--beslutat-av", "enhetschef", "-u", "belopp=", "--json"),
    "an option with no value": ("kanal", "--fran", "ledamot", "--json", "--till"),
    "an argument missing": ("eskalera", "--json"),
    "a word too many": ("visa", "roller", "enheter", "--json"),
    "an empty place": ("testa", "--json", "--regler", ""),
    "two forms": ("kontrollera", "--json", "--format", "sarif"),
    "two forms of a report": ("rapport", "--json", "--format", "html"),
    "another level": ("kontrollera", "--format", "json", "--bara", "allt"),
    "the same, joined": ("kontrollera", "--format=json", "--bara", "allt"),
    "before the command": ("--json", "vem", "x"),
    **{
        f"no day for {command[0]}": (*command, option, "2026-02-30", "--json")
        for option, *command in (
            ("--datum", "vem", "x"),
            ("--datum", "prova", "x", "--beslutat-av", "enhetschef"),
            ("--fran", "eskalera", "oenighet-vad-hur"),
            ("--datum", "kontrollera"),
            ("--datum", "grans", "öppettider"),
            ("--datum", "uppdragsvag", "--fran", "ledamot", "--till", "handläggare"),
            ("--datum", "kanal", "--fran", "ledamot", "--till", "handläggare"),
        )
    },
}


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_is_told_to_programs_in_their_form(case: str, run: Run) -> None:
    ended = run(*WRONG_USE[case])
    assert (ended.code, ended.err) == (exits.WRONG_USE, "")
    data: dict[str, Any] = json.loads(ended.out)
    assert data["format"] == "styrregler.error/1"
    assert faults(data) == []
    assert data["message"]
    assert not english_in(data["message"])
    assert "--hjalp" in data["remedy"]


def test_what_follows_two_hyphens_asks_for_nothing(run: Run) -> None:
    ended = run("vem", "x", "--datum", "igår", "--", "--json")
    assert (ended.code, ended.out) == (exits.WRONG_USE, "")


# ---------- Swedish only


ENGLISH = re.compile(
    r"\b(?:usage|options?|commands?|errors?|missing|try|help|show|message|exit|such|did|you|mean|one|invalid|required|requires|"
    r"values?|unexpected|extra|aborted|got|the|for|not|does|is|are|was|were|take|takes|file|directory|path|choose|default|"
    r"possible|parameter|unknown|expected|cannot|could|must|and|or|with|env)\b",
    re.IGNORECASE,
)
MISTAKES: dict[str, tuple[str, ...]] = {
    "no command": (),
    "unknown command": ("zzz",),
    "nearly a command": ("kontroller",),
    "unknown option of the whole": ("--påhittad",),
    "unknown option": ("vem", "x", "--påhittad"),
    "nearly an option": ("vem", "x", "--orgn", "SN"),
    "unknown short option": ("vem", "x", "-x"),
    "missing argument": ("vem",),
    "missing argument of prova": ("prova",),
    "missing code": ("forklara",),
    "missing option": ("prova", "x"),
    "too many arguments": ("vem", "köpa", "dator"),
    "far too many arguments": ("vem", "köpa", "en", "dator"),
    "option without value": ("vem", "x", "--datum"),
    "short option without value": ("vem", "x", "-u"),
    "flag with value": ("vem", "x", "--json=ja"),
    "no date": ("vem", "x", "--datum", "igår"),
    "day that does not exist": ("vem", "x", "--datum", "2026-02-30"),
    "month that does not exist": ("vem", "x", "--datum", "2026-13-01"),
    "fact without value": ("vem", "x", "-u", "belopp="),
    "fact twice in two spellings": ("vem", "direktupphandling", "-u", "BELOPP=5", "-u", "belopp=6"),
    "no question": ("vem", " "),
    "no role": ("prova", "direktupphandling", "--beslutat-av", ""),
    "no path to format": ("formatera", ""),
    "no path to the rules": ("vem", "x", "--regler", ""),
    "control characters": ("vem", "\x1b[31m\n" + "x" * 5_000),
    "fact twice": ("vem", "x", "-u", "belopp=5", "-u", "belopp=6"),
    "unknown fact": ("vem", "direktupphandling", "-u", "påhittad=5"),
    "negative amount": ("vem", "direktupphandling", "-u", "belopp=-5"),
    "ambiguous amount": ("vem", "direktupphandling", "-u", "belopp=5.000"),
    "no amount": ("vem", "direktupphandling", "-u", "belopp=mycket"),
    "wrong unit": ("vem", "direktupphandling", "-u", "belopp=4 år"),
    "wrong choice": ("vem", "direktupphandling", "-u", "ramavtal=kanske"),
    "unknown body": ("vem", "direktupphandling", "--organ", "XX"),
    "unknown role": ("vem", "direktupphandling", "--franvarande", "tomten"),
    "no matter": ("vem", "flyga till månen"),
    "no matter to show": ("visa", "flyga till månen"),
    "unknown code": ("forklara", "SR999"),
    "unknown escalation": ("eskalera", "påhittad"),
    "no escalation": ("eskalera",),
    "unknown case": ("arendegang", "påhittad"),
    "unknown phase": ("arendegang", "klagomål", "--organ", "SN", "--fas", "påhittad"),
    "no meeting that day": ("arendegang", "nämndärende", "--organ", "SN", "--sammantrade", "2026-12-09"),
    "which board": ("arendegang", "nämndärende", "--sammantrade", "2026-12-08"),
    "week 53 for a meeting": ("arendegang", "nämndärende", "--organ", "SN", "--sammantrade", "vecka 53 2027"),
    "two calendars": ("exportera", "ical", "--arendegang", "klagomål", "--eskalering", "oenighet-vad-hur"),
    "a calendar of a case and a plan": ("exportera", "ical", "--arendegang", "klagomål", "--uppdrag"),
    "a calendar of no such plan": ("exportera", "ical", "--uppdrag", "påhittat"),
    "a meeting of nothing": ("exportera", "ical", "--sammantrade", "2026-12-08"),
    "a file that cannot be written": ("exportera", "ical", "--fil", "finns/inte/sn.ics"),
    "a picture that is none": ("rita", "karta"),
    "a picture in no format": ("rita", "organisation", "--format", "png"),
    "several ways to draw": ("rita", "arendegang"),
    "a picture that cannot be written": ("rita", "organisation", "--ut", "finns/inte/bild.svg"),
    "a report that cannot be written": ("rapport", "--ut", "finns/inte/rapport.html", "--datum", "2026-09-01"),
    "a report of nothing": ("rapport", "--uppdrag", "påhittat"),
    "week 53 in a year without one": ("eskalera", "oenighet-vad-hur", "--fran", "vecka 53 2027"),
    "no week": ("eskalera", "oenighet-vad-hur", "--fran", "veckan efter"),
    "neither day nor week": ("eskalera", "oenighet-vad-hur", "--fran", "i morgon"),
    "no rules": ("vem", "x", "--regler", "finns/inte"),
}  # fmt: skip


def english_in(text: str) -> list[str]:
    """English words in ``text``, but for the spelling of an option that everybody knows."""
    return ENGLISH.findall(text.replace("--help", ""))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_swedish(command: str, run: Run) -> None:
    ended = run(*filter(None, [command]), "--hjalp")
    assert ended.code == exits.OK
    assert ended.out.startswith("Så här: styrregler")
    assert not english_in(ended.out)


@pytest.mark.parametrize("case", MISTAKES)
def test_messages_are_swedish(case: str, run: Run) -> None:
    ended = run(*MISTAKES[case])
    assert ended.code in (exits.WRONG_USE, exits.UNREADABLE, exits.NO_ANSWER)
    said = ended.err + ended.out
    assert "fel" in said or case == "no command"
    assert not english_in(said), said


FOR_PROGRAMMERS = re.compile(
    r"declar|defined twice|same flag|start character|standard stream|color|Choice\(|an iterable|Editing failed|Windows error|prog\)s|^d$"
)


def sentences_of_click() -> Iterator[str]:
    """Every sentence that the installed click passes through gettext."""
    for module in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                said = {"_": node.args[:1], "ngettext": node.args[:2]}.get(node.func.id, [])
                yield from (each.value for each in said if isinstance(each, ast.Constant))


def test_every_sentence_of_click_is_swedish() -> None:
    """A new click may say something new; what only a programmer is told may stay as it is."""
    said = set(sentences_of_click())
    assert len(said) > 40
    assert not {each for each in said - set(_SENTENCES) if not FOR_PROGRAMMERS.search(each)}


def test_a_sentence_keeps_its_places() -> None:
    """Nothing is filled in that click does not give."""
    for english, swedish in _SENTENCES.items():
        assert set(re.findall(r"\{([\w.]+)", swedish)) <= set(re.findall(r"\{([\w.]+)", english)), english


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("fact twice in two spellings", "uppgiften «belopp» är given två gånger"),
        ("no question", "frågan är tom"),
        ("no path to format", "sökvägen är tom"),
        ("no path to the rules", "sökvägen är tom"),
        ("control characters", "inget ärende passar på «\ufffd[31m xxx"),
        ("unknown option", "valet --påhittad finns inte\n"),
        ("nearly an option", "valet --orgn finns inte (menade du "),
        ("unknown command", "kommandot «zzz» finns inte"),
        ("nearly a command", "menade du «kontrollera»?"),
        ("missing argument", "argument saknas 'FRÅGA'"),
        ("missing option", "val saknas '--beslutat-av'"),
        ("too many arguments", "det är ett ord för mycket: dator (sätt det som hör ihop inom citattecken)"),
        ("option without value", "valet --datum behöver ett värde"),
        ("day that does not exist", "datumet 2026-02-30 finns inte; februari 2026 har 28 dagar"),
        ("no date", "datum skrivs år-månad-dag: «2025-07-01»"),
        ("unknown fact", "uppgiften «påhittad» finns inte"),
        ("negative amount", "negativt"),
        ("ambiguous amount", "«5.000» kan läsas på två sätt"),
        ("wrong unit", "belopp anges i kronor"),
        ("wrong choice", "svara ja eller nej"),
        ("no rules", "sökvägen finns/inte finns inte"),
    ],
)
def test_messages_say_what_is_wrong(case: str, said: str, run: Run) -> None:
    assert said in run(*MISTAKES[case]).err


# ---------- å ä ö, or not


@pytest.mark.parametrize(
    ("plain", "swedish"),
    [
        (("forklara", "SR401"), ("förklara", "SR401")),
        (("vem", *PURCHASE, "--forklara"), ("vem", *PURCHASE, "--förklara")),
        (("vem", *PURCHASE, "--franvarande", "enhetschef"), ("vem", *PURCHASE, "--frånvarande", "enhetschef")),
        (("vem", *PURCHASE, "--javig", "enhetschef"), ("vem", *PURCHASE, "--jävig", "enhetschef")),
        (("visa", "arenden"), ("visa", "ärenden")),
        (("visa", "socialnamnden"), ("visa", "socialnämnden")),
        (("vem", *PURCHASE, "-u", "bradska=nej"), ("vem", *PURCHASE, "-u", "brådska=nej")),
        (("vem", "stanga av lantagare", "--organ", "kfn"), ("vem", "stänga av låntagare", "--organ", "KFN")),
        (("prova", *PURCHASE, "--beslutat-av", "namndsekreterare"), ("prova", *PURCHASE, "--beslutat-av", "Nämndsekreterare")),
        (("--hjalp",), ("--hjälp",)),
        (("vem", "--hjalp"), ("VEM", "--hjälp")),
    ],
    ids=" ".join,
)  # fmt: skip
def test_names_with_and_without_dots_and_rings(
    plain: tuple[str, ...], swedish: tuple[str, ...], run: Run
) -> None:
    first, second = run(*plain), run(*swedish)
    assert first.code == second.code < 2, first
    asked = r'"(?:question|what)": ".*"|styrregler [Vv][Ee][Mm]'
    assert re.sub(asked, "", first.out) == re.sub(asked, "", second.out)


# ---------- as of which day


def test_the_day_of_a_review_is_given_or_by_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STYRREGLER_DATUM", "2033-02-01")
    assert "prisbasbelopp har inget belopp för 2033" in run("kontrollera").err
    assert run("kontrollera", "--datum", REVIEWED.isoformat()).code == exits.OK
    monkeypatch.setenv("STYRREGLER_DATUM", "i går")
    assert run("kontrollera").code == exits.WRONG_USE


# ---------- where the rules are


def test_rules_from_the_option_the_variable_and_the_nearest_settings(
    run: Run, folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = folder(ORDER)
    asked = ("vem", "hyra lokal")
    assert run(*asked).out.startswith("Enhetschef beslutar")
    monkeypatch.setenv("STYRREGLER_REGLER", EXEMPELKOMMUN)
    assert run(*asked).code == exits.NO_ANSWER
    assert run(*asked, "--regler", str(here)).code == exits.OK
    monkeypatch.delenv("STYRREGLER_REGLER")
    below = here / "bilagor" / "2026"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert run(*asked).code == exits.OK
    assert run("kontrollera").out == "inga fel i 1 ordning med 2 punkter\n"
    (here / "styrregler.toml").unlink()
    ended = run(*asked)
    assert ended.code == exits.UNREADABLE
    assert all(word in ended.err for word in ("--regler", "STYRREGLER_REGLER", "styrregler.toml"))


def test_one_file_is_rules_enough(run: Run, folder: Callable[..., Path]) -> None:
    here = folder(ORDER)
    (here / "allt.styr").write_text(source(ORGANISATION).text + source(ORDER).text, encoding="utf-8")
    assert run("vem", "hyra lokal", "--regler", str(here / "allt.styr")).code == exits.OK


# ---------- as a process of its own


def command_line(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-c", "from styrregler.cli.main import run; run()", *arguments]


def process(*arguments: str | bytes, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "STYRREGLER_REGLER": EXEMPELKOMMUN, **more.pop("env", {})}
    return subprocess.run(
        command_line(*arguments), capture_output=True, env=environment, timeout=60, check=False, **more
    )


@pytest.mark.parametrize("case", ["answered", "wrong decider", "unknown option", "no rules", "facts missing"])
def test_exit_codes_of_a_process(case: str) -> None:
    code, arguments = CODES[case]
    ended = process(*arguments, stdin=subprocess.DEVNULL)
    assert ended.returncode == code
    assert b"Traceback" not in ended.stderr


def test_nobody_is_asked_in_a_pipe() -> None:
    ended = process("vem", "direktupphandling", input="90000\n2 år\n".encode())
    assert ended.returncode == exits.NO_ANSWER
    assert ended.stdout.decode().startswith("Det beror på belopp")
    assert "?" not in ended.stderr.decode()


def test_letters_survive_a_terminal_that_knows_only_ascii() -> None:
    ended = process("visa", "roller", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert ended.returncode == exits.OK
    assert "nämndsekreterare" in ended.stdout.decode("utf-8")


def test_bytes_that_are_no_text_are_answered_in_words() -> None:
    ended = process("vem", b"\xff\xfe", "--json")
    assert ended.returncode == exits.NO_ANSWER
    assert b"Traceback" not in ended.stderr
    assert json.loads(ended.stdout.decode("utf-8", "replace"))["format"] == "styrregler.error/1"


def test_a_reader_that_leaves_is_no_error() -> None:
    with subprocess.Popen(
        command_line("visa", "ärenden"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "STYRREGLER_REGLER": EXEMPELKOMMUN},
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        said = started.stderr.read()
        assert started.wait(timeout=60) == exits.OK
    assert said == b""


# ---------- at a terminal


class Terminal:
    """A command with a person at both ends."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self.master, slave = pty.openpty()
        self.started = subprocess.Popen(
            command_line(*arguments),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, "STYRREGLER_REGLER": EXEMPELKOMMUN, **environment},
            start_new_session=True,
        )
        os.close(slave)
        self.seen = ""

    def until(self, words: str) -> None:
        """Read until ``words`` have come anew."""
        start, late = len(self.seen), time.monotonic() + 30
        while words not in self.seen[start:]:
            assert time.monotonic() < late, self.seen
            if not self._read():
                raise AssertionError(f"«{words}» came never: {self.seen}")

    def _read(self) -> bool:
        ready, _, _ = select.select([self.master], [], [], 30)
        try:
            piece = os.read(self.master, 4096) if ready else b""
        except OSError:
            piece = b""
        self.seen += piece.decode("utf-8", "replace")
        return bool(piece)

    def answer(self, text: str) -> None:
        os.write(self.master, text.encode() + b"\n")

    def interrupt(self) -> None:
        """Press Ctrl-C until it is heard: between the question and the waiting for an answer Python may miss it."""
        late = time.monotonic() + 30
        while not select.select([self.master], [], [], 1)[0]:
            assert time.monotonic() < late, self.seen
            self.started.send_signal(signal.SIGINT)

    def ended(self) -> int:
        """The exit code, when all has been read."""
        while self._read():
            pass
        os.close(self.master)
        return self.started.wait(timeout=30)


def test_missing_facts_are_asked_for_at_a_terminal() -> None:
    terminal = Terminal("vem", "direktupphandling", "--datum", "2026-03-02")
    terminal.until("tomt om du inte vet")
    assert "Vilket belopp" in terminal.seen
    terminal.answer("mycket")
    terminal.until("tomt om du inte vet")
    assert "«mycket» är ingen mängd" in terminal.seen
    terminal.answer("150 000 kr")
    terminal.until("Hur lång är avtalstiden")
    terminal.answer("2 år")
    assert terminal.ended() == exits.OK
    assert "Förvaltningschef" in terminal.seen
    assert "beslutar" in terminal.seen


@pytest.mark.parametrize("answer", ["", "vet inte"])
def test_who_does_not_know_gets_the_cases(answer: str) -> None:
    terminal = Terminal("vem", "direktupphandling", "--datum", "2026-03-02")
    terminal.until("Vilket belopp")
    terminal.answer(answer)
    terminal.until("Hur lång är avtalstiden")
    terminal.answer(answer)
    assert terminal.ended() == exits.NO_ANSWER
    assert "Det beror på belopp och avtalstid" in terminal.seen


def test_what_is_not_known_stays_open_while_the_rest_is_asked_for() -> None:
    terminal = Terminal("vem", "direktupphandling", "--datum", "2026-03-02", COLUMNS="200")
    terminal.until("Vilket belopp")
    terminal.answer("vet ej")
    terminal.until("Hur lång är avtalstiden")
    terminal.answer("länge")
    terminal.until("Hur lång är avtalstiden")
    terminal.answer("fem år")
    assert terminal.ended() == exits.NO_ANSWER
    assert "Det beror på belopp\r\n" in terminal.seen
    assert "när belopp över 100 000 kr och under 700 000 kr: Kommunstyrelsens arbetsutskott" in terminal.seen
    assert "Kommundirektör" not in terminal.seen


def test_the_second_question_may_be_left_too() -> None:
    terminal = Terminal("vem", "direktupphandling")
    terminal.until("Vilket belopp")
    terminal.answer("")
    terminal.until("tomt om du inte vet): ")
    terminal.interrupt()
    assert terminal.ended() == exits.WRONG_USE
    assert "Avbrutet." in terminal.seen
    assert "Traceback" not in terminal.seen


@pytest.mark.parametrize("arguments", [("--json",), ()])
def test_programs_are_never_asked(arguments: tuple[str, ...]) -> None:
    terminal = Terminal(
        "vem", "direktupphandling", *arguments, **({} if arguments else {"STYRREGLER_FRAGA_INTE": "1"})
    )
    assert terminal.ended() == exits.NO_ANSWER
    assert "tomt om du inte vet" not in terminal.seen


def test_interrupting_the_question_leaves_cleanly() -> None:
    terminal = Terminal("vem", "direktupphandling")
    terminal.until("tomt om du inte vet): ")
    terminal.interrupt()
    assert terminal.ended() == exits.WRONG_USE
    assert "Avbrutet." in terminal.seen
    assert "Traceback" not in terminal.seen


def test_the_end_of_input_leaves_cleanly() -> None:
    terminal = Terminal("vem", "direktupphandling")
    terminal.until("tomt om du inte vet")
    os.write(terminal.master, b"\x04")
    assert terminal.ended() == exits.WRONG_USE
    assert "Avbrutet." in terminal.seen


def test_a_step_without_a_day_is_named_beside_the_calendar(run: Run) -> None:
    ended = run("exportera", "ical", "--uppdrag", "processledning", "--regler", str(POLICIES / "nynashamn"))
    assert ended.code == exits.OK
    assert "BEGIN:VEVENT" not in ended.out
    told = ended.err.splitlines()
    assert (
        "inte med: Processledning om roller och gränsdragning: Workshop, Den nya nämnden (ej fastställd)"
        in told
    )
    assert (
        "inte med: Processledning om roller och gränsdragning: Skriftlig rapport till kommunen (ingen tid)"
        in told
    )
    assert "ska fyllas i: Vilket år workshoparna hålls (Processledning om roller och gränsdragning)" in told


def test_what_is_proposed_is_marked_where_it_is_listed_and_answered_from_when_asked_for(
    run: Run, folder: Callable[..., Path]
) -> None:
    folder('gräns ny "Den nya gränsen"\n    läge              förslag\n    hur               bemanning\n')
    assert "Den nya gränsen  (gräns ny, tills vidare, förslag)" in run("visa", "samspel").out
    assert run("grans", "bemanning").code == exits.NO_ANSWER
    ended = run("grans", "bemanning", "--forslag")
    assert ended.code == exits.OK
    assert "grund         Den nya gränsen, förslag: bemanning" in ended.out
