"""A rule set that has been read once is answered from at once, by what is needed and nothing else; and alike in every letter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit import POLICIES

EXEMPELKOMMUN = POLICIES / "exempelkommun"
QUESTIONS = (
    ("vem", "direktupphandling", "-u", "belopp=90000"),
    ("vem", "vem får köpa in datorer för en halv miljon?"),
    ("vem", "SN 2.2", "--datum", "2026-03-02", "--json"),
    ("vem", "får enhetschefen köpa datorer för 90 tkr?", "--forklara"),
    ("vem", "något som inte finns alls"),
    ("sok", "köpa datorer"),
    ("prova", "direktupphandling", "--beslutat-av", "enhetschef", "-u", "belopp=90000"),
    ("arendegang", "--regler", str(POLICIES / "soderhamn")),
    ("kontrollera", "--alla"),
    ("testa",),
)
TOLD = """
import sys
from styrregler.cli.main import run
try:
    run(sys.argv[1:])
except SystemExit:
    print("|".join(sorted({name.partition(".")[0] for name in sys.modules})))
    print("|".join(sorted(name for name in sys.modules if name.startswith("styrregler."))))
"""
SLOW = (
    "lark",
    "pluggy",
    "tomllib",
    "tomli_w",
    "pyarrow",
    "docx",
    "openpyxl",
    "duckdb",
    "icalendar",
    "pygraphviz",
    "numpy",
)


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    cache = tmp_path_factory.mktemp("cache")
    return {**os.environ, "STYRREGLER_CACHE": str(cache), "STYRREGLER_REGLER": str(EXEMPELKOMMUN)}


def process(*arguments: str, environ: dict[str, str]) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environ,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def styrregler(*arguments: str, environ: dict[str, str]) -> tuple[int, str, str]:
    code = "import sys; from styrregler.cli.main import run; run(sys.argv[1:])"
    return process("-c", code, *arguments, environ=environ)


def warmed(environ: dict[str, str]) -> dict[str, str]:
    """The environment, when something has been kept in its folder."""
    if not any(Path(environ["STYRREGLER_CACHE"]).iterdir()):
        styrregler("vem", "direktupphandling", environ=environ)
    return environ


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_the_answer_is_the_same_warm_as_cold(question: tuple[str, ...], environ: dict[str, str]) -> None:
    cold = styrregler(*question, environ={**environ, "STYRREGLER_CACHE": "av"})
    styrregler(*question, environ=environ)
    assert styrregler(*question, environ=environ) == cold


def test_what_is_kept_is_left_alone_where_nobody_wants_it(environ: dict[str, str], tmp_path: Path) -> None:
    code, out, _ = styrregler(
        "vem", "direktupphandling", "--utan-cache", environ={**environ, "STYRREGLER_CACHE": str(tmp_path)}
    )
    assert code in (0, 4) and out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("question", QUESTIONS[:2], ids=" ".join)
def test_a_warm_answer_imports_no_parser_and_no_document_library(
    question: tuple[str, ...], environ: dict[str, str]
) -> None:
    _, out, _ = process("-c", TOLD, *question, environ=warmed(environ))
    *_, every, own = out.splitlines()
    assert not set(SLOW) & set(every.split("|"))
    rooms = {name.split(".")[1] for name in own.split("|")}
    assert not rooms & {"syntax", "resolve", "checks", "analysis", "formatting", "exporters", "registers"}


def test_no_home_and_no_folder_is_no_hindrance(environ: dict[str, str]) -> None:
    bare = {
        name: value
        for name, value in environ.items()
        if name not in ("HOME", "XDG_CACHE_HOME", "STYRREGLER_CACHE")
    }
    code, out, err = styrregler("vem", "direktupphandling", "-u", "belopp=90000", environ=bare)
    assert (code, err) == (0, "")
    assert "Enhetschef" in out


def test_a_folder_that_was_named_and_cannot_be_written_is_told(
    environ: dict[str, str], tmp_path: Path
) -> None:
    taken = tmp_path / "fil"
    taken.write_text("", encoding="utf-8")
    code, out, err = styrregler(
        "vem", "direktupphandling", "-u", "belopp=90000", environ={**environ, "STYRREGLER_CACHE": str(taken)}
    )
    assert code == 0
    assert "Enhetschef" in out
    assert err.startswith("obs: ") and str(taken) in err
