"""Names: how a title becomes a name, how spellings are compared, and which known name was meant."""

import re
import unicodedata
from collections.abc import Iterable

_FOLD = str.maketrans("åäöéèüÅÄÖÉÈÜ", "aaoeeuAAOEEU")


def fold(text: str) -> str:
    """Lower case without å ä ö é ü: what a user types on a foreign keyboard."""
    return unicodedata.normalize("NFC", text).translate(_FOLD).casefold()


def slug(title: str) -> str:
    """The name that a title gives: lower case, words joined by hyphens. May be empty."""
    return re.sub(r"[^\w]+", "-", title.casefold()).strip("-_")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None when nothing is near enough to suggest."""
    from difflib import get_close_matches  # slow to import, and few names are misspelt

    candidates = {fold(candidate): candidate for candidate in known}
    found = get_close_matches(fold(name), candidates, n=1, cutoff=0.72)
    return candidates[found[0]] if found else None
