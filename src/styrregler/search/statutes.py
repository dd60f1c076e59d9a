"""Which matters rest on a section that a question names.

In: the matters, and a reference.  Out: how well each fits.  Refuses to know how a reference is written.
"""

from collections.abc import Iterable

from attrs import define, field

from styrregler.search.documents import Described
from styrregler.values import LegalRef

_SAME, _WITHOUT_ITEM = 1.0, 0.8
Found = dict[int, tuple[float, str]]
"""How much, and the reference as the row has it."""


@define
class Statutes:
    """The references of every matter, by act and section."""

    _by_section: dict[tuple[str, str], list[tuple[int, LegalRef]]] = field(factory=dict)

    @classmethod
    def of(cls, matters: Iterable[Described]) -> "Statutes":
        known = cls()
        for number, described in enumerate(matters):
            for rule in described.rules:
                for basis in rule.law:
                    for _, section in basis.ref.places:
                        held = known._by_section.setdefault((basis.ref.act.casefold(), section), [])
                        held.append((number, basis.ref))
        return known

    def matters(self, asked: LegalRef) -> Found:
        """The matters that rest on the section; where both say a chapter or a point, on the same."""
        found: Found = {}
        for chapter, section in asked.places:
            for number, ref in self._by_section.get((asked.act.casefold(), section), ()):
                if (chapter and ref.chapter and chapter != ref.chapter) or (
                    asked.item and ref.item and asked.item != ref.item
                ):
                    continue
                like = _SAME if asked.item == ref.item else _WITHOUT_ITEM
                if number not in found or found[number][0] < like:
                    found[number] = (like, str(ref))
        return found
