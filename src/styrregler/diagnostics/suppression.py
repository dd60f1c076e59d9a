"""What a municipality has said of findings: set aside here in the text (``bortse från``), or given another level."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from styrregler.diagnostics.diagnostic import Diagnostic, Severity
from styrregler.text import Place


@frozen
class Suppression:
    """``bortse från KOD "skäl" till DATUM``: findings of one code in ``covers``, up to and including ``until``.

    ``covers`` are the blocks that it holds for: its own and, on an order or a section, those that lie under it.
    ``shipped`` marks those in the statutes that come with the product; nobody is told that one of them is not needed.
    """

    code: str
    reason: str
    place: Place
    covers: tuple[Place, ...] = field(repr=False)
    until: date | None = None
    heading: str = ""
    shipped: bool = False

    def concerns(self, found: Diagnostic) -> bool:
        """Whether ``found`` has its code and lies in what it covers; the day is another matter."""
        place = found.place
        return (
            place is not None
            and found.code == self.code
            and any(place.path == each.path and each.start <= place.start < each.end for each in self.covers)
        )


@frozen
class Setting:
    """What ``styrregler.toml`` says of a code: another level, or (None) that it is not to be reported."""

    level: Severity | None
    reason: str
    place: Place | None = field(default=None, eq=False)


Settings = Mapping[str, Setting]
"""By code."""
