"""What each matter is known by: its names, and the other words that stand about it.

In: a rule set.  Out: one :class:`Described` for each matter, in order of name.  Refuses to weigh one matter against
another.
"""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from styrregler.logic import Expr, atoms
from styrregler.logic.expr import YES
from styrregler.model import RespectiveRole, Rule, RuleKind
from styrregler.ruleset import RuleSet
from styrregler.values import UnitKind

_OUTCOME = "utfall"
TITLE, SYNONYM, EVERYDAY = "rubrik", "kallas även", "ordlista"
# How much a word counts by where it stands.
WEIGHTS = {
    TITLE: 1.0,
    SYNONYM: 1.0,
    EVERYDAY: 0.9,
    "innefattar": 0.8,
    "ärende": 0.6,
    "lagrum": 0.5,
    "avsnitt": 0.45,
    "svar": 0.4,
    "uppgift": 0.3,
    "villkor": 0.25,
    "anmärkning": 0.25,
    "reglemente": 1.0,
}


@frozen
class Described:
    """A matter, its rows, its names (titles and synonyms), and the other texts about it by where they stand."""

    matter: str
    rules: tuple[Rule, ...]
    names: tuple[tuple[str, str], ...]
    """(where, text)"""
    texts: tuple[tuple[str, str], ...]
    measures: frozenset[UnitKind] = frozenset()
    """What kinds of quantity its rows ask for."""

    @property
    def bodies(self) -> frozenset[str]:
        return frozenset(rule.body for rule in self.rules)


def describe_matters(rules: RuleSet) -> tuple[Described, ...]:
    """Every matter that some row is about; an order's own general rules are found by name only, and not here."""
    found = []
    for matter, bodies in rules.matters.items():
        rows = tuple(
            rule
            for body in bodies
            for rule in rules.rules_for(body, matter)
            if rule.kind is not RuleKind.GENERAL
        )
        if rows:
            found.append(_described(matter, rows, rules))
    return tuple(found)


def _described(matter: str, rows: tuple[Rule, ...], rules: RuleSet) -> Described:
    names: dict[tuple[str, str], None] = {}
    texts: dict[tuple[str, str], None] = {("ärende", re.sub(r"[.-]", " ", matter.rpartition(".")[2])): None}
    for rule in rows:
        names[TITLE, rule.title] = None
        names.update(dict.fromkeys((SYNONYM, synonym.text) for synonym in rule.synonyms))
        texts.update(dict.fromkeys(_texts(rule, rules)))
    asked = {name for rule in rows for name in facts_of(rule)}
    kinds = {fact.unit for name in asked if (fact := rules.fact(name)) is not None and fact.unit is not None}
    return Described(matter, rows, tuple(names), tuple(texts), frozenset(kinds))


def _texts(rule: Rule, rules: RuleSet) -> Iterator[tuple[str, str]]:
    yield "avsnitt", rule.section
    yield "avsnitt", rule.area.replace("-", " ")
    yield from (("innefattar", text) for text in rule.includes)
    yield from (("villkor", text) for text in rule.conditions)
    yield from (("anmärkning", text) for text in rule.remarks)
    for basis in rule.law:
        act = rules.acts.get(basis.act)
        if act is not None:
            yield "lagrum", f"{act.abbreviation} {re.sub(r'[(].*?[)]|^Lag om ', '', act.title)}"
    for fact in facts_of(rule):
        declared = rules.fact(fact)
        calls = (fact, *declared.aliases) if declared is not None else (fact,)
        yield from (("uppgift", call.replace("-", " ")) for call in calls)
        yield "uppgift", fact
        answers = rules.choices.get(fact, ())
        if fact != _OUTCOME and YES not in answers:
            yield from (("svar", answer.replace("-", " ")) for answer in answers)


def facts_of(rule: Rule) -> tuple[str, ...]:
    """The facts that the row's conditions ask for, in order."""
    by_conditions = (atom.fact for expr in _conditions(rule) for atom in atoms(expr))
    by_relation = (
        party.by
        for line in rule.alternatives
        for party in line.parties
        if isinstance(party, RespectiveRole) and party.by
    )
    return tuple(dict.fromkeys((*by_conditions, *by_relation)))


def _conditions(rule: Rule) -> Iterable[Expr]:
    for lines in (
        rule.alternatives,
        rule.overrides,
        rule.elsewhere,
        rule.consult,
        rule.inform,
        rule.reporting,
    ):
        yield from (each.when for each in lines if each.when is not None)
    yield from (each.when for each in rule.exceptions)
    yield from rule.requirements
