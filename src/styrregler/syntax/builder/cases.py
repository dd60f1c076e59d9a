"""The clauses of the ways that cases take."""

from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick
from styrregler.text import Span
from styrregler.values import Quantity, Timing, TimingKind


@v_args(inline=True)
class CaseClauses(Tokens):
    def lasting(self, amount: tuple[Quantity, Span], event: ast.Word | None = None) -> ast.Latest:
        return ast.Latest(Timing(TimingKind.WITHIN, amount[0], event.text if event else ""))

    def onward(self, to: ast.Word, when: Any = None) -> ast.Onward:
        otherwise = isinstance(when, Token)
        return ast.Onward(to, None if otherwise else when, otherwise)

    def onwards(self, *items: ast.Onward) -> ast.Onwards:
        return ast.Onwards(items)

    def back(self, to: ast.Word, reason: ast.Text | None = None) -> ast.Back:
        return ast.Back(to, reason)

    def step(self, *parts: Any) -> ast.Step:
        who, text, timing = (pick(list(parts), kind) for kind in (ast.Word, ast.Text, Timing))
        return ast.Step(who, text, timing, Span((who or text).span.start, text.span.end))

    def steps(self, *items: ast.Step) -> ast.Steps:
        return ast.Steps(items)

    def referral(self, names: ast.Names, timing: Timing | None = None) -> ast.Referral:
        return ast.Referral(names.names, timing)

    def referrals(self, *items: ast.Referral) -> ast.Referrals:
        return ast.Referrals(items)
