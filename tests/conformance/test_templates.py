"""What others are to put in their own repositories: valid as their servers see it, and doing what it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.kit import POLICIES, ROOT

TEMPLATES = ROOT / "docs" / "mallar"
HOOKS = ROOT / ".pre-commit-hooks.yaml"


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "path"),
    [("vendor.github-workflows", TEMPLATES / "github.yml"), ("vendor.gitlab-ci", TEMPLATES / "gitlab.yml")],
    ids=["github", "gitlab"],
)
def test_a_template_is_as_its_server_reads_it(schema: str, path: Path, tmp_path: Path) -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    assert subprocess.run([*check, path], check=False, capture_output=True).returncode == 0
    spoilt = tmp_path / "spoilt.yml"
    key = {"github": "runs-on", "gitlab": "script"}[path.stem]
    spoilt.write_text(path.read_text(encoding="utf-8").replace(key, f"{key}x"), encoding="utf-8")
    assert subprocess.run([*check, spoilt], check=False, capture_output=True).returncode == 1


def test_every_template_is_tried() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == {"github.yml", "gitlab.yml"}


def test_the_hooks_are_as_pre_commit_reads_them() -> None:
    validate = [sys.executable, "-m", "pre_commit", "validate-manifest", HOOKS]
    ran = subprocess.run(validate, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


# ---------- the commands in them


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    shutil.copytree(POLICIES / "exempelkommun", tmp_path / "regler")
    return tmp_path


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["sh", "-ec", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "REGLER": "regler"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def spoil(folder: Path) -> None:
    """A delegate that nobody has declared: an error."""
    order = folder / "regler" / "kfn-delegation.styr"
    text, count = re.subn(r"(?m)^(    delegat +[\w-]+)", r"\1fel", order.read_text(encoding="utf-8"), count=1)
    assert count
    order.write_text(text, encoding="utf-8")


def github_steps() -> list[str]:
    steps = loaded(TEMPLATES / "github.yml")["jobs"]["kontrollera"]["steps"]
    return [step["run"] for step in steps if step.get("run", "").startswith("styrregler")]


def test_the_steps_for_github_run(repository: Path) -> None:
    told, sarif, examples = github_steps()
    assert [shell(step, repository).returncode for step in (told, sarif, examples)] == [0, 0, 0]
    (run,) = json.loads((repository / "styrregler.sarif").read_text(encoding="utf-8"))["runs"]
    assert all(each.get("suppressions") or each["level"] == "note" for each in run["results"])


def test_the_steps_for_github_tell_of_an_error_and_still_report(repository: Path) -> None:
    spoil(repository)
    told, sarif, _ = github_steps()
    first = shell(told, repository)
    assert first.returncode == 1
    assert first.stdout.startswith("::error file=regler/kfn-delegation.styr,line=")
    assert shell(sarif, repository).returncode == 0
    (run,) = json.loads((repository / "styrregler.sarif").read_text(encoding="utf-8"))["runs"]
    assert run["results"]


@pytest.mark.parametrize("spoilt", [False, True])
def test_the_job_for_gitlab_leaves_its_reports(repository: Path, spoilt: bool) -> None:
    if spoilt:
        spoil(repository)
    job = loaded(TEMPLATES / "gitlab.yml")["styrregler"]
    steps = [step for step in job["script"] if step.startswith("styrregler") and "testa" not in step]
    ended = [shell(step, repository).returncode for step in steps]
    assert ended == [0, 0, 1 if spoilt else 0]
    for report in job["artifacts"]["reports"].values():
        assert (repository / report).read_text(encoding="utf-8")


def test_the_hooks_do_what_they_say(repository: Path) -> None:
    check, tidy = (hook["entry"] for hook in loaded(HOOKS))
    assert shell(check, repository / "regler").returncode == 0
    order = repository / "regler" / "kfn-delegation.styr"
    neat = order.read_text(encoding="utf-8")
    order.write_text(neat.replace("    delegat   ", "    delegat", 1), encoding="utf-8")
    assert shell(f"{tidy} {order}", repository).returncode == 0
    assert order.read_text(encoding="utf-8") == neat
