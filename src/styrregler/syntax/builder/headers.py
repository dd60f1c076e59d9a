"""The headers of blocks."""

from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick


@v_args(inline=True)
class Headers(Tokens):
    def named(self, kind: ast.Word, name: ast.Word, *rest: Any) -> ast.Header:
        title = pick(list(rest), ast.Text)
        abbreviation = next((str(part)[1:-1].strip() for part in rest if isinstance(part, Token)), "")
        return ast.Header(kind.text, name, None, title, abbreviation)

    def numbered(self, kind: ast.Word, number: ast.Word, title: ast.Text | None = None) -> ast.Header:
        return ast.Header(kind.text, None, number, title)

    def listed(self, kind: ast.Word, title: ast.Text) -> ast.Header:
        return ast.Header(kind.text, None, None, title)

    def table(self) -> ast.Header:
        return ast.Header("tabell")
