"""What an order has beside its rows: headings, general rules, paragraphs of a charter, appointments and words."""

from attrs import frozen

from styrregler.model.sources import Adoption, LegalBasis
from styrregler.text import Place
from styrregler.values import Period


@frozen
class CharterClause:
    """A paragraph of a board's charter (reglemente) and the areas it gives the board."""

    number: str
    title: str
    areas: tuple[str, ...]
    place: Place
    law: tuple[LegalBasis, ...] = ()


@frozen
class Section:
    """A heading of an order (avsnitt); ``numbers`` are those of the points and general rules that stand under it."""

    number: str
    title: str
    place: Place
    period: Period = Period()
    numbers: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How people cite it: «4 Bistånd»."""
        return f"{self.number} {self.title}".strip()


@frozen
class FreeText:
    """What people have written in words: a title, a condition, a remark. ``where`` is the row or heading it stands in.

    ``keyword`` is that of its clause; empty for a title.
    """

    text: str
    place: Place
    where: str = ""
    keyword: str = ""


@frozen
class Appointment:
    """``förordnande``: persons appointed for some points of an order."""

    name: str
    title: str
    order: str
    numbers: tuple[str, ...]
    persons: tuple[str, ...]
    period: Period
    place: Place
    adoption: Adoption | None = None
    law: tuple[LegalBasis, ...] = ()


@frozen
class Provision:
    """``bestämmelse``: a numbered general rule of an order, and what it says in words."""

    number: str
    title: str
    place: Place
    law: tuple[LegalBasis, ...] = ()
    conditions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    urgent: bool = False
    """It says who decides when a matter cannot wait."""
