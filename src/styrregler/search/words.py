"""Words: how a text is cut into them, which say nothing, and what is left of one without its inflection.

In: text.  Out: words in lower case.  Refuses to know any rule set.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from styrregler.search.common import PARTICLES, STOP
from styrregler.search.irregular import bases, respelt
from styrregler.values import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-–'’/]?[^\W\d_]+)*")
_JOINT = re.compile(r"[-–'’/]")

_INFLECTED = (
    "ernas", "ornas", "arnas", "andet", "anden", "erna", "orna", "arna", "nden", "ens", "ets", "ers", "ors", "ars",
    "ade", "ades", "de", "des", "ats", "at", "en", "et", "er", "or", "ar", "na", "as", "te", "tt", "n", "t", "r", "s", "a", "e",
)  # fmt: skip
_SAFE = ("en", "et", "er", "ar", "or", "arna", "erna", "orna", "ens", "ets")
"""Endings of a word of three letters: «lovet», but «brott» is no bridge."""
_DERIVED = (
    "ningarna", "ningens", "ningen", "ningar", "nings", "ning", "ingarna", "ingens", "ingen", "ingar", "ings", "ing",
    "andet", "andes", "ande", "endet", "ende", "elsen", "elser", "else", "ad", "ats", "erad", "d",
)  # fmt: skip


@frozen
class Word:
    """A word of a text: as it is read (lower case, without hyphens), and where it stands."""

    text: str
    start: int = 0
    end: int = 0
    parts: tuple[str, ...] = ()
    """What a hyphen joined: «p-tillstånd»."""
    initials: bool = False
    """Written in capitals alone: «LTF»."""
    cut: bool = False
    """With a full stop after it: «upph.»."""


def plain(text: str) -> str:
    """Lower case, one form for each letter, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def words_of(text: str) -> list[Word]:
    """Every word, in order, those that say nothing among them."""
    found = []
    text = unicodedata.normalize("NFC", text)
    for match in _WORD.finditer(text):
        written = match[0]
        parts = tuple(part for part in _JOINT.split(written.casefold()) if part)
        capitals = written.isupper() and 2 <= len(written) <= 5
        cut = text[match.end() : match.end() + 1] == "."
        found.append(
            Word("".join(parts), match.start(), match.end(), parts if len(parts) > 1 else (), capitals, cut)
        )
    return found


def phrasal(words: Sequence[Word]) -> Iterator[tuple[int, Word]]:
    """Verbs with a particle after them, as one word: «stänga av» is «avstänga», as in «avstängning»."""
    for at, (verb, particle) in enumerate(pairwise(words)):
        if particle.text in PARTICLES and verb.text not in STOP and len(verb.text) >= 4:
            yield at, Word(particle.text + verb.text, verb.start, particle.end)


def telling(text: str) -> list[Word]:
    """The words that say something."""
    return [word for word in words_of(text) if word.text not in STOP]


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """What may be left of ``word`` without its inflection; two words are one where they share a stem."""
    left = _without(word, _INFLECTED)
    return frozenset({word, *left, *respelt(word, left), *bases(word)})


@lru_cache(maxsize=1 << 16)
def roots(word: str) -> frozenset[str]:
    """As :func:`stems`, and without what makes a noun of a verb: «förlänga» and «förlängning» share «förläng»."""
    return stems(word) | frozenset(_without(word, _DERIVED))


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    left = []
    for ending in endings:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            # A short word must not lose a consonant: «barn» is not «bara».
            if len(stem) >= 4 or (len(stem) == 3 and (ending in "ae" or ending in _SAFE)):
                left.append(stem)
    return left


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    return fold(word)
