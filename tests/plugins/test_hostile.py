"""Plugins that do everything wrong: nothing stops, and each fault is named once, with its plugin and version."""

import importlib
import json
import os
import re
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

import styrregler
from styrregler.cli import exits
from styrregler.plugins import loading
from styrregler.plugins.hooks import KIND_OF
from tests.kit import DAY
from tests.plugins.conftest import Install, Run
from tests.plugins.good import GOOD, KINDS

DATE = ("--datum", DAY.isoformat())
HEAD = "from styrregler.plugins import *\nfrom styrregler.plugins import hookimpl\n"
CHECK = (
    '@check("{code}", "ond", Severity.WARNING)\ndef look(review):\n    """Ond.\n\n    Ond."""\n    {body}\n'
    "@hookimpl\ndef checks():\n    return [look]\n"
)


def check(body: str, code: str = "OND101") -> str:
    return HEAD + CHECK.format(code=code, body=body)


def hook(name: str, body: str, arguments: str = "") -> str:
    return f"{HEAD}@hookimpl\ndef {name}({arguments}):\n    {body}\n"


# What is wrong, the kinds it is listed under, its text, the code and (a part of) the message.
HOSTILE = {
    "does not parse": (("checks",), "def", "SR911", "kan inte läsas in"),
    "raises when imported": (("checks",), "1 / 0", "SR911", "kan inte läsas in"),
    "leaves the program when imported": (("checks",), "import sys; sys.exit(0)", "SR911", "kan inte läsas in"),
    "imports what is not there": (("checks",), "import finns_inte_alls", "SR911", "kan inte läsas in"),
    "has no hooks": (("checks",), "x = 1", "SR914", "säger sig ha kontroller men har ingen sådan krok"),
    "misspells a hook": (("checks",), hook("cheks", "return []"), "SR914", "krok som inte finns: «cheks»"),
    "has a hook where it is not called": (
        ("checks",),
        hook("checks", "return []") + "@hookimpl\ndef absent():\n    return []\n",
        "SR914",
        "«absent» där den aldrig anropas",
    ),
    "asks for an argument that there is none of": (
        ("checks",),
        hook("checks", "return []", "options, rules"),
        "SR914",
        "begär «rules» i kroken «checks»",
    ),
    "is written for later hooks": (("checks",), "HOOKS = 2", "SR916", "version 2 av krokarna"),
    "has options of no class": (
        ("checks",),
        "Options = 3\n" + hook("checks", "return []"),
        "SR918",
        "Options som inte är en attrs-klass",
    ),
    "takes a code of the product": (("checks",), check("return []", "SR302"), "SR913", "koden «SR302»"),
    "raises in a check": (("checks",), check("raise ValueError('aj')"), "SR912", "stannade i kontrollen OND101"),
    "raises in the middle of a check": (
        ("checks",),
        check("yield from (Remark('x', o.place, why='a', remedy='b') for o in review.orders)\n    1 / 0"),
        "SR912",
        "stannade i kontrollen OND101",
    ),
    "remarks with a word": (("checks",), check("yield 'fel'"), "SR913", "fel slag av svar i kontrollen OND101"),
    "remarks with what is no text": (
        ("checks",),
        check("yield Remark(5, None)"),
        "SR913",
        "fel slag av svar i kontrollen OND101",
    ),
    "never stops remarking": (
        ("checks",),
        check("\n    while True:\n        yield 5"),
        "SR913",
        "slutar inte svara i kontrollen OND101",
    ),
    "changes a role": (
        ("checks",),
        check("review.rules.corpus.roles['socialchef'].title = 'Kung'; return []"),
        "SR912",
        "stannade i kontrollen OND101",
    ),
    "changes the mapping of roles": (
        ("checks",),
        check("review.rules.corpus.roles.clear(); return []"),
        "SR912",
        "stannade i kontrollen OND101",
    ),
    "changes the index": (
        ("checks",),
        check("review.rules.orders.clear(); return []"),
        "SR912",
        "stannade i kontrollen OND101",
    ),
    "brings rules that cannot be read": (
        ("rules",),
        hook("rule_texts", "return [RuleText('x.styr', 3)]"),
        "SR913",
        "fel slag av svar i rule_texts",
    ),
    "knows a fact that there is none of": (
        ("values",),
        hook("known_values", "return {'finns-inte': 3}"),
        "SR913",
        "uppgiften «finns-inte» finns inte",
    ),
    "knows no names": (("values",), hook("known_values", "return {3: 3}"), "SR913", "fel slag av svar i known_values"),
    "names a role that there is none of": (
        ("people",),
        hook("absent", "return ['socialcheff']"),
        "SR913",
        "en roll som inte finns i absent: «socialcheff»",
    ),
}  # fmt: skip
HOSTILE |= {
    f"raises in {name}": (
        (kind,),
        hook(name, "raise OSError('katalogen svarar inte')"),
        "SR912",
        f"stannade i {name}",
    )
    for name, kind in KIND_OF.items()
}
HOSTILE |= {
    f"leaves the program in {name}": (
        (kind,),
        hook(name, "raise SystemExit(7)"),
        "SR912",
        f"stannade i {name}",
    )
    for name, kind in KIND_OF.items()
}
HOSTILE |= {
    f"answers a number in {name}": ((kind,), hook(name, "return 7"), "SR913", f"fel slag av svar i {name}")
    for name, kind in KIND_OF.items()
}
HOSTILE |= {
    f"never stops answering in {name}": (
        (kind,),
        f"import itertools\n{hook(name, 'return itertools.count()')}",
        "SR913",
        f"slutar inte svara i {name}",
    )
    for name, kind in KIND_OF.items()
    if name != "known_values"
}
DATED = ("checks", "rules", "values", "people", "answers", "renderers")
NEEDED_BY = {
    "checks": ["kontrollera"], "rules": ["vem", "bidrag"], "values": ["vem", "bidrag"], "people": ["vem", "bidrag"],
    "answers": ["vem", "bidrag"], "commands": ["hej"],
    "importers": ["importera", "lista"], "exporters": ["exportera", "roller"],
    "renderers": ["vem", "bidrag", "--som", "kort"],
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_nothing_stops_and_it_is_told_once(what: str, install: Install, run: Run) -> None:
    kinds, text, code, message = HOSTILE[what]
    install("ond", text, kinds=kinds, version="6.6.6")
    install("god", GOOD, kinds=KINDS)
    toml = "[plugin.ond]\n[plugin.god]\n"
    ended, out, err = run(toml, *NEEDED_BY[kinds[0]], *(DATE if kinds[0] in DATED else ()))
    told = re.findall(r"^\w+\[(SR91\d)\]: (.*)$", err, re.MULTILINE)
    assert [each for each, said in told if message in said] == [code], told
    assert all("pluginet «ond» 6.6.6 " in said for _, said in told)
    assert len(set(told)) == len(told)
    assert "gör så:" in err
    assert "Traceback" not in err
    # The other plugin and the product's own answer are there all the same.
    match kinds[0]:
        case "checks":
            assert ended == exits.FINDINGS
            assert "varning[GOD101]" in err
        case "commands":
            assert (ended, out) == (exits.OK, "hej \n")
        case "importers":
            assert (ended, out) == (exits.OK, "")
        case "exporters":
            assert (ended, "socialchef\n" in out) == (exits.OK, True)
        case "renderers":
            assert (ended, out) == (exits.OK, "Socialchef\n")
        case _:
            assert ended == exits.OK
            assert out.startswith("Socialchef beslutar")
            assert "ärendekort" in out
    # With --strikt the first of them stops the command, before anything is answered.
    strict, out, err = run(toml, *NEEDED_BY[kinds[0]], "--strikt")
    assert strict == exits.UNREADABLE
    assert out == ""
    assert len(re.findall(r"^\w+\[SR91\d\]", err, re.MULTILINE)) == 1


NEVER = {"runs on": "while True:\n        pass", "waits": "import threading; threading.Event().wait()"}
SILENT = {
    f"waits in {name}": ((kind,), hook(name, NEVER["waits"]), f"svarar inte i {name}")
    for name, kind in KIND_OF.items()
}
SILENT["runs on in checks"] = (("checks",), hook("checks", NEVER["runs on"]), "svarar inte i checks")
SILENT |= {
    f"{way} when imported": (
        ("checks",),
        f"def go():\n    {body}\ngo()\n{hook('checks', 'return []')}",
        "svarar inte i inläsningen",
    )
    for way, body in NEVER.items()
}
SILENT |= {
    "waits in a check": (
        ("checks",),
        check("import threading; threading.Event().wait()"),
        "svarar inte i kontrollen OND101",
    ),
    "waits between remarks": (
        ("checks",),
        check(
            "yield from (Remark('hann', o.place, why='a', remedy='b') for o in review.orders)\n"
            "    import threading; threading.Event().wait()"
        ),
        "svarar inte i kontrollen OND101",
    ),
    "waits in its options": (
        ("checks",),
        "import attrs, threading\n@attrs.frozen\nclass Options:\n"
        "    def __attrs_post_init__(self):\n        threading.Event().wait()\n"
        + hook("checks", "return []"),
        "svarar inte i Options",
    ),
}


@pytest.mark.parametrize("what", SILENT)
def test_one_that_never_returns_is_left(what: str, install: Install, run: Run) -> None:
    kinds, text, message = SILENT[what]
    when_imported = "imported" in what
    # A module that is never done importing stays so in this process: its name is not used again.
    package = f"styrregler-{what.split(maxsplit=1)[0]}" if when_imported else "styrregler-ond"
    install("ond", text, kinds=kinds, version="6.6.6", package=package)
    install("god", GOOD, kinds=KINDS)
    if not when_imported:
        importlib.import_module("styrregler_ond")  # so that only what is tried takes time
    toml = "[plugin.ond]\nsvarstid = 0.5\n[plugin.god]\n"
    _, out, err = run(toml, *NEEDED_BY[kinds[0]], *(DATE if kinds[0] in DATED else ()))
    assert re.findall(r"^\w+\[(SR9\d\d)\]: (.*)$", err, re.MULTILINE) == [
        ("SR920", f"pluginet «ond» 6.6.6 {message}")
    ]
    assert "det var inte klart efter 0,5 s" in err
    assert ("hann" in err) is ("between" in what)
    assert "GOD101" in err if kinds[0] == "checks" else out or kinds[0] == "importers"


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n        try:\n            print('hej')\n        except BaseException:\n            pass",
        "import concurrent.futures as c, threading\n    c.ThreadPoolExecutor().submit(threading.Event().wait).result()",
    ],
    ids=["catches all", "has threads of its own"],
)
def test_the_program_ends_without_what_it_has_left(body: str, install: Install, run: Run) -> None:
    text = hook("answer_lines", body).removeprefix(HEAD)  # so that what it imports takes no time
    install("ond", f"from styrregler.plugins import hookimpl\n{text}", kinds=("answers",))
    run("[plugin.ond]\nsvarstid = 1\n", "ordlista")
    strict = program("vem", "bidrag", "--json", "--strikt", *DATE)
    assert strict.returncode == exits.UNREADABLE
    assert [each["code"] for each in json.loads(strict.stdout)["diagnostics"]] == ["SR920"]
    done = program("vem", "bidrag", "--json", *DATE)
    assert done.returncode == exits.OK
    assert json.loads(done.stdout)["outcome"] == "decides"
    assert "varning[SR920]: pluginet «ond» 1.0 svarar inte i answer_lines" in done.stderr


def test_ctrl_c_in_a_plugin_is_ctrl_c(install: Install, run: Run) -> None:
    install("ond", hook("answer_lines", "raise KeyboardInterrupt"), kinds=("answers",))
    code, out, err = run("[plugin.ond]\n", "vem", "bidrag", *DATE)
    assert (code, out) == (exits.WRONG_USE, "")
    assert "Avbrutet." in err


def test_ctrl_c_while_a_plugin_works(install: Install, run: Run) -> None:
    """It waits for ever; the one who asked does not."""
    install("ond", hook("answer_lines", "raise_signal(SIGINT); Event().wait()"), kinds=("answers",))
    site = next(Path(each) for each in sys.path if each.endswith("/site")) / "styrregler_ond.py"
    head = "from signal import SIGINT, raise_signal\nfrom threading import Event\n"
    site.write_text(head + site.read_text("utf-8"), encoding="utf-8")
    run("[plugin.ond]\n", "ordlista")
    done = program("vem", "bidrag", *DATE)
    assert (done.returncode, done.stdout) == (exits.WRONG_USE, "")
    assert "Avbrutet." in done.stderr


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program itself, in a process of its own, with the plugins that are installed here."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    code = "from styrregler.cli.main import run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        check=False,
    )


def test_what_is_wrong_is_told_in_json_too(install: Install, run: Run) -> None:
    install("ond", "1 / 0")
    _, out, _ = run("[plugin.ond]\n", "kontrollera", "--json", *DATE)
    (found,) = [each for each in json.loads(out)["diagnostics"] if each["code"] == "SR911"]
    assert found["message"] == "pluginet «ond» 1.0 kan inte läsas in"
    assert "ZeroDivisionError" in found["why"]
    code, out, _ = run("[plugin.ond]\n", "kontrollera", "--json", "--strikt", *DATE)
    assert code == exits.UNREADABLE
    assert [each["code"] for each in json.loads(out)["diagnostics"]] == ["SR911"]


def test_what_is_left_out_is_not_told_of(install: Install, run: Run) -> None:
    install("ond", "1 / 0")
    assert run("[plugin.ond]\n", "kontrollera", *DATE, "--utan-plugin", "ond")[0] == exits.OK


def test_one_that_is_not_installed(install: Install, run: Run) -> None:
    install("attest", GOOD, kinds=("checks",))
    code, _, err = run("[plugin.atest]\n", "vem", "bidrag", *DATE)
    assert code == exits.OK
    assert "varning[SR910]: pluginet «atest» är inte installerat" in err
    assert "menade du «attest»?" in err


def test_two_packages_of_one_name(install: Install, run: Run) -> None:
    install("god", GOOD, package="styrregler-a")
    install("god", GOOD, package="styrregler-b")
    _, _, err = run("[plugin.god]\n", "kontrollera", *DATE)
    assert "varning[SR915]: pluginet «god» finns i flera paket" in err
    assert "varning[GOD101]" not in err
    _, _, err = run('[plugin.god]\npaket = "styrregler-b"\n', "kontrollera", *DATE)
    assert "SR915" not in err
    assert "varning[GOD101]" in err


def test_two_checks_of_one_code_and_two_commands_of_one_name(install: Install, run: Run) -> None:
    install("ett", GOOD, kinds=KINDS)
    install("tva", GOOD, kinds=KINDS)
    _, _, err = run("[plugin.tva]\n[plugin.ett]\n", "kontrollera", *DATE)
    assert err.count("varning[GOD101]") == 1
    assert (
        "varning[SR915]: pluginet «ett» 1.0 har en kontroll med koden GOD101, som redan finns i «tva» 1.0"
        in err
    )
    code, out, err = run("[plugin.tva]\n[plugin.ett]\n", "hej")
    assert (code, out) == (exits.OK, "hej \n")
    assert "varning[SR915]: pluginet «ett» 1.0 har ett kommando «hej»" in err


WRONG = {
    "commands": ("commands", "Command", "hej", ["hej"]),
    "importers": ("importers", "Importer", "x", ["importera", "x"]),
    "exporters": ("exporters", "Exporter", "x", ["exportera", "x"]),
    "renderers": ("renderers", "Renderer", "x", ["vem", "bidrag", "--som", "x"]),
}


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize(
    ("act", "code"), [("1 / 0", "SR912"), ("7", "SR913"), ("__import__('sys').exit(0)", "SR912")]
)
def test_what_is_asked_for_by_name_and_fails(
    kind: str, act: str, code: str, install: Install, run: Run
) -> None:
    _, made, name, words = WRONG[kind]
    install(
        "ond", hook(kind, f"return [{made}('{name}', 'Ond.', lambda *_: {act})]").replace("import *", f"import {made}"),
        kinds=(kind,),
    )  # fmt: skip
    ended, out, err = run("[plugin.ond]\n", *words)
    assert (ended, out) == (exits.UNREADABLE, "")
    assert re.findall(r"^\w+\[(SR91\d)\]: pluginet «ond» 1.0", err, re.MULTILINE) == [code]


def test_a_slow_import_is_told(install: Install, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "PATIENCE", 0.0)
    install("god", GOOD, kinds=("answers",))
    code, out, err = run("[plugin.god]\n", "vem", "bidrag", *DATE)
    assert code == exits.OK
    assert "ärendekort" in out
    assert err.count("upplysning[SR917]: pluginet «god» 1.0 är långsamt att läsa in") == 1


@pytest.mark.parametrize(
    "said",
    [
        "print('hej')",
        "import sys; sys.stdout.buffer.write(b'hej')",
        "import os; os.write(1, b'hej')",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(\"hej\")'], check=True)",
    ],
    ids=["print", "bytes", "past Python", "another program"],
)
def test_what_a_plugin_prints_is_not_part_of_the_answer(said: str, install: Install, run: Run) -> None:
    text = f"print('hej vid inläsning')\n{hook('answer_lines', said + '; return []')}"
    install("pratig", text, kinds=("answers",))
    run("[plugin.pratig]\n", "ordlista")
    done = program("vem", "bidrag", "--json", *DATE)
    assert json.loads(done.stdout)["outcome"] == "decides"
    assert "hej vid inläsning" in done.stderr
    assert done.stderr.count("hej") == 2
    _, out, err = run("[plugin.pratig]\n", "vem", "bidrag", "--json", *DATE)
    assert json.loads(out)["outcome"] == "decides"
    assert "hej" in err


def test_one_that_takes_the_output_does_not_keep_it(install: Install, run: Run) -> None:
    install(
        "ond",
        hook("answer_lines", "import io, sys; sys.stdout = io.StringIO(); return []"),
        kinds=("answers",),
    )
    assert run("[plugin.ond]\n", "vem", "bidrag", *DATE)[1].startswith("Socialchef beslutar")


def test_a_line_of_an_answer_cannot_steer_the_terminal(install: Install, run: Run) -> None:
    install("ond", hook("answer_lines", r"return [ExtraLine('a', 'x\x1b[2J\ny')]"), kinds=("answers",))
    _, out, _ = run("[plugin.ond]\n", "vem", "bidrag", *DATE)
    assert "\x1b" not in out
    assert "  a             x [2J y\n" in out


def test_a_broken_check_of_many_leaves_the_others(install: Install, run: Run) -> None:
    names = [f"p{number}" for number in range(20)]
    for name in names:
        install(name, "1 / 0" if name == "p7" else check("return []", f"XX{names.index(name):03}"))
    _, _, err = run("".join(f"[plugin.{name}]\n" for name in names), "kontrollera", *DATE)
    assert re.findall(r"\[(SR91\d)\]: pluginet «(\w+)»", err) == [("SR911", "p7")]


@pytest.mark.parametrize("names", [*permutations(("god", "ond", "annan"))], ids="-".join)
def test_the_order_of_installation_does_not_matter(
    names: tuple[str, ...], install: Install, run: Run
) -> None:
    texts = {
        "god": GOOD,
        "ond": "1 / 0",
        "annan": GOOD.replace("GOD101", "ANN101").replace("ärendekort", "kort"),
    }
    for name in names:
        install(name, texts[name], kinds=KINDS if name != "ond" else ("checks",))
    toml = "[plugin.ond]\n[plugin.god]\n[plugin.annan]\n"
    _, out, err = run(toml, "kontrollera", *DATE)
    found = re.findall(r"^\w+\[(\w+)\]: (?:pluginet «(\w+)»)?", err, re.MULTILINE)
    told = [each for each in found if not each[0].startswith("SR4")]
    assert told == [("ANN101", ""), ("GOD101", ""), ("SR911", "ond")]
    _, out, _ = run(toml, "vem", "bidrag", *DATE)
    assert [line.split()[0] for line in out.splitlines() if "https" in line] == ["ärendekort", "kort"]


def test_the_library_collects_what_is_wrong(install: Install, run: Run, tmp_path: Path) -> None:
    install("ond", "1 / 0", kinds=("answers",))
    run("[plugin.ond]\n", "kontrollera")
    rules = styrregler.load(tmp_path / "regler")
    assert rules.plugins.troubles.diagnostics == ()
    assert rules.who_decides("bidrag").outcome.value == "decides"
    assert [each.code for each in rules.plugins.troubles.diagnostics] == ["SR911"]
