"""One finding."""

import enum
from collections.abc import Iterable

from attrs import frozen

from styrregler.text import Place


class Severity(enum.Enum):
    """How serious: an error stops, a warning is probably a fault, information is for a person to weigh."""

    ERROR = "fel"
    WARNING = "varning"
    INFO = "upplysning"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


@frozen
class Diagnostic:
    """A finding with everything its reader needs.

    ``message`` is lower case without full stop; ``label`` stands under the marked text; ``why`` gives the reason (a
    statute where there is one) and ``remedy`` the next step. ``heading`` is where in the order the place lies.
    ``related`` are further places with a label each; ``command`` a command line that shows the fault in a case.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    label: str = ""
    why: str = ""
    remedy: str = ""
    heading: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    command: str = ""

    @property
    def sort_key(self) -> tuple[tuple[str, int, int], int, str, str]:
        return (
            self.place.sort_key if self.place else ("", 0, 0),
            self.severity.rank,
            self.code,
            self.message,
        )


def capped(diagnostics: Iterable[Diagnostic], most: int) -> tuple[tuple[Diagnostic, ...], int]:
    """The first ``most`` in order of place, each once, and how many were held back (errors are never held back for less)."""
    unique = sorted(set(diagnostics), key=lambda found: (found.severity.rank, found.sort_key))
    shown = sorted(unique[:most], key=lambda found: found.sort_key)
    return tuple(shown), max(0, len(unique) - most)
