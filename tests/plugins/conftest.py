"""Plugins as they are when installed: distributions with entry points, in a folder that Python looks in."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from styrregler.cli.main import _code
from styrregler.cli.swedish import speak_swedish
from tests.kit import ORGANISATION, order, source

CLAUSES = "anmäls till nämnden nästa sammanträde"
POINTS = """
punkt 1 "Bidrag"
    delegat           socialchef

punkt 2 "Inköp"
    delegat           enhetschef   när belopp högst 5 000 kr
                      socialchef   annars
"""
Install = Callable[..., None]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Installs a plugin: a module, and the kinds that it is listed under. The same name again is another package."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    before = set(sys.modules)

    def installed(
        name: str, text: str, *, kinds: tuple[str, ...] = ("checks",), package: str = "", version: str = "1.0"
    ) -> None:
        package = package or f"styrregler-{name}"
        module = package.replace("-", "_")
        (site / f"{module}.py").write_text(dedent(text), encoding="utf-8")
        info = site / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
        points = "".join(f"[styrregler.{kind}]\n{name} = {module}\n\n" for kind in kinds)
        (info / "entry_points.txt").write_text(points)

    yield installed
    for name in set(sys.modules) - before:
        if name.startswith("styrregler_"):
            del sys.modules[name]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Writes rules into a folder, goes there and runs a command; gives the exit code and what it wrote."""
    folder = tmp_path / "regler"
    folder.mkdir()
    for name in ("STYRREGLER_REGLER", "STYRREGLER_PLUGIN", "STYRREGLER_EGNA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(folder)
    speak_swedish()

    def ran(toml: str, *arguments: str, points: str = POINTS) -> tuple[int, str, str]:
        (folder / "styrregler.toml").write_text(toml, encoding="utf-8")
        (folder / "organisation.styr").write_text(source(ORGANISATION).text, encoding="utf-8")
        (folder / "ordning.styr").write_text(order(points, CLAUSES) + "\n", encoding="utf-8")
        code = _code(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return ran
