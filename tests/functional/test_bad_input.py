"""What people give the program that is no rules: each is answered in words, with the right exit code."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from styrregler.cli import exits
from styrregler.cli.main import _code
from styrregler.cli.swedish import speak_swedish
from styrregler.diagnostics import Severity
from styrregler.workspace import load_rules
from tests.functional.test_cli import english_in
from tests.kit import ORGANISATION, POLICIES, order, source

EXEMPELKOMMUN = str(POLICIES / "exempelkommun")


@frozen
class Ended:
    """How a command ended and what it wrote to standard output and standard error together."""

    code: int
    said: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STYRREGLER_REGLER", raising=False)
    speak_swedish()

    def ended(*arguments: str) -> Ended:
        try:
            code: object = _code(list(arguments))
        except SystemExit as done:
            code = done.code
        assert isinstance(code, int)
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Ended(code, err + out)

    return ended


def files(folder: Path, **texts: str) -> None:
    """Files of rules beside the small organisation, under a ``styrregler.toml``."""
    (folder / "styrregler.toml").write_text('namn = "Provkommun"\n', encoding="utf-8")
    for name, text in {"organisation": ORGANISATION, **texts}.items():
        (folder / f"{name}.styr").write_text(source(text).text, encoding="utf-8")


# ---------- files and folders


@pytest.mark.parametrize(
    ("encoding", "line"), [("latin-1", 1), ("cp1252", 1), ("utf-16", 1), ("utf-32", 1), ("cp437", 1)]
)
def test_a_file_that_is_not_utf8(encoding: str, line: int, run: Run, tmp_path: Path) -> None:
    (tmp_path / "regler.styr").write_bytes('roll rådgivare "Rådgivare"\n    slag anställd\n'.encode(encoding))
    ended = run("kontrollera", "regler.styr")
    assert ended.code == exits.FINDINGS
    assert ended.said.startswith("fel[SR101]: filen är inte sparad som UTF-8\n")
    assert f"regler.styr:{line}:" in ended.said
    assert "gör så: öppna filen och spara den som UTF-8" in ended.said


def test_one_file_that_is_not_utf8_leaves_the_others(run: Run, tmp_path: Path) -> None:
    files(tmp_path, ordning=order('punkt 1 "Hyra lokal"\n    delegat enhetschef\n', "anmäls inte"))
    (tmp_path / "annan.styr").write_bytes('roll rådgivare "Rådgivare"\n    slag anställd\n'.encode("latin-1"))
    ended = run("vem", "hyra lokal")
    assert ended.code == exits.OK
    assert "obs: reglerna har 1 fel" in ended.said


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    for command in (
        ("kontrollera", "tom"),
        ("vem", "x", "--regler", "tom"),
        ("testa", "tom"),
        ("formatera", "tom"),
    ):
        ended = run(*command)
        assert ended.code == exits.UNREADABLE
        assert ended.said.startswith("fel[SR802]: mappen tom innehåller inga regler\n")
        assert ".styr" in ended.said


def test_a_folder_with_other_files_only(run: Run, tmp_path: Path) -> None:
    (tmp_path / "regler.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / ".gömd.styr").write_text("roll x", encoding="utf-8")
    assert "SR802" in run("kontrollera", ".").said


@pytest.mark.parametrize("path", ["finns/inte", "inte.styr", "\0"])
def test_a_path_that_does_not_exist(path: str, run: Run) -> None:
    ended = run("kontrollera", path)
    assert ended.code == exits.UNREADABLE
    assert ended.said.startswith("fel[SR803]: ")


def test_a_path_that_is_too_long(run: Run) -> None:
    ended = run("kontrollera", "å" * 300)
    assert ended.code == exits.UNREADABLE
    assert ended.said.startswith("fel[SR803]: ")


def test_no_path_at_all(run: Run) -> None:
    ended = run("kontrollera")
    assert ended.code == exits.UNREADABLE
    assert "inget regelverk hittades" in ended.said
    assert "styrregler.toml" in ended.said


def test_an_empty_file_is_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tom.styr").write_bytes(b"")
    assert run("kontrollera", "tom.styr").code == exits.OK


def test_a_folder_named_as_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "regler.styr").mkdir()
    assert "SR802" in run("kontrollera", "regler.styr").said
    files(tmp_path)
    assert run("kontrollera").code == exits.OK
    (tmp_path / "regler.styr" / "mer.styr").write_text('roll x "X"\n    slag anställd\n', encoding="utf-8")
    assert "x" in run("visa", "roller").said


def unreadable(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the right to read ``file``; root, who may read all, is refused by hand."""
    file.chmod(0)
    if os.access(file, os.R_OK):
        read = Path.read_bytes

        def refuse(self: Path) -> bytes:
            if self.name == file.name:
                raise PermissionError(13, "Permission denied", str(self))
            return read(self)

        monkeypatch.setattr(Path, "read_bytes", refuse)


def test_a_file_that_may_not_be_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(tmp_path, hemlig='roll x "X"\n    slag anställd\n')
    unreadable(tmp_path / "hemlig.styr", monkeypatch)
    ended = run("kontrollera")
    assert ended.code == exits.FINDINGS
    assert ended.said.startswith("fel[SR803]: filen hemlig.styr kan inte läsas\n")
    assert "gör så: kontrollera att du har rätt att läsa den" in ended.said


def test_a_link_to_the_folder_itself(run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "slinga").symlink_to(tmp_path, target_is_directory=True)
    assert run("kontrollera").code == exits.OK


def test_a_link_that_leads_nowhere(run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "borta.styr").symlink_to(tmp_path / "finns-inte.styr")
    ended = run("kontrollera")
    assert ended.code == exits.FINDINGS
    assert "SR803" in ended.said


def test_a_link_to_itself(run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "slinga.styr").symlink_to(tmp_path / "slinga.styr")
    ended = run("kontrollera")
    assert ended.code == exits.FINDINGS
    assert "fel[SR803]: filen slinga.styr kan inte läsas" in ended.said


@pytest.mark.parametrize("target", ["pipe", "/dev/zero"])
def test_a_file_that_never_ends(target: str, run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    if target == "pipe":
        os.mkfifo(tmp_path / "evig.styr")
    else:
        (tmp_path / "evig.styr").symlink_to(target)
    ended = run("kontrollera")
    assert ended.code == exits.FINDINGS
    assert "fel[SR803]: evig.styr är ingen vanlig fil och läses inte" in ended.said
    asked = run("kontrollera", "evig.styr")
    assert asked.code == exits.UNREADABLE
    assert "evig.styr är varken en fil eller en mapp" in asked.said


def test_a_folder_that_may_not_be_opened(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rules must not be left out in silence."""
    files(tmp_path)
    closed = tmp_path / "stängd"
    closed.mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ended = run("kontrollera")
    assert ended.code == exits.FINDINGS
    assert "fel[SR803]: mappen stängd kan inte läsas" in ended.said


def test_a_working_directory_that_is_gone(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "borta"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "inget regelverk hittades" in run("kontrollera").said
    assert "finns inte" in run("kontrollera", "x.styr").said
    assert run("visa", "KS 2.1", "--regler", EXEMPELKOMMUN).code == exits.OK


BROKEN_SETTINGS = {
    "no value": b"namn = \n",
    "no table": b"[[[",
    "twice": b"namn = 'a'\nnamn = 'b'\n",
    "not utf-8": 'namn = "Rättvik"\n'.encode("latin-1"),
}


@pytest.mark.parametrize("case", BROKEN_SETTINGS)
def test_settings_that_cannot_be_read(case: str, run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "styrregler.toml").write_bytes(BROKEN_SETTINGS[case])
    for command in (("kontrollera",), ("vem", "x"), ("visa",)):
        ended = run(*command)
        assert ended.code == exits.UNREADABLE
        assert ended.said.startswith("fel[SR804]: ")
        assert 'gör så: rätta filen; den minsta som går är en rad: namn = "Kommunens namn"' in ended.said


BROKEN_LINES = {
    "namn = \n": (1, "ska det stå text inom raka citattecken, eller true eller false"),
    "# rot\nlag = nej\n": (2, "eller true eller false"),
    "namn = “Lillby”\n": (1, "raka citattecken"),
    "[[[": (1, "inleds inte av ett namn"),
    "[lag": (1, "inte stängd"),
    "namn = 'a'\nnamn = 'b'\n": (2, "redan givet"),
    'namn = "Lillby': (1, "citattecknet är inte stängt"),
    'namn = "Lillby\nlag = true': (1, "på samma rad"),
    "namn: Lillby": (1, "ett likhetstecken"),
    "namn = 'a' lag = true": (1, "ska raden ta slut"),
    'namn = "C:\\xyz"': (1, "\\ har en egen betydelse"),
    "namn = [1": (1, "parentes"),
    "namn = 2026-02-30": (1, "datumet finns inte"),
    "namn = '\0'": (1, "tecknet får inte stå här"),
    "namn = " + "[" * 20_000: (1, "parenteser"),
    "namn = " + "1" * 5_000: (1, ""),
}


@pytest.mark.parametrize("text", BROKEN_LINES, ids=lambda text: repr(text[:24]))
def test_settings_that_cannot_be_read_are_told_in_swedish(text: str, run: Run, tmp_path: Path) -> None:
    """With the line and a reason, whatever the reader of the file says of it."""
    files(tmp_path)
    (tmp_path / "styrregler.toml").write_text(text, encoding="utf-8")
    line, reason = BROKEN_LINES[text]
    said = run("kontrollera").said
    assert said.startswith(f"fel[SR804]: styrregler.toml kan inte läsas, rad {line}\n")
    why = next(told for told in said.splitlines() if told.strip().startswith("varför: "))
    assert reason in why
    assert not english_in(why.replace("true eller false", "")), why


def test_settings_that_are_not_utf8_are_told_in_swedish(run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "styrregler.toml").write_bytes(BROKEN_SETTINGS["not utf-8"])
    said = run("kontrollera").said
    assert said.startswith("fel[SR804]: styrregler.toml kan inte läsas\n")
    assert "varför: filen är inte sparad som UTF-8" in said
    assert not english_in(said)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("namn = 3\n", "inställningen «namn» ska vara text inom citattecken"),
        ('lag = "nej"\n', "inställningen «lag» ska vara true eller false"),
        ("lag = 0\n", "inställningen «lag» ska vara true eller false"),
        ("namn = ['a']\n", "inställningen «namn» ska vara text inom citattecken"),
        ("namm = 'a'\n", "inställningen «namm» finns inte"),
        ("[lagar]\nKL = true\n", "inställningen «lagar» finns inte"),
    ],
)
def test_settings_of_the_wrong_kind(settings: str, said: str, run: Run, tmp_path: Path) -> None:
    files(tmp_path)
    (tmp_path / "styrregler.toml").write_text(settings, encoding="utf-8")
    ended = run("kontrollera")
    assert ended.code == exits.FINDINGS
    assert ended.said.startswith(f"fel[SR804]: {said}\n")
    assert "gör så: " in ended.said


# ---------- too much


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 1_000_000, "raden är längre än 20000 tecken"),
        (" " * 1_000_000 + "x", "raden hör inte till något block"),
        ('roll x "' + "x" * 1_000_000 + '"', "raden är längre än 20000 tecken"),
        ('roll x "X"\n    slag ' + "anställd, " * 100_000, "satsen är längre än 20000 tecken"),
        ('roll x "X"\n    ' + "x" * 1_000_000, "satsen är längre än 20000 tecken"),
        ('"' * 1_000_000, "raden är längre än 20000 tecken"),
        ("tabell\n    punkt | ärende | delegat\n    1 | " + "x" * 1_000_000 + " | y", ""),
        ("tabell\n    " + "|" * 1_000_000, ""),
        ("\0" * 1_000_000, "raden är längre än 20000 tecken"),
    ],
    ids=[
        "word",
        "space",
        "title",
        "clause",
        "unknown word",
        "quotation marks",
        "cell",
        "separators",
        "nothing",
    ],
)
def test_a_megabyte_on_one_line(text: str, message: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "lång.styr").write_text(text, encoding="utf-8")
    started = time.monotonic()
    ended = run("kontrollera", "lång.styr")
    assert time.monotonic() - started < 20
    assert ended.code == exits.FINDINGS
    assert message in ended.said
    assert len(ended.said) < 3_000, "the line itself is not shown whole"


def test_a_megabyte_of_comment_is_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lång.styr").write_text(
        'roll x "X"\n    slag anställd   # ' + "x" * 1_000_000, encoding="utf-8"
    )
    assert run("kontrollera", "lång.styr").code == exits.OK


def test_a_file_larger_than_what_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "stor.styr").write_bytes(b"#" * (16 * 1024 * 1024 + 1))
    ended = run("kontrollera", "stor.styr")
    assert ended.code == exits.FINDINGS
    assert ended.said.startswith("fel[SR901]: filen är 16 MB och läses inte\n")


def test_many_faults_are_held_back(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fel.styr").write_text("fel\n" * 3_000, encoding="utf-8")
    ended = run("kontrollera", "fel.styr")
    assert ended.said.count("fel[SR104]") == 100
    assert "2900 meddelanden till visas inte; se dem med --alla" in ended.said


def test_a_register_of_a_hundred_thousand_blocks(tmp_path: Path) -> None:
    """80 000 roles and 20 000 points: no fault, and well within the time of a cup of coffee."""
    roles = "".join(f'roll roll-{number} "Roll {number}"\n    slag anställd\n' for number in range(80_000))
    points = "".join(
        f'punkt {number // 100}.{number % 100} "Ärende {number}"\n    delegat roll-{number}\n'
        for number in range(20_000)
    )
    (tmp_path / "organisation.styr").write_text(source(ORGANISATION).text + roles, encoding="utf-8")
    (tmp_path / "ordning.styr").write_text(source(order(points, "anmäls inte")).text, encoding="utf-8")
    started = time.monotonic()
    rules = load_rules(tmp_path)
    assert not [found for found in rules.diagnostics if found.severity is Severity.ERROR]
    assert len(rules.corpus.roles) > 80_000
    assert len(rules.corpus.orders[0].rules) > 20_000
    assert time.monotonic() - started < 120


# ---------- what the rules say


def said_of(text: str, run: Run, folder: Path) -> Ended:
    files(folder, prov=text)
    return run("kontrollera")


def test_a_circular_chain_of_command(run: Run, tmp_path: Path) -> None:
    ended = said_of(
        """
        roll a "A"
            slag              anställd
            närmaste chef     b
        roll b "B"
            slag              anställd
            närmaste chef     c
        roll c "C"
            slag              anställd
            närmaste chef     a
        """,
        run,
        tmp_path,
    )
    assert ended.code == exits.FINDINGS
    assert "fel[SR404]: chefskedjan går i cirkel: a → b → c → a" in ended.said
    assert ended.said.endswith("1 fel i 0 ordningar med 0 punkter\n")
    assert run("visa", "roller").code == exits.OK


def test_a_role_that_is_its_own_chief(run: Run, tmp_path: Path) -> None:
    ended = said_of('roll a "A"\n    slag              anställd\n    närmaste chef     a\n', run, tmp_path)
    assert "chefskedjan går i cirkel: a → a" in ended.said


def test_a_long_chain_of_command_is_no_circle(run: Run, tmp_path: Path) -> None:
    chain = "".join(
        f'roll r{n} "R{n}"\n    slag anställd\n    närmaste chef r{n + 1}\n' for n in range(1_500)
    )
    ended = said_of(chain + 'roll r1500 "R"\n    slag anställd\n', run, tmp_path)
    assert ended.code == exits.OK


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-02-30", "februari 2026 har 28 dagar"),
        ("2025-02-29", "februari 2025 har 28 dagar"),
        ("2026-04-31", "april 2026 har 30 dagar"),
        ("2026-13-01", "det finns ingen månad 13"),
        ("2026-00-10", "det finns ingen månad 0"),
    ],
)
def test_a_date_that_does_not_exist(day: str, why: str, run: Run, tmp_path: Path) -> None:
    points = 'punkt 1 "Hyra lokal"\n    delegat enhetschef\n'
    ended = said_of(order(points, "anmäls inte").replace("2026-01-01", day), run, tmp_path)
    assert ended.code == exits.FINDINGS
    assert f"fel[SR704]: datumet {day} finns inte\n" in ended.said
    assert why in ended.said
    assert ended.said.endswith("1 fel i 1 ordning med 1 punkt\n")
    asked = run("vem", "hyra lokal", "--datum", day)
    assert asked.code == exits.WRONG_USE
    assert f"datumet {day} finns inte; {why}" in asked.said


def test_a_negative_amount_in_a_file(run: Run, tmp_path: Path) -> None:
    points = 'punkt 1 "Hyra lokal"\n    delegat enhetschef när belopp högst -5 000 kr\n'
    ended = said_of(order(points, "anmäls inte"), run, tmp_path)
    assert ended.code == exits.FINDINGS
    assert "«-5 000 kr» är ett negativt belopp" in ended.said
    assert run("vem", "hyra lokal").code == exits.UNREADABLE


@pytest.mark.parametrize("amount", ["-5", "-5 000 kr", "-0,5 prisbasbelopp", "- 5"])
def test_a_negative_amount_on_the_command_line(amount: str, run: Run) -> None:
    ended = run("vem", "direktupphandling", "-u", f"belopp={amount}", "--regler", EXEMPELKOMMUN)
    assert ended.code == exits.WRONG_USE
    assert "negativt" in ended.said
    assert "gör så: skriv ett tal som är noll eller större" in ended.said


@pytest.mark.parametrize(
    ("fact", "advice"),
    [
        ("bellopp", "menade du «belopp»?"),
        ("avtals-tid", "menade du «avtalstid»?"),
        ("månfas", "uppgifter som finns: "),
    ],
)
def test_an_unknown_fact_on_the_command_line(fact: str, advice: str, run: Run) -> None:
    ended = run("vem", "direktupphandling", "-u", f"{fact}=5", "--regler", EXEMPELKOMMUN)
    assert ended.code == exits.WRONG_USE
    assert f"fel: uppgiften «{fact}» finns inte\n" in ended.said
    assert advice in ended.said


def test_an_unknown_unit_on_the_command_line(run: Run) -> None:
    asked = ("vem", "direktupphandling", "-u", "belopp=5", "--regler", EXEMPELKOMMUN)
    ended = run(*asked, "--enhet", "tomten")
    assert ended.code == exits.WRONG_USE
    assert "enheten «tomten» finns inte" in ended.said
    for unit in ("biståndsenheten", "Biståndsenheten", "IFO"):
        assert run(*asked, "--enhet", unit).code == exits.OK


def test_a_unit_where_the_rules_name_none(run: Run, tmp_path: Path) -> None:
    """Orders seldom list the schools, and «respektive rektor» still has an answer."""
    (tmp_path / "allt.styr").write_text(
        'nämnd bun "Nämnden" (BUN)\nroll rektor "Rektor"\n    slag anställd\n'
        'delegationsordning bun "Ordningen"\n    gäller från 2026-01-01\n    anmäls inte\n'
        'punkt 1 "Hyra lokal"\n    delegat respektive rektor\n',
        encoding="utf-8",
    )
    ended = run("vem", "hyra lokal", "--enhet", "Norrskolan", "--regler", "allt.styr")
    assert ended.said.startswith("Rektor (Norrskolan) beslutar")


# ---------- orders that inherit from nothing


def test_a_section_without_an_order(run: Run, tmp_path: Path) -> None:
    ended = said_of(
        'avsnitt 4 "Bistånd"\n\npunkt 4.1 "Försörjningsstöd"\n    delegat enhetschef\n', run, tmp_path
    )
    assert ended.code == exits.FINDINGS
    assert "fel[SR115]: avsnitt hör inte till någon ordning\n" in ended.said
    assert ended.said.endswith("1 fel i 0 ordningar med 0 punkter\n")
    assert run("vem", "försörjningsstöd").code == exits.NO_ANSWER


def test_a_subdelegation_from_a_board_without_an_order(run: Run, tmp_path: Path) -> None:
    ended = said_of(
        """
        vidaredelegation socialchef "Socialchefens vidaredelegation"
            ur                socialnämnden
            gäller            från 2026-01-01

        punkt 1
            delegat           enhetschef

        punkt 2
            delegat           enhetschef
        """,
        run,
        tmp_path,
    )
    assert ended.code == exits.FINDINGS
    assert "fel[SR801]: socialnämnden har ingen delegationsordning att lämna vidare ur\n" in ended.said
    assert ended.said.endswith("1 fel i 1 ordning med 2 punkter\n")


def test_a_subdelegation_of_a_point_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    files(
        tmp_path,
        ordning=order(
            'punkt 1 "Hyra lokal"\n    delegat socialchef\n', "anmäls inte\n vidaredelegeras av socialchef"
        ),
    )
    (tmp_path / "vidare.styr").write_text(
        'vidaredelegation socialchef "Vidare"\n    ur socialnämnden\n    gäller från 2026-01-01\n'
        "    anmäls till socialchef\npunkt 9\n    delegat enhetschef\n",
        encoding="utf-8",
    )
    ended = run("kontrollera")
    assert "fel[SR801]: punkt 9 finns inte i nämndens delegationsordning" in ended.said
    assert "där finns 1" in ended.said


def test_a_reference_to_an_order_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    points = 'punkt 1 "Hyra lokal"\n    delegat enligt "Styrelsens ordning" punkt 4.2\n'
    ended = said_of(order(points, "anmäls inte"), run, tmp_path)
    assert "fel[SR801]: ordningen «Styrelsens ordning» finns inte" in ended.said
    assert run("vem", "hyra lokal").code == exits.UNREADABLE


# ---------- escalations

OENIGHET = """
    eskalering oenighet "Oenighet om vad eller hur"
        omfattar          socialnämnden
        steg              enhetschef, sn-vice         inom 5 arbetsdagar
                          socialchef, sn-ordförande   inom 10 arbetsdagar
        avgörs av         socialnämnden
"""


def test_an_escalation_step_to_a_role_that_nobody_holds(run: Run, tmp_path: Path) -> None:
    held = 'innehavare socialchef "Anna Exempel"\n    gäller från 2020-01-01 till 2025-12-31\n'
    files(tmp_path, eskalering=OENIGHET, innehavare=held)
    ended = run("kontrollera", "--datum", "2026-03-02")
    assert ended.code == exits.FINDINGS
    assert "varning[SR505]: ingen innehar rollen Socialchef i steg 2\n" in ended.said
    ended = run("eskalera", "oenighet", "--fran", "2026-03-02")
    assert ended.code == exits.OK
    assert "Socialchef är vakant: Kommundirektör träder in (chef)\n" in ended.said


def test_an_escalation_step_to_a_role_that_does_not_exist(run: Run, tmp_path: Path) -> None:
    files(tmp_path, eskalering=OENIGHET.replace("socialchef,", "socialchefen,"))
    ended = run("kontrollera")
    assert "fel[SR401]: «socialchefen» finns inte\n" in ended.said and "menade du «socialchef»?" in ended.said
    ended = run("eskalera", "oenighet", "--fran", "2026-03-02")
    assert ended.code == exits.UNREADABLE
    assert "regeln kan inte läsas: eskalering.styr:1" in ended.said


def test_a_meeting_day_in_the_past(run: Run, tmp_path: Path) -> None:
    files(tmp_path, eskalering=OENIGHET)
    ended = run("kontrollera", "--datum", "2026-05-04")
    assert "varning[SR507]: Socialnämnden har inget sammanträde efter 2026-03-24\n" in ended.said
    ended = run("eskalera", "oenighet", "--fran", "2026-05-04")
    assert ended.code == exits.OK
    assert ended.said.endswith(
        "obs           Socialnämnden har inget sammanträde efter 2026-05-26 i reglerna\n"
    )


def test_week_53_in_a_year_without_one(run: Run, tmp_path: Path) -> None:
    files(tmp_path, eskalering=OENIGHET)
    ended = run("eskalera", "oenighet", "--fran", "vecka 53 2027")
    assert ended.code == exits.WRONG_USE
    assert "vecka 53 finns inte 2027; 2027 har 52 veckor" in ended.said
    assert "från 2026-12-28" in run("eskalera", "oenighet", "--fran", "Vecka  53 2026").said


def test_an_escalation_of_very_many_steps(run: Run, tmp_path: Path) -> None:
    more = "                      socialchef, sn-ordförande   inom 1 arbetsdag\n" * 300
    files(tmp_path, eskalering=OENIGHET.replace("        avgörs av", more + "        avgörs av"))
    began = time.monotonic()
    ended = run("eskalera", "oenighet", "--fran", "2026-03-02")
    assert ended.code == exits.OK and "steg 302" in ended.said
    assert time.monotonic() - began < 10


# ---------- ways of cases

VAG = """
    ärendegång väg "En väg"
        omfattar          socialnämnden
        fas beredning "Bereds"
            ansvarig          handläggare
            inom              5 arbetsdagar
            nästa             beslut
        fas beslut "Nämnden beslutar"
            ansvarig          nämnden
            nästa             slut
"""


def test_a_meeting_on_another_day(run: Run, tmp_path: Path) -> None:
    files(tmp_path, vag=VAG)
    ended = run("arendegang", "väg", "--sammantrade", "2026-03-25")
    assert ended.code == exits.WRONG_USE
    assert "fel: Socialnämnden sammanträder inte 2026-03-25\n" in ended.said
    assert "sammanträden i närheten: 2026-03-24" in ended.said


def test_a_case_for_a_meeting_that_has_been(run: Run, tmp_path: Path) -> None:
    files(tmp_path, vag=VAG)
    ended = run("arendegang", "väg", "--sammantrade", "2026-02-24")
    assert ended.code == exits.OK
    assert "obs           sammanträdet 2026-02-24 har redan varit\n" in ended.said


def test_a_case_in_week_53_of_a_year_without_one(run: Run, tmp_path: Path) -> None:
    files(tmp_path, vag=VAG)
    ended = run("arendegang", "väg", "--sammantrade", "vecka 53 2027")
    assert ended.code == exits.WRONG_USE
    assert "vecka 53 finns inte 2027; 2027 har 52 veckor" in ended.said


def test_an_unknown_phase(run: Run, tmp_path: Path) -> None:
    files(tmp_path, vag=VAG.replace("nästa             beslut", "nästa             beslutt"))
    ended = run("kontrollera")
    assert "fel[SR401]: fasen «beslutt» finns inte i ärendegången\n" in ended.said
    assert "menade du «beslut»?" in ended.said
    assert run("arendegang", "väg").code == exits.UNREADABLE


def test_five_hundred_phases(run: Run, tmp_path: Path) -> None:
    more = "".join(
        f'        fas f{n} "Fas {n}"\n            ansvarig handläggare\n            nästa {f"f{n + 1}" if n < 499 else "slut"}\n'
        for n in range(500)
    )
    files(tmp_path, vag=f'    ärendegång lång "Lång"\n{more}')
    began = time.monotonic()
    assert "varning[SR630]: ärendegången har 500 faser\n" in run("kontrollera").said
    ended = run("arendegang", "lång")
    assert ended.code == exits.OK and "fas 500" in ended.said
    assert time.monotonic() - began < 10


def test_time_that_runs_past_the_calendar(run: Run, tmp_path: Path) -> None:
    files(tmp_path, eskalering=OENIGHET.replace("inom 5 arbetsdagar", "inom 9 000 år"))
    ended = run("eskalera", "oenighet", "--fran", "2026-03-02")
    assert ended.code == exits.OK
    assert (
        "obs           steg 1: «inom 9 000 år» ger ingen dag, så senare steg har inga dagar\n" in ended.said
    )


def test_a_picture_too_large_or_without_its_package(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = "".join(
        f'enhet e{n} "E{n}"\n' + (f"    tillhör           e{n - 1}\n" if n else "") for n in range(1_200)
    )
    files(tmp_path, prov=units)
    for name in ("e0", "e1199", ""):
        ended = run("rita", "organisation", *filter(None, [name]))
        assert ended.code == (exits.OK if name == "e1199" else exits.WRONG_USE)
        assert ("fler än 500" in ended.said) is (name != "e1199")
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    ended = run("rita", "organisation", "e1199")
    assert ended.code == exits.WRONG_USE
    assert "fel: paketet pygraphviz är inte installerat" in ended.said
    assert 'pip install "styrregler[bild]", eller välj --format mermaid' in ended.said
    assert run("rita", "organisation", "e1199", "--format", "mermaid").code == exits.OK
