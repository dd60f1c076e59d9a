"""What clauses are put together of: who, when, at what time, how much."""

from datetime import date
from decimal import Decimal
from typing import Any

from lark import Token, v_args

from styrregler.syntax import ast
from styrregler.syntax.builder.tokens import Tokens
from styrregler.text import Span
from styrregler.values import Fault, LegalRef, Quantity, Timing, TimingKind, parse_quantity

_AT = {"GENAST": TimingKind.AT_ONCE, "SNARAST": TimingKind.SOON, "LOPANDE": TimingKind.CONTINUOUSLY}


@v_args(inline=True)
class Parts(Tokens):
    def role(self, name: ast.Word) -> ast.Ref:
        return ast.RoleName(name)

    def original(self) -> ast.Ref:
        return ast.Original()

    def nearest_chief(self) -> ast.Ref:
        return ast.NearestChief()

    def respective(self, role: ast.Word, by: ast.Word | None = None) -> ast.Ref:
        return ast.Respective(role, by, Span(role.span.start, (by or role).span.end))

    def name(self, name: ast.Word) -> ast.Word:
        return name

    def lawref(self, ref: ast.Word | tuple[LegalRef, Span]) -> tuple[LegalRef, Span]:
        return (LegalRef(ref.text, text=ref.text), ref.span) if isinstance(ref, ast.Word) else ref

    def quantity(self, first: Any, unit: ast.Word | None = None) -> tuple[Quantity, Span]:
        if isinstance(first, date):
            return Quantity.of_day(first), ast.NOWHERE
        if not isinstance(first, Token):
            return first  # type: ignore[no-any-return]
        text = f"{first} {unit.text}" if unit else str(first)
        span = Span(first.start_pos or 0, unit.span.end if unit else first.end_pos or 0)
        value = parse_quantity(text)
        if isinstance(value, Fault):
            self.faults.append((span, value))
            value = Quantity(Decimal(0), "")
        return value, span

    def either(self, *refs: ast.Ref) -> tuple[str, tuple[ast.Ref, ...]]:
        return "either", refs

    def refs(self, *refs: ast.Ref) -> tuple[str, tuple[ast.Ref, ...]]:
        return "all", refs

    def turn(self, *refs: Any) -> Any:
        if len(refs) == 1 and isinstance(refs[0], ast.Turn):
            return refs[0]
        return ast.Turn(refs)

    def names(self, *names: Any) -> Any:
        return names[0] if len(names) == 1 and isinstance(names[0], ast.Names) else ast.Names(names)

    def alias(self, text: ast.Text, fact: ast.Word | None = None, *value: Any) -> ast.Alias:
        last = value[-1] if value else None
        return ast.Alias(text, fact, last[0] if isinstance(last, tuple) else last)

    def at(self, token: Token) -> Timing:
        return Timing(_AT[token.type])

    def same_day(self) -> Timing:
        return Timing(TimingKind.SAME_DAY)

    def next_meeting(self) -> Timing:
        return Timing(TimingKind.NEXT_MEETING)

    def every(self, unit: ast.Word) -> Timing:
        return Timing(TimingKind.EVERY, unit=unit.text)

    def every_step(self) -> Timing:
        return Timing(TimingKind.EVERY_STEP)

    def beside(self, token: Token, event: ast.Word) -> Timing:
        return Timing(TimingKind.BEFORE if token.type == "FORE" else TimingKind.AFTER, event=event.text)

    def within(self, amount: tuple[Quantity, Span], event: ast.Word | None = None) -> Timing:
        return Timing(TimingKind.WITHIN, amount[0], event.text if event else "")

    def timepoint(self, first: Any, side: Token | None = None, event: ast.Word | None = None) -> Timing:
        if isinstance(first, date):
            return Timing(TimingKind.LATEST, day=first)
        before = side is not None and side.type == "FORE"
        return Timing(TimingKind.LATEST, first[0], event.text if event else "", before)

    def by(self, timing: Timing) -> Timing:
        return timing

    def cond(self, expr: ast.Expr) -> ast.Expr:
        return expr

    def flag(self, fact: ast.Word) -> ast.Expr:
        return ast.Flag(fact)

    def is_one(self, fact: ast.Word, _is: Token, value: ast.Word) -> ast.Expr:
        return ast.Is(fact, (value,))

    def is_any(self, fact: ast.Word, _is: Token, values: ast.Names) -> ast.Expr:
        return ast.Is(fact, values.names)

    def limit(self, fact: ast.Word, operator: Token, amount: Any) -> ast.Expr:
        quantity, span = (Quantity.of_day(amount), ast.NOWHERE) if isinstance(amount, date) else amount
        return ast.Limit(fact, str(operator), quantity, Span(fact.span.start, max(fact.span.end, span.end)))

    def negation(self, _not: Token, operand: ast.Expr) -> ast.Expr:
        return ast.Not(operand)

    def all_of(self, *operands: ast.Expr) -> ast.Expr:
        return ast.AllOf(operands)

    def any_of(self, *operands: ast.Expr) -> ast.Expr:
        return ast.AnyOf(operands)
