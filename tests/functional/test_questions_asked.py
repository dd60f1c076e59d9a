"""Questions in plain words at the command line: the reading shown, a close race, nothing near, the log, completion."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from styrregler.cli import exits
from styrregler.cli.main import styrregler
from styrregler.render.plain import fitted, simple
from tests.forms import faults
from tests.functional.test_cli import (  # noqa: F401
    Run,
    Terminal,
    folder,
    run,
)

MAY = "får enhetschefen göra en direktupphandling på nittio tusen?"


def test_what_was_read_is_shown_below_the_decider(run: Run) -> None:
    ended = run("vem", "vem beslutar om kommunal borgen på en halv miljon", "--datum", "2026-03-02")
    first, second, *_ = ended.out.split("\n")
    assert first.endswith("beslutar; beslutet är förbehållet och inte delegerat") or "beslutar" in first
    assert second.startswith("  jag läste     ärende Kommunal borgen, belopp 500 000 kr")


def test_what_is_named_outright_needs_no_reading(run: Run) -> None:
    assert "jag läste" not in run("vem", "KS 2.1", "-u", "belopp=5").out
    assert "jag läste" not in run("vem", "direktupphandling", "-u", "belopp=5").out


@pytest.mark.parametrize(
    ("question", "code", "first"),
    [
        (MAY, exits.OK, "Ja: Enhetschef får besluta"),
        ("får nämndsekreteraren göra en direktupphandling på nittio tusen?", exits.FINDINGS, "Nej: "),
        ("får enhetschefen göra en direktupphandling?", exits.NO_ANSWER, "Det går inte att säga: "),
        ("vem ska få veta när hyresgästen sägs upp?", exits.OK, "Ska få veta: "),
        ("hur överklagas avsked?", exits.OK, "Beslutet "),
        ("vem ersätter hr-chefen när någon får avsked?", exits.OK, "Ersättare: "),
    ],
)
def test_each_kind_of_question_is_answered_first(run: Run, question: str, code: int, first: str) -> None:
    ended = run("vem", question)
    assert (ended.code, ended.err) == (code, "")
    assert ended.out.startswith(first) or (first == "Ersättare: " and ended.out.startswith("Träder in: "))


def test_a_close_race_lists_what_tells_them_apart(run: Run) -> None:
    ended = run("vem", "hyra lokal")
    assert ended.code == exits.NO_ANSWER
    assert "skiljer sig: ut" in ended.err
    assert "skiljer sig: in" in ended.err


def test_nothing_near_names_the_board_and_its_areas(run: Run) -> None:
    ended = run("vem", "kulturskola")
    assert ended.code == exits.NO_ANSWER
    assert "inget ärende passar" in ended.err
    assert "Kultur- och fritidsnämnden" in ended.err


def test_two_amounts(run: Run) -> None:
    ended = run("vem", "direktupphandling 50 000 kr eller 2 miljoner")
    assert ended.code == exits.NO_ANSWER
    assert "frågan har flera värden för belopp: 50 000 kr och 2 000 000 kr" in ended.err
    assert run("vem", "direktupphandling 50 000 kr eller 2 miljoner", "-u", "belopp=5").code == exits.OK


def test_two_amounts_are_asked_about_at_a_terminal() -> None:
    terminal = Terminal("vem", "direktupphandling 50 000 kr eller 2 miljoner", "--datum", "2026-03-02")
    terminal.until("Vilket av värdena är belopp? 1 = 50 000 kr, 2 = 2 000 000 kr")
    terminal.answer("1")
    assert terminal.ended() == exits.OK
    assert "belopp 50 000 kr" in terminal.seen or "Enhetschef" in terminal.seen


def test_an_answer_in_words(run: Run) -> None:
    ended = run("vem", "direktupphandling", "-u", "belopp=en halv miljon", "-u", "avtalstid=fyra år")
    assert ended.out.startswith("Kommundirektör beslutar")
    assert run("vem", "direktupphandling", "-u", "belopp=mycket").code == exits.WRONG_USE


def test_a_former_number_is_told(run: Run) -> None:
    assert "A.4 är ett tidigare nummer; punkten heter nu 1.1" in run("vem", "KS A.4").out


BAD = {
    "empty": ("", exits.WRONG_USE),
    "long": ("förskola " * 1_200, exits.OK),
    "long and strange": ("qwzx " * 2_000, exits.NO_ANSWER),
    "digits": ("123456789", exits.NO_ANSWER),
    "emoji": ("😀🚒", exits.NO_ANSWER),
    "English": ("who decides about the moon", exits.NO_ANSWER),
    "unknown role": ("får borgmästaren hyra ut en lokal", exits.WRONG_USE),
    "a control character": ("\x1b[31mmånen", exits.NO_ANSWER),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input(run: Run, case: str) -> None:
    question, code = BAD[case]
    for command in ("vem", "sok"):
        ended = run(command, question)
        assert "Traceback" not in ended.err
        assert "\x1b" not in ended.out + ended.err
        assert ended.code in (exits.OK, exits.WRONG_USE, exits.NO_ANSWER)
    ended = run("vem", question)
    assert ended.code == code or (case == "long" and ended.code == exits.NO_ANSWER)
    assert len(ended.err) < 2_500


FORMS = {
    "search": ("styrregler.search/1", 0, ("sok", "hyra lokal")),
    "search of one body": ("styrregler.search/1", 0, ("sok", "avgift", "--organ", "SN")),
    "search for nothing": ("styrregler.search/1", 4, ("sok", "månlandning")),
    "words": ("styrregler.words/1", 0, ("ordlista",)),
    "a word": ("styrregler.words/1", 0, ("ordlista", "dagis")),
    "an unknown word": ("styrregler.words/1", 4, ("ordlista", "qwzx")),
    "may": ("styrregler.check/1", 0, ("vem", MAY)),
    "who": ("styrregler.answer/1", 0, ("vem", "direktupphandling på 90 tkr i fjol")),
    "no answer": ("styrregler.error/1", 4, ("vem", "kulturskola")),
}


@pytest.mark.parametrize("case", FORMS)
def test_json(run: Run, case: str) -> None:
    form, code, arguments = FORMS[case]
    ended = run(*arguments, "--json")
    data = json.loads(ended.out)
    assert (ended.code, data["format"], faults(data)) == (code, form, [])


def test_how_it_was_read_as_data(run: Run) -> None:
    read = json.loads(run("vem", MAY, "--json").out)["understood"]
    assert (read["kind"], read["role"]) == ("får", "enhetschef")
    assert read["facts"] == [{"fact": "belopp", "value": "90 000 kr", "said": "nittio tusen", "bound": ""}]
    assert read["candidates"][0]["number"] == "2.1"


def test_sok_says_which_words_hit(run: Run) -> None:
    ended = run("sok", "sjuk elev hemma")
    assert ended.code == exits.OK
    assert "träff: " in ended.out


# ---------- on the screen


def test_without_columns(run: Run) -> None:
    ended = run("vem", "KS 4.1", "-u", "årshyra=5", "-u", "avtalstid=1 år", "--enkel")
    lines = ended.out.strip().split("\n")
    assert "Ärende: Hyra ut lokal (Kommunstyrelsen, punkt 4.1)" in lines
    assert not any(line.startswith(" ") for line in lines)


SCREENS = {
    "vem": ("vem", "KS 2.1", "-u", "belopp=90000", "-u", "avtalstid=2 år", "--forklara"),
    "visa": ("visa", "KS 2.1"),
    "visa an order": ("visa", "socialnämnden"),
    "visa matters": ("visa", "ärenden"),
    "sok": ("sok", "hyra lokal"),
}


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("case", SCREENS)
def test_no_line_is_wider_than_the_screen(run: Run, case: str, width: int) -> None:
    text = run(*SCREENS[case]).out
    narrow = fitted(text, width)
    assert "".join(narrow.split()) == "".join(text.split())
    assert [line for line in narrow.split("\n") if len(line) > width] == []
    assert fitted(text, 0) == text
    assert not re.search(r"\d\n\s*\d{3} kr|§\n\s*\w|\d\n\s*(kr|år)\b", narrow)


@pytest.mark.parametrize("case", SCREENS)
def test_read_aloud(run: Run, case: str) -> None:
    text = run(*SCREENS[case], "--enkel").out
    assert text == simple(run(*SCREENS[case]).out)
    assert not [line for line in text.split("\n") if line.startswith(" ") or "  " in line]


@pytest.mark.parametrize("case", SCREENS)
def test_on_a_narrow_screen_without_colour(case: str) -> None:
    terminal = Terminal(*SCREENS[case], COLUMNS="40", NO_COLOR="1")
    assert terminal.ended() == exits.OK
    lines = terminal.seen.split("\r\n")
    assert max(map(len, lines)) <= 40
    assert "\x1b" not in terminal.seen


def test_a_long_word_is_cut_at_a_joint_and_else_left_whole() -> None:
    long = "kallas även   livsmedelsanläggningsregistreringsavgiften"
    assert fitted(f"  {long}", 40) == f"  {long}"
    assert fitted("  (lokaler-och-anläggningar.upplåta-anläggning)", 40) == (
        "  (lokaler-och-anläggningar.upplåta-\n    anläggning)"
    )


# ---------- the log, and what it proposes


def log(folder: Callable[..., Path]) -> Path:
    place = folder(
        """
        delegationsordning socialnämnden "Ordningen"
            gäller            från 2026-01-01

        punkt 1 "Plats i särskilt boende"
            delegat           enhetschef
        """
    )
    (place / "styrregler.toml").write_text('[fragor]\nlogg = "obesvarade.txt"\n', encoding="utf-8")
    return place / "obesvarade.txt"


def test_nothing_is_kept_unless_asked_for(run: Run, folder: Callable[..., Path]) -> None:
    file = log(folder)
    (file.parent / "styrregler.toml").write_text("", encoding="utf-8")
    run("vem", "vem bestämmer om gunghäst")
    assert not file.exists()


def test_a_question_is_kept_without_what_is_personal(run: Run, folder: Callable[..., Path]) -> None:
    file = log(folder)
    run("vem", "Får min granne Anna Svensson, 19520101-1234, anna@exempel.se, gunghäst på boendet?")
    run("vem", "Kalle vill ha gunghäst på särskilt boende i nya huset")
    run("vem", "plats i särskilt boende")
    kept = file.read_text(encoding="utf-8").splitlines()
    assert len(kept) == 2
    assert all(line[:2] == "20" and line[7] == " " for line in kept)
    assert "gunghäst" in kept[0]
    told = " ".join(kept).casefold()
    assert not any(word in told for word in ("anna", "svensson", "1952", "1234", "exempel", "kalle"))
    proposed = run("ordlista").out
    assert '"gunghäst"' in proposed
    assert "# 2 gånger" in proposed


@pytest.mark.parametrize(
    "said",
    [
        'fragor = "x"',
        "[fragor]\nlogg = 5",
        '[fragor]\nlogg = "../x"',
        '[fragor]\nannat = "x"',
        '[fragor]\nlogg = "/x"',
    ],
)
def test_a_log_that_cannot_be(run: Run, folder: Callable[..., Path], said: str) -> None:
    file = log(folder)
    (file.parent / "styrregler.toml").write_text(said, encoding="utf-8")
    assert "«fragor» kan inte läsas" in run("kontrollera").out + run("kontrollera").err


# ---------- completion


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ((["vem"], "stanga av"), "Stänga av låntagare"),
        ((["prova"], "markanv"), "Markanvisning"),
        ((["vem", "x", "--organ"], "S"), "SN"),
        ((["vem", "x", "--franvarande"], "soci"), "socialchef"),
        ((["prova", "x", "--beslutat-av"], "enhetschef"), "enhetschef-bistånd"),
        (([], "so"), "sok"),
    ],
)
def test_completion(run: Run, typed: tuple[list[str], str], proposed: str) -> None:
    shell = ShellComplete(styrregler, {}, "styrregler", "_STYRREGLER_COMPLETE")
    assert proposed in [item.value for item in shell.get_completions(*typed)]


def test_completion_is_never_in_the_way(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STYRREGLER_REGLER", "finns/inte")
    shell = ShellComplete(styrregler, {}, "styrregler", "_STYRREGLER_COMPLETE")
    assert shell.get_completions(["vem"], "x") == []
    assert isinstance(styrregler, click.Group)
