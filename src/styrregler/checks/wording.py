"""What free text seems to say: wordings found at word boundaries, inflected or not.

In: wordings, and a text.  Out: which of them the text has, other than to except it.  Refuses to conclude anything: free
text is a hint.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from styrregler.values import same_word, stems

_WORD = re.compile(r"[\w-]+")
_SENTENCE = re.compile(r"[.;:!?\n]+")
_SKIPPED = frozenset(
    {"en", "ett", "den", "det", "de", "ny", "nytt", "nya", "någon", "något", "viss", "vissa"}
)
_EXCEPTS = frozenset(
    {"inte", "ej", "icke", "utom", "undantag", "undantaget", "undantagna", "förutom", "exklusive"}
)
"""What comes after one of these in a sentence is not what the text is about."""
_ASIDE = frozenset({"vid", "inför", "efter", "enligt", "under", "inom"})
"""Nor what stands close after one of these: «röstmottagare vid folkomröstning»."""
_NEAR = 3


@frozen
class Wordings:
    """Wordings by what they suggest; built once and used for many texts."""

    by_name: Mapping[str, tuple[str, ...]] = field(hash=False)

    @cached_property
    def _by_stem(self) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
        found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
        for name, wordings in self.by_name.items():
            for wording in wordings:
                words = tuple(_words(wording))
                for stem in stems(words[0]) if words else ():
                    found.setdefault(stem, []).append((name, wording, words))
        return found

    def found_in(self, texts: Iterable[str]) -> dict[str, str]:
        """The names whose wordings any of ``texts`` has, with the words that it has; the first for each name."""
        found: dict[str, str] = {}
        for text in texts:
            for sentence in _SENTENCE.split(text):
                for name, said in self._in_sentence(list(_words(sentence))):
                    found.setdefault(name, said)
        return found

    def _in_sentence(self, words: list[str]) -> Iterator[tuple[str, str]]:
        for at, word in enumerate(words):
            told = {id(each): each for stem in stems(word) for each in self._by_stem.get(stem, ())}
            for name, _, wording in told.values():
                end = _end(words, at, wording)
                if end and not _aside(words, at):
                    yield name, " ".join(words[at:end])


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _WORD.finditer(text))


def _end(words: list[str], at: int, wording: tuple[str, ...]) -> int:
    """Where ``wording`` ends when it stands at ``at``, articles aside; 0 when it does not."""
    for number, wanted in enumerate(wording):
        if number and at < len(words) and words[at] in _SKIPPED and wanted not in _SKIPPED:
            at += 1
        if at >= len(words) or not same_word(words[at], wanted):
            return 0
        at += 1
    return at


def _aside(words: list[str], at: int) -> bool:
    """Whether what stands at ``at`` is excepted, or only the occasion of something else."""
    if not _EXCEPTS.isdisjoint(words[:at]):
        return True
    for word in reversed(words[max(0, at - _NEAR) : at]):
        if word in ("om", "att"):
            return False
        if word in _ASIDE:
            return True
    return False
