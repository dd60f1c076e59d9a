"""Who decides, as a row says it: delegates, other bodies, execution, and who decides instead.

In: a row being filled.  Out: its steps and exceptions as the model has them.  Refuses to know who it is in the end.
"""

from collections.abc import Iterator

from attrs import evolve

from styrregler.model import (
    Alternative,
    BodyRef,
    Elsewhere,
    Execution,
    Override,
    OwnRight,
    Party,
    Rule,
    Unless,
)
from styrregler.resolve.filling import Filling, Reference
from styrregler.resolve.names import DECIDING
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast

# A row that says who decides, in any of these ways, inherits no `delegat`.
DECIDING_CLAUSES = frozenset({"delegat", "beslutas av", "verkställs", "egen beslutanderätt", "arbetsuppgift"})


def deciding(row: Filling, rule: Rule) -> Rule:
    says_itself = any(row.own(keyword) for keyword in DECIDING_CLAUSES)
    delegat = row.own("delegat") if says_itself else row.nearest("delegat")
    alternatives: list[Alternative] = []
    for clause, scope in delegat:
        match clause.value:
            case ast.Deciders(items):
                alternatives += [
                    Alternative(
                        _below(row, row.parties(item.refs, clause, scope), clause, scope),
                        scope.within(clause, item.span),
                        row.when(item.when, clause, scope),
                        item.otherwise,
                    )
                    for item in items
                ]
            case ast.UnknownDelegate(reason):
                rule = evolve(rule, unknown=reason.value)
            case ast.DelegateAs(named, number):
                call = named.text if isinstance(named, ast.Word) else named.value
                row.known.references[(row.order.name, rule.number)] = Reference(
                    call, number.text, scope, scope.clause(clause)
                )
                # Until the reference is followed, the row says something without saying what.
                rule = evolve(rule, unknown=f"enligt {call} punkt {number.text}")
    return evolve(
        rule,
        alternatives=tuple(alternatives),
        elsewhere=tuple(_elsewhere(row)),
        execution=_execution(row),
        own_right=_own_right(row),
    )


def _below(row: Filling, parties: tuple[Party, ...], clause: ast.Clause, scope: Scope) -> tuple[Party, ...]:
    """``parties``, after seeing to it that none stands above the board that delegates."""
    for party in parties:
        if isinstance(party, BodyRef) and party.name != row.board and row.known.names.is_council(party.name):
            scope.error(
                "SR402",
                scope.clause(clause),
                f"«{party.name}» står över nämnden och kan inte vara dess delegat",
                f"skriv «beslutas av {party.name}»",
                why="en nämnd delegerar nedåt; det som fullmäktige beslutar är inte delegerat",
            )
            row.faults.append(scope.clause(clause))
    return parties


def _elsewhere(row: Filling) -> Iterator[Elsewhere]:
    for clause, scope in row.own("beslutas av"):
        if isinstance(clause.value, ast.Deciders):
            for item in clause.value.items:
                parties = row.parties(item.refs, clause, scope, DECIDING)
                yield Elsewhere(
                    parties,
                    scope.within(clause, item.span),
                    row.when(item.when, clause, scope),
                    item.otherwise,
                )


def _execution(row: Filling) -> Execution | None:
    for clause, scope in row.own("verkställs"):
        if isinstance(clause.value, ast.Execution):
            by = row.parties((clause.value.by,), clause, scope) if clause.value.by else ()
            return Execution(
                by[0] if by else None, scope.clause(clause), row.when(clause.value.when, clause, scope)
            )
    for clause, scope in row.own("arbetsuppgift"):
        if isinstance(clause.value, ast.OwnRight):
            by = row.parties((clause.value.ref,), clause, scope)
            return Execution(
                by[0] if by else None,
                scope.clause(clause),
                task=True,
                law=row.law(clause.value, clause, scope),
            )
    return None


def _own_right(row: Filling) -> OwnRight | None:
    for clause, scope in row.own("egen beslutanderätt"):
        if isinstance(clause.value, ast.OwnRight) and (by := row.parties((clause.value.ref,), clause, scope)):
            return OwnRight(by[0], row.law(clause.value, clause, scope), scope.clause(clause))
    return None


def overrides(row: Filling) -> Iterator[Override]:
    """``dock`` and ``lyfts till`` add up: the row's own, the section's and the order's all hold."""
    for given in row.levels:
        for clause, scope in given.all("dock"):
            if isinstance(clause.value, ast.Deciders):
                for item in clause.value.items:
                    parties = row.parties(item.refs, clause, scope)
                    yield Override(
                        parties,
                        scope.within(clause, item.span),
                        given.level,
                        row.when(item.when, clause, scope),
                    )

        for clause, scope in given.all("lyfts till"):
            if isinstance(clause.value, ast.Lifted):
                parties = row.parties((ast.RoleName(clause.value.to),), clause, scope, DECIDING)
                yield Override(
                    parties,
                    scope.clause(clause),
                    given.level,
                    row.when(clause.value.when, clause, scope),
                )


def exceptions(row: Filling) -> Iterator[Unless]:
    for clause, scope in row.nearest("gäller inte"):
        if isinstance(clause.value, ast.Condition) and (when := row.when(clause.value.when, clause, scope)):
            yield Unless(when, scope.clause(clause))
