"""The index: every matter by the words that stand about it.

In: a rule set.  Out: for a text, the matters that fit, ranked, each with the words that say so.  The same rules and the
same text always give the same ranking.  Refuses to know amounts, roles and dates, which are taken out of a question
before it comes here.
"""

from collections.abc import Sequence
from math import log

from attrs import define

from styrregler.model import Belonging, Meaning
from styrregler.ruleset import RuleSet
from styrregler.search.belonging import Belongings, Elsewhere
from styrregler.search.common import GENERIC, STOP, WEAK
from styrregler.search.documents import SYNONYM, TITLE, WEIGHTS, Described, describe_matters
from styrregler.search.everyday import Everyday
from styrregler.search.hit import Hit, Match, Ranking
from styrregler.search.lexicon import Lexicon
from styrregler.search.postings import WEAKLY, Name, Postings, adopt, post, telling_of
from styrregler.search.reach import SURELY, Reach, Reacher
from styrregler.search.statutes import Statutes
from styrregler.search.weighing import WHEREABOUTS, score_of, whereabouts
from styrregler.search.words import Word, phrasal, stems, words_of
from styrregler.values import LegalRef, ReadOnly, UnitKind

LONGEST = 40
"""Words of a question that are looked at."""
SHOWN = 5
FLOOR = 0.52
"""Below this nothing is near."""
_UNKNOWN, _ELSEWHERE = 0.8, 1.3
"""What a word weighs that stands about no matter; more where a word list knows it, and it means something else."""
_FOUND = 0.6
_OTHERS = 3.0
"""What a word weighs that says that the question is for somebody else."""
_NAMES = (TITLE, SYNONYM)
_LOOKED_AT = 40
"""Matters whose names are compared with the whole question."""
_PREFERRED = 1.25
_ASKED_FOR = 1.15
"""What it is worth that a matter asks for what the question gives a figure of."""
_BESIDE = 0.5
"""How well another must fit beside the best to be shown with it."""


@define
class Index:
    """The matters of a rule set, ready to be searched."""

    matters: tuple[Described, ...]
    names: list[list[Name]]
    by_name: dict[str, list[int]]
    reacher: Reacher
    statutes: Statutes
    belongings: Belongings

    @classmethod
    def of(cls, rules: RuleSet) -> "Index":
        return cls.over(describe_matters(rules), rules.corpus.meanings, rules.corpus.belongings)

    @classmethod
    def over(
        cls,
        matters: tuple[Described, ...],
        meanings: tuple[Meaning, ...],
        belongings: tuple[Belonging, ...] = (),
    ) -> "Index":
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
        index = cls(matters, names, by_name, reacher, Statutes.of(matters), Belongings.of(belongings))
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

    def holds(self, text: str) -> bool:
        """Whether some matter is about ``text``."""
        return self.reacher.holds(text)

    def _worth(self, word: str) -> float:
        return self.reacher.rarity(word) * (WEAKLY if word in WEAK else 1.0)

    # ---------- ranking

    def search(self, text: str, *, prefer: str = "", within: str = "", floor: float = FLOOR) -> Ranking:
        """The matters that ``text`` may mean.

        Those of the body ``prefer`` go before others that fit as well; with ``within`` only those of that body count.
        """
        return self.rank(words_of(text), prefer=prefer, within=within, floor=floor)

    def rank(
        self,
        words: Sequence[Word],
        *,
        prefer: str = "",
        within: str = "",
        floor: float = FLOOR,
        law: Sequence[LegalRef] = (),
        kinds: frozenset[UnitKind] = frozenset(),
    ) -> Ranking:
        """As :meth:`search`; ``law`` is what statutes were named, ``kinds`` what was given figures of."""
        asked = [word for word in words if len(word.text) > 1 and (word.text not in STOP or word.initials)][
            :LONGEST
        ]
        elsewhere = self.elsewhere(words)
        others = {words[at] for each in elsewhere for at in each.places}
        reaches = [dict(self.reach(word)) for word in asked]
        self.reacher.join(asked, reaches)
        self.reacher.phrasal(words, asked, reaches)
        phrases = self.reacher.say(asked, reaches)
        for ref in law:
            resting = self.statutes.matters(ref)
            if resting:
                asked.append(Word(str(ref)))
                reaches.append(
                    {number: (like, told, "", "lagrum") for number, (like, told) in resting.items()}
                )
        if not asked:
            return Ranking(())
        for at, word in enumerate(asked):
            if word in others:
                reaches[at] = {}
        beside = whereabouts(words)
        weights = [
            self._weight(word, reach)
            * (_OTHERS if word in others else 1.0)
            * (WHEREABOUTS if word in beside else 1.0)
            for word, reach in zip(asked, reaches, strict=True)
        ]
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
            told = self._told(number, asked, reaches, phrases)
            score = 1.0 if number in exact else score_of(share, fit, told)
            if prefer and prefer in self.matters[number].bodies:
                score = min(1.0, score * _PREFERRED)
            if kinds and score < 1.0 and kinds <= self.matters[number].measures:
                score = min(0.99, score * _ASKED_FOR)
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
        return Ranking(tuple(shown), unknown, elsewhere, tuple(hits[:SHOWN]))

    def elsewhere(self, words: Sequence[Word]) -> tuple[Elsewhere, ...]:
        """What of the question is not for the municipality's delegates."""
        return self.belongings.find(words, self._own)

    def _own(self, word: Word) -> bool:
        """Whether it stands in the name of a matter."""
        return any(
            where in _NAMES
            for known, _, _ in self.reacher.lexicon.same(word.text)
            for _, where in self.reacher.postings.get(known, {}).values()
        )

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
        worth = {word: self._worth(word) * surely for word, surely in said.items()}
        best, fit = "", 0.0
        for name in self.names[number]:
            if not name.worth:
                continue
            share = sum(worth.get(word, 0.0) for word in name.words) / name.worth
            if share > fit:
                best, fit = name.text, share
        return best, fit

    def _told(
        self, number: int, asked: Sequence[Word], reaches: Sequence[Reach], phrases: set[tuple[int, int]]
    ) -> float:
        """How surely the word was found that says what it is about; where none says that, what is done must do."""
        common = [word.text in WEAK or bool(GENERIC & stems(word.text)) for word in asked]
        silent = all(common)
        return max(
            (
                hit[0] if hit[0] > SURELY else 0.5 * hit[0]
                for at, reach in enumerate(reaches)
                if (hit := reach.get(number)) is not None
                and (silent or not common[at] or (at, number) in phrases)
            ),
            default=0.0,
        )

    def _matches(self, number: int, asked: Sequence[Word], reaches: Sequence[Reach]) -> tuple[Match, ...]:
        return tuple(
            Match(word.text, hit[1], hit[2], hit[3])
            for word, reach in zip(asked, reaches, strict=True)
            if (hit := reach.get(number)) is not None
        )


def index_of(rules: RuleSet) -> Index:
    """The index of ``rules``, made once."""
    return rules.kept(Index.of)
