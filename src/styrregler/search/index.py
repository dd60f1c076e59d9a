"""The index: every matter by the words that stand about it.

In: a rule set.  Out: for a text, the matters that fit, ranked, each with the words that say so.  The same rules and the
same text always give the same ranking.  Refuses to know amounts, roles and dates, which are taken out of a question
before it comes here.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log

from attrs import define, field

from styrregler.model import Meaning
from styrregler.ruleset import RuleSet
from styrregler.search.common import GENERIC, STOP, WEAK
from styrregler.search.documents import EVERYDAY, WEIGHTS, Described, describe_matters
from styrregler.search.everyday import Everyday
from styrregler.search.hit import Hit, Match, Ranking
from styrregler.search.lexicon import Lexicon
from styrregler.search.words import Word, phrasal, stems, telling, words_of

Reach = dict[int, tuple[float, str, str, str]]
"""How well a word fits each matter: how much, the word it was found as, in what way, and where that stands."""

LONGEST = 40
"""Words of a question that are looked at."""
SHOWN = 5
FLOOR = 0.32
"""Below this nothing is near."""
_EVERYDAY = 0.92
"""What a word of the word list is worth beside the word itself."""
_PARTS = 0.9
"""What the parts of a compound are worth together."""
_WITHOUT_HEAD = 0.5
_MOST_OF = 0.5
_WEAKLY = 0.3
_UNKNOWN, _ELSEWHERE = 0.8, 1.0
"""What a word weighs that stands about no matter; more where a word list knows it, and it means something else."""
_FOUND = 0.6
_SURELY = 0.7
_INITIALS = 0.85
_LONGEST_INITIALS = 4
_SAID = 0.65
"""How much of what an everyday word means must stand about a matter."""
_LOOKED_AT = 40
"""Matters whose names are compared with the whole question."""
_KEPT = 5_000
_PREFERRED = 1.25
_BESIDE = 0.5
"""How well another must fit beside the best to be shown with it."""


@define
class _Name:
    where: str
    text: str
    words: tuple[str, ...]
    worth: float = 0.0


@define
class Index:
    """The matters of a rule set, ready to be searched."""

    matters: tuple[Described, ...]
    lexicon: Lexicon
    everyday: Everyday
    postings: dict[str, dict[int, tuple[float, str]]]
    names: list[list[_Name]]
    by_name: dict[str, list[int]]
    initials: dict[str, list[tuple[int, str, str]]] = field(factory=dict)
    """Names of several words by their initials: «DV» is «daglig verksamhet»."""
    _reaches: dict[tuple[str, bool], Reach] = field(factory=dict)

    @classmethod
    def of(cls, rules: RuleSet) -> "Index":
        return cls.over(describe_matters(rules), rules.corpus.meanings)

    @classmethod
    def over(cls, matters: tuple[Described, ...], meanings: tuple[Meaning, ...]) -> "Index":
        """The index of whatever is described."""
        postings: dict[str, dict[int, tuple[float, str]]] = {}
        names: list[list[_Name]] = []
        by_name: dict[str, list[int]] = {}
        for number, described in enumerate(matters):
            names.append([])
            for where, text in described.names:
                words = _telling(text)
                _post(postings, number, [word for _, word in phrasal(words_of(text))], WEIGHTS[where], where)
                _post(postings, number, words, WEIGHTS[where], where)
                names[-1].append(_Name(where, text, tuple(word.text for word in words)))
                by_name.setdefault(" ".join(word.text for word in words_of(text)), []).append(number)
            for where, text in described.texts:
                _post(postings, number, _telling(text), WEIGHTS[where], where)
        _adopt(meanings, postings, names)
        everyday = Everyday.of(meanings)
        lexicon = Lexicon.of(postings, everyday.words)
        index = cls(matters, lexicon, everyday, postings, names, by_name)
        for number, each in enumerate(names):
            for name in each:
                index._abbreviate(number, name)
                name.worth = sum(index._worth(word) for word in name.words)
        return index

    def rarity(self, word: str) -> float:
        """How much a word tells: the more, the fewer matters it stands about."""
        holders = len(self.postings.get(word, ()))
        return log(1 + len(self.matters) / (0.5 + holders)) if holders else log(2 + 2 * len(self.matters))

    def _abbreviate(self, number: int, name: _Name) -> None:
        if not 2 <= len(name.words) <= _LONGEST_INITIALS:
            return
        leaves = [leaf for word in name.words for leaf in self.lexicon.compounds.leaves(word)]
        for parts in {name.words, tuple(leaves)}:
            short = "".join(part[0] for part in parts)
            if len(short) <= _LONGEST_INITIALS:
                self.initials.setdefault(short, []).append((number, " ".join(name.words), name.where))

    def _worth(self, word: str) -> float:
        return self.rarity(word) * (_WEAKLY if word in WEAK else 1.0)

    # ---------- ranking

    def search(self, text: str, *, prefer: str = "", within: str = "", floor: float = FLOOR) -> Ranking:
        """The matters that ``text`` may mean.

        Those of the body ``prefer`` go before others that fit as well; with ``within`` only those of that body count.
        """
        return self.rank(words_of(text), prefer=prefer, within=within, floor=floor)

    def rank(
        self, words: Sequence[Word], *, prefer: str = "", within: str = "", floor: float = FLOOR
    ) -> Ranking:
        asked = [word for word in words if word.text not in STOP or word.initials][:LONGEST]
        if not asked:
            return Ranking(())
        reaches = [dict(self.reach(word)) for word in asked]
        self._join(asked, reaches)
        self._phrasal(words, asked, reaches)
        self._say(asked, reaches)
        weights = [self._weight(word, reach) for word, reach in zip(asked, reaches, strict=True)]
        total = sum(weights)
        scores: dict[int, float] = {}
        for weight, reach in zip(weights, reaches, strict=True):
            for number, (value, *_) in reach.items():
                if not within or within in self.matters[number].bodies:
                    scores[number] = scores.get(number, 0.0) + weight * value
        best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_LOOKED_AT]
        exact = set(self.by_name.get(" ".join(word.text for word in words), ()))
        hits = []
        for number, covered in best:
            share = covered / total
            named, fit = self._best_name(number, reaches)
            told = self._told(number, asked, reaches)
            score = 1.0 if number in exact else _score(share, fit, told)
            if prefer and prefer in self.matters[number].bodies:
                score = min(1.0, score * _PREFERRED)
            hits.append(
                Hit(
                    self.matters[number],
                    round(score, 4),
                    self._matches(number, asked, reaches),
                    named,
                    round(share, 4),
                    round(fit, 4),
                    round(told, 4),
                )
            )
        hits.sort(key=lambda hit: (-hit.score, hit.matter))
        top = hits[0].score if hits else 0.0
        shown = [hit for hit in hits[: SHOWN * 2] if hit.score >= max(floor, _BESIDE * top)]
        unknown = tuple(word.text for word, reach in zip(asked, reaches, strict=True) if not reach)
        return Ranking(tuple(shown), unknown, top)

    def _weight(self, word: Word, reach: Reach) -> float:
        scale = _WEAKLY if word.text in WEAK or len(word.text) < 3 else 1.0
        near = sum(value for value, *_ in reach.values() if value > _FOUND)
        if not near:
            known = _ELSEWHERE if self.everyday.knows(word.text) else _UNKNOWN
            return scale * known * log(1 + len(self.matters))
        return scale * log(1 + len(self.matters) / (0.5 + near))

    def _best_name(self, number: int, reaches: Sequence[Reach]) -> tuple[str, float]:
        """The name of the matter that the question says most of, and how much of it."""
        said: dict[str, float] = {}
        for reach in reaches:
            hit = reach.get(number)
            if hit is not None:
                for word in hit[1].split():
                    said[word] = max(said.get(word, 0.0), hit[0])
        best, fit = "", 0.0
        for name in self.names[number]:
            if not name.worth:
                continue
            share = sum(self._worth(word) * said.get(word, 0.0) for word in name.words) / name.worth
            if share > fit:
                best, fit = name.text, share
        return best, fit

    def _told(self, number: int, asked: Sequence[Word], reaches: Sequence[Reach]) -> float:
        """How surely the word was found that says what it is about; where none says that, what is done must do."""
        silent = all(word.text in GENERIC or word.text in WEAK for word in asked)
        return max(
            (
                hit[0] if hit[0] > _SURELY else 0.5 * hit[0]
                for word, reach in zip(asked, reaches, strict=True)
                if (hit := reach.get(number)) is not None
                and (silent or not (word.text in GENERIC or word.text in WEAK))
            ),
            default=0.0,
        )

    def _matches(self, number: int, asked: Sequence[Word], reaches: Sequence[Reach]) -> tuple[Match, ...]:
        return tuple(
            Match(word.text, hit[1], hit[2], hit[3])
            for word, reach in zip(asked, reaches, strict=True)
            if (hit := reach.get(number)) is not None
        )

    # ---------- one word

    def reach(self, word: Word, *, everyday: bool = True) -> Reach:
        """How well one word fits each matter, by the best way of finding it."""
        key = (word.text, everyday)
        if key not in self._reaches:
            if len(self._reaches) > _KEPT:
                self._reaches.clear()
            self._reaches[key] = self._reach(word, everyday=everyday)
        return self._reaches[key]

    def _reach(self, word: Word, *, everyday: bool) -> Reach:
        found: Reach = {}
        for term, like, how in self.lexicon.like(word.text):
            for number, (weight, where) in self.postings.get(term, {}).items():
                _better(found, number, (like * weight, term, how, where))
        parts = word.parts or self.lexicon.parts(word.text)
        if len(parts) > 1:
            self._add_parts(found, parts, everyday=everyday)
        for number, terms, where in (
            self.initials.get(word.text, ()) if len(word.text) <= _LONGEST_INITIALS else ()
        ):
            _better(found, number, (_INITIALS, terms, "förkortning", where))
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
            for number, (value, term, _, where) in self.reach(Word(part), everyday=everyday).items():
                together.setdefault(number, []).append((share * value, term, where))
        last = self.reach(Word(parts[-1]), everyday=everyday)
        for number, hits in together.items():
            value = _PARTS * sum(share for share, *_ in hits)
            # «skolmat» is food and no school.
            if number not in last:
                value *= _WITHOUT_HEAD
            terms = " ".join(term for _, term, _ in hits)
            _better(found, number, (value, terms, "sammansättning", hits[-1][2]))

    def _add_meaning(self, found: Reach, means: str, like: float) -> None:
        for number, (value, terms, where) in self._phrase(means).items():
            if value >= _SAID:
                _better(found, number, (_EVERYDAY * like * value, terms, "ordlista", where))

    def _phrase(self, text: str) -> dict[int, tuple[float, str, str]]:
        """How much of ``text`` stands about each matter."""
        words = _telling(text)
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

    def _join(self, asked: Sequence[Word], reaches: list[Reach]) -> None:
        """«bygg lov»: two words that are one."""
        for at in range(len(asked) - 1):
            one, other = asked[at], asked[at + 1]
            for whole in (one.text + other.text, f"{one.text}s{other.text}"):
                known = self.lexicon.same(whole)
                if not known and min(map(_best, reaches[at : at + 2])) < _SURELY:
                    known = self.lexicon.misspelt(whole)
                for term, like, how in known:
                    for number, (weight, where) in self.postings.get(term, {}).items():
                        for reach in reaches[at : at + 2]:
                            _better(
                                reach, number, (like * weight * 0.97, term, how or "sammansättning", where)
                            )
            for term, like, how in self.lexicon.shortened(one.text, other.text):
                for number, (weight, where) in self.postings.get(term, {}).items():
                    for reach in reaches[at : at + 2]:
                        _better(reach, number, (like * weight, term, how, where))

    def _phrasal(self, words: Sequence[Word], asked: Sequence[Word], reaches: list[Reach]) -> None:
        """«stängs av»: a verb and its particle."""
        places = {word.start: at for at, word in enumerate(asked)}
        for _, joined in phrasal(words):
            at = places.get(joined.start)
            if at is None:
                continue
            for number, hit in self.reach(joined, everyday=False).items():
                value, term, how, where = hit
                if value > _SURELY:
                    _better(
                        reaches[at],
                        number,
                        (value + 0.01, f"{asked[at].text} {term}", how or "böjning", where),
                    )

    def _say(self, asked: Sequence[Word], reaches: list[Reach]) -> None:
        """Everyday phrases of several words."""
        for meaning, places in self.everyday.phrases([word.text for word in asked]):
            for number, (value, terms, where) in self._phrase(meaning).items():
                for at in places if value >= _SAID else ():
                    _better(reaches[at], number, (_EVERYDAY * value, terms, "ordlista", where))


def _adopt(
    meanings: Iterable[Meaning],
    postings: dict[str, dict[int, tuple[float, str]]],
    names: list[list[_Name]],
) -> None:
    """What people say for nearly the whole of a matter's name is another name of it."""
    by_stem: dict[str, set[int]] = {}
    for number, own in enumerate(names):
        for name in own:
            for word in name.words:
                for stem in stems(word):
                    by_stem.setdefault(stem, set()).add(number)
    worth = {
        word: log(1 + len(names) / (0.5 + len(holders))) * (_WEAKLY if word in WEAK else 1.0)
        for word, holders in postings.items()
    }
    adopted: list[tuple[int, str]] = []
    for meaning in meanings:
        wanted = [stems(word.text) for word in _telling(meaning.means)]
        fits = [set().union(*(by_stem.get(stem, ()) for stem in each)) for each in wanted]
        for number in sorted(set.intersection(*fits)) if fits else ():
            if any(_names(wanted, name, worth) for name in names[number]):
                adopted += [(number, said) for said in meaning.words]
    for number, said in adopted:
        words = _telling(said)
        joined = [word for _, word in phrasal(words_of(said))]
        _post(postings, number, [*words, *joined], WEIGHTS[EVERYDAY], EVERYDAY)
        names[number].append(_Name(EVERYDAY, said, tuple(word.text for word in words)))


def _names(wanted: Sequence[frozenset[str]], name: _Name, worth: Mapping[str, float]) -> bool:
    """Whether the words make up most of the name."""
    whole = sum(worth[word] for word in name.words)
    said = sum(worth[word] for word in name.words if any(stems(word) & each for each in wanted))
    found = all(any(stems(word) & each for word in name.words) for each in wanted)
    return found and whole > 0 and said >= _MOST_OF * whole


def _score(share: float, fit: float, told: float) -> float:
    """How well a matter fits: all of the question, all of its name, and a word that says what it is about."""
    # Who says the whole of a name has said what it is about, however common its words.
    told = max(told, fit**3)
    return float(min(0.99, share**0.7 * (0.5 + 0.5 * fit) * (0.4 + 0.6 * told)))


def index_of(rules: RuleSet) -> Index:
    """The index of ``rules``, made once."""
    return rules.kept(Index.of)


def _telling(text: str) -> list[Word]:
    words = telling(text)
    return words or words_of(text)


def _post(
    postings: dict[str, dict[int, tuple[float, str]]],
    number: int,
    words: Iterable[Word],
    weight: float,
    where: str,
) -> None:
    for word in words:
        holders = postings.setdefault(word.text, {})
        if number not in holders or holders[number][0] < weight:
            holders[number] = (weight, where)


def _best(reach: Reach) -> float:
    return max((value for value, *_ in reach.values()), default=0.0)


def _better(found: Reach, number: int, hit: tuple[float, str, str, str]) -> None:
    if number not in found or found[number][0] < hit[0]:
        found[number] = hit
