"""The width of the screen, and text that is read aloud.

In: an answer as text, a label before each line.  Out: the same for a screen so wide, or without columns.  Refuses to know
what it says.
"""

import re

_LABELLED = re.compile(r"^ {2}(?P<label>\S.{0,13}?) {2,}(?P<text>\S.*)$")
_GOES_ON = re.compile(r"^ {16}(?P<text>\S.*)$")
_NARROWEST = 40


def fitted(text: str, width: int) -> str:
    """No line longer than ``width``; what is left of a line stands under where it began."""
    if width < _NARROWEST:
        return text
    return "\n".join(part for line in text.split("\n") for part in _fit(line, width))


def _fit(line: str, width: int) -> list[str]:
    if len(line) <= width:
        return [line]
    import textwrap  # slow to import, and few lines are long

    match = _LABELLED.match(line)
    indent = len(line) - len(line.lstrip())
    hang = match.start("text") if match else indent + (2 if indent else 0)
    if hang > width // 2:
        hang = indent + 2
    return textwrap.wrap(
        line,
        width,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    ) or [line]


def simple(text: str) -> str:
    """Without columns and indents: each line «Label: text», as a screen reader reads best."""
    return "\n".join(_simple(line) for line in text.split("\n"))


def _simple(line: str) -> str:
    match = _LABELLED.match(line)
    if match:
        label = match["label"]
        return f"{label[:1].upper()}{label[1:]}: {match['text']}"
    return line.strip()
