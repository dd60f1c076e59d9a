"""Parts of clauses as text: names and who, quoted text, times and conditions.

Below the printer.  In: values of :mod:`styrregler.syntax.ast`.  Out: pieces, so that a long list can be broken where
the grammar lets a line end: after a comma, after «eller» and «och».
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from styrregler.formatting.layout import Piece
from styrregler.syntax import ast

Pieces = tuple[Piece, ...]


def joined(groups: Iterable[Sequence[Piece]], link: str) -> Pieces:
    """All groups in one row, with ``link`` at the end of each but the last."""
    *head, last = groups
    return (*(piece for group in head for piece in suffixed(group, link)), *last)


def prefixed(prefix: str, pieces: Sequence[Piece]) -> Pieces:
    """``prefix`` as part of the first piece."""
    first, *rest = pieces
    return (Piece(prefix + first.text, first.at), *rest)


def suffixed(pieces: Sequence[Piece], suffix: str) -> Pieces:
    """``suffix`` as part of the last piece."""
    *rest, last = pieces
    return (*rest, Piece(last.text + suffix, last.at))


# ---------- names and texts


def word(name: ast.Word) -> Pieces:
    return (Piece(name.text, name.span.start),)


def names(listed: Iterable[ast.Word]) -> Pieces:
    return joined(map(word, listed), ",")


def quoted(value: str) -> str:
    """Between straight quotation marks; a text that holds one, and so was written between » «, is so again.

    Raises ValueError for a text that holds both kinds, which no file can.
    """
    if not any(mark in value for mark in '"“”'):
        return f'"{value}"'
    if "«" in value or "»" in value:
        raise ValueError(f"text som rymmer båda slagen av citattecken kan inte skrivas: {value}")
    return f"»{value}«"


def text(quotation: ast.Text) -> Pieces:
    return (Piece(quoted(quotation.value), quotation.span.start),)


def word_or_text(order: ast.Word | ast.Text) -> str:
    return order.text if isinstance(order, ast.Word) else quoted(order.value)


# ---------- who


def ref(who: ast.Ref) -> Pieces:
    match who:
        case ast.RoleName(name):
            return word(name)
        case ast.Original(span):
            return (Piece("ursprunglig delegat", span.start),)
        case ast.NearestChief(span):
            return (Piece("närmaste chef", span.start),)
        case ast.Respective(role, by, span):
            return (Piece(f"respektive {role.text}" + (f" utifrån {by.text}" if by else ""), span.start),)
        case _:
            assert_never(who)


def refs(each: Iterable[ast.Ref], link: str) -> Pieces:
    """``link`` is the comma of «all» or the «eller» of «each on their own»."""
    return joined(map(ref, each), link)


def in_turn(each: Iterable[ast.Ref]) -> Pieces:
    first, *rest = map(ref, each)
    return joined([first, *(prefixed("därefter ", later) for later in rest)], ",")


# ---------- when


def condition(when: ast.Expr | None) -> Pieces:
    """«när …», or nothing."""
    return prefixed("när ", expression(when)) if when else ()


def expression(expr: ast.Expr) -> Pieces:
    match expr:
        case ast.Flag(fact):
            return word(fact)
        case ast.Is(fact, (value,)):
            return (Piece(f"{fact.text} är {value.text}", fact.span.start),)
        case ast.Is(fact, values):
            first, *rest = values
            opening = Piece(f"{fact.text} är någon av {first.text}", fact.span.start)
            return joined([(opening,), *map(word, rest)], ",")
        case ast.Limit(fact, operator, amount):
            return (Piece(f"{fact.text} {operator} {amount}", fact.span.start),)
        case ast.Not(operand):
            return prefixed("inte ", _operand(operand))
        case ast.AllOf(operands):
            return joined(map(_operand, operands), " och")
        case ast.AnyOf(operands):
            return joined(map(_operand, operands), " eller")
        case _:
            assert_never(expr)


def _operand(expr: ast.Expr) -> Pieces:
    """In parentheses where «och» and «eller» meet, or one stands inside another of its kind."""
    pieces = expression(expr)
    return suffixed(prefixed("(", pieces), ")") if isinstance(expr, ast.AllOf | ast.AnyOf) else pieces
