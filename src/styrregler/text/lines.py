"""Physical lines: indentation, content and comment, told apart without knowing the language."""

import re
from collections.abc import Iterator

from attrs import frozen

# What may close a text that a given mark opened. Word processors mix these freely.
CLOSING = {'"': '"”“', "“": '”“"', "”": '”“"', "„": '“”"', "»": "«»", "«": "«»"}
_MARK = re.compile("[#" + "".join(CLOSING) + "]")


@frozen
class Line:
    """One physical line. ``start`` is its offset in the text it was split from."""

    number: int
    start: int
    indent: int
    content: str
    comment: str
    """With its ``#``; empty when there is none."""
    tab: bool
    """A tab stands in the indentation."""
    open_quote: int | None
    """Offset in ``content`` of a quotation mark that is never closed."""

    @property
    def content_start(self) -> int:
        return self.start + self.indent

    @property
    def blank(self) -> bool:
        return not self.content and not self.comment


def split_lines(text: str) -> Iterator[Line]:
    """Yield every physical line of ``text`` in order."""
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        body = raw.lstrip(" \t\u00a0\u202f")
        indent = len(raw) - len(body)
        tab = "\t" in raw[:indent]
        if _MARK.search(body) is None:
            yield Line(number, start, indent, body.rstrip(), "", tab, None)
        else:
            length, open_quote = _content_length(body)
            content, comment = body[:length].rstrip(), body[length:].rstrip()
            yield Line(number, start, indent, content, comment, tab, open_quote)
        start += len(raw) + 1


def _content_length(body: str) -> tuple[int, int | None]:
    """Where the comment begins (or the line ends), and the offset of an unclosed quotation mark."""
    end = 0
    while mark := _MARK.search(body, end):
        at = mark.start()
        if mark[0] == "#":
            return at, None
        closings = [found for closing in CLOSING[mark[0]] if (found := body.find(closing, at + 1)) >= 0]
        if not closings:
            comment = body.find(" #", at)
            return (comment if comment >= 0 else len(body)), at
        end = min(closings) + 1
    return len(body), None
