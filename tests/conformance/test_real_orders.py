"""Every case of five real orders, answered as the document has it (or as a ruling says, which is named)."""

import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from styrregler.library import Rules, load
from styrregler.query.duties import law
from styrregler.query.people import name_of

REAL = Path(__file__).parents[1] / "real"
CASES: list[dict[str, Any]] = tomllib.loads((REAL / "cases.toml").read_text(encoding="utf-8"))["case"]


@cache
def rules_of(order: str) -> Rules:
    loaded = load(REAL / order)
    assert not [found for found in loaded.diagnostics if found.severity.value == "fel"], order
    return loaded


def differences(case: dict[str, Any]) -> list[str]:
    """What the answer has otherwise than the case; empty when it is as expected."""
    return _check(case) if case.get("kind") == "check" else _question(case)


def _check(case: dict[str, Any]) -> list[str]:
    """Which statutes of the order are out of date on the day, and on which rows."""
    rules, on = rules_of(case["order"]).index, date.fromisoformat(case["date"])
    outdated = {
        (basis.act, rule.number)
        for order in rules.corpus.orders
        for rule in order.rules
        for basis, reference in zip(rule.law, law(rule, rules, on), strict=False)
        if reference.repealed
    }
    expect = case["expect"]
    return [
        f"{what}: {got} ≠ {want}"
        for what, got, want in (
            ("acts", {act for act, _ in outdated}, set(expect["acts"])),
            ("rows", {number for _, number in outdated}, set(expect["rows"])),
        )
        if got != want
    ]


def _question(case: dict[str, Any]) -> list[str]:
    answer = rules_of(case["order"]).who_decides(
        case["matter"],
        case.get("facts", {}),
        on=date.fromisoformat(case["date"]),
        absent=case.get("absent", ()),
    )
    expect = case["expect"]
    got: dict[str, Any] = {
        "outcome": answer.outcome.value,
        "deciders": {name_of(each.party) for each in answer.deciders},
        "substitutes": [name_of(each.party) for each in answer.substitutes],
        "report_to": "inte"
        if not answer.report or answer.report[0].to is None
        else name_of(answer.report[0].to),
        "report_via": answer.report[0].via if answer.report else "",
        "law": {each.text for each in answer.law},
        "subdelegation": answer.subdelegation not in ("", "nej"),
        "unless": {name_of(who.party) for each in answer.unless for who in each.deciders},
        "warning": "upphävd lag" if any(each.repealed for each in answer.law) else "",
    }
    if answer.outcome.value == "default":
        got["rows"] = {answer.matter.number, *(each.rule for each in answer.excluded)}
    else:
        got["rows"] = {rule.number for rule in answer.rules}
    titles = {role.title: name for name, role in rules_of(case["order"]).index.corpus.roles.items()}
    got["report_via"] = titles.get(got["report_via"], got["report_via"])
    wrong = []
    for key, want in expect.items():
        if key == "warning" and want != "upphävd lag":
            continue
        have = got[key]
        same = want in have if key == "law" else set(want) == have if isinstance(have, set) else want == have
        if key == "rows" and answer.outcome.value == "default":
            same = set(want) <= have
        if not same:
            wrong.append(f"{key}: {have} ≠ {want}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=[f"{case['order']}: {case['question']}" for case in CASES])
def test_a_real_case_is_answered_as_the_document_has_it(case: dict[str, Any]) -> None:
    assert differences(case) == []


def test_the_count_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    counts = Counter(
        "not" if differences(case) else "by ruling" if "ruling" in case else "as expected" for case in CASES
    )
    with capsys.disabled():
        print(
            f"\nreal orders: {counts['as expected']} as expected, {counts['by ruling']} by a ruling, {counts['not']} not, of {len(CASES)}"
        )
    assert sum(counts.values()) == len(CASES) == 39
