"""Questions without an answer: what may be kept of them, and which words they lack.

In: a question, or a log of them, and a rule set.  Out: a line without anything personal in it; or the words that the rules
do not know, with what they may mean.
"""

import re
from collections.abc import Iterable
from datetime import date

from attrs import frozen

from styrregler.ruleset import RuleSet
from styrregler.search import index_of, words_of
from styrregler.search.common import STOP, WEAK

_WORD = re.compile(r"(?<![\w@.])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@])")
_MOST_WORDS = 20


@frozen
class Proposal:
    """A word that people use and the rules do not know: how often, and the names it may mean (best first)."""

    word: str
    times: int
    means: tuple[str, ...]


def line_of(question: str, rules: RuleSet, on: date) -> str:
    """The month and the words that say something, in lower case; no word with a capital but the first, and no number.

    The first word is kept only where it is one that the rules or the language know.
    """
    index = index_of(rules)
    known = index.words | STOP | WEAK
    kept = []
    for at, match in enumerate(_WORD.finditer(question[:500])):
        word = match[0]
        lower = word.casefold()
        if lower in STOP or (word != lower and not (at == 0 and lower in known)):
            continue
        kept.append(lower)
    return f"{on:%Y-%m} {' '.join(kept[:_MOST_WORDS])}" if kept else ""


def propose(lines: Iterable[str], rules: RuleSet) -> tuple[Proposal, ...]:
    """The words that no rule and no word list knows, those asked for most first."""
    index = index_of(rules)
    times: dict[str, int] = {}
    meant: dict[str, dict[str, float]] = {}
    for line in lines:
        _, _, said = line.strip().partition(" ")
        words = [word for word in words_of(said) if word.text not in STOP]
        for word in words:
            if word.text in WEAK or index.reach(word):
                continue
            times[word.text] = times.get(word.text, 0) + 1
            rest = [other for other in words if other.text != word.text]
            for hit in index.rank(rest, floor=0.1).hits[:3]:
                fits = meant.setdefault(word.text, {})
                fits[hit.named or hit.described.rules[0].title] = (
                    fits.get(hit.named or hit.described.rules[0].title, 0.0) + hit.score
                )
    return tuple(
        Proposal(
            word,
            count,
            tuple(
                name
                for name, _ in sorted(meant.get(word, {}).items(), key=lambda pair: (-pair[1], pair[0]))[:3]
            ),
        )
        for word, count in sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))
    )
