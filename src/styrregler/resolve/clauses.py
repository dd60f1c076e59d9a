"""What a row says in the end: its own clauses, and where it is silent the section's, then the order's."""

from datetime import date

from attrs import evolve

from styrregler.model import LegalBasis, Order, Rule
from styrregler.resolve.acts import bases_of
from styrregler.resolve.called import former_numbers, included, synonyms, texts
from styrregler.resolve.deciding import deciding, exceptions, overrides
from styrregler.resolve.filling import Filling, Given, Known
from styrregler.resolve.following import (
    appeal,
    notices,
    preconditions,
    reporting,
    requirements,
    subdelegation,
    substitutes,
)
from styrregler.resolve.scope import words_of


def fill(rule: Rule, levels: list[Given], order: Order, day: date | None, known: Known) -> Rule:
    """``rule`` with all that it says and inherits; ``levels`` from the nearest outwards."""
    row = Filling(known, levels, order, day)
    rule = deciding(
        row,
        evolve(
            rule,
            synonyms=tuple(synonyms(row)),
            former_numbers=tuple(former_numbers(row)),
            overrides=tuple(overrides(row)),
            exceptions=tuple(exceptions(row)),
            municipalities=_municipalities(row),
            law=_law(row),
            tags=_tags(row),
            substitutes=tuple(substitutes(row)),
            subdelegation=subdelegation(row),
            reporting=tuple(reporting(row)),
            consult=tuple(notices(row, "samråd med")),
            inform=tuple(notices(row, "informera")),
            preconditions=tuple(preconditions(row)),
            requirements=tuple(requirements(row)),
            conditions=texts(row, "villkor"),
            remarks=texts(row, "anmärkning"),
            includes=included(row, negated=False),
            excludes=included(row, negated=True),
            appeal=appeal(row),
        ),
    )
    return evolve(rule, readable=False, faults=(*rule.faults, *row.faults)) if row.faults else rule


def _municipalities(row: Filling) -> frozenset[str]:
    return frozenset(
        name
        for clause, scope in row.own("för kommun")
        for word in words_of(clause.value)
        if (name := row.known.names.party(word, clause, scope, frozenset({"kommun"})))
    )


def _law(row: Filling) -> tuple[LegalBasis, ...]:
    return tuple(
        basis
        for clause, scope in row.nearest("lagrum")
        for basis in bases_of(clause, scope, row.known.acts, row.day)
    )


def _tags(row: Filling) -> frozenset[str]:
    """The kinds of matter that the row is marked with. With an unknown one, what bars the row is not known."""
    found: frozenset[str] = frozenset()
    for clause, scope in row.nearest("rör"):
        kinds = row.known.names.kinds_of(clause, scope)
        if kinds is None:
            row.faults.append(scope.clause(clause))
        found |= kinds or frozenset()
    return found
