"""The clauses of goals and assignments as text: the exact opposite of syntax/build_goals.py.

Below the printer.  In: values of :mod:`styrregler.syntax.ast`.  Out: a layout.
"""

from typing import assert_never

from styrregler.formatting import parts
from styrregler.formatting.layout import APART, Item, Layout, Piece
from styrregler.formatting.parts import Pieces
from styrregler.syntax import ast

GoalsValue = (
    ast.KeyFigure | ast.Contract | ast.Factor | ast.Members | ast.Plan | ast.ToFill
)  # fmt: skip


def goal_layout(keyword: str, value: GoalsValue) -> Layout:
    """The clause taken apart into keyword and pieces."""
    match value:
        case ast.Plan(items):
            return Layout(keyword, tuple(map(_dated, items)), APART)
        case ast.Contract(party, text, period):
            held = f" {period}" if period else ""
            return _whole(f"{keyword} med", (Piece(f"{party.text} {parts.quoted(text.value)}{held}"),))
        case ast.KeyFigure(text, operator, target, timing):
            said = f" {operator} {target}" if operator else ""
            return _whole(keyword, parts.suffixed(parts.text(text), said + (f" {timing}" if timing else "")))
        case ast.Factor(text, met_by):
            by = parts.prefixed("uppfylls av ", parts.names(met_by)) if met_by else ()
            # The line may only end after a comma between the names.
            whole = parts.prefixed(f"{parts.quoted(text.value)} ", by) if by else parts.text(text)
            return _whole(keyword, whole)
        case ast.Members(items):
            return _whole(keyword, parts.joined(map(_member, items), ","))
        case ast.ToFill(texts, until):
            due = f"senast {until}" if until else ""
            if not texts:
                return _whole(keyword, (Piece(due),) if due else ())
            said_all = parts.joined(map(parts.text, texts), ",")
            return _whole(keyword, parts.suffixed(said_all, f" {due}") if due else said_all)
        case _:
            assert_never(value)


def _whole(head: str, what: Pieces) -> Layout:
    return Layout(head, (Item(what),) if what else ())


def _dated(item: ast.Dated) -> Item:
    when = (Piece(str(item.moment), item.span.start),)
    return Item(parts.word(item.body), when) if item.body else Item(when)


def _member(item: ast.Member) -> Pieces:
    said = item.name.text if item.count is None else f"{item.count} ur {item.name.text}"
    return (Piece(said, item.name.span.start),)
