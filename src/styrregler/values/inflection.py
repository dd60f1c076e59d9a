"""Inflection: whether two Swedish words are one but for their endings.

In: single words, in lower case.  Out: what may be left of them.  Refuses to know what any word means.
"""

from functools import lru_cache

_ENDINGS = (
    "ernas", "ornas", "arnas", "andet", "anden", "erna", "orna", "arna", "nden", "ens", "ets", "ers", "ors", "ars",
    "ade", "en", "et", "er", "or", "ar", "na", "as", "n", "t", "r", "s", "a", "e",
)  # fmt: skip
"""Inflections of nouns, and of verbs in -a; two words are one where they share what is left without them."""
_SHORTEST = 3


@lru_cache(maxsize=1 << 16)
def stems(word: str) -> frozenset[str]:
    """What may be left of a word without its inflection; itself among it."""
    left = {word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)}
    return frozenset({word, *(stem for stem in left if len(stem) >= _SHORTEST)})


def same_word(one: str, other: str) -> bool:
    """Whether two words are one, but for inflection."""
    return one == other or bool(stems(one) & stems(other))
