"""What stands about each matter, by word: where, and how much it counts.

In: texts with where they stand.  Out: postings and names.  What people say for nearly the whole of a matter's name becomes
another name of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log

from attrs import define

from styrregler.model import Meaning
from styrregler.search.common import WEAK
from styrregler.search.documents import EVERYDAY, WEIGHTS
from styrregler.search.words import Word, phrasal, stems, telling, words_of

Postings = dict[str, dict[int, tuple[float, str]]]
"""For each word the matters that it stands about (by number): how much it counts there, and where that is."""
WEAKLY = 0.35
"""What a word that says little counts beside another."""
_MOST_OF = 0.5
_OF_SEVERAL = {EVERYDAY: 0.9}
"""What one word says of a matter that is called by several together: «lärare» in «stänga av lärare»."""


@define
class Name:
    """A title, a synonym or what people say: its words, and what they are worth together."""

    where: str
    text: str
    words: tuple[str, ...]
    worth: float = 0.0


def adopt(
    meanings: Iterable[Meaning],
    postings: Postings,
    names: list[list[Name]],
) -> None:
    """What people say for nearly the whole of a matter's name is another name of it."""
    by_stem: dict[str, set[int]] = {}
    for number, own in enumerate(names):
        for name in own:
            for word in name.words:
                for stem in stems(word):
                    by_stem.setdefault(stem, set()).add(number)
    worth = {
        word: log(1 + len(names) / (0.5 + len(holders))) * (WEAKLY if word in WEAK else 1.0)
        for word, holders in postings.items()
    }
    adopted: list[tuple[int, str]] = []
    for meaning in meanings:
        wanted = [stems(word.text) for word in telling_of(meaning.means)]
        fits = [set().union(*(by_stem.get(stem, ()) for stem in each)) for each in wanted]
        for number in sorted(set.intersection(*fits)) if fits else ():
            if any(_names(wanted, name, worth) for name in names[number]):
                adopted += [(number, said) for said in meaning.words]
    for number, said in adopted:
        words = telling_of(said)
        joined = [word for _, word in phrasal(words_of(said))]
        post(postings, number, [*words, *joined], WEIGHTS[EVERYDAY], EVERYDAY)
        names[number].append(Name(EVERYDAY, said, tuple(word.text for word in words)))


def _names(wanted: Sequence[frozenset[str]], name: Name, worth: Mapping[str, float]) -> bool:
    """Whether the words make up most of the name."""
    whole = sum(worth[word] for word in name.words)
    said = sum(worth[word] for word in name.words if any(stems(word) & each for each in wanted))
    found = all(any(stems(word) & each for word in name.words) for each in wanted)
    return found and whole > 0 and said >= _MOST_OF * whole


def telling_of(text: str) -> list[Word]:
    words = telling(text)
    return words or words_of(text)


def post(
    postings: Postings,
    number: int,
    words: Iterable[Word],
    weight: float,
    where: str,
) -> None:
    told = list(words)
    if len(told) > 1:
        weight *= _OF_SEVERAL.get(where, 1.0)
    for word in told:
        holders = postings.setdefault(word.text, {})
        if number not in holders or holders[number][0] < weight:
            holders[number] = (weight, where)
