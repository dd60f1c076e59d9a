"""The clauses on goals, on what boards are for, and on assignments."""

from datetime import date
from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick, ref_span
from styrregler.text import Span
from styrregler.values import Fault, Moment, Period, Quantity, Timing, parse_moment


@v_args(inline=True)
class GoalClauses(Tokens):
    def MOMENT(self, token: Token) -> tuple[Moment, Span]:
        span = Span(token.start_pos or 0, token.end_pos or 0)
        found = parse_moment(str(token))
        if isinstance(found, Fault):
            self.faults.append((span, found))
            return Moment(str(token)), span
        return found, span

    def key_figure(self, text: ast.Text, *rest: Any) -> ast.KeyFigure:
        operator = next((str(part) for part in rest if isinstance(part, Token)), "")
        target: Quantity | None = next((part[0] for part in rest if isinstance(part, tuple)), None)
        timing = next((part for part in rest if isinstance(part, Timing)), None)
        return ast.KeyFigure(text, operator, target, timing)

    def follow_up(self, who: tuple[str, tuple[ast.Ref, ...]], *rest: Any) -> ast.Noted:
        occasions = pick(list(rest), ast.Names)
        timing = pick(list(rest), Timing)
        when = next((part for part in rest if part is not timing and part is not occasions), None)
        spans = [ref_span(ref) for ref in who[1]]
        span = Span(min(each.start for each in spans), max(each.end for each in spans))
        return ast.Noted(who[1], timing, when, span, occasions.names if occasions else ())

    def contract(self, party: ast.Word, text: ast.Text, period: Period | None = None) -> ast.Contract:
        return ast.Contract(party, text, period)

    def factor(self, text: ast.Text, met_by: ast.Names | None = None) -> ast.Factor:
        return ast.Factor(text, met_by.names if met_by else ())

    def member(self, *parts: Any) -> ast.Member:
        if isinstance(parts[0], Token):
            return ast.Member(parts[1], int("".join(str(parts[0]).split()).partition(",")[0]))
        return ast.Member(parts[0])

    def members(self, *items: ast.Member) -> ast.Members:
        return ast.Members(items)

    def dated(self, *parts: Any) -> ast.Dated:
        body = parts[0] if isinstance(parts[0], ast.Word) else None
        moment, span = parts[-1]
        return ast.Dated(moment, body, span)

    def plan(self, *items: ast.Dated) -> ast.Plan:
        return ast.Plan(items)

    def to_fill(self, *parts: Any) -> ast.ToFill:
        texts = tuple(part for part in parts if isinstance(part, ast.Text))
        return ast.ToFill(texts, next((part for part in parts if isinstance(part, date)), None))
