"""A question cut into tokens: words, numbers and the few signs that mean something."""

import re
import unicodedata

from attrs import frozen

_TOKEN = re.compile(
    r"\d{4}-\d{2}-\d{2}"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+(?!\d)"
    r"|\d+(?:[.,]\d+)?|½"
    r"|:-|%|²|[^\W\d_]+(?:[-–'’/][^\W\d_]+)*"
)


@frozen
class Token:
    """A token in lower case, as it was written, and where it stands."""

    text: str
    written: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    text = unicodedata.normalize("NFC", text)
    return [Token(match[0].casefold(), match[0], *match.span()) for match in _TOKEN.finditer(text)]
