"""Compounds: a long word taken apart into words that are known.

In: words in lower case.  Out: their parts.  Swedish joins words with s, and a word in -a may end in e, o or u inside one.
"""

from collections.abc import Iterable

from attrs import define, field

from styrregler.search.words import stems

_SHORTEST = 3
_LAST = 4
_FROM = 6
"""Letters of the shortest word that is taken apart."""
_LONGEST = 80
"""Letters of the longest; what is longer is no word that anybody writes."""


@define
class Compounds:
    """Known words by the form they have inside a compound."""

    _inside: dict[str, str] = field(factory=dict)
    _last: dict[str, str] = field(factory=dict)
    _found: dict[str, tuple[str, ...]] = field(factory=dict, init=False)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Compounds":
        known = cls()
        for word in sorted(words, key=lambda each: (len(each), each)):
            if len(word) >= _SHORTEST:
                known._add(word)
        return known

    def _add(self, word: str) -> None:
        for form in _forms(word):
            self._inside.setdefault(form, word)
        for stem in stems(word):
            if len(stem) >= _SHORTEST:
                self._last.setdefault(stem, word)
        self._last[word] = word

    def parts(self, word: str) -> tuple[str, ...]:
        """The known words that ``word`` is made of, two or three; none when it is no compound of known words."""
        if word not in self._found:
            self._found[word] = self._split(word, 3) if _FROM <= len(word) <= _LONGEST else ()
        return self._found[word]

    def ending(self, word: str) -> str:
        """The longest known word that ``word`` ends in, whatever stands before it; empty where none does."""
        if len(word) > _LONGEST:
            return ""
        for at in range(_SHORTEST, len(word) - _LAST + 1):
            known = self._known_last(word[at:])
            if known is not None and len(known) >= _LAST:
                return known
        return ""

    def leaves(self, word: str) -> tuple[str, ...]:
        """As :meth:`parts`, each part taken apart as far as it goes."""
        parts = self.parts(word)
        return tuple(leaf for part in parts for leaf in self.leaves(part)) if parts else (word,)

    def _split(self, word: str, most: int) -> tuple[str, ...]:
        best: tuple[str, ...] = ()
        for at in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
            first = self._inside.get(word[:at])
            if first is None:
                continue
            rest = word[at:]
            last = self._known_last(rest)
            if last is not None:
                found: tuple[str, ...] = (first, last)
            elif most > 2 and len(rest) >= _FROM:
                further = self._split(rest, most - 1)
                found = (first, *further) if further else ()
            else:
                continue
            if found and (not best or len(found) < len(best)):
                best = found
        return best

    def _known_last(self, word: str) -> str | None:
        """The known word that ``word`` is, or an inflected form of."""
        if word in self._last:
            return self._last[word]
        return next(
            (self._last[stem] for stem in sorted(stems(word), key=len, reverse=True) if stem in self._last),
            None,
        )


def _forms(word: str) -> Iterable[str]:
    """«gata» as «gatu», «skola» as «skol», «hyra» as «hyres», «vård» as «vårds»."""
    yield word
    yield word + "s"
    if word.endswith("ium"):
        yield word[:-3] + "ie"
    if word[-1] in "ae" and len(word) > _SHORTEST:
        stem = word[:-1]
        yield from (stem, stem + "o", stem + "u", stem + "e", stem + "es", stem + "s")
