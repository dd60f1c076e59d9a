"""The words of the language: names, texts, days, amounts and sections of law."""

from datetime import date
from decimal import Decimal
from typing import Any

from lark import Token, Transformer, v_args

from styrregler.syntax import ast
from styrregler.text import Span
from styrregler.values import Fault, LegalRef, Quantity, parse_date, parse_legal_ref, parse_quantity


def span_of(token: Token) -> Span:
    return Span(token.start_pos or 0, token.end_pos or 0)


def pick(children: list[Any], *kinds: type) -> Any:
    """The first child of one of ``kinds``, or None."""
    return next(
        (child for child in children if isinstance(child, kinds) and not isinstance(child, Token)), None
    )


def ref_span(ref: ast.Ref) -> Span:
    match ref:
        case ast.RoleName(name):
            return name.span
        case ast.Respective(role=role, span=span):
            return span if span.end else role.span
        case _:
            return ref.span


@v_args(inline=True)
class Tokens(Transformer[Token, Any]):
    """What a token is worth; one that has no worth is noted in ``faults``, and a stand-in takes its place."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[Span, Fault]] = []

    def _sound(self, token: Token, value: Any, stand_in: Any) -> Any:
        if isinstance(value, Fault):
            self.faults.append((span_of(token), value))
            return stand_in
        return value

    def NAME(self, token: Token) -> ast.Word:
        return ast.Word(str(token), span_of(token))

    POINTNO = NUMBERED = KIND = TITLED = CODE = NAME

    def STRING(self, token: Token) -> ast.Text:
        return ast.Text(" ".join(token[1:-1].split()), span_of(token))

    def DATE(self, token: Token) -> date:
        day: date = self._sound(token, parse_date(str(token)), date.min)
        return day

    def MONEY(self, token: Token) -> tuple[Quantity, Span]:
        return self._sound(token, parse_quantity(str(token)), Quantity(Decimal(0), "kr")), span_of(token)

    DURATION = PERCENT = MONEY

    def LAWREF(self, token: Token) -> tuple[LegalRef, Span]:
        return self._sound(token, parse_legal_ref(str(token)), LegalRef(str(token))), span_of(token)
