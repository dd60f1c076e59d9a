"""The words that are known, and which of them a word may be: itself, inflected, part of a compound, misspelt.

In: known words.  Out: those that are like a word, how much, and in what way.  Refuses to know where a word stands.
"""

from collections.abc import Iterable

from attrs import define, field

from styrregler.search.compounds import Compounds
from styrregler.search.spelling import Spelling
from styrregler.search.words import folded, roots, stems

Like = tuple[str, float, str]
"""A known word, how like it is, and in what way («» for the same word)."""

_FOLDED, _INFLECTED, _DERIVED = 0.96, 0.94, 0.86
_HEAD, _MODIFIER = 0.62, 0.55
_SHORTENED, _BEGUN = 0.85, 0.7
_FEW = 8
_LONG = 9
_OTHERWISE = 0.9
_SURE = 0.8
"""A word that is found this well is not taken for misspelt."""


@define
class Lexicon:
    """Known words, by all that they may be found by."""

    words: frozenset[str]
    spelling: Spelling
    compounds: Compounds
    _folded: dict[str, list[str]] = field(factory=dict)
    _stems: dict[str, list[str]] = field(factory=dict)
    _roots: dict[str, list[str]] = field(factory=dict)
    _holders: dict[str, list[tuple[str, float]]] = field(factory=dict)
    """Compounds by what they are made of."""
    _split: dict[str, tuple[str, ...]] = field(factory=dict)
    _openings: dict[str, list[str]] = field(factory=dict)
    _initials: dict[str, list[str]] = field(factory=dict)

    @classmethod
    def of(cls, words: Iterable[str], also: Iterable[str] = ()) -> "Lexicon":
        """``also`` are words that compounds may be made of, and that are not looked for themselves."""
        known = sorted(words)
        compounds = Compounds.of({*known, *also})
        lexicon = cls(frozenset(known), Spelling.of(sorted({folded(word) for word in known})), compounds)
        for word in known:
            lexicon._add(word)
        return lexicon

    def _add(self, word: str) -> None:
        self._folded.setdefault(folded(word), []).append(word)
        for stem in {*stems(word), *stems(folded(word))}:
            self._stems.setdefault(stem, []).append(word)
        for root in roots(word):
            self._roots.setdefault(root, []).append(word)
        parts = self.compounds.parts(word)
        self._split[word] = parts or (word,)
        self._openings.setdefault(word[:3], []).append(word)
        leaves = self.compounds.leaves(word)
        if len(leaves) > 1:
            self._initials.setdefault("".join(leaf[0] for leaf in leaves), []).append(word)
        for at, part in enumerate(parts):
            like = _HEAD if at == len(parts) - 1 else _MODIFIER
            for stem in stems(part):
                self._holders.setdefault(stem, []).append((word, like))

    def parts(self, word: str) -> tuple[str, ...]:
        return self.compounds.parts(word)

    def same(self, word: str) -> list[Like]:
        """Known words that ``word`` is, but for inflection."""
        found: dict[str, tuple[float, str]] = {}
        if word in self.words:
            found[word] = (1.0, "")
        for other in self._folded.get(folded(word), ()):
            found.setdefault(other, (_FOLDED, "utan prickar"))
        for stem in stems(word):
            for other in self._stems.get(stem, ()):
                found.setdefault(other, (_INFLECTED, "böjning"))
        return [(other, like, how) for other, (like, how) in found.items()]

    def shortened(self, first: str, last: str) -> list[Like]:
        """«expl.avtal», «dir.upph.»: compounds by the beginnings of their first and last part."""
        if len(first) < 3 or len(last) < 3:
            return []
        return [
            (word, _SHORTENED, "förkortning")
            for word in sorted(self._openings.get(first[:3], ()))
            if word.startswith(first)
            and any(part.startswith(last) or last in stems(part) for part in self._split[word][1:])
        ]

    def initials(self, word: str) -> list[Like]:
        """«LTF», «MSA»: compounds by their initials."""
        return [(each, _SHORTENED, "förkortning") for each in self._initials.get(word, ())]

    def beginning(self, word: str) -> list[Like]:
        """«gymn», «yttr»: words that begin so, where they are few."""
        if len(word) < 4:
            return []
        found = [each for each in self._openings.get(word[:3], ()) if each.startswith(word)]
        shortest = min(map(len, found), default=0)
        return [
            (each, _BEGUN if len(each) == shortest else _BEGUN - 0.1, "förkortning")
            for each in (sorted(found) if len(found) <= _FEW else ())
        ]

    def misspelt(self, word: str) -> list[Like]:
        """Known words that a long word is but for a slip or two."""
        return [
            (other, like, "stavning")
            for near, like in (self.spelling.near(folded(word)) if len(word) >= _LONG else ())
            for other in self._folded[near]
            if like >= _SURE
        ]

    def like(self, word: str) -> list[Like]:
        """Every known word that ``word`` may be."""
        found = {other: (like, how) for other, like, how in self.same(word)}
        for stem in stems(folded(word)):
            for other in self._stems.get(stem, ()):
                found.setdefault(other, (_INFLECTED * _FOLDED, "böjning"))
        # What is a word of its own is less likely to mean another.
        doubt = _OTHERWISE if found else 1.0
        for root in roots(word):
            for other in self._roots.get(root, ()):
                found.setdefault(other, (_DERIVED * doubt, "avledning"))
        for stem in stems(word):
            for other, like in self._holders.get(stem, ()):
                if other not in found or found[other][0] < like * doubt:
                    found[other] = (like * doubt, "sammansättning")
        if not any(like >= _SURE for like, _ in found.values()):
            for other, like, how in (*self.initials(word), *self.beginning(word)):
                if other not in found or found[other][0] < like:
                    found[other] = (like, how)
            for near, like in self.spelling.near(folded(word)):
                for other in self._folded[near]:
                    if other not in found or found[other][0] < like:
                        found[other] = (like, "stavning")
        return [(other, like, how) for other, (like, how) in found.items()]
