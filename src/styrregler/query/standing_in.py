"""People over time: who holds a role on a day, who is away then, and who steps in.

In: a rule set and who is said to be absent or disqualified.  Out: names and reasons.  Nobody stands in for a body.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from styrregler.model import NearestChief, Party, RoleRef, Substitutes
from styrregler.query.people import name_of
from styrregler.ruleset import RuleSet

VACANT = "ingen innehavare"


@frozen
class People:
    """Those of a rule set, with who is away: ``absent`` and ``disqualified`` by role."""

    rules: RuleSet
    absent: frozenset[str] = frozenset()
    disqualified: frozenset[str] = frozenset()

    def person(self, party: Party, day: date) -> str:
        """Whoever holds the role on the day, where that is stated; several are listed."""
        if not isinstance(party, RoleRef):
            return ""
        held = (each for each in self.rules.corpus.holders if each.role == party.name and day in each.period)
        return ", ".join(each.person for each in held)

    def away(self, party: Party, day: date) -> str:
        """Why a party cannot take part on the day; empty when it can.

        A role that never had a holder is one whose holders nobody has listed, and not vacant.
        """
        if not isinstance(party, RoleRef):
            return ""
        if party.name in self.disqualified:
            return "jävig"
        if party.name in self.absent:
            return "frånvarande"
        listed = any(each.role == party.name for each in self.rules.corpus.holders)
        return VACANT if listed and not self.person(party, day) else ""

    def instead_of(
        self, party: Party, substitutes: Iterable[Substitutes], day: date
    ) -> Iterator[tuple[Party, str]]:
        """Whoever may step in, first those named, then vice chairs and chiefs; only such as can take part themselves."""
        if not isinstance(party, RoleRef):
            return
        for who, why in self._candidates(party, tuple(substitutes)):
            if who != party and not self.away(who, day):
                yield who, why

    def _candidates(
        self, party: RoleRef, substitutes: tuple[Substitutes, ...]
    ) -> Iterator[tuple[Party, str]]:
        chiefs = tuple(self.rules.hierarchy.chiefs(party.name))
        for line in substitutes:
            if line.only_for in ("", name_of(party)):
                for named in line.parties:
                    if not isinstance(named, NearestChief):
                        yield named, "ersättare"
                    elif chiefs:
                        yield RoleRef(chiefs[0]), "chef"
        for body in self.rules.corpus.bodies.values():
            presiding = (body.chair, *body.vice_chairs)
            if party.name in presiding:
                for vice in presiding[presiding.index(party.name) + 1 :]:
                    yield RoleRef(vice), "vice ordförande"
        for chief in chiefs:
            yield RoleRef(chief), "chef"
