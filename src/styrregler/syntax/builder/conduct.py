"""The clauses on deviations and on codes of conduct."""

from datetime import date
from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens, pick, ref_span
from styrregler.text import Span
from styrregler.values import Timing


@v_args(inline=True)
class ConductClauses(Tokens):
    def measure(self, who: tuple[str, tuple[ast.Ref, ...]], text: ast.Text, *rest: Any) -> ast.Measure:
        timing = pick(list(rest), Timing)
        when = next((part for part in rest if part is not timing), None)
        spans = [ref_span(ref) for ref in who[1]]
        span = Span(min(each.start for each in spans), max(each.end for each in spans))
        return ast.Measure(who[1], text, timing, when, span)

    def measures(self, *items: ast.Measure) -> ast.Measures:
        return ast.Measures(items)

    def escalated(self, name: ast.Word, when: ast.Expr) -> ast.Escalated:
        return ast.Escalated(name, when)

    def titled(self, name: ast.Word, title: ast.Text) -> ast.Titled:
        return ast.Titled(name, title)

    def adopted(self, day: date, *rest: Any) -> ast.Adoption:
        section = next((str(part)[1:].strip() for part in rest if isinstance(part, Token)), "")
        reference = pick(list(rest), ast.Text)
        return ast.Adoption(day, section, reference.value if reference else "")

    def acceptance(self, body: ast.Word, adoption: ast.Adoption) -> ast.Acceptance:
        return ast.Acceptance(body, adoption)

    def acceptances(self, *items: ast.Acceptance) -> ast.Acceptances:
        return ast.Acceptances(items)

    def not_accepted(self, _not: Token, names: ast.Names) -> ast.Names:
        return names
