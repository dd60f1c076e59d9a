"""The width of the screen, and text that is read aloud.

In: an answer as text, a label before each line.  Out: the same for a screen so wide, or without columns.  Refuses to know
what it says.
"""

import re

_LABELLED = re.compile(r"^ {2}(?P<label>\S.{0,13}?) {2,}(?P<text>\S.*)$")
_COLUMN = re.compile(r"^ +\S{1,8} {2,}(?P<text>\S.*)$")
_NARROWEST = 40
_TOGETHER = re.compile(
    r"(?<=\d) (?=\d{3}(?!\d))"  # 100 000
    r"|(?<=\d) (?=(?:kr|tkr|mkr|%|år|månad(?:er)?|veck(?:a|or)|(?:arbets)?dag(?:ar)?|kap\.|§|[a-z](?![\w])))"
    r"|(?<=§) (?=\w)|(?<=kap\.) (?=\d)"
)
"""Spaces within what is read as one: an amount, a time, a section."""
_BREAKS = re.compile(r"(?<=[-./\\])(?=\w)")


def fitted(text: str, width: int) -> str:
    """No line longer than ``width``; what is left of a line stands under where it began."""
    if width < _NARROWEST:
        return text
    return "\n".join(part for line in text.split("\n") for part in _fit(line, width))


def _fit(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    match = _LABELLED.match(line) or _COLUMN.match(line)
    indent = len(line) - len(line.lstrip())
    hang = match.start("text") if match else indent + 2
    if hang > width // 2:
        hang = indent + 2
    first = line[: match.start("text")] if match else " " * indent
    return _lines(first, line[len(first) :], " " * hang, width)


def _lines(first: str, text: str, hanging: str, width: int) -> list[str]:
    """``text`` after ``first``, and then under ``hanging``; only what is longer than a line is cut, where it has a joint."""
    lines, row, begun = [], first, False
    for word in _TOGETHER.sub("\u00a0", text).split(" "):
        gap = " " if begun else ""
        if begun and len(row) + len(gap) + len(word) > width:
            lines.append(row)
            row, gap = hanging, ""
        for piece in _pieces(word, width - len(row) - len(gap)):
            if begun and len(row) + len(gap) + len(piece) > width and row.strip():
                lines.append(row)
                row, gap = hanging, ""
            row, gap, begun = row + gap + piece, "", True
    return [each.replace("\u00a0", " ").rstrip() for each in [*lines, row]]


def _pieces(word: str, room: int) -> list[str]:
    """A word, at its joints where it is too long for a line."""
    return [word] if len(word) <= room else [piece for piece in _BREAKS.split(word) if piece]


def simple(text: str) -> str:
    """Without columns and indents: each line «Label: text», as a screen reader reads best."""
    return "\n".join(_simple(line) for line in text.split("\n"))


def _simple(line: str) -> str:
    match = _LABELLED.match(line)
    if match:
        label = match["label"]
        return f"{label[:1].upper()}{label[1:]}: {match['text']}"
    return re.sub(r" {2,}", " ", line.strip())
