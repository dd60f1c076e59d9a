"""What is not for the municipality's delegates, and whose it is.

In: the belongings of the word lists, and the words of a question.  Out: the words that say so, and the owner.  Refuses to
know the matters: a word that stands in a matter's name is the municipality's, and is not asked for here.
"""

from collections.abc import Callable, Iterable, Sequence

from attrs import define, frozen

from styrregler.model import Belonging
from styrregler.search.common import STOP, WEAK
from styrregler.search.words import Word, folded, stems, words_of

_APART = 2
"""How many other words may stand between those of a phrase."""


@frozen
class Elsewhere:
    """A word or phrase of the question, and to whom it belongs; ``places`` are the words it is made of."""

    said: str
    owner: str
    places: frozenset[int]


@define
class Belongings:
    """Phrases by the stems of their first word."""

    _first: dict[str, list[tuple[tuple[frozenset[str], ...], str]]]

    @classmethod
    def of(cls, belongings: Iterable[Belonging]) -> "Belongings":
        first: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
        for each in belongings:
            for text in each.words:
                keys = tuple(_keys(word) for word in _told(words_of(text)))
                for key in keys[0] if keys else ():
                    first.setdefault(key, []).append((keys, each.owner))
        return cls(first)

    def find(self, words: Sequence[Word], own: Callable[[Word], bool]) -> tuple[Elsewhere, ...]:
        """Every word and phrase that belongs elsewhere; a single word not where it is the municipality's ``own``."""
        keys = [_keys(word) for word in words]
        found: dict[frozenset[int], Elsewhere] = {}
        for at, own_keys in enumerate(keys):
            fits = {id(each): each for key in own_keys for each in self._first.get(key, ())}
            for wanted, owner in fits.values():
                places = _placed(wanted, keys, at)
                if places and not (len(places) == 1 and own(words[at])):
                    spot = frozenset(places)
                    said = " ".join(word.text for word in words[at : places[-1] + 1])
                    found.setdefault(spot, Elsewhere(said, owner, spot))
        # «god man» and not «man»: the longest of those that share a word.
        longest = sorted(found.values(), key=lambda each: (-len(each.places), min(each.places)))
        kept: list[Elsewhere] = []
        for each in longest:
            if not any(each.places & other.places for other in kept):
                kept.append(each)
        return tuple(sorted(kept, key=lambda each: min(each.places)))


def _told(words: Sequence[Word]) -> Sequence[Word]:
    """Those that say something, where that is more than one ordinary word."""
    telling = [word for word in words if word.text not in STOP]
    enough = len(telling) == len(words) or any(
        word.text not in WEAK and len(word.text) > 3 for word in telling
    )
    return telling if enough else words


def _keys(word: Word) -> frozenset[str]:
    return frozenset(folded(stem) for stem in stems(word.text))


def _placed(wanted: Sequence[frozenset[str]], keys: Sequence[frozenset[str]], at: int) -> list[int]:
    places = [at]
    for each in wanted[1:]:
        after = places[-1] + 1
        reach = range(after, min(len(keys), after + _APART + 1))
        place = next((spot for spot in reach if keys[spot] & each), None)
        if place is None:
            return []
        places.append(place)
    return places
