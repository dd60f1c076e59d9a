"""One row while it is filled: its clauses by level, and what the names in them mean.

In: the clauses given at each level.  Out: those that count for a keyword, and parties, conditions and statutes as the
model has them.  Refuses to know what any clause means: that is for the modules that ask.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen

from styrregler.logic import Expr
from styrregler.model import LegalBasis, Level, Order, Party
from styrregler.resolve.acts import Acts, legal_basis
from styrregler.resolve.conditions import condition
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.names import PARTIES, Names
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast
from styrregler.text import Place

Clauses = tuple[tuple[ast.Clause, Scope], ...]
"""Clauses, each with the block it stands in."""
_ITS_OWN = ("lagrum", "villkor", "anmärkning")
"""Clauses of a general rule that are its own, not the order's."""


@frozen(slots=False)
class Given:
    """The clauses given at one level, each with the block it stands in."""

    level: Level
    scope: Scope
    scopes: tuple[Scope, ...]

    @classmethod
    def of(cls, level: Level, scope: Scope) -> "Given":
        return cls(level, scope, (scope,))

    def extended(self, scope: Scope) -> "Given":
        """With the clauses of a numbered general rule, which hold for the whole order."""
        return evolve(self, scopes=(*self.scopes, scope))

    def all(self, keyword: str) -> Clauses:
        return self._by_keyword.get(keyword, ())

    @cached_property
    def _by_keyword(self) -> Mapping[str, Clauses]:
        found: dict[str, Clauses] = {}
        for number, scope in enumerate(self.scopes):
            for clause in scope.clauses:
                if not number or clause.keyword not in _ITS_OWN:
                    found[clause.keyword] = (*found.get(clause.keyword, ()), (clause, scope))
        return found

    @property
    def broken(self) -> bool:
        return any(scope.block.broken for scope in self.scopes)


@frozen
class Reference:
    """``delegat enligt "ORDNING" punkt NR``, to be followed when all orders are known."""

    order: str
    number: str
    scope: Scope
    place: Place


@frozen
class Known:
    """All that the names in a row may mean; and where rows that refer to others leave word."""

    names: Names
    vocabulary: Vocabulary
    acts: Acts
    routes: tuple[str, ...]
    """Ways of appeal."""
    references: dict[tuple[str, str], Reference] = field(factory=dict)


class Filling:
    """One row being filled, from its ``levels``, the nearest first. ``faults`` are the places that keep it from being read."""

    def __init__(self, known: Known, levels: list[Given], order: Order, day: date | None) -> None:
        self.known, self.levels, self.order, self.day = known, levels, order, day
        self.board = order.body
        self.faults: list[Place] = []

    def nearest(self, keyword: str) -> Clauses:
        """The clauses of the nearest level that has any: it wins whole, nothing is merged."""
        for level in self.levels:
            if given := level.all(keyword):
                return given
        return ()

    def own(self, keyword: str) -> Clauses:
        return self.levels[0].all(keyword)

    def parties(
        self, refs: tuple[ast.Ref, ...], clause: ast.Clause, scope: Scope, wanted: frozenset[str] = PARTIES
    ) -> tuple[Party, ...]:
        found = self.known.names.parties_of(refs, clause, scope, self.board or None, wanted)
        if found is None:
            self.faults.append(scope.clause(clause))
            return ()
        return found

    def when(self, expr: ast.Expr | None, clause: ast.Clause, scope: Scope) -> Expr | None:
        if expr is None:
            return None
        found = condition(expr, clause, scope, self.known.vocabulary)
        if found is None:
            self.faults.append(scope.clause(clause))
        return found

    def law(
        self, value: ast.OwnRight | ast.Precondition, clause: ast.Clause, scope: Scope
    ) -> LegalBasis | None:
        return legal_basis(value.law, clause, scope, self.known.acts, self.day) if value.law else None
