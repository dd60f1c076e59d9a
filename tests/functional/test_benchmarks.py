"""The benchmarks' workload is what their README says. How long anything takes is nobody's business here."""

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.kontrollera import REVIEWED, cost
from benchmarks.multiplied import multiplied, place_of
from benchmarks.peers.all import ENGINES
from benchmarks.peers.engine import Engine
from benchmarks.peers.measured import NotMeasured, measured, questions, right
from benchmarks.results import checking
from benchmarks.workload import points

from styrregler.diagnostics import Severity
from styrregler.library import Rules
from styrregler.model import OrderKind, RuleKind
from styrregler.ruleset import RuleSet
from styrregler.text import SourceText
from styrregler.workspace import compile_sources
from tests.kit import POLICIES

SMALL = {file.name: file.read_text("utf-8") for file in sorted((POLICIES / "exempelkommun").glob("*.styr"))}


def rules_of(files: dict[str, str]) -> RuleSet:
    return compile_sources([SourceText.of(name, text) for name, text in files.items()])


@pytest.fixture(scope="module")
def small() -> RuleSet:
    return rules_of(SMALL)


@pytest.fixture(scope="module")
def large() -> RuleSet:
    return rules_of(multiplied(SMALL, 3))


def test_the_same_text_each_time():
    assert multiplied(SMALL, 3) == multiplied(SMALL, 3)
    assert multiplied(SMALL, 1) == SMALL


def test_no_two_places_share_a_name():
    assert len({place_of(number).lower() for number in range(5000)}) == 5000


def test_three_times_as_many_of_every_kind_of_row(small: RuleSet, large: RuleSet):
    def kinds(rules: RuleSet) -> Counter[tuple[OrderKind, RuleKind, bool, bool, bool]]:
        return Counter(
            (order.kind, rule.kind, bool(rule.overrides), bool(rule.substitutes), rule.subdelegation is None)
            for order in rules.corpus.orders
            for rule in order.rules
        )

    assert kinds(large) == {kind: 3 * count for kind, count in kinds(small).items()}
    assert len(large.corpus.examples) == 3 * len(small.corpus.examples)


def test_no_two_copies_share_a_matter(small: RuleSet, large: RuleSet):
    def matters(rules: RuleSet) -> set[str]:
        rows = (rule for order in rules.corpus.orders for rule in order.rules)
        return {rule.matter for rule in rows if rule.kind is not RuleKind.GENERAL}

    assert len(matters(large)) == 3 * len(matters(small))


def test_it_is_as_clean_as_the_original(large: RuleSet):
    found = Rules(large).findings(REVIEWED)
    assert [each for each in found.reported if each.severity is not Severity.INFO] == []


def test_the_tables_can_be_made(tmp_path: Path):
    for name, text in SMALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    once = cost(tmp_path)
    assert checking([[once], [once]]).count("\n| SR") == 10


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_engines_that_are_here_answer_as_a_scan_of_all_points_does(engine: Engine):
    found = measured(engine, 60, 40)
    if isinstance(found, NotMeasured):
        pytest.skip(f"{found.why}; `make bench` installs the peers")
    assert (found.asked, found.wrong) == (40, 0)


def test_the_questions_have_answers_and_have_none():
    made = points(60)
    answers = right(made, questions(made, 200))
    assert None in answers and len(set(answers)) > 20
