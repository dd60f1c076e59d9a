"""The clauses on the interplay between politics and administration."""

from typing import Any

from lark import v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens


@v_args(inline=True)
class InterplayClauses(Tokens):
    def through(self, name: ast.Word) -> tuple[str, ast.Word]:
        return "through", name

    def way(self, sender: ast.Word, receiver: ast.Word, *rest: tuple[str, ast.Word]) -> ast.Way:
        return ast.Way(sender, receiver, **dict(rest))

    def ways(self, *items: ast.Way) -> ast.Ways:
        return ast.Ways(items)

    def phases(self, names: ast.Names) -> tuple[str, tuple[ast.Word, ...]]:
        return "phases", names.names

    def channel(self, sender: ast.Word, receiver: ast.Word, *rest: tuple[str, Any]) -> ast.ChannelLine:
        return ast.ChannelLine(sender, receiver, **dict(rest))

    def channels(self, *items: ast.ChannelLine) -> ast.ChannelLines:
        return ast.ChannelLines(items)

    def expectation(self, *parts: Any) -> ast.Expected:
        *by, of, text = parts
        return ast.Expected(by[0] if by else None, of, text)

    def expectations(self, *items: ast.Expected) -> ast.Expectations:
        return ast.Expectations(items)
