"""The clauses that state the law as data."""

from datetime import date
from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick
from styrregler.text import Span
from styrregler.values import LegalRef, Quantity, Timing


@v_args(inline=True)
class LawClauses(Tokens):
    def yearly(self, year: Token, amount: tuple[Quantity, Span]) -> ast.Yearly:
        return ast.Yearly(int(year), amount[0])

    def sfs(self, token: Token) -> ast.Number:
        return ast.Number(str(token))

    def eu(self, token: Token) -> ast.Number:
        return ast.Number(str(token))

    def verified(self, day: Any, note: ast.Text | None = None) -> ast.Verified:
        return ast.Verified(day if isinstance(day, date) else None, note)

    def delegable(self, mode: Token, *rest: Any) -> ast.Delegable:
        kinds = pick(list(rest), ast.Names)
        when = next((part for part in rest if part is not kinds), None)
        return ast.Delegable(mode.type == "BARA", kinds.names if kinds else (), when)

    def lifted(self, to: ast.Word, when: ast.Expr) -> ast.Lifted:
        return ast.Lifted(to, when)

    def latest(self, timing: Timing) -> ast.Latest:
        return ast.Latest(timing)

    def equivalent(self, old: tuple[LegalRef, Span], _is: Token, *new: Any) -> ast.Equivalent:
        return ast.Equivalent(old, new[-1], sure=len(new) == 1)
