"""What a search found."""

from attrs import frozen

from styrregler.search.belonging import Elsewhere
from styrregler.search.documents import Described


@frozen
class Match:
    """A word of the question, the word it was found as, in what way, and where that stands.

    ``how`` is empty for the same word; else «böjning», «avledning», «utan prickar», «sammansättning», «stavning» or
    «ordlista».
    """

    asked: str
    found: str
    how: str
    where: str


@frozen
class Hit:
    """A matter that fits, how well (0 to 1), and which words say so."""

    described: Described
    score: float
    matches: tuple[Match, ...]
    named: str = ""
    """The title or synonym that fits best."""
    covered: float = 0.0
    """How much of the question stands about the matter."""
    fit: float = 0.0
    """How much of ``named`` the question says."""

    told: float = 0.0
    """How surely a word that says what it is about was found; words that say what is done do not count."""

    @property
    def matter(self) -> str:
        return self.described.matter


@frozen
class Ranking:
    """What was found, best first; and which words of the question were found nowhere."""

    hits: tuple[Hit, ...]
    unknown: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    """What of the question is not for the municipality's delegates."""
    near: tuple[Hit, ...] = ()
    """The best, also where they fit too little to be shown."""

    @property
    def best(self) -> float:
        """How well the best fits."""
        return self.near[0].score if self.near else 0.0
