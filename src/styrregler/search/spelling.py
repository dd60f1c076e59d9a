"""Misspelling: how far two words are apart, and which known words are near one.

In: words in lower case without å ä ö.  Out: how alike they are, from 0 to 1.
"""

from collections.abc import Iterable
from math import sqrt

from attrs import define, field

_SHORTEST = 4
_LIKE = 0.34
"""How large a share of their pieces two words must have in common to be compared letter by letter."""
_FAR = 0.72
"""How large that share must be for words that differ in more letters than a slip."""
_SLIP = 1.4
"""What a wrong letter takes away, of a word as long as it is."""
_MOST = 10
"""How many words are compared letter by letter."""


def pieces(word: str) -> set[str]:
    """The runs of two and three letters, the ends of the word among them."""
    framed = f"^{word}$"
    return {framed[at : at + size] for size in (2, 3) for at in range(len(framed) - size + 1)}


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be added, taken away, changed or swapped; ``most + 1`` when more than ``most``."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if last and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def allowed(length: int) -> int:
    """How many wrong letters a word of this length may have."""
    return 1 if length < 8 else 2 if length < 14 else 3


@define
class Spelling:
    """Known words by the runs of letters they are made of."""

    _words: list[str] = field(factory=list)
    _sizes: list[int] = field(factory=list)
    _by_piece: dict[str, list[int]] = field(factory=dict)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Spelling":
        known = cls()
        for word in words:
            if len(word) >= _SHORTEST:
                known._add(word)
        return known

    def _add(self, word: str) -> None:
        number, runs = len(self._words), pieces(word)
        self._words.append(word)
        self._sizes.append(len(runs))
        for run in runs:
            self._by_piece.setdefault(run, []).append(number)

    def near(self, word: str) -> list[tuple[str, float]]:
        """Known words that ``word`` may be a slip of, the likest first."""
        if len(word) < _SHORTEST:
            return []
        runs = pieces(word)
        shared: dict[int, int] = {}
        for run in runs:
            for number in self._by_piece.get(run, ()):
                shared[number] = shared.get(number, 0) + 1
        size = len(runs)
        like = sorted(
            (
                (-count / sqrt(size * self._sizes[number]), self._words[number])
                for number, count in shared.items()
                if count >= 3 and count / sqrt(size * self._sizes[number]) >= _LIKE
            ),
        )[:_MOST]
        found = []
        for minus, other in like:
            most = allowed(min(len(word), len(other)))
            if word[0] != other[0] and word[:2] != other[1::-1]:
                continue
            wrong = distance(word, other, most)
            if wrong <= most:
                found.append((other, 1 - _SLIP * wrong / min(len(word), len(other))))
            elif -minus >= _FAR and word[:2] == other[:2]:
                found.append((other, -minus * 0.8))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
