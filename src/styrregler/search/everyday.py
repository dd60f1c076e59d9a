"""Everyday words: what people say, and what the rules call it.

In: the meanings of the word lists.  Out: what a word or a phrase means.  Refuses to know the matters.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, field

from styrregler.model import Meaning
from styrregler.search.common import STOP, WEAK
from styrregler.search.lexicon import Lexicon
from styrregler.search.spelling import Spelling
from styrregler.search.words import folded, stems, words_of

_INFLECTED, _MISSPELT = 0.97, 0.85
_SURE = 0.8


@define
class Everyday:
    """Phrases by the stems of their words."""

    words: frozenset[str] = frozenset()
    _phrases: list[tuple[tuple[str, ...], str]] = field(factory=list)
    _single: dict[str, list[tuple[str, str]]] = field(factory=dict)
    _first: dict[str, list[int]] = field(factory=dict)
    _spelling: Spelling = field(factory=Spelling)

    @classmethod
    def of(cls, meanings: Iterable[Meaning]) -> "Everyday":
        known = cls()
        words: set[str] = set()
        for meaning in meanings:
            for text in meaning.words:
                every = [word.text for word in words_of(text)]
                said = tuple(word for word in every if word not in STOP) or tuple(every)
                words.update(said)
                known._add(said, meaning.means)
        known.words = frozenset(words)
        known._spelling = Spelling.of(sorted(known._single))
        return known

    def _add(self, said: tuple[str, ...], means: str) -> None:
        if len(said) == 1:
            for stem in {folded(stem) for stem in stems(said[0])}:
                self._single.setdefault(stem, []).append((said[0], means))
        elif said:
            self._phrases.append((said, means))
            for stem in {folded(stem) for stem in stems(said[0])}:
                self._first.setdefault(stem, []).append(len(self._phrases) - 1)

    def knows(self, word: str) -> bool:
        """Whether it stands alone in a word list."""
        return any(folded(stem) in self._single for stem in stems(word))

    def single(self, word: str, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
        """What one word means, and how sure it is that it was that word."""
        plain = folded(word)
        found: dict[str, float] = {}
        for stem in {folded(stem) for stem in stems(word)}:
            for said, means in self._single.get(stem, ()):
                found[means] = max(found.get(means, 0.0), 1.0 if folded(said) == plain else _INFLECTED)
        if not found and word not in WEAK and not any(like >= _SURE for _, like, _ in lexicon.same(word)):
            for near, like in self._spelling.near(plain)[:3]:
                if like >= _SURE:
                    for _, means in self._single[near]:
                        found[means] = max(found.get(means, 0.0), like * _MISSPELT)
        yield from found.items()

    def phrases(self, words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """The phrases of several words that are said, and where their words stand; one word may stand between."""
        keys = [{folded(stem) for stem in stems(word)} for word in words]
        for at, stem_set in enumerate(keys):
            for number in sorted({number for stem in stem_set for number in self._first.get(stem, ())}):
                said, means = self._phrases[number]
                places = _placed(said, keys, at)
                if places:
                    yield means, places


def _placed(said: Sequence[str], keys: Sequence[set[str]], at: int) -> tuple[int, ...]:
    """Where each word of ``said`` stands, the first at ``at``, in any order within reach; empty when one is missing."""
    places = [at]
    reach = range(max(0, at - len(said)), min(len(keys), at + len(said) + 1))
    for word in said[1:]:
        wanted = {folded(stem) for stem in stems(word)}
        place = next((each for each in reach if each not in places and keys[each] & wanted), None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)
