"""The index: every matter by the words that stand about it.

In: a rule set.  Out: for a text, the matters that fit, ranked, each with the words that say so.  The same rules and the
same text always give the same ranking.  Refuses to know amounts, roles and dates, which are taken out of a question
before it comes here.
"""

from collections.abc import Sequence
from math import log

from attrs import define

from styrregler.model import Meaning
from styrregler.ruleset import RuleSet
from styrregler.search.common import GENERIC, STOP, WEAK
from styrregler.search.documents import WEIGHTS, Described, describe_matters
from styrregler.search.everyday import Everyday
from styrregler.search.hit import Hit, Match, Ranking
from styrregler.search.lexicon import Lexicon
from styrregler.search.postings import WEAKLY, Name, Postings, adopt, post, telling_of
from styrregler.search.reach import SURELY, Reach, Reacher
from styrregler.search.words import Word, phrasal, words_of
from styrregler.values import ReadOnly

LONGEST = 40
"""Words of a question that are looked at."""
SHOWN = 5
FLOOR = 0.38
"""Below this nothing is near."""
_UNKNOWN, _ELSEWHERE = 0.8, 1.0
"""What a word weighs that stands about no matter; more where a word list knows it, and it means something else."""
_FOUND = 0.6
_LOOKED_AT = 40
"""Matters whose names are compared with the whole question."""
_PREFERRED = 1.25
_BESIDE = 0.5
"""How well another must fit beside the best to be shown with it."""


@define
class Index:
    """The matters of a rule set, ready to be searched."""

    matters: tuple[Described, ...]
    names: list[list[Name]]
    by_name: dict[str, list[int]]
    reacher: Reacher

    @classmethod
    def of(cls, rules: RuleSet) -> "Index":
        return cls.over(describe_matters(rules), rules.corpus.meanings)

    @classmethod
    def over(cls, matters: tuple[Described, ...], meanings: tuple[Meaning, ...]) -> "Index":
        """The index of whatever is described."""
        postings: Postings = {}
        names: list[list[Name]] = []
        by_name: dict[str, list[int]] = {}
        for number, described in enumerate(matters):
            names.append([])
            for where, text in described.names:
                words = telling_of(text)
                post(postings, number, [word for _, word in phrasal(words_of(text))], WEIGHTS[where], where)
                post(postings, number, words, WEIGHTS[where], where)
                names[-1].append(Name(where, text, tuple(word.text for word in words)))
                by_name.setdefault(" ".join(word.text for word in words_of(text)), []).append(number)
            for where, text in described.texts:
                post(postings, number, telling_of(text), WEIGHTS[where], where)
        adopt(meanings, postings, names)
        postings = {word: ReadOnly(holders) for word, holders in postings.items()}
        everyday = Everyday.of(meanings)
        reacher = Reacher(len(matters), postings, Lexicon.of(postings, everyday.words), everyday)
        index = cls(matters, names, by_name, reacher)
        for number, each in enumerate(names):
            for name in each:
                reacher.abbreviate(number, name)
                name.worth = sum(index._worth(word) for word in name.words)
        return index

    @property
    def words(self) -> frozenset[str]:
        """Every word that stands about some matter."""
        return self.reacher.lexicon.words

    def reach(self, word: Word) -> Reach:
        """How well one word fits each matter."""
        return self.reacher.reach(word)

    def _worth(self, word: str) -> float:
        return self.reacher.rarity(word) * (WEAKLY if word in WEAK else 1.0)

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
        self.reacher.join(asked, reaches)
        self.reacher.phrasal(words, asked, reaches)
        self.reacher.say(asked, reaches)
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
        scale = WEAKLY if word.text in WEAK or len(word.text) < 3 else 1.0
        near = sum(value for value, *_ in reach.values() if value > _FOUND)
        if not near:
            known = _ELSEWHERE if self.reacher.everyday.knows(word.text) else _UNKNOWN
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
                hit[0] if hit[0] > SURELY else 0.5 * hit[0]
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


def _score(share: float, fit: float, told: float) -> float:
    """How well a matter fits: all of the question, all of its name, and a word that says what it is about."""
    # Who says the whole of a name has said what it is about, however common its words.
    told = max(told, fit**3)
    return float(min(0.99, share**0.7 * (0.5 + 0.5 * fit) * (0.4 + 0.6 * told)))


def index_of(rules: RuleSet) -> Index:
    """The index of ``rules``, made once."""
    return rules.kept(Index.of)
