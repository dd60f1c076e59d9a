"""What the analysis finds, as frozen values.

In: nothing; values only.  Out: :class:`Finding` and :class:`Witness`.  Refuses to say how serious a finding is: that is for
the checks.
"""

import enum
import re
import shlex
from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from styrregler.logic import Expr
from styrregler.model import Party, Rule
from styrregler.query import Question
from styrregler.text import Place
from styrregler.values import Quantity


class Kind(enum.Enum):
    """What is the matter with the rows."""

    GAP = "lucka"
    CONTRADICTION = "motsägelse"
    OVERLAP = "överlappning"
    UNREACHABLE = "aldrig"
    SHADOWED = "aldrig först"
    REDUNDANT_ROW = "överflödig rad"
    REDUNDANT_STEP = "överflödigt steg"
    NEVER = "gäller aldrig"
    ALWAYS = "gäller alltid"
    LEADS_BACK = "leder tillbaka"
    EACH_OTHER = "pekar på varandra"
    SAME_PERSON = "samma person"
    SAME_BAR = "samma hinder"
    DOWNWARDS = "leder nedåt"
    HOLE = "hål"
    STOPPED = "avbruten"


@frozen
class Witness:
    """One concrete case in which a finding shows."""

    matter: str
    body: str
    on: date
    facts: Mapping[str, Quantity | str] = field(factory=dict)
    disqualified: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """The case as the engine is asked."""
        return Question(
            self.matter, self.on, dict(self.facts), body=self.body, disqualified=frozenset(self.disqualified)
        )

    @property
    def command(self) -> str:
        """The case as a line to paste at a prompt."""
        words = ["styrregler", "vem", self.matter, "--organ", self.body]
        for name, value in self.facts.items():
            words += ["-u", f"{name}={_written(value)}"]
        for role in self.disqualified:
            words += ["--javig", role]
        return " ".join(map(_quoted, [*words, "--datum", str(self.on)]))

    def __str__(self) -> str:
        return self.command


def _quoted(word: str) -> str:
    """For a shell; å, ä and ö are letters, and double quotes are understood by every shell there is."""
    if re.fullmatch(r"[\w.,:=/%+-]+", word):
        return word
    return f'"{word}"' if re.fullmatch(r"[\w.,:=/%+ §()-]+", word) else shlex.quote(word)


def _written(value: Quantity | str) -> str:
    """As `-u` reads it: kronor as bare digits where they are whole."""
    if (
        isinstance(value, Quantity)
        and value.unit == "kr"
        and value.number == value.number.to_integral_value()
    ):
        return str(int(value.number))
    return str(value)


@frozen
class Finding:
    """Something that holds of ``rows``, shown by ``witness``.

    ``place`` is the clause to look at, and ``places`` all that take part. ``case`` says when, in the language's own
    words (empty: always). ``parties`` are those pointed out, one group for each side. ``what`` is the clause's keyword, or
    why two rows contradict each other, or why the analysis stopped. ``condition`` and ``step`` say which condition and
    which alternative it is about. ``on`` is the day from which it holds, never before the day that was asked of. ``draft`` names
    the proposal that it holds of if adopted: then the witness cannot be asked of the rules as they are.
    """

    kind: Kind
    rows: tuple[Rule, ...]
    place: Place
    on: date
    witness: Witness | None = None
    case: str = ""
    parties: tuple[tuple[Party, ...], ...] = ()
    what: str = ""
    condition: Expr | None = None
    step: int = -1
    places: tuple[Place, ...] = ()
    draft: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """Findings with one key are the same fault: one clause that several rows inherit, or one pair of orders."""
        places = self.places or (self.place,)
        return (self.kind, self.what, tuple(sorted(place.sort_key for place in places)))
