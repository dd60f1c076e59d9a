"""A file's lines cut into blocks, and their indentation as it was meant.

In: text.  Out: the text of each block, its lines as they were meant, and what is wrong with how they are laid out.
Refuses to read a header or a clause.
"""

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from styrregler.syntax.blocks import BLOCKS, keyword_of
from styrregler.syntax.finding import Finding
from styrregler.syntax.tables import is_row
from styrregler.text import Line, Span, split_lines

INDENT = 4
_INDENTED_HEADER = re.compile(
    rf"tabell$|(?:{'|'.join(BLOCKS)}) +[^\s\"“”„»«]*(?: [a-zåäö])? *(?:[\"“”„»«]|$)".replace(
        " ", r"[ \u00a0]"
    )
)
_SUBDELEGATION = re.compile('vidaredelegation(?![\\w-])[^"“”„»«]*$')
DELEGATING = ("delegationsordning", "avsnitt", "bestämmelse", "punkt")


@frozen
class RawBlock:
    """The text of a block from its first word, and how far that word is indented.

    ``word`` is empty for lines that stand before any block.
    """

    word: str
    start: int
    indent: int
    text: str


def raw_blocks(text: str) -> Iterator[RawBlock]:
    """Cut ``text`` where a block begins."""
    word, start, indent, end = "", 0, 0, 0
    for line in split_lines(text):
        if not line.content:
            continue
        begins = _begins_block(line, word)
        if begins or end == 0:
            if end:
                yield RawBlock(word, start, indent, text[start:end])
            word = line.content.split(maxsplit=1)[0] if begins else ""
            start, indent = (line.content_start, line.indent) if begins else (line.start, 0)
        end = line.content_start + len(line.content)
    if end:
        yield RawBlock(word, start, indent, text[start:end])


def _begins_block(line: Line, word: str) -> bool:
    """A line in column 0 that is no clause, or an indented one that can only be a header.

    ``word`` opened the block that the line would else belong to.
    """
    if line.indent:
        # «vidaredelegation ja» under a point is a misspelt «vidaredelegeras».
        if word in DELEGATING and _SUBDELEGATION.match(line.content):
            return False
        return _INDENTED_HEADER.match(line.content) is not None and keyword_of(line.content) is None
    if word == "tabell" and is_row(line):
        return False
    return line.content.split(maxsplit=1)[0] in BLOCKS or not (keyword_of(line.content) and word)


def indented(raw: RawBlock, head: Line) -> list[Finding]:
    if not raw.indent:
        return []
    return [
        Finding(
            "SR103",
            Span(0, len(head.content)),
            "rubriken är indragen",
            "ta bort indraget: ett block börjar längst till vänster",
        )
    ]


def tabs(lines: list[Line]) -> list[Finding]:
    tabbed = [line for line in lines if line.tab and line.content]
    if not tabbed:
        return []
    more = f" (så är det på {len(tabbed)} rader)" if len(tabbed) > 1 else ""
    return [
        Finding(
            "SR102",
            Span(tabbed[0].start, tabbed[0].content_start),
            f"tabb i indraget{more}",
            "använd fyra mellanslag",
        )
    ]


def levelled(lines: list[Line], raw: RawBlock) -> list[Line]:
    """The lines under a header with their indentation as it was meant.

    A tab is four steps, and what lies under an indented header is counted from there.
    """
    said = [line for line in lines if line.content]
    if not raw.indent and not any(line.tab for line in said):
        return said
    depths = [len(raw.text[line.start : line.content_start].expandtabs(INDENT)) for line in said]
    base = raw.indent if depths and min(depths) > raw.indent else 0
    return [
        evolve(line, indent=depth - base, start=line.content_start - depth + base)
        for line, depth in zip(said, depths, strict=True)
    ]
