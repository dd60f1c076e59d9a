"""The clauses of a block: where each begins and ends, and which block or clause it belongs to."""

import re
from collections.abc import Mapping

from styrregler.syntax import ast
from styrregler.syntax.block_faults import given_twice, misplaced_clauses, missing
from styrregler.syntax.blocks import BlockShape, keyword_of
from styrregler.syntax.clauses import RawClause, parse_clause
from styrregler.syntax.cutting import INDENT
from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.finding import Finding
from styrregler.syntax.slips.instead import is_prose, meant_instead
from styrregler.text import Line, Span

_TITLED = ("fas", "regel", "etapp", "slut")
"""Clauses with clauses under them that say all they have to say on one line."""
_GOES_ON = ("när", "annars", "eller", "och", "via", "av", "i")
"""Words that go on with the line above, though not deeper than it."""
_NEVER = re.compile(r"(?!)")
_LISTING: Mapping[str, re.Pattern[str]] = {
    "nästa": re.compile(r"\b(?:när|annars)\b"),
    **dict.fromkeys(("kanal", "tillåten", "otillåten", "gäller"), re.compile(r"\btill\b")),
}
"""What shows that a line is one more in the list above: a phase may be called «bordläggning»."""


def parse_clauses(
    lines: list[Line], text: str, shape: BlockShape, head: Line
) -> tuple[tuple[ast.Clause, ...], list[Finding]]:
    """Every clause of a block that can be read, and what is wrong with the others and with all of them together."""
    found: list[Finding] = []
    clauses: list[ast.Clause] = []
    misplaced: list[RawClause] = []
    given: set[str | None] = set()
    for keyword, group in _groups(lines, shape):
        found += _misindented(group[0], keyword, shape)
        raw = _raw_clause(group, keyword, text)
        opener = shape.under.get(keyword or "")
        if opener is not None and opener not in given:
            found.append(_ownerless(raw, keyword or "", opener))
        given.add(keyword)
        if keyword is not None and keyword not in shape.clauses:
            misplaced.append(raw)
            continue
        clause, wrong = parse_clause(raw, shape)
        found += wrong
        if clause is not None:
            clauses.append(clause)
    if misplaced:
        return tuple(clauses), [*found, misplaced_clauses(misplaced, shape)]
    if None not in given:
        found += missing(given, shape, head)
    return tuple(clauses), found + given_twice(clauses, text, shape)


def _groups(lines: list[Line], shape: BlockShape) -> list[tuple[str | None, list[Line]]]:
    """Each clause with its keyword, and the deeper lines that continue it."""
    groups: list[tuple[str | None, list[Line]]] = []
    for line in lines:
        keyword = keyword_of(line.content)
        deeper = line.indent >= 2 * INDENT or (line.indent > INDENT and keyword not in shape.clauses)
        own = keyword in shape.under and line.indent < 3 * INDENT
        if groups and deeper and not own and not _meant_as_own(line, groups[-1], shape):
            groups[-1][1].append(line)
        else:
            groups.append((keyword, [line]))
    return groups


def _meant_as_own(line: Line, above: tuple[str | None, list[Line]], shape: BlockShape) -> bool:
    """Whether a line under a phase, a rule or a step is a clause that begins with other words than the language's.

    It stands as deep as the clauses there do. A title has said all it has to say; after anything else the words must be known.
    """
    keyword, group = above
    opener, before = keyword or "", group[-1].content
    if not shape.under or line.indent != 2 * INDENT or not line.content[0].isalnum() or before == opener:
        return False
    if opener in _TITLED and opener in shape.under.values():
        return True
    first = line.content.split(maxsplit=1)[0]
    if before.endswith(",") or first in _GOES_ON or _LISTING.get(opener, _NEVER).search(line.content):
        return False
    return bool(meant_instead(line.content, shape.kind, shape.under)[1]) or is_prose(line.content)


def _raw_clause(group: list[Line], keyword: str | None, text: str) -> RawClause:
    """The text of a clause, comments blanked out, and its first quotation mark that is never closed."""
    first = group[0]
    if len(group) == 1:
        return RawClause(first.content_start, first.content.replace("\t", " "), keyword, first.open_quote)
    open_quote = None
    parts = []
    for line, following in zip(group, [*group[1:], None], strict=True):
        end = following.content_start if following else line.content_start + len(line.content)
        piece = text[line.content_start : end]
        parts.append(line.content.replace("\t", " ") + _blank(piece[len(line.content) :]))
        if line.open_quote is not None and open_quote is None:
            open_quote = line.content_start - first.content_start + line.open_quote
    return RawClause(first.content_start, "".join(parts), keyword, open_quote)


def _blank(text: str) -> str:
    """Comments and space between the lines of a clause, as space and line feeds of the same length."""
    return "".join("\n" if char == "\n" else " " for char in text)


def _misindented(line: Line, keyword: str | None, shape: BlockShape) -> list[Finding]:
    """Tabs have been told already."""
    # What is no clause at all stands where the clauses under another do: that it is deep is not what is wrong.
    under = keyword in shape.under or (bool(shape.under) and keyword not in shape.clauses)
    deep = under and line.indent == 2 * INDENT
    if line.indent == INDENT or deep or line.tab:
        return []
    word = keyword or line.content.split(maxsplit=1)[0]
    span = Span(line.content_start, line.content_start + len(word))
    if line.indent == 0:
        return [Finding("SR103", span, f"«{word}» är inte indragen", "dra in raden fyra steg")]
    return [
        Finding(
            "SR103",
            span,
            f"raden är indragen {line.indent} steg",
            "dra in den fyra steg, som blockets andra satser",
        )
    ]


def _ownerless(raw: RawClause, keyword: str, opener: str) -> Finding:
    """A clause that belongs to another, with none of them above it."""
    return Finding(
        "SR106",
        Span(raw.start, raw.start + len(keyword)),
        f"«{keyword}» hör till ett «{opener}», och inget står ovanför",
        f"skriv raden under det «{opener}» som den gäller, till exempel «{EXAMPLES[opener]}»",
    )
