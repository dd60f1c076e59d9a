"""The clauses of rows: who decides, on what terms, and what follows."""

from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick, ref_span
from styrregler.text import Span
from styrregler.values import LegalRef, Timing


@v_args(inline=True)
class RowClauses(Tokens):
    def decider(self, who: Any, when: Any = None) -> ast.Decider:
        refs = who[1] if isinstance(who, tuple) else (who,)
        otherwise = isinstance(when, Token)
        spans = [ref_span(ref) for ref in refs]
        return ast.Decider(
            refs,
            None if otherwise else when,
            otherwise,
            Span(min(s.start for s in spans), max(s.end for s in spans)),
        )

    def noted(self, who: tuple[str, tuple[ast.Ref, ...]], *rest: Any) -> ast.Noted:
        timing = pick(list(rest), Timing)
        when = next((part for part in rest if part is not timing), None)
        spans = [ref_span(ref) for ref in who[1]]
        return ast.Noted(who[1], timing, when, Span(min(s.start for s in spans), max(s.end for s in spans)))

    def via(self, name: ast.Word) -> tuple[str, ast.Word]:
        return "via", name

    def form(self, name: ast.Word) -> tuple[str, ast.Word]:
        return "form", name

    def superior(self, token: Token) -> ast.Superior:
        return ast.Superior(token.type == "ALLTID")

    def unknown_delegate(self, _unknown: Token, reason: ast.Text) -> ast.UnknownDelegate:
        return ast.UnknownDelegate(reason)

    def delegate_as(self, order: ast.Word | ast.Text, number: ast.Word) -> ast.DelegateAs:
        return ast.DelegateAs(order, number)

    def deciders(self, *items: ast.Decider) -> ast.Deciders:
        return ast.Deciders(items)

    def execution(self, *parts: Any) -> ast.Execution:
        by = pick(list(parts), ast.RoleName, ast.Original, ast.NearestChief, ast.Respective)
        return ast.Execution(
            by, next((part for part in parts if part is not by and not isinstance(part, Token)), None)
        )

    def own_right(self, ref: ast.Ref, law: tuple[LegalRef, Span] | None = None) -> ast.OwnRight:
        return ast.OwnRight(ref, law[0] if law else None)

    def precondition(self, step: ast.Word, *rest: Any) -> ast.Precondition:
        law = next((part[0] for part in rest if isinstance(part, tuple)), None)
        by = pick(list(rest), ast.RoleName, ast.Original, ast.NearestChief, ast.Respective)
        granted = any(isinstance(part, Token) and part.type == "FRAN" for part in rest)
        when = pick(list(rest), ast.Flag, ast.Is, ast.Limit, ast.Not, ast.AllOf, ast.AnyOf)
        return ast.Precondition(step, law, by, granted, when)

    def requirement(self, when: ast.Expr) -> ast.Requirement:
        return ast.Requirement(when)

    def substitutes(self, *parts: Any) -> ast.Turn:
        only_for = parts[0] if isinstance(parts[0], ast.Word) else None
        return ast.Turn(parts[-1].refs, only_for)

    def subdelegable(self, *parts: Any) -> ast.SubDelegable:
        names = pick(list(parts), ast.Names)
        when = next((part for part in parts if part is not names and not isinstance(part, Token)), None)
        return ast.SubDelegable(names.names if names else (), when)

    def noted_list(self, *items: ast.Noted) -> ast.NotedList:
        return ast.NotedList(items)

    def not_reported(self, _not: Token, when: ast.Expr | None = None) -> ast.Reported:
        return ast.Reported(None, when=when)

    def reported(self, to: ast.Word, *rest: Any) -> ast.Reported:
        marked: dict[str, ast.Word] = dict(part for part in rest if isinstance(part, tuple))
        timing = pick(list(rest), Timing)
        when = next((part for part in rest if part is not timing and not isinstance(part, tuple)), None)
        return ast.Reported(to, marked.get("via"), timing, marked.get("form"), when)

    def appeal(self, first: Any, to: ast.Text | None = None) -> ast.Appeal:
        return ast.Appeal(None if isinstance(first, Token) else first, to)

    def includes(self, *parts: Any) -> ast.Includes:
        texts = tuple(part for part in parts if isinstance(part, ast.Text))
        return ast.Includes(len(texts) < len(parts), texts)
