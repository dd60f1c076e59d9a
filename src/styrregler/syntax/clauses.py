"""One clause at a time: an indented line with the deeper lines that continue it."""

from functools import lru_cache
from typing import Any

from attrs import frozen

from styrregler.syntax import ast
from styrregler.syntax.blocks import BlockShape, keyword_of
from styrregler.syntax.finding import Finding
from styrregler.syntax.grammar import Parsed, Stopped, parse
from styrregler.syntax.slips import Slip, explain, explain_keyword
from styrregler.text import Span

LONGEST = 20_000
"""Characters in one clause; a longer one is not read."""


@frozen
class RawClause:
    """The text of a clause (comments blanked out) and where it begins in its block."""

    start: int
    text: str
    open_quote: int | None = None


def parse_clause(raw: RawClause, shape: BlockShape) -> tuple[ast.Clause | None, list[Finding]]:
    """The clause, or None with what is wrong with it."""
    if len(raw.text) > LONGEST:
        span = Span(raw.start, raw.start + 60)
        return None, [
            Finding(
                "SR901",
                span,
                f"satsen är längre än {LONGEST} tecken",
                "dela upp den på flera rader eller punkter",
            )
        ]
    keyword = keyword_of(raw.text)
    if keyword is None:
        word = raw.text.split(maxsplit=1)[0]
        return None, [_finding("SR105", explain_keyword(word.rstrip(":,"), shape, 0), raw.start)]
    if keyword not in shape.clauses:
        allowed = ", ".join(shape.clauses) or "inga satser alls"
        span = Span(raw.start, raw.start + len(keyword))
        return None, [
            Finding(
                "SR106",
                span,
                f"«{keyword}» kan inte stå i blocket {shape.kind}",
                f"i {shape.kind} kan stå: {allowed}",
            )
        ]
    if raw.open_quote is not None:
        span = Span(raw.start + raw.open_quote, raw.start + len(raw.text))
        return None, [Finding("SR110", span, "citattecknet är inte stängt", 'sätt " i slutet av texten')]
    outcome = parsed(raw.text, "clause")
    if isinstance(outcome, Parsed):
        if outcome.faults:
            return None, [
                Finding(
                    "SR704",
                    Span(raw.start + span.start, raw.start + span.end),
                    fault.message,
                    fault.remedy,
                    fault.why,
                )
                for span, fault in outcome.faults
            ]
        return ast.Clause(keyword, outcome.tree, raw.start), []
    return None, [
        _finding("SR107", slip, raw.start + offset) for offset, slip in _slips(raw.text, keyword, outcome)
    ]


@lru_cache(maxsize=50_000)
def parsed(text: str, start: str) -> Parsed | Stopped:
    """As :func:`grammar.parse`; orders repeat themselves, and the same text always means the same tree."""
    return parse(text, start)


def _slips(text: str, keyword: str, whole: Stopped) -> list[tuple[int, Slip]]:
    """One slip for each line of the clause that cannot be read on its own."""
    lines = text.split("\n")
    if len(lines) == 1:
        return [(0, explain(text, whole, keyword))]
    found: list[tuple[int, Slip]] = []
    at = 0
    for number, line in enumerate(lines):
        body = line.strip()
        if body:
            prefix = "" if number == 0 else f"{keyword} "
            outcome = parse(prefix + body, "clause")
            if isinstance(outcome, Stopped):
                indent = len(line) - len(line.lstrip())
                shift = at + indent - len(prefix)
                if number and keyword_of(body):
                    span = Span(len(prefix), len(prefix) + len(body))
                    slip = Slip(
                        span,
                        f"«{keyword_of(body)}» står för djupt",
                        "dra in raden fyra steg om den är en egen sats",
                    )
                else:
                    slip = explain(prefix + body, outcome, keyword)
                found.append((shift, slip))
        at += len(line) + 1
    return found or [(0, explain(text, whole, keyword))]


def _finding(code: str, slip: Slip, shift: int) -> Finding:
    start = max(0, slip.span.start + shift)
    return Finding(
        code, Span(start, max(start + 1, slip.span.end + shift)), slip.message, slip.remedy, slip.why
    )


def header_of(tree: Any) -> ast.Header:
    """The header that a parse gave."""
    assert isinstance(tree, ast.Header)
    return tree
