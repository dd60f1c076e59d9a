"""How much of a wording a text says: whole words, inflected, compounded or slightly otherwise spelt.

In: a text as people write it, and a wording.  Out: a :class:`Likeness`.  Deterministic, and refuses to know what words mean:
two words are alike by their endings or by the groups of three letters that they share.
"""

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from styrregler.values import same_word, stems

_WORD = re.compile(r"[^\W\d_][\w-]*")
_SMALL = frozenset(
    [
        "av",
        "att",
        "den",
        "det",
        "de",
        "dem",
        "en",
        "ett",
        "ett",
        "för",
        "från",
        "har",
        "hade",
        "i",
        "med",
        "och",
        "om",
        "på",
        "sin",
        "sitt",
        "som",
        "till",
        "vid",
        "var",
        "är",
        "vi",
        "man",
        "någon",
        "något",
        "han",
        "hon",
        "blev",
        "blivit",
        "när",
        "ha",
        "in",
        "ut",
        "upp",
        "ska",
        "skulle",
    ]
)
"""Words that say nothing of what has happened. «Inte» is none of them."""
_IN_COMPOUND = 5
_SHARED = 0.65
"""How large a part of their groups of letters two words share when they are one word spelt in two ways."""
NEAR = 0.6
"""How large a part of a wording must be said for it to be worth showing."""


@frozen
class Likeness:
    """What of ``wording`` a text says: ``found`` are the words of the text, ``share`` the part of the wording's letters."""

    wording: str
    found: frozenset[str]
    share: float

    @property
    def whole(self) -> bool:
        """Whether every word of the wording is said."""
        return self.share == 1


def liken(text: str, wording: str) -> Likeness:
    """How much of ``wording`` stands in ``text``, in any order."""
    said, wanted = _words(text), _words(wording)
    if not wanted:
        return Likeness(wording, frozenset(), 0)
    hits = {word: frozenset(each for each in said if _alike(word, each)) for word in wanted}
    letters = sum(len(word) for word in hits)
    missing = sum(len(word) for word, hit in hits.items() if not hit)
    return Likeness(wording, frozenset().union(*hits.values()), 1 - missing / letters if missing else 1)


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    words = (match[0].casefold() for match in _WORD.finditer(unicodedata.normalize("NFC", text)))
    return tuple(word for word in dict.fromkeys(words) if word not in _SMALL)


@lru_cache(maxsize=1 << 16)
def _alike(wanted: str, said: str) -> bool:
    if same_word(wanted, said):
        return True
    if min(len(wanted), len(said)) < _IN_COMPOUND:
        return False
    long = [stem for stem in stems(wanted) if len(stem) >= _IN_COMPOUND]
    if any(whole.endswith(stem) for stem in long for whole in stems(said)):
        return True
    one, other = _groups(wanted), _groups(said)
    return 2 * len(one & other) >= _SHARED * (len(one) + len(other))


def _groups(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
