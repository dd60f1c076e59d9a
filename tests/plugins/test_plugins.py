"""What plugins add, one test for each hook, and which plugins take part."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import styrregler
from styrregler.cli import exits
from styrregler.plugins.hooks import KIND_OF
from tests.kit import DAY
from tests.plugins.conftest import Install, Run
from tests.plugins.good import GOOD, KINDS

ON = "[plugin.god]\n"
DATE = ("--datum", DAY.isoformat())


@pytest.fixture
def good(install: Install) -> None:
    install("god", GOOD, kinds=KINDS)


def test_every_hook_has_a_test_named_after_it() -> None:
    assert all(f"test_hook_{hook}" in globals() for hook in KIND_OF)


# ---------- one test a hook


def test_hook_checks(good: None, run: Run) -> None:
    code, out, err = run(ON, "kontrollera", *DATE)
    assert code == exits.FINDINGS
    assert out.startswith("1 varning")
    assert "varning[GOD101]: här står «bidrag»\n" in err


def test_hook_rule_texts(good: None, run: Run) -> None:
    point = 'punkt 1 "Bidrag"\n    delegat socialchef när godhet är god\n            nämnden annars\n'
    code, out, _ = run(ON, "vem", "1", "-u", "godhet=ond", *DATE, points=point)
    assert code == exits.OK
    assert out.startswith("Socialnämnden beslutar")


def test_hook_known_values(good: None, run: Run) -> None:
    assert run("", "vem", "inköp", *DATE)[0] == exits.NO_ANSWER
    code, out, _ = run(ON, "vem", "inköp", *DATE)
    assert code == exits.OK
    assert out.startswith("Enhetschef beslutar")


def test_what_the_asker_says_counts_over_what_a_plugin_knows(good: None, run: Run) -> None:
    assert run(ON, "vem", "inköp", "-u", "belopp=6000", *DATE)[1].startswith("Socialchef beslutar")


EXAMPLES = """
exempel "Pluginet vet beloppet"
    fråga             "inköp"
    datum             2030-03-04
    svar              enhetschef

exempel "Exemplet säger det självt"
    fråga             "inköp"
    datum             2030-03-04
    givet             belopp 9 000 kr
    svar              socialchef
"""


def test_examples_know_what_plugins_know_but_not_who_is_away(good: None, run: Run, tmp_path: Path) -> None:
    (tmp_path / "regler" / "exempel.styr").write_text(EXAMPLES, encoding="utf-8")
    assert run(ON, "testa") == (exits.OK, "2 exempel, 2 håller, 0 håller inte\n", "")
    assert "saknas" not in run(ON, "testa")[1]
    code, out, _ = run("", "testa")
    assert code == exits.FINDINGS
    assert "2 exempel, 1 håller, 1 håller inte" in out
    # The same question, put on a day when the plugin knows that the unit head is away.
    assert run(ON, "vem", "inköp", "--datum", "2030-03-04")[1].startswith("Socialnämnden beslutar")


def test_hook_holders(good: None, run: Run, tmp_path: Path) -> None:
    run(ON, "kontrollera")
    rules = styrregler.load(tmp_path / "regler")
    assert rules.index.persons("socialchef", DAY) == ("Siv Chef",)


def test_hook_absent(good: None, run: Run, tmp_path: Path) -> None:
    run(ON, "kontrollera")
    rules = styrregler.load(tmp_path / "regler")
    later = DAY.replace(year=2030)
    assert rules.who_decides("inköp", on=DAY).deciders[0].title == "Enhetschef"
    assert rules.who_decides("inköp", on=later).deciders[0].title != "Enhetschef"


def test_hook_answer_lines(good: None, run: Run) -> None:
    _, out, _ = run(ON, "vem", "bidrag", *DATE)
    assert out.endswith("  ärendekort    https://arenden.example/bidrag\n")
    answer = json.loads(run(ON, "vem", "bidrag", *DATE, "--json")[1])
    assert answer["extra"] == [
        {"plugin": "god", "label": "ärendekort", "text": "https://arenden.example/bidrag"}
    ]


def test_hook_commands(good: None, run: Run) -> None:
    assert run(ON, "hej", "på", "dig") == (exits.OK, "hej på dig\n", "")
    assert run("", "hej")[0] == exits.WRONG_USE


def test_hook_importers(good: None, run: Run, tmp_path: Path) -> None:
    text = 'innehavare socialchef "Siv Å"\n    gäller            från 2026-01-01\n'
    assert run(ON, "importera", "lista", "socialchef=Siv Å") == (exits.OK, text, "")
    code, out, _ = run(ON, "importera", "lista", "socialchef=Siv Å", "--fil", "innehavare.styr")
    assert (code, out) == (exits.OK, "innehavare.styr: Läs en lista.\n")
    run("", "ordlista")
    assert styrregler.load(tmp_path / "regler").index.persons("socialchef", DAY) == ("Siv Å",)
    code, out, err = run(ON, "importera", "lista", "inte ens ett namn=")
    assert (code, out.count("innehavare inte ens ett namn")) == (exits.OK, 1)
    assert "varning[SR913]: pluginet «god» 1.0 gav regler som inte går att läsa i inläsningen lista" in err


def test_hook_exporters(good: None, run: Run, tmp_path: Path) -> None:
    code, out, err = run(ON, "exportera", "roller")
    assert (code, err) == (exits.OK, "")
    assert "socialchef\n" in out
    assert run(ON, "exportera", "roller", "--fil", "r.txt")[1] == "r.txt: Alla roller.\n"
    assert (tmp_path / "regler" / "r.txt").read_text("utf-8") == out


def test_hook_renderers(good: None, run: Run) -> None:
    assert run(ON, "vem", "bidrag", "--som", "kort", *DATE) == (exits.OK, "Socialchef\n", "")
    assert run(ON, "vem", "bidrag", "--som", "kort", "--json")[0] == exits.WRONG_USE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("importera", "lissta"), "menade du «lista»?"),
        (("exportera", "icall"), "menade du «ical»?"),
        (("exportera", "kartor"), "slag: ical, och de som plugin har"),
        (("vem", "bidrag", "--som", "kortt"), "menade du «kort»?"),
        (("vem", "bidrag", "--som", "brev"), "former: kort"),
    ],
)
def test_a_name_that_no_plugin_has(good: None, run: Run, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(ON, *words)
    assert (code, out) == (exits.WRONG_USE, "")
    assert said in err


@pytest.mark.parametrize(
    "words", [("hej",), ("exportera", "roller"), ("importera", "lista"), ("vem", "bidrag", "--som", "kort")]
)
def test_what_is_brought_by_one_left_out_is_not_there(good: None, run: Run, words: tuple[str, ...]) -> None:
    assert run(ON, *words, "--utan-plugin", "god")[0] == exits.WRONG_USE


# ---------- which take part


def test_only_what_styrregler_toml_names_takes_part(good: None, run: Run) -> None:
    assert run("", "kontrollera", *DATE)[0] == exits.OK


def test_one_is_left_out(good: None, run: Run) -> None:
    assert run(ON, "kontrollera", *DATE, "--utan-plugin", "god")[0] == exits.OK


@pytest.mark.parametrize(("allowed", "code"), [("god", 1), ("god, annat", 1), ("annat", 0), ("", 0)])
def test_the_environment_is_an_allow_list(
    good: None, run: Run, monkeypatch: pytest.MonkeyPatch, allowed: str, code: int
) -> None:
    monkeypatch.setenv("STYRREGLER_PLUGIN", allowed)
    assert run(ON, "kontrollera", *DATE)[0] == code


def test_options_are_the_plugins_own_class(good: None, run: Run) -> None:
    _, _, err = run('[plugin.god]\nord = "inköp"\n', "kontrollera", *DATE)
    assert "här står «inköp»" in err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("ord = 3", "fick fel slag av värde för «ord»"),
        ("namn = [1]", "fick fel slag av värde för «namn»"),
        ('orrd = "x"', "har ingen inställning «orrd»"),
    ],
)
def test_wrong_options_are_told_at_their_place(good: None, run: Run, line: str, message: str) -> None:
    code, _, err = run(f"[plugin.god]\n{line}\n", "kontrollera", *DATE)
    assert code == exits.FINDINGS
    assert f"varning[SR918]: pluginet «god» 1.0 {message}\n" in err
    assert "styrregler.toml:1:2" in err


def test_the_order_is_that_of_styrregler_toml(install: Install, run: Run) -> None:
    for name in ("zeta", "alfa", "beta"):
        install(
            name,
            f"""
            from styrregler.plugins import ExtraLine, hookimpl
            @hookimpl
            def answer_lines():
                return [ExtraLine("rad", "{name}")]
            """,
            kinds=("answers",),
        )
    for names in (("zeta", "alfa", "beta"), ("beta", "zeta", "alfa")):
        toml = "".join(f"[plugin.{name}]\n" for name in names)
        _, out, _ = run(toml, "vem", "bidrag", *DATE)
        assert [line.split()[1] for line in out.splitlines() if line.startswith("  rad")] == list(names)


def test_a_codes_finding_can_be_set_aside_and_its_level_changed(good: None, run: Run) -> None:
    toml = ON + '[kontroller]\nGOD101 = { niva = "fel", skal = "KS § 1" }\n'
    assert run(toml, "kontrollera", *DATE)[2].count("fel[GOD101]") == 1
    aside = 'punkt 1 "Bidrag"\n    delegat socialchef\n    bortse från GOD101 "Så ska det vara."\n'
    assert run(ON, "kontrollera", *DATE, points=aside)[0] == exits.OK
    # Without the plugin the line is let be: nobody knows what its code means.
    assert run(ON, "kontrollera", *DATE, "--utan-plugin", "god", points=aside)[:2] == (
        exits.OK,
        "inga fel i 1 ordning med 1 punkt\n",
    )
    assert "koden GOD101 finns inte" in run("", "kontrollera", *DATE, points=aside)[2]


def test_a_plugins_code_is_explained_and_reported(good: None, run: Run) -> None:
    assert run(ON, "forklara", "GOD101")[1].startswith("GOD101  ordet finns\n")
    sarif = json.loads(run(ON, "kontrollera", *DATE, "--format", "sarif")[1])
    assert "GOD101" in {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}


# ---------- a question imports what it needs


def test_a_question_does_not_import_a_plugin_that_only_brings_checks(install: Install, run: Run) -> None:
    install("god", GOOD, kinds=("checks",))
    run(ON, "vem", "bidrag", *DATE)
    assert "styrregler_god" not in sys.modules
    run(ON, "kontrollera", *DATE)
    assert "styrregler_god" in sys.modules


KIND_HOOKS = {"checks": "checks", "answers": "answer_lines"}


@pytest.mark.parametrize(
    ("kinds", "there"), [(("checks",), []), (("answers",), ["pluggy", "styrregler_god"])]
)
def test_a_question_imports_no_more_than_it_asks(
    install: Install, run: Run, kinds: tuple[str, ...], there: list[str]
) -> None:
    """Not the checks of the product either, which are all that checking costs."""
    hooks = "".join("@hookimpl\ndef " + KIND_HOOKS[kind] + "():\n    return []\n" for kind in kinds)
    text = "from styrregler.plugins import hookimpl\n" + hooks
    install("god", text, kinds=kinds)
    run(ON, "ordlista")
    code = (
        "import sys, styrregler; rules = styrregler.load('.'); rules.who_decides('bidrag');"
        "print(sorted({'pluggy', 'styrregler.checks', 'styrregler_god'} & set(sys.modules)));"
        "rules.findings(); print('styrregler.checks' in sys.modules)"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout == f"{there}\nTrue\n"


def test_a_rule_set_without_plugins_loads_no_machinery(run: Run, tmp_path: Path) -> None:
    run("", "kontrollera")
    code = (
        "import sys, styrregler; styrregler.load('.').who_decides('bidrag');"
        "print(sorted({'pluggy', 'importlib.metadata', 'styrregler.plugins.hooks'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# ---------- plugin lista, visa, prova


def test_plugins_are_listed_shown_and_tried(good: None, run: Run) -> None:
    assert re.match(r"god +1\.0 +med ", run(ON, "plugin")[1])
    assert re.search(r"^god +1\.0 +inte med ", run("", "plugin", "lista")[1], re.MULTILINE)
    shown = run(ON + 'ord = "inköp"\n', "plugin", "visa", "god")[1]
    assert "styrregler_god" in shown
    assert "ord = inköp" in shown
    code, out, _ = run(ON, "plugin", "prova", "god", *DATE)
    assert code == exits.OK
    for hook in KIND_OF:
        assert f"{hook}(" in out
    assert "GOD101 ordet finns: 1 meddelande" in out
    data = json.loads(run(ON, "plugin", "prova", "god", *DATE, "--json")[1])
    assert [each["hook"] for each in data["tried"]] == list(KIND_OF)


@pytest.mark.parametrize("words", [("visa", "godd"), ("visa",), ("gissa", "god"), ("prova", "annat")])
def test_what_cannot_be_shown_is_told(good: None, run: Run, words: tuple[str, ...]) -> None:
    assert run(ON, "plugin", *words)[0] == exits.WRONG_USE


# ---------- the folder's own checks

LOCAL = '''
from styrregler.plugins import Remark, Severity, check

@check("EGEN01" + "1", "egen", Severity.WARNING)
def look(review):
    """Egen.

    Kontroll."""
    for order, rule in review.rows():
        yield Remark.on(rule, order, "egen kontroll", why="så", remedy="gör så")
'''


def test_own_checks_run_only_in_rules_that_are_ones_own(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "regler" / "kontroller"
    own.mkdir()
    (own / "egen.py").write_text(LOCAL.replace('"EGEN01" + "1"', '"EGEN011"'), encoding="utf-8")
    asked = "egna-kontroller = true\n"
    assert run("", "kontrollera", *DATE)[0] == exits.OK
    code, _, err = run(asked, "kontrollera", *DATE)
    assert code == exits.FINDINGS
    assert "varning[SR919]" in err
    assert "egen kontroll" not in err
    assert "ska inte köra dennes program" in err
    monkeypatch.setenv("STYRREGLER_EGNA", str(tmp_path / "annan"))
    assert "egen kontroll" not in run(asked, "kontrollera", *DATE)[2]
    monkeypatch.setenv("STYRREGLER_EGNA", str(tmp_path / "regler"))
    _, _, err = run(asked, "kontrollera", *DATE)
    assert err.count("varning[EGEN011]: egen kontroll") == 2
    assert not (own / "__pycache__").exists()
    (own / "trasig.py").write_text("1 / 0", encoding="utf-8")
    _, _, err = run(asked, "kontrollera", *DATE)
    assert "pluginet «kontroller/trasig.py» kan inte läsas in" in err
    assert err.count("varning[EGEN011]") == 2
