"""The clauses of examples."""

from typing import Any

from lark import v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens
from styrregler.text import Span


@v_args(inline=True)
class ExampleClauses(Tokens):
    def fact(self, name: ast.Word, *value: Any) -> ast.GivenFact:
        last = value[-1] if value else None
        if isinstance(last, tuple):
            return ast.GivenFact(name, last[0], Span(name.span.start, last[1].end))
        end = last.span.end if isinstance(last, ast.Word) else name.span.end
        return ast.GivenFact(name, last, Span(name.span.start, end))

    def facts(self, *facts: ast.GivenFact) -> ast.GivenFacts:
        return ast.GivenFacts(facts)

    def decided_by(self, ref: ast.Ref) -> ast.DecidedBy:
        return ast.DecidedBy(ref)
