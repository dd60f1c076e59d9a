"""One clause at a time: an indented line with the deeper lines that continue it."""

import re
from functools import lru_cache
from typing import Any

from attrs import frozen

from styrregler.syntax import ast
from styrregler.syntax.blocks import BlockShape, keyword_of
from styrregler.syntax.finding import Finding
from styrregler.syntax.grammar import Parsed, Stopped, parse
from styrregler.syntax.slips import LADDERS, LISTED, Slip, explain, explain_keyword
from styrregler.text import Span

LONGEST = 20_000
"""Characters in one clause; a longer one is not read."""
_CONTINUES = re.compile(r"(?:,|\b(?:och|eller|när|därefter))$")
"""How a line ends that needs the next."""


@frozen
class RawClause:
    """The text of a clause (comments blanked out) and where it begins in its block."""

    start: int
    text: str
    keyword: str | None
    """The one that it begins with."""
    open_quote: int | None = None


def parse_clause(raw: RawClause, shape: BlockShape) -> tuple[ast.Clause | None, list[Finding]]:
    """The clause, or None with what is wrong with it. That it may stand in ``shape`` has been seen to."""
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
    keyword = raw.keyword
    if keyword is None:
        return None, [told("SR105", explain_keyword(raw.text, shape), raw.start)]
    if raw.open_quote is not None:
        return None, [unclosed(raw.text.split("\n")[0], raw.open_quote, raw.start)]
    outcome = parsed(raw.text if keyword in (*LADDERS, *LISTED) else raw.text.replace("\n", " "), "clause")
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
        found = _after_otherwise(outcome.tree, raw)
        return (None, found) if found else (ast.Clause(keyword, outcome.tree, raw.start), [])
    return None, [
        told("SR107", slip, raw.start + offset) for offset, slip in _slips(raw.text, keyword, outcome)
    ]


def _after_otherwise(tree: Any, raw: RawClause) -> list[Finding]:
    """A step below «annars», which takes all that is left."""
    items = tree.items if isinstance(tree, ast.Deciders) else ()
    early = next((item for item in items[:-1] if item.otherwise), None)
    if early is None:
        return []
    end = raw.text.find("\n", early.span.start)
    line = " ".join(raw.text[early.span.start : end].split())
    return [
        Finding(
            "SR107",
            Span(raw.start + early.span.start, raw.start + end),
            "«annars» står inte sist i trappan",
            f"flytta «{line}» till sist",
            "«annars» gäller allt som raderna ovanför inte nämner; raderna under skulle aldrig avgöra något",
        )
    ]


@lru_cache(maxsize=50_000)
def parsed(text: str, start: str) -> Parsed | Stopped:
    """As :func:`grammar.parse`; orders repeat themselves, and the same text always means the same tree."""
    return parse(text, start)


def unclosed(line: str, at: int, start: int) -> Finding:
    """A quotation mark, at ``at`` in ``line``, that is never closed; ``line`` begins at ``start`` in its block."""
    text = line[at + 1 :].strip()
    return Finding(
        "SR110",
        Span(start + at, start + max(at + 1, len(line))),
        "citattecknet är inte stängt",
        f'sätt " i slutet av texten: «"{text}"»' if text else 'skriv texten mellan två citattecken: «"…"»',
    )


def _slips(text: str, keyword: str, whole: Stopped) -> list[tuple[int, Slip]]:
    """One slip for each line of the clause that cannot be read on its own."""
    found: list[tuple[int, Slip]] = []
    lines = text.split("\n")
    at = 0
    for number, line in enumerate(lines if len(lines) > 1 else ()):
        body = line.strip()
        prefix = "" if number == 0 else f"{keyword} "
        outcome = parse(prefix + body, "clause") if body else None
        if isinstance(outcome, Stopped) and not _CONTINUES.search(body):
            slip = _too_deep(body, prefix) if number and keyword_of(body) else None
            shift = at + len(line) - len(line.lstrip()) - len(prefix)
            found.append((shift, slip or explain(prefix + body, outcome, keyword)))
        at += len(line) + 1
    return found or [(0, explain(text, whole, keyword))]


def _too_deep(body: str, prefix: str) -> Slip:
    """A clause of its own that is indented as if it continued the one above."""
    span = Span(len(prefix), len(prefix) + len(body))
    return Slip(span, f"«{keyword_of(body)}» står för djupt", "dra in raden fyra steg om den är en egen sats")


def told(code: str, slip: Slip, shift: int = 0) -> Finding:
    """A slip as a finding; ``shift`` is where its text begins in the block."""
    start = max(0, slip.span.start + shift)
    return Finding(
        code, Span(start, max(start + 1, slip.span.end + shift)), slip.message, slip.remedy, slip.why
    )


def header_of(tree: Any) -> ast.Header:
    """The header that a parse gave."""
    assert isinstance(tree, ast.Header)
    return tree
