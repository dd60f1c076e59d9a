"""From the parser's tokens to the tree: one method per shape in the grammar.

Runs inside Lark while it parses.  A token that has the right form but no meaning (30 February) is noted in ``faults``
and a stand-in takes its place, so that one clause can show all that is wrong with it.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from lark import Token, Transformer, v_args

from styrregler.syntax import ast
from styrregler.text import Span
from styrregler.values import (
    Fault,
    LegalRef,
    Period,
    Quantity,
    Timing,
    TimingKind,
    parse_date,
    parse_legal_ref,
    parse_quantity,
)

_AT = {"GENAST": TimingKind.AT_ONCE, "SNARAST": TimingKind.SOON, "LOPANDE": TimingKind.CONTINUOUSLY}


def _span(token: Token) -> Span:
    return Span(token.start_pos or 0, token.end_pos or 0)


def _cover(parts: list[Any]) -> Span:
    spans = [part.span for part in parts if isinstance(getattr(part, "span", None), Span)]
    return Span(min(span.start for span in spans), max(span.end for span in spans)) if spans else ast.NOWHERE


def _pick(children: list[Any], *kinds: type) -> Any:
    """The first child of one of ``kinds``, or None."""
    return next(
        (child for child in children if isinstance(child, kinds) and not isinstance(child, Token)), None
    )


def _ref_span(ref: ast.Ref) -> Span:
    match ref:
        case ast.RoleName(name):
            return name.span
        case ast.Respective(role=role, span=span):
            return span if span.end else role.span
        case _:
            return ref.span


@v_args(inline=True)
class TreeBuilder(Transformer[Token, Any]):
    """Turns the grammar's rules into the classes of :mod:`styrregler.syntax.ast`."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[tuple[Span, Fault]] = []

    def _sound(self, token: Token, value: Any, stand_in: Any) -> Any:
        if isinstance(value, Fault):
            self.faults.append((_span(token), value))
            return stand_in
        return value

    # ---------- tokens

    def NAME(self, token: Token) -> ast.Word:
        return ast.Word(str(token), _span(token))

    POINTNO = NUMBERED = KIND = CODE = NAME

    def STRING(self, token: Token) -> ast.Text:
        return ast.Text(" ".join(token[1:-1].split()), _span(token))

    def DATE(self, token: Token) -> date:
        day: date = self._sound(token, parse_date(str(token)), date.min)
        return day

    def MONEY(self, token: Token) -> tuple[Quantity, Span]:
        return self._sound(token, parse_quantity(str(token)), Quantity(Decimal(0), "kr")), _span(token)

    DURATION = PERCENT = MONEY

    def LAWREF(self, token: Token) -> tuple[LegalRef, Span]:
        return self._sound(token, parse_legal_ref(str(token)), LegalRef(str(token))), _span(token)

    # ---------- parts

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

    def decider(self, who: Any, when: Any = None) -> ast.Decider:
        refs = who[1] if isinstance(who, tuple) else (who,)
        otherwise = isinstance(when, Token)
        spans = [_ref_span(ref) for ref in refs]
        return ast.Decider(
            refs,
            None if otherwise else when,
            otherwise,
            Span(min(s.start for s in spans), max(s.end for s in spans)),
        )

    def noted(self, who: tuple[str, tuple[ast.Ref, ...]], *rest: Any) -> ast.Noted:
        timing = _pick(list(rest), Timing)
        when = next((part for part in rest if part is not timing), None)
        spans = [_ref_span(ref) for ref in who[1]]
        return ast.Noted(who[1], timing, when, Span(min(s.start for s in spans), max(s.end for s in spans)))

    def alias(self, text: ast.Text, fact: ast.Word | None = None, *value: Any) -> ast.Alias:
        last = value[-1] if value else None
        return ast.Alias(text, fact, last[0] if isinstance(last, tuple) else last)

    def fact(self, name: ast.Word, *value: Any) -> ast.GivenFact:
        last = value[-1] if value else None
        if isinstance(last, tuple):
            return ast.GivenFact(name, last[0], Span(name.span.start, last[1].end))
        end = last.span.end if isinstance(last, ast.Word) else name.span.end
        return ast.GivenFact(name, last, Span(name.span.start, end))

    def via(self, name: ast.Word) -> tuple[str, ast.Word]:
        return "via", name

    def form(self, name: ast.Word) -> tuple[str, ast.Word]:
        return "form", name

    # ---------- time

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

    # ---------- conditions

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

    # ---------- clauses

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

    def yearly(self, year: Token, amount: tuple[Quantity, Span]) -> ast.Yearly:
        return ast.Yearly(int(year), amount[0])

    def sfs(self, token: Token) -> ast.Number:
        return ast.Number(str(token))

    def verified(self, day: Any, note: ast.Text | None = None) -> ast.Verified:
        return ast.Verified(day if isinstance(day, date) else None, note)

    def delegable(self, mode: Token, *rest: Any) -> ast.Delegable:
        kinds = _pick(list(rest), ast.Names)
        when = next((part for part in rest if part is not kinds), None)
        return ast.Delegable(mode.type == "BARA", kinds.names if kinds else (), when)

    def lifted(self, to: ast.Word, when: ast.Expr) -> ast.Lifted:
        return ast.Lifted(to, when)

    def condition(self, *parts: Any) -> ast.Condition:
        return ast.Condition(parts[-1])

    def latest(self, timing: Timing) -> ast.Latest:
        return ast.Latest(timing)

    def adoption(self, day: date, *rest: Any) -> ast.Adoption:
        section = next((str(part)[1:].strip() for part in rest if isinstance(part, Token)), "")
        reference = _pick(list(rest), ast.Text)
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

    def superior(self, token: Token) -> ast.Superior:
        return ast.Superior(token.type == "ALLTID")

    def unknown_delegate(self, _unknown: Token, reason: ast.Text) -> ast.UnknownDelegate:
        return ast.UnknownDelegate(reason)

    def delegate_as(self, order: ast.Word | ast.Text, number: ast.Word) -> ast.DelegateAs:
        return ast.DelegateAs(order, number)

    def deciders(self, *items: ast.Decider) -> ast.Deciders:
        return ast.Deciders(items)

    def execution(self, *parts: Any) -> ast.Execution:
        by = _pick(list(parts), ast.RoleName, ast.Original, ast.NearestChief, ast.Respective)
        return ast.Execution(
            by, next((part for part in parts if part is not by and not isinstance(part, Token)), None)
        )

    def own_right(self, ref: ast.Ref, law: tuple[LegalRef, Span] | None = None) -> ast.OwnRight:
        return ast.OwnRight(ref, law[0] if law else None)

    def precondition(self, step: ast.Word, *rest: Any) -> ast.Precondition:
        law = next((part[0] for part in rest if isinstance(part, tuple)), None)
        by = _pick(list(rest), ast.RoleName, ast.Original, ast.NearestChief, ast.Respective)
        granted = any(isinstance(part, Token) and part.type == "FRAN" for part in rest)
        when = _pick(list(rest), ast.Flag, ast.Is, ast.Limit, ast.Not, ast.AllOf, ast.AnyOf)
        return ast.Precondition(step, law, by, granted, when)

    def requirement(self, when: ast.Expr) -> ast.Requirement:
        return ast.Requirement(when)

    def substitutes(self, *parts: Any) -> ast.Turn:
        only_for = parts[0] if isinstance(parts[0], ast.Word) else None
        return ast.Turn(parts[-1].refs, only_for)

    def subdelegable(self, *parts: Any) -> ast.SubDelegable:
        names = _pick(list(parts), ast.Names)
        when = next((part for part in parts if part is not names and not isinstance(part, Token)), None)
        return ast.SubDelegable(names.names if names else (), when)

    def noted_list(self, *items: ast.Noted) -> ast.NotedList:
        return ast.NotedList(items)

    def not_reported(self, _not: Token, when: ast.Expr | None = None) -> ast.Reported:
        return ast.Reported(None, when=when)

    def reported(self, to: ast.Word, *rest: Any) -> ast.Reported:
        marked: dict[str, ast.Word] = dict(part for part in rest if isinstance(part, tuple))
        timing = _pick(list(rest), Timing)
        when = next((part for part in rest if part is not timing and not isinstance(part, tuple)), None)
        return ast.Reported(to, marked.get("via"), timing, marked.get("form"), when)

    def appeal(self, first: Any, to: ast.Text | None = None) -> ast.Appeal:
        return ast.Appeal(None if isinstance(first, Token) else first, to)

    def legal_refs(self, *refs: tuple[LegalRef, Span]) -> ast.LegalRefs:
        return ast.LegalRefs(refs)

    def equivalent(self, old: tuple[LegalRef, Span], _is: Token, *new: Any) -> ast.Equivalent:
        return ast.Equivalent(old, new[-1], sure=len(new) == 1)

    def texts(self, *texts: ast.Text) -> ast.Texts:
        return ast.Texts(texts)

    def includes(self, *parts: Any) -> ast.Includes:
        texts = tuple(part for part in parts if isinstance(part, ast.Text))
        return ast.Includes(len(texts) < len(parts), texts)

    def facts(self, *facts: ast.GivenFact) -> ast.GivenFacts:
        return ast.GivenFacts(facts)

    def decided_by(self, ref: ast.Ref) -> ast.DecidedBy:
        return ast.DecidedBy(ref)

    def set_aside(
        self, _from: Token, code: ast.Word, reason: ast.Text, until: date | None = None
    ) -> ast.SetAside:
        return ast.SetAside(code, reason, until)

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

    # ---------- headers

    def named(self, kind: ast.Word, name: ast.Word, *rest: Any) -> ast.Header:
        title = _pick(list(rest), ast.Text)
        abbreviation = next((str(part)[1:-1].strip() for part in rest if isinstance(part, Token)), "")
        return ast.Header(kind.text, name, None, title, abbreviation)

    def numbered(self, kind: ast.Word, number: ast.Word, title: ast.Text | None = None) -> ast.Header:
        return ast.Header(kind.text, None, number, title)

    def example(self, title: ast.Text) -> ast.Header:
        return ast.Header("exempel", None, None, title)

    def table(self) -> ast.Header:
        return ast.Header("tabell")
