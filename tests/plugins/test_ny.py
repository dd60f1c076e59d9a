"""What `ny` writes works as it stands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from styrregler.cli import exits
from styrregler.cli.main import _code
from styrregler.cli.swedish import speak_swedish
from tests.kit import ROOT

Tell = tuple[int, str, str]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("STYRREGLER_REGLER", raising=False)
    monkeypatch.chdir(tmp_path)
    speak_swedish()

    def ran(*arguments: str) -> Tell:
        code = _code(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return ran


@pytest.mark.parametrize("title", ["Lillby kommun", "Östra Å", "Räddningsförbundet 3"])
def test_a_rule_set_is_clean_holds_and_answers(run, title: str) -> None:
    assert run("ny", title, "--mapp", "regler")[0] == exits.OK
    assert run("kontrollera", "regler")[:2] == (exits.OK, "inga fel i 1 ordning med 2 punkter\n")
    assert run("testa", "regler")[:2] == (exits.OK, "3 exempel, 3 håller, 0 håller inte\n")
    assert run("formatera", "--kontroll", "regler")[0] == exits.OK
    answer = run("vem", "köpa in", "-u", "belopp=90000", "--regler", "regler")
    assert (answer[0], answer[1].splitlines()[0]) == (exits.OK, "Enhetschef beslutar")
    assert {".github", ".pre-commit-config.yaml", "styrregler.toml"} <= {
        each.name for each in Path("regler").iterdir()
    }
    assert "@@" not in "".join(
        each.read_text("utf-8") for each in Path("regler").rglob("*") if each.is_file()
    )


@pytest.mark.parametrize("name", ["lillby", "Östra Å", "sr", "x"])
def test_a_plugin_passes_its_own_tests(run, name: str, tmp_path: Path) -> None:
    assert run("ny", "plugin", name, "--mapp", "p")[0] == exits.OK
    path = os.pathsep.join([str(tmp_path / "p" / "src"), str(ROOT / "src")])
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "p"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert done.returncode == 0, done.stdout
    assert "5 passed" in done.stdout or "....." in done.stdout


def test_nothing_is_written_over(run) -> None:
    run("ny", "Lillby kommun")
    before = Path("lillby-kommun/exempel.styr").read_text("utf-8")
    code, _, err = run("ny", "Lillby kommun")
    assert code == exits.WRONG_USE
    assert "finns redan" in err
    assert Path("lillby-kommun/exempel.styr").read_text("utf-8") == before


@pytest.mark.parametrize("words", [("…",), ("plugin", "!"), ("",), ('Lill"by',)])
def test_what_is_no_name(run, words: tuple[str, ...], tmp_path: Path) -> None:
    assert run("ny", *words)[0] == exits.WRONG_USE
    assert not list(tmp_path.iterdir())
