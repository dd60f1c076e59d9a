"""What a question was taken to mean."""

import enum
from collections.abc import Mapping
from datetime import date

from attrs import frozen

from styrregler.search import Hit, Ranking
from styrregler.values import Quantity


class Kind(enum.Enum):
    """What is asked for."""

    WHO = "vem"
    MAY = "får"
    SUBSTITUTE = "ersätter"
    INFORMED = "informeras"
    APPEAL = "överklagas"
    WHEN = "när"


@frozen
class ReadFact:
    """A fact that the question gives, as it stands there.

    ``bound`` («över», «minst», «under», «högst») says that the question gives a limit and no figure.
    """

    name: str
    value: Quantity | str
    said: str
    bound: str = ""

    @property
    def settled(self) -> bool:
        """It may be answered by: a limit upwards counts as the figure, one downwards leaves the case open."""
        return self.bound in ("", "högst")


@frozen
class ReadDay:
    """A day or a span of days; ``exact`` when it is one day that was said."""

    first: date
    last: date
    said: str
    exact: bool = False


@frozen
class ReadParty:
    """A role or body, and the words that named it."""

    name: str
    said: str


@frozen
class Understood:
    """A question, read: its matters (best first) and what else it says."""

    text: str
    kind: Kind = Kind.WHO
    ranking: Ranking = Ranking(())
    facts: tuple[ReadFact, ...] = ()
    body: ReadParty | None = None
    role: ReadParty | None = None
    unknown_role: str = ""
    """Whoever is asked about where no role is called that."""
    absent: bool = False
    """The role is away, and its substitute is sought."""
    day: ReadDay | None = None
    rivals: tuple[tuple[str, tuple[Quantity, ...]], ...] = ()
    """Facts that the question gives several figures for: which is which must be asked."""
    unclear: bool = False
    """Several matters fit about as well."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        return self.ranking.hits

    @property
    def clear(self) -> Hit | None:
        """The one matter that is meant, when that is clear."""
        return self.hits[0] if self.hits and not self.unclear else None

    @property
    def given(self) -> Mapping[str, Quantity | str]:
        """The facts to answer by."""
        return {fact.name: fact.value for fact in self.facts if fact.settled}
