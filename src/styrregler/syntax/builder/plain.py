"""The clauses that many blocks use."""

from datetime import date
from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick
from styrregler.text import Span
from styrregler.values import LegalRef, Period


@v_args(inline=True)
class PlainClauses(Tokens):
    def single(self, name: ast.Word) -> ast.Single:
        return ast.Single(name)

    def number(self, token: Token) -> ast.Number:
        return ast.Number(str(token))

    def numbers(self, *numbers: ast.Word) -> ast.Numbers:
        return ast.Numbers(numbers)

    def dates(self, *days: date) -> ast.Dates:
        return ast.Dates(days)

    def aliases(self, *aliases: ast.Alias) -> ast.Aliases:
        return ast.Aliases(aliases)

    def answers(self, refs: tuple[str, tuple[ast.Ref, ...]]) -> ast.Answers:
        return ast.Answers(refs[1], each=refs[0] == "either")

    def condition(self, *parts: Any) -> ast.Condition:
        return ast.Condition(parts[-1])

    def adoption(self, day: date, *rest: Any) -> ast.Adoption:
        section = next((str(part)[1:].strip() for part in rest if isinstance(part, Token)), "")
        reference = pick(list(rest), ast.Text)
        return ast.Adoption(day, section, reference.value if reference else "")

    def period(self, *parts: Any) -> Any:
        if isinstance(parts[0], Period):
            return ast.InForce(parts[0])
        days = [part for part in parts if isinstance(part, date)]
        if not isinstance(parts[0], Token):
            return Period(None, days[0])
        return Period(days[0], days[1] if len(days) > 1 else None)

    def opened(self, side: Token, day: date) -> ast.Opened:
        return ast.Opened(side.type == "FORE", day)

    def replaces(self, order: ast.Word | ast.Text) -> ast.Replaces:
        return ast.Replaces(order)

    def legal_refs(self, *refs: tuple[LegalRef, Span]) -> ast.LegalRefs:
        return ast.LegalRefs(refs)

    def texts(self, *texts: ast.Text) -> ast.Texts:
        return ast.Texts(texts)

    def set_aside(
        self, _from: Token, code: ast.Word, reason: ast.Text, until: date | None = None
    ) -> ast.SetAside:
        return ast.SetAside(code, reason, until)
