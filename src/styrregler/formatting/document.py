"""A whole file in canonical form, or why it is left alone.

Last station of formatting.  In: :class:`~styrregler.text.SourceText`.  Out: :class:`Formatted`, or what keeps the file
from being rewritten.  Whatever the printer does, a text that reads otherwise than the one it came from is never given.
"""

from itertools import zip_longest

from attrs import frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.formatting.blocks import block_lines
from styrregler.formatting.comments import Paragraph, comments_of, surroundings
from styrregler.syntax import ast, parse_source
from styrregler.text import Place, SourceText


@frozen
class Formatted:
    """The canonical text of a file that could be read: it means the same, comment for comment and word for word."""

    source: SourceText
    text: str

    @property
    def changed(self) -> bool:
        """Whether the text differs from what was given (whose line ends and encoding were normalised when read)."""
        return self.text != self.source.text


@frozen
class Unreadable:
    """A file with a fault in its syntax is never rewritten; ``diagnostics`` say which, at least one an error."""

    source: SourceText
    diagnostics: tuple[Diagnostic, ...]


@frozen
class Refused:
    """The safety net: the canonical text would not have read as the file does. A fault of ours, at ``place``."""

    source: SourceText
    place: Place

    @property
    def message(self) -> str:
        return "formateringen skulle ändra betydelsen; filen lämnas orörd"


Formatting = Formatted | Unreadable | Refused


def format_source(source: SourceText) -> Formatting:
    """``source`` in canonical form, read back and compared before it is given."""
    document, diagnostics = parse_source(source)
    if any(found.severity is Severity.ERROR for found in diagnostics):
        return Unreadable(source, diagnostics)
    text = print_document(document)
    place = _first_difference(document, SourceText.of(source.path, text))
    return Refused(source, place) if place else Formatted(source, text)


def print_document(document: ast.Document) -> str:
    """The canonical text of a document without syntax errors, with the comments of its source."""
    around, after = surroundings(document)
    chunks: list[str] = []
    for block, near in zip(document.blocks, around, strict=True):
        paragraphs = _texts(near.before)
        written = "\n".join(block_lines(block, near))
        if near.attached:
            written = f"{paragraphs.pop()}\n{written}"
        chunks += [*paragraphs, written]
    chunks += _texts(after)
    return "\n\n".join(chunks) + "\n" if chunks else ""


def _texts(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return ["\n".join(paragraph) for paragraph in paragraphs]


def _first_difference(document: ast.Document, written: SourceText) -> Place | None:
    """Where in the original something stands that ``written`` does not say, or says elsewhere."""
    source = document.source
    reread, wrong = parse_source(written)
    for block, other in zip_longest(document.blocks, reread.blocks):
        if block != other:
            start = block.start if block else len(source.text)
            return Place(source, start, start + len(block.text if block else ""))
    if wrong or comments_of(source) != comments_of(written):
        return Place(source, 0, len(source.text))
    return None
