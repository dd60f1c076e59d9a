"""Advice is followed to the letter: numbers in it are worth what was written, and what it says to write can be read."""

import re
from pathlib import Path

import pytest

from styrregler.text import SourceText
from styrregler.values import Quantity, parse_quantity
from styrregler.workspace import compile_sources
from tests.golden.test_golden import ONE, files_in, rules_and_answer
from tests.kit import ORGANISATION, order, rules, source

AMOUNTS = {
    "10.000 kr": 10_000,
    "10 000 kr": 10_000,
    "10000 kr": 10_000,
    "10.000:-": 10_000,
    "10000:-": 10_000,
    "1.250.000 kr": 1_250_000,
    "2.5 mkr": 2_500_000,
    "2,5 mkr": 2_500_000,
}
CONDITIONS = (
    "när beloppet är högst {}",
    "när belopp är {}",
    "när belopp max {}",
    "när belopp upp till {}",
    "när belopp {}",
    "när belopp <= {}",
    "när högst {}",
    "om belopp högst {}",
    "högst {}",
    "({})",
    "belopp högst {}",
    "när belopp inte över {}",
    "när belopp högst {} exkl. moms",
    "när belopp minst 5 kr men högst {}",
    "när belopp mellan 5 kr och {}",
)


@pytest.mark.parametrize("written", AMOUNTS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_number_in_advice_is_worth_what_was_written(condition, written):
    loaded = rules(order(f'punkt 1 "Köp"\n    delegat enhetschef {condition.format(written)}'))
    for found in loaded.diagnostics:
        both = "decimaler" in found.remedy
        for form in re.findall("«([^»]*)»", found.remedy)[: 1 if both else None]:
            for text in re.findall(r"\d[\d ]*(?:,\d+)?(?: ?(?:kr|mkr))?(?![\w.,:])", form):
                amount = parse_quantity(text.strip())
                assert isinstance(amount, Quantity), found.remedy
                assert amount.measure in (AMOUNTS[written], 5), found.remedy


WHOLE = [
    case
    for case in ONE
    if re.search("gör så: skriv (?:den |det )?(?:sist: )?«[^«»…]+»$", case.read_text("utf-8"), re.MULTILINE)
]


@pytest.mark.parametrize("case", WHOLE, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_what_advice_says_to_write_can_be_read(case: Path):
    """Put where the mark points, or for the line or what follows the keyword in it, it leaves no message."""
    text, answer = rules_and_answer(case)
    path, line, column = re.search(r"┌─ (\S+):(\d+):(\d+)", answer).groups()
    form = re.search(r"gör så: skriv (?:den |det )?(?:sist: )?«([^«»…]+)»$", answer, re.MULTILINE)[1]
    length = len(re.search(r"│ +(\^+)", answer)[1])
    files = dict(files_in(text))
    lines = files[path].rstrip("\n").split("\n")
    at, start = int(line) - 1, int(column) - 1
    wrong = lines[at]
    keyword = re.match(r" *\S+ *", wrong)[0]
    marked = wrong[start : start + length]
    attempts = [
        form + wrong[start + length :],
        wrong[:start] + re.sub(r" *[\d ]+$", f" {form}", marked) + wrong[start + length :],
        wrong[:start] + form + wrong[start + length :],
        wrong[:start] + form,
        re.match(" *", wrong)[0] + form,
        keyword + form,
        re.sub(r"(när ).*", lambda found: found[1] + form.removeprefix("när "), wrong),
    ]
    # A list that goes on below is written on one line.
    ends = (at + 1, at + 2) if "komma saknas" in answer else (at + 1,)
    assert any(
        not told({**files, path: "\n".join([*lines[:at], attempt, *lines[end:]])})
        for attempt in attempts
        for end in ends
    ), attempts


def told(files: dict[str, str]) -> list[str]:
    sources = [SourceText.of(name, text.rstrip("\n") + "\n") for name, text in files.items()]
    loaded = compile_sources([source(ORGANISATION, "organisation.styr"), *sources], "prov")
    return [f"{found.place}: {found.message}" for found in loaded.diagnostics]


def test_a_chief_that_each_administration_has_is_advised_as_such() -> None:
    board = 'nämnd socialnämnden "Socialnämnden"\n'
    loaded = rules(order('punkt 1 "Bidrag"\n    delegat förvaltningschef'), organisation=board)
    assert [found.remedy for found in loaded.diagnostics] == [
        'rätta stavningen, eller lägg till blocket «roll förvaltningschef "Förvaltningschef"» med «finns i varje förvaltning»'
    ]
