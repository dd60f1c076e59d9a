"""Who is above whom: the tree of bodies and the chiefs in it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from styrregler.model import Body, BodyKind, Role, RoleKind

_LEADS = (BodyKind.ADMINISTRATION, BodyKind.UNIT, BodyKind.COMPANY, BodyKind.GROUP)


@frozen(slots=False)
class Hierarchy:
    """The organisation as a tree. Loops have been cut when the files were resolved."""

    bodies: Mapping[str, Body]
    roles: Mapping[str, Role]

    def chief(self, role: str) -> str:
        """The nearest chief: as written, else whoever leads the unit, else whoever leads the one above. Empty: none."""
        known = self.roles.get(role)
        if known is None:
            return ""
        if known.chief:
            return known.chief
        for unit in self._upwards(known.unit or self._led_unit(role)):
            if unit.led_by and unit.led_by != role:
                return unit.led_by
        return ""

    def chiefs(self, role: str) -> Iterator[str]:
        """All chiefs, nearest first."""
        seen = {role}
        while (role := self.chief(role)) and role not in seen:
            seen.add(role)
            yield role

    def superiors(self, role: str, board: str) -> tuple[str, ...]:
        """Employees above ``role`` up to the head of the board's own administration; none outside it."""
        heads = self.heads(board)
        climbed: list[str] = []
        if role in heads:
            return ()
        for chief in self.chiefs(role):
            if self.roles.get(chief) is None or self.roles[chief].kind is not RoleKind.EMPLOYEE:
                return ()
            climbed.append(chief)
            if chief in heads:
                return tuple(climbed)
        return ()

    def heads(self, board: str) -> frozenset[str]:
        """Those who lead an administration of ``board``."""
        return self._heads.get(board, frozenset())

    def heads_for(self, role: str) -> frozenset[str]:
        """The boards whose administrations ``role`` leads."""
        return frozenset(board for board, heads in self._heads.items() if board and role in heads)

    @cached_property
    def _heads(self) -> Mapping[str, frozenset[str]]:
        """The heads of each board's administrations; of those that belong to no board, under the empty name."""
        found: dict[str, set[str]] = {}
        for body in self.bodies.values():
            if body.kind is BodyKind.ADMINISTRATION and body.led_by:
                found.setdefault(self._board_of(body), set()).add(body.led_by)
        return {board: frozenset(heads) for board, heads in found.items()}

    def chaired(self, role: str) -> tuple[Body, ...]:
        """The bodies whose chair or vice chair ``role`` is."""
        return self._chaired.get(role, ())

    @cached_property
    def _chaired(self) -> Mapping[str, tuple[Body, ...]]:
        found: dict[str, list[Body]] = {}
        for body in self.bodies.values():
            for role in {body.chair, *body.vice_chairs} - {""}:
                found.setdefault(role, []).append(body)
        return {role: tuple(bodies) for role, bodies in found.items()}

    @cached_property
    def _led(self) -> Mapping[str, tuple[Body, ...]]:
        """What each role leads."""
        found: dict[str, list[Body]] = {}
        for body in self.bodies.values():
            found.setdefault(body.led_by, []).append(body)
        return {role: tuple(bodies) for role, bodies in found.items() if role}

    def is_a(self, role: str, generic: str) -> bool:
        """Whether ``role`` is one of the ``generic`` role that every unit of a kind has (socialchef is a förvaltningschef)."""
        if role == generic:
            return True
        known = self.roles.get(generic)
        if known is None or not known.in_each:
            return False
        return any(body.kind.value == known.in_each for body in self._led.get(role, ()))

    def board_of(self, name: str) -> str:
        """The board that a role or a body belongs to, itself if it is one; empty when that cannot be told."""
        body = self.bodies.get(name)
        if body is not None:
            return name if body.kind is BodyKind.BOARD else self._board_of(body)
        for each in (name, *self.chiefs(name)):
            role = self.roles.get(each)
            if role is not None and role.in_each:
                return ""
            chaired = next((body.name for body in self.chaired(each)), "")
            unit = (role.unit if role else "") or self._led_unit(each) or chaired
            if unit in self.bodies and (board := self.board_of(unit)):
                return board
        return ""

    def _board_of(self, body: Body) -> str:
        for above in self._upwards(body.belongs_to):
            if above.kind is BodyKind.BOARD:
                return above.name
        return ""

    def _led_unit(self, role: str) -> str:
        return next((body.name for body in self._led.get(role, ()) if body.kind in _LEADS), "")

    def _upwards(self, name: str) -> Iterator[Body]:
        seen = set()
        while name in self.bodies and name not in seen:
            seen.add(name)
            yield self.bodies[name]
            name = self.bodies[name].belongs_to
