"""What docs/kallor.md says of the documents stands in the policies: each row names lines that are there, or says why not."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from styrregler.diagnostics import Severity
from styrregler.library import load
from styrregler.query.examples import run_example
from tests.kit import DAY, ROOT

PAGE = ROOT / "docs" / "kallor.md"
_FOLDER = re.compile(r"Mapp: `(policies/[\w-]+)`")
_REFERENCE = re.compile(r"`([\w-]+\.styr)`: `([^`]+)`")
NOT_SAID = "Uttrycks inte: "
ENOUGH = 20
"""Examples whose answers stand in the document, at least."""


@frozen
class Row:
    """A statement of a document, and where it stands."""

    folder: str
    said: str
    where: str


def rows() -> Iterator[Row]:
    for part in PAGE.read_text().split("\n## ")[1:]:
        found = _FOLDER.search(part)
        assert found, f"avsnittet säger inte vilken mapp: {part.splitlines()[0]}"
        for line in part.splitlines():
            cells = [cell.strip() for cell in line.strip("|").split(" | ")]
            if line.startswith("|") and cells[0] != "var" and not set(line) <= set("|- "):
                yield Row(found[1], cells[-2], cells[-1])


ROWS = tuple(rows())
FOLDERS = tuple(dict.fromkeys(row.folder for row in ROWS))


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_statement_stands_where_the_page_says(folder: str) -> None:
    wrong = []
    for row in ROWS:
        if row.folder != folder or row.where.startswith(NOT_SAID):
            continue
        references = _REFERENCE.findall(row.where)
        if not references:
            wrong.append(f"{row.said}: varken en rad eller «{NOT_SAID.strip()}»")
        wrong += [
            f"{row.said}: {file} har ingen rad som börjar «{start}»"
            for file, start in references
            if not stands(ROOT / folder / file, start)
        ]
    assert not wrong, "\n".join(wrong)


def stands(path: Path, start: str) -> bool:
    """Whether a line begins so; a text in quotation marks may stand further in."""
    if not path.is_file():
        return False
    lines = [" ".join(line.split()) for line in path.read_text().splitlines()]
    return any(start in line if start.startswith('"') else line.startswith(start) for line in lines)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_rules_of_a_document_are_without_errors_and_its_examples_hold(folder: str) -> None:
    rules = load(ROOT / folder)
    assert not [str(each) for each in rules.findings(DAY).reported if each.severity is Severity.ERROR]
    ran = [run_example(rules.index, each, DAY) for each in rules.index.corpus.examples]
    assert len(ran) >= ENOUGH
    assert not [(each.example.title, each.mismatches) for each in ran if not each.holds]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_left_open_is_told(folder: str) -> None:
    rules = load(ROOT / folder)
    told = sum(each.code == "SR732" for each in rules.findings(DAY).reported)
    assert told == len(rules.index.corpus.open_points)
