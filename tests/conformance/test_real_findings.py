"""What `kontrollera` finds in five real orders, and what a municipal lawyer would say of it.

``docs/riktiga-ordningar.md`` is written from the findings and from ``tests/real/bedomningar.toml``, where the lawyer's
judgement of each code in each order is kept by hand.  ``STYRREGLER_SPELA_IN=1 pytest tests/conformance`` writes it. Read
the difference before it stays.
"""

import os
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

import pytest

from styrregler.checks import CHECKS
from styrregler.diagnostics import Diagnostic
from styrregler.library import Rules, load
from styrregler.model import RuleKind
from styrregler.ruleset import RuleSet
from styrregler.text import Place
from tests.kit import REVIEWED, ROOT

RECORD = bool(os.environ.get("STYRREGLER_SPELA_IN"))
CHECKED = {check.code for check in CHECKS}
REAL = ROOT / "tests" / "real"
DOCUMENT = ROOT / "docs" / "riktiga-ordningar.md"
JUDGED: dict[str, Any] = tomllib.loads((REAL / "bedomningar.toml").read_text(encoding="utf-8"))
DEMANDS: list[dict[str, Any]] = JUDGED.pop("krav")
ORDERS = sorted(folder.name for folder in REAL.iterdir() if folder.is_dir())
HEAD = f"""\
# Riktiga ordningar

Vad `styrregler kontrollera` säger om fem verkliga ordningar, granskade som om de gällde {REVIEWED}. De är utdrag: det som
inte står i utdraget är inte påhittat, och en anmärkning om något som saknas kan därför vara besvarad i en del som inte
syns. Källorna och orden de är skrivna efter finns i `tests/real`.

Sista kolumnen är en bedömning för hand: skulle en kommunjurist hålla med? Övriga kolumner är skrivna ur kontrollerna, och
ett prov ser till att de stämmer.
"""


@cache
def loaded(order: str) -> Rules:
    return load(REAL / order)


def rules_of(order: str) -> RuleSet:
    return loaded(order).index


@cache
def found_in(order: str) -> tuple[Diagnostic, ...]:
    return loaded(order).findings(REVIEWED).reported


def point(place: Place | None, order: str) -> str:
    """The number of the point that a place lies in; empty when it is in the order's head or in another file."""
    before = [
        rule
        for each in rules_of(order).corpus.orders
        for rule in each.rules
        if rule.kind is not RuleKind.GENERAL
        and place is not None
        and rule.place.path == place.path
        and rule.place.start <= place.start
    ]
    return max(before, key=lambda rule: rule.place.start).number if before else ""


def document() -> str:
    return "\n".join([HEAD, *(line for order in ORDERS for line in part(order))])


def part(order: str) -> Iterator[str]:
    title = rules_of(order).corpus.orders[0].title
    yield from (f"## {title}", "", JUDGED[order]["om"], "")
    yield "| kod | nivå | punkt | vad som sägs | lagrum | skulle en jurist hålla med? |"
    yield "| --- | --- | --- | --- | --- | --- |"
    by_code = sorted(found_in(order), key=lambda each: (each.severity.rank, each.code, each.sort_key))
    for (_, code), group in groupby(by_code, key=lambda each: (each.severity.rank, each.code)):
        found = list(group)
        judged = JUDGED[order].get(code, {"med": "inte bedömt", "lagrum": "", "skal": ""})
        points = ", ".join(dict.fromkeys(filter(None, (point(each.place, order) for each in found))))
        said = "; ".join(dict.fromkeys(each.message for each in found)).replace("|", "\\|")
        yield (
            f"| {link(code)} | {found[0].severity.value} | {points or 'ordningen'} | {said} | {judged['lagrum']} "
            f"| {judged['med'].capitalize()}. {judged['skal']} |"
        )
    yield from ("", JUDGED[order]["annars"], "")


def link(code: str) -> str:
    return f"[{code}](referens/kontroller/{code}.md)" if code in CHECKED else f"[{code}](referens/koder.md)"


def test_the_document_says_what_is_found() -> None:
    if RECORD:
        DOCUMENT.write_text(document(), encoding="utf-8")
    assert DOCUMENT.read_text(encoding="utf-8") == document()


@pytest.mark.parametrize("order", ORDERS)
def test_every_finding_is_judged_and_no_judgement_is_stale(order: str) -> None:
    codes = {each.code for each in found_in(order)}
    judged = {code for code, value in JUDGED[order].items() if isinstance(value, dict)}
    assert not codes - judged, f"inte bedömda i tests/real/bedomningar.toml: {sorted(codes - judged)}"
    stale = (judged & CHECKED) - codes
    assert not stale, f"hittas inte längre: {sorted(stale)}"
    for code in judged:
        assert JUDGED[order][code]["med"] in ("ja", "delvis", "nej")
        assert JUDGED[order][code]["lagrum"] and JUDGED[order][code]["skal"]


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda each: f"{each['ordning']}: {each['varfor']}")
def test_what_must_be_found_is_found(demand: dict[str, Any]) -> None:
    order, code = demand["ordning"], demand["kod"]
    found = [each for each in found_in(order) if each.code == code]
    places = [place for each in found for place in (each.place, *(place for place, _ in each.related))]
    assert set(demand["punkter"]) <= {point(place, order) for place in places}


@pytest.mark.parametrize("order", ORDERS)
def test_repealed_law_is_told_exactly_where_it_is_cited(order: str) -> None:
    rules = rules_of(order)
    repealed = {act.name for act in rules.corpus.acts if act.period.end and act.period.end < REVIEWED}
    cited = {basis.act for each in rules.corpus.orders for rule in each.rules for basis in rule.law}
    assert bool(cited & repealed) is any(each.code == "SR202" for each in found_in(order))
