"""A file's text and the places in it."""

import unicodedata
from bisect import bisect_right
from functools import cached_property

from attrs import field, frozen


@frozen
class Span:
    """A half-open stretch of text in code points, counted from the start of its block or file."""

    start: int
    end: int


@frozen(slots=False)
class SourceText:
    """The text of one file: NFC, line feeds only, plain spaces, no byte order mark.

    ``path`` is how the user would name the file; it is shown, never opened.
    """

    path: str
    text: str = field(repr=False)

    @classmethod
    def of(cls, path: str, text: str) -> "SourceText":
        """Normalise ``text`` (NFC, line feeds, plain spaces) so that every later stage counts the same characters."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        # Word writes hard spaces in «6 kap. 38 §» and «5 000 kr»; they mean what they look like.
        text = text.replace("\u00a0", " ").replace("\u202f", " ")
        return cls(path, unicodedata.normalize("NFC", text))

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        while (found := self.text.find("\n", starts[-1])) >= 0:
            starts.append(found + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """The line number (from 1) on which ``offset`` stands."""
        return bisect_right(self._line_starts, offset)

    def column_of(self, offset: int) -> int:
        """The column (from 1, in code points) at which ``offset`` stands."""
        return offset - self._line_starts[self.line_of(offset) - 1] + 1

    def offset_of(self, line: int, column: int) -> int:
        """Where ``column`` of ``line`` (both from 1) stands."""
        return self._line_starts[line - 1] + column - 1

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1) without its line feed; empty past the end."""
        starts = self._line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]


@frozen(order=False)
class Place:
    """A stretch of a source, for messages and citations."""

    source: SourceText = field(repr=lambda source: source.path)
    start: int
    end: int

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def line(self) -> int:
        return self.source.line_of(self.start)

    @property
    def column(self) -> int:
        return self.source.column_of(self.start)

    @property
    def sort_key(self) -> tuple[str, int, int]:
        return (self.source.path, self.start, self.end)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
