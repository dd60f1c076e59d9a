"""The words that are known, and which of them a word may be: itself, inflected, part of a compound, misspelt.

In: known words.  Out: those that are like a word, how much, and in what way.  Refuses to know where a word stands.
"""

from collections.abc import Iterable

from attrs import define, field

from styrregler.search.common import GENERIC, STOP, WEAK
from styrregler.search.compounds import Compounds
from styrregler.search.spelling import Spelling
from styrregler.search.words import folded, roots, stems

Like = tuple[str, float, str]
"""A known word, how like it is, and in what way («» for the same word)."""

_FOLDED, _INFLECTED, _DERIVED = 0.96, 0.94, 0.86
_HEAD, _MODIFIER = 0.62, 0.55
_SHORTENED, _BEGUN, _ENDS = 0.85, 0.7, 0.75
_FEW, _SEVERAL = 4, 24
_LONGEST_SHORT = 6
_LONG = 9
_BRIEF, _BRIEFLY = 3, 0.7
_OTHERWISE = 0.9
_SURE = 0.8
"""A word that is found this well is not taken for misspelt."""


_PARTS = frozenset(word for word in STOP | WEAK | GENERIC if len(word) > 4)
"""Common words that compounds may be made of, though nobody looks for them."""


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
    _ends: dict[str, list[str]] = field(factory=dict)
    """Compounds by how their first and last part begin: «tjl»."""

    @classmethod
    def of(cls, words: Iterable[str], also: Iterable[str] = ()) -> "Lexicon":
        """``also`` are words that compounds may be made of, and that are not looked for themselves."""
        known = sorted(words)
        compounds = Compounds.of({*known, *also, *_PARTS})
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
        for short in {
            "".join(part[0] for part in each)
            for each in (parts, self.compounds.leaves(word))
            if len(each) > 1
        }:
            self._initials.setdefault(short, []).append(word)
        for short in _ends(word, parts):
            self._ends.setdefault(short, []).append(word)
        for at, part in enumerate(parts):
            like = _HEAD if at == len(parts) - 1 else _MODIFIER
            same = stems(part)
            for root in roots(part):
                self._holders.setdefault(root, []).append((word, like if root in same else like * _DERIVED))

    def parts(self, word: str) -> tuple[str, ...]:
        return self.compounds.parts(word)

    def same(self, word: str) -> list[Like]:
        """Known words that ``word`` is, but for inflection."""
        found: dict[str, tuple[float, str]] = {}
        if word in self.words:
            found[word] = (1.0, "")
        for other in self._folded.get(folded(word), ()):
            found.setdefault(other, (_FOLDED, "utan prickar"))
        known = bool(found)
        for stem in sorted(stems(word), key=len, reverse=True):
            # «lag» is hardly «lager», nor «bok» «boka», where both are words of the rules.
            short = len(stem) <= _BRIEF and known
            for other in self._stems.get(stem, ()):
                found.setdefault(other, (_INFLECTED * (_BRIEFLY if short else 1.0), "böjning"))
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
        """«gymn», «yttr», «omh»: words that begin so, where they are few; and «tjl», «parktillst», by how the parts do."""
        if len(word) < 3:
            return []
        found = [each for each in self._openings.get(word[:3], ()) if each.startswith(word)]
        shortest = min(map(len, found), default=0)
        begun = [
            (each, _BEGUN if len(each) == shortest else _BEGUN - 0.1, "förkortning")
            for each in (sorted(found) if len(found) <= (_SEVERAL if len(word) > 3 else _FEW) else ())
        ]
        ends = self._ends.get(word, ())
        cut = [like for at in range(3, len(word) - 3) for like in self.shortened(word[:at], word[at:])]
        return [*begun, *cut, *((each, _ENDS, "förkortning") for each in (ends if len(ends) <= _FEW else ()))]

    def misspelt(self, word: str) -> list[Like]:
        """Known words that a long word is but for a slip or two."""
        return [
            (other, like, "stavning")
            for near, like in (self.spelling.near(folded(word)) if len(word) >= _LONG else ())
            for other in self._folded[near]
            if like >= _SURE
        ]

    def like(self, word: str, *, loosely: bool = True) -> list[Like]:
        """Every known word that ``word`` may be; unless ``loosely``, not by what it may be short for or a slip of."""
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
        if loosely and word not in WEAK and not any(like >= _SURE for like, _ in found.values()):
            for other, like, how in (*self.initials(word), *self.beginning(word)):
                if other not in found or found[other][0] < like:
                    found[other] = (like, how)
            for near, like in self.spelling.near(folded(word)):
                for other in self._folded[near]:
                    if other not in found or found[other][0] < like:
                        found[other] = (like, "stavning")
        return [(other, like, how) for other, (like, how) in found.items()]


def _ends(word: str, parts: tuple[str, ...]) -> set[str]:
    """«hemtj», «tjl»: one to three letters of the first part and of the last."""
    if len(parts) < 2:
        return set()
    last = parts[-1] if word.endswith(parts[-1]) else parts[-1][:4]
    return {
        parts[0][:first] + last[:second]
        for first in (1, 2, 3)
        for second in (1, 2, 3)
        if 3 <= first + second <= _LONGEST_SHORT
    }
