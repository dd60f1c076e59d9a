"""How well a word, or several together, fits each matter.

In: postings, the lexicon and the word lists.  Out: for a word of a question, the matters it fits: how much, as which word,
in what way, and where that stands.  Refuses to weigh one word of a question against another.
"""

from collections.abc import Sequence
from math import log

from attrs import define, field

from styrregler.search.common import COMMON, WEAK
from styrregler.search.everyday import Everyday
from styrregler.search.lexicon import Lexicon
from styrregler.search.postings import Name, Postings, telling_of
from styrregler.search.words import Word, phrasal

Reach = dict[int, tuple[float, str, str, str]]
"""How well a word fits each matter: how much, the word it was found as, in what way, and where that stands."""

SURELY = 0.7
"""A word that is found this well is found."""
_EVERYDAY = 0.92
"""What a word of the word list is worth beside the word itself."""
_SAID = 0.65
"""How much of what an everyday word means must stand about a matter."""
_PARTS = 0.9
"""What the parts of a compound are worth together; without its last part, half of that."""
_WITHOUT_HEAD = 0.5
_ENDING = 0.55
_JOINED = 0.97
_INITIALS = 0.85
_LONGEST_INITIALS = 4
_FEW, _DOUBTFUL = 2, 0.6
"""Of how many matters initials may be the name without doubt, and what they are worth beyond."""
_BESIDE = 2
"""Characters between two words that may be one."""
_KEPT = 5_000


@define
class Reacher:
    """Finds words, and keeps what it found."""

    count: int
    """How many matters there are."""
    postings: Postings
    lexicon: Lexicon
    everyday: Everyday
    initials: dict[str, list[tuple[int, str, str]]] = field(factory=dict)
    """Names of several words by their initials: «DV» is «daglig verksamhet»."""
    _reaches: dict[tuple[str, bool, bool], Reach] = field(factory=dict, init=False)

    def rarity(self, word: str) -> float:
        """How much a word tells: the more, the fewer matters it stands about."""
        holders = len(self.postings.get(word, ()))
        return log(1 + self.count / (0.5 + holders)) if holders else log(2 + 2 * self.count)

    def abbreviate(self, number: int, name: Name) -> None:
        """Let the name be found by its initials."""
        if not 2 <= len(name.words) <= _LONGEST_INITIALS:
            return
        leaves = [leaf for word in name.words for leaf in self.lexicon.compounds.leaves(word)]
        for parts in {name.words, tuple(leaves)}:
            short = "".join(part[0] for part in parts)
            if len(short) <= _LONGEST_INITIALS:
                self.initials.setdefault(short, []).append((number, " ".join(name.words), name.where))

    # ---------- one word

    def reach(self, word: Word, *, everyday: bool = True, loosely: bool = True) -> Reach:
        """How well one word fits each matter, by the best way of finding it."""
        key = (word.text.upper() if word.initials else word.text, everyday, loosely)
        if key not in self._reaches:
            if len(self._reaches) > _KEPT:
                self._reaches.clear()
            self._reaches[key] = self._reach(word, everyday=everyday, loosely=loosely)
        return self._reaches[key]

    def _reach(self, word: Word, *, everyday: bool, loosely: bool) -> Reach:
        found: Reach = {}
        short = self.lexicon.initials(word.text) if word.initials else []
        for term, like, how in (*short, *self.lexicon.like(word.text, loosely=loosely)):
            for number, (weight, where) in self.postings.get(term, {}).items():
                _better(found, number, (like * weight, term, how, where))
        parts = word.parts or self.lexicon.parts(word.text)
        if len(parts) > 1:
            self._add_parts(found, parts, everyday=everyday)
        elif not found and (last := self.lexicon.compounds.ending(word.text)):
            self._add_ending(found, last)
        known = any(value > SURELY for value, *_ in found.values())
        named = self.initials.get(word.text, ()) if loosely and not known and word.text not in WEAK else ()
        several = len({number for number, *_ in named}) > _FEW
        for number, terms, where in named:
            _better(found, number, (_INITIALS * (_DOUBTFUL if several else 1.0), terms, "förkortning", where))
        if everyday:
            for means, like in self.everyday.single(word.text, self.lexicon):
                self._add_meaning(found, means, like)
        return found

    def _add_parts(self, found: Reach, parts: Sequence[str], *, everyday: bool) -> None:
        """A compound that stands nowhere fits where its parts do, the last one most."""
        whole = sum(map(len, parts)) + len(parts[-1])
        together: dict[int, list[tuple[float, str, str]]] = {}
        for at, part in enumerate(parts):
            share = len(part) * (2 if at == len(parts) - 1 else 1) / whole
            for number, (value, term, _, where) in self.reach(
                Word(part), everyday=everyday, loosely=False
            ).items():
                together.setdefault(number, []).append((share * value, term, where))
        last = self.reach(Word(parts[-1]), everyday=everyday, loosely=False)
        for number, hits in together.items():
            value = _PARTS * sum(share for share, *_ in hits)
            # «skolmat» is food and no school.
            if number not in last:
                value *= _WITHOUT_HEAD
            terms = " ".join(term for _, term, _ in hits)
            _better(found, number, (value, terms, "sammansättning", hits[-1][2]))

    def _add_ending(self, found: Reach, last: str) -> None:
        """«enhetschef» where nothing is known of «enhet»: it is a chief all the same."""
        for number, (value, term, _, where) in self.reach(Word(last), everyday=False, loosely=False).items():
            _better(found, number, (_ENDING * value, term, "sammansättning", where))

    def _add_meaning(self, found: Reach, means: str, like: float) -> None:
        for number, (value, terms, where) in self._phrase(means).items():
            if value >= _SAID:
                _better(found, number, (_EVERYDAY * like * value, terms, "ordlista", where))

    def holds(self, text: str) -> bool:
        """Whether enough of ``text`` stands about some matter for an everyday word to mean it."""
        return any(value >= _SAID for value, *_ in self._phrase(text).values())

    def _phrase(self, text: str) -> dict[int, tuple[float, str, str]]:
        """How much of ``text`` stands about each matter."""
        words = telling_of(text)
        worth = [self.rarity(word.text) for word in words]
        total = sum(worth)
        found: dict[int, list[tuple[float, str, str]]] = {}
        for word, weight in zip(words, worth, strict=True):
            for number, (value, term, _, where) in self.reach(word, everyday=False).items():
                found.setdefault(number, []).append((weight * value, term, where))
        return {
            number: (
                sum(value for value, *_ in hits) / total,
                " ".join(term for _, term, _ in hits),
                max(hits)[2],
            )
            for number, hits in found.items()
        }

    # ---------- several words

    def join(self, asked: Sequence[Word], reaches: list[Reach]) -> None:
        """«bygg lov»: two words that are one."""
        for at in range(len(asked) - 1):
            one, other = asked[at], asked[at + 1]
            if other.start - one.end > _BESIDE:
                continue
            for whole in (one.text + other.text, f"{one.text}s{other.text}"):
                known = self.lexicon.same(whole)
                if not known and min(map(best_of, reaches[at : at + 2])) < SURELY:
                    known = self.lexicon.misspelt(whole)
                for term, like, how in known:
                    for number, (weight, where) in self.postings.get(term, {}).items():
                        for reach in reaches[at : at + 2]:
                            _better(
                                reach, number, (like * weight * _JOINED, term, how or "sammansättning", where)
                            )
            for term, like, how in self.lexicon.shortened(one.text, other.text):
                for number, (weight, where) in self.postings.get(term, {}).items():
                    for reach in reaches[at : at + 2]:
                        _better(reach, number, (like * weight, term, how, where))

    def phrasal(self, words: Sequence[Word], asked: Sequence[Word], reaches: list[Reach]) -> None:
        """«stängs av»: a verb and its particle."""
        places = {word.start: at for at, word in enumerate(asked)}
        for _, joined in phrasal(words):
            at = places.get(joined.start)
            if at is None:
                continue
            for number, hit in self.reach(joined, everyday=False).items():
                value, term, how, where = hit
                if value > SURELY:
                    verb = reaches[at][number][1] if number in reaches[at] else asked[at].text
                    _better(reaches[at], number, (value + 0.01, f"{verb} {term}", how or "böjning", where))

    def say(self, asked: Sequence[Word], reaches: list[Reach]) -> set[tuple[int, int]]:
        """Everyday phrases of several words; where they stand, and which matters they fit."""
        said = set()
        for meaning, places in self.everyday.phrases([word.text for word in asked]):
            for number, (value, terms, where) in self._phrase(meaning).items():
                telling = len(places) > 2 or not all(asked[at].text in COMMON for at in places)
                for at in places if value >= _SAID else ():
                    _better(reaches[at], number, (_EVERYDAY * value, terms, "ordlista", where))
                    if telling:
                        said.add((at, number))
        return said


def best_of(reach: Reach) -> float:
    return max((value for value, *_ in reach.values()), default=0.0)


def _better(found: Reach, number: int, hit: tuple[float, str, str, str]) -> None:
    if number not in found or found[number][0] < hit[0]:
        found[number] = hit
