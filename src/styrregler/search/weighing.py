"""How much a word of a question counts by where it stands, and how well a matter fits.

In: words, and how much of question and name was said.  Out: numbers.  Refuses to know any matter.
"""

from collections.abc import Sequence

from styrregler.search.common import STOP, WEAK, WHERE
from styrregler.search.words import Word

WHEREABOUTS = 0.7
"""What a word weighs that says where, beside what it is about."""
_WHOLE = 0.1
"""How much of what else was said is forgiven where the whole of a name was."""


def whereabouts(words: Sequence[Word]) -> set[Word]:
    """The words that only say where: «äldreboendet» in «medicin på äldreboendet»."""
    found: set[Word] = set()
    place = before = False
    for word in words:
        if word.text in STOP:
            place = place or (before and word.text in WHERE)
            continue
        if place:
            found.add(word)
        place, before = False, before or word.text not in WEAK
    return found


def score_of(share: float, fit: float, told: float) -> float:
    """How well a matter fits: all of the question, all of its name, and a word that says what it is about."""
    # Who says the whole of a name has said what it is about, however common its words.
    told = max(told, fit**3)
    # Nor does it matter then how much else was said.
    share += _WHOLE * (1 - share) * max(0.0, 5 * fit - 4) * told
    return float(min(0.99, share**0.6 * (0.6 + 0.4 * fit) * (0.5 + 0.5 * told)))
