"""The clauses on what words mean."""

from lark import v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens


@v_args(inline=True)
class VocabularyClauses(Tokens):
    def meaning(self, *texts: ast.Text) -> ast.Meaning:
        *words, means = texts
        return ast.Meaning(tuple(words), means)

    def belonging(self, *texts: ast.Text) -> ast.Belonging:
        *words, owner = texts
        return ast.Belonging(tuple(words), owner)

    def vocabulary(self, *items: ast.Meaning | ast.Belonging) -> ast.Meanings:
        return ast.Meanings(items)
