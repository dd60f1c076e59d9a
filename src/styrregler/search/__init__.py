"""Search: from words to matters.

In: a rule set and a text.  Out: a ranking that says which words it rests on.  Whole words first, then inflection, compounds
and runs of letters; what people say is in word lists.  No dependency, no chance: see decision 0012.
"""

from styrregler.search.belonging import Elsewhere
from styrregler.search.documents import Described, facts_of
from styrregler.search.hit import Hit, Match, Ranking
from styrregler.search.index import FLOOR, Index, index_of
from styrregler.search.words import Word, words_of

__all__ = [
    "FLOOR",
    "Described",
    "Elsewhere",
    "Hit",
    "Index",
    "Match",
    "Ranking",
    "Word",
    "facts_of",
    "index_of",
    "words_of",
]
