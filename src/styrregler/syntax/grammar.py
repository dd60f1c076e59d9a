"""The one door to Lark: a parser for headers and clauses, built from the grammar at first use."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import frozen
from lark import Lark, Token
from lark.exceptions import UnexpectedInput, UnexpectedToken

from styrregler.syntax.builder import TreeBuilder
from styrregler.text import Span
from styrregler.values import Fault

_CHECKOUT = Path(__file__).parents[3]


def grammar_text() -> str:
    """The grammar, from the installed package or, in an editable checkout, from the folder at its root."""
    packaged = files("styrregler").joinpath("_grammar", "styrregler.lark")
    checkout = _CHECKOUT / "grammar" / "styrregler.lark"
    return (checkout if checkout.is_file() else packaged).read_text(encoding="utf-8")


class _PassThrough:
    # NAME is lexed in every state: otherwise «delegata» reads as the keyword «delegat» and a name «a».
    always_accept = ("NAME",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        return stream


@frozen
class Parsed:
    """A header or the value of a clause, with the values in it that have no meaning."""

    tree: Any
    faults: tuple[tuple[Span, Fault], ...]


@frozen
class Stopped:
    """Where the parser could not go on, at what text, and the names of the terminals it could have taken."""

    at: int
    found: str
    expected: frozenset[str]


@cache
def _parser() -> tuple[Lark, TreeBuilder]:
    builder = TreeBuilder()
    lark = Lark(
        grammar_text(),
        parser="lalr",
        lexer="contextual",
        start=["header", "clause"],
        postlex=_PassThrough(),
        transformer=builder,
        maybe_placeholders=False,
    )
    return lark, builder


def prepare() -> None:
    """Build the parser now rather than at first use."""
    _parser()


def parse(text: str, start: str) -> Parsed | Stopped:
    """Parse one ``header`` or ``clause``; positions count from the start of ``text``."""
    lark, builder = _parser()
    builder.faults = []
    try:
        tree = lark.parse(text, start=start)
    except UnexpectedInput as stop:
        at = _position(stop, text)
        found = str(stop.token) if isinstance(stop, UnexpectedToken) and at < len(text) else text[at : at + 1]
        expected = (
            getattr(stop, "accepts", None)
            or getattr(stop, "expected", None)
            or getattr(stop, "allowed", None)
        )
        return Stopped(at, found, frozenset(map(str, expected or ())))
    return Parsed(tree, tuple(builder.faults))


def _position(stop: UnexpectedInput, text: str) -> int:
    """Where the parser stopped; at the end of the text when it wanted more."""
    ended = isinstance(stop, UnexpectedToken) and stop.token.type == "$END"
    position: object = stop.pos_in_stream
    return position if isinstance(position, int) and position >= 0 and not ended else len(text)
