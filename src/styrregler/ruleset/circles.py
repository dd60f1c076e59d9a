"""Who is meant by a name or a general word (krets): «ledamot», «nämnd», «handläggare», «förvaltningschef».

In: the bodies, roles and groups that are declared.  Out: the names that a word covers.  A word covers itself, so rules that
speak of a general word nobody has declared can still be asked about.  Refuses to know what is said of them.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import frozen

from styrregler.model import BODY_SORTS, GENERAL, INCLUDES, Body, BodyKind, Role, RoleGroup, RoleKind, Sort

_LED = {"förvaltning", "enhet", "bolag"}
_KINDS = {
    Sort.ELECTED: RoleKind.ELECTED,
    Sort.EMPLOYEE: RoleKind.EMPLOYEE,
    Sort.CONSULTANT: RoleKind.CONSULTANT,
    Sort.OUTSIDER: RoleKind.OUTSIDER,
}


@frozen(slots=False)
class Circles:
    """What each word covers. A declared name means what its block says; a general word everyone of its sort besides."""

    bodies: Mapping[str, Body]
    roles: Mapping[str, Role]
    groups: Mapping[str, RoleGroup]

    def members(self, word: str) -> frozenset[str]:
        """Every name that ``word`` covers, itself first among them."""
        if word not in self._known:
            self._known[word] = frozenset(self._members(word))
        return self._known[word]

    def within(self, narrow: str, wide: str) -> bool:
        """Whether all that ``narrow`` covers is covered by ``wide``."""
        return narrow == wide or self.members(narrow) <= self.members(wide)

    def meet(self, one: str, other: str) -> bool:
        """Whether somebody is covered by both."""
        return not self.members(one).isdisjoint(self.members(other))

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    def _members(self, word: str) -> Iterator[str]:
        yield word
        if word in self.groups:
            yield from self.groups[word].roles
        elif word not in self.bodies:
            role = self.roles.get(word)
            if role is not None and role.in_each:
                yield from self._leaders(role.in_each)
            if word in GENERAL:
                yield from self._of(GENERAL[word])

    def _of(self, sort: Sort) -> Iterator[str]:
        yield from (word for word, meant in GENERAL.items() if meant is sort and word not in self.groups)
        for part in INCLUDES.get(sort, ()):
            yield from self._of(part)
        if sort in BODY_SORTS:
            yield from (name for name, body in self.bodies.items() if body.kind is BODY_SORTS[sort])
        elif sort in _KINDS:
            yield from (name for name, role in self.roles.items() if role.kind is _KINDS[sort])
        match sort:
            case Sort.CHAIR:
                yield from (body.chair for body in self.bodies.values() if body.chair)
            case Sort.VICE_CHAIR:
                yield from (name for body in self.bodies.values() for name in body.vice_chairs)
            case Sort.CHIEF:
                yield from self._chiefs
            case Sort.HEAD:
                yield from self._leaders("förvaltning")
            case Sort.UNIT_HEAD:
                yield from self._leaders("enhet")
            case Sort.OFFICER:
                yield from self._employees - self._chiefs

    def _leaders(self, kind: str) -> Iterator[str]:
        """Employees who lead a body of ``kind``, and roles that every such body has."""
        for body in self.bodies.values():
            if body.kind.value == kind and body.led_by in self._employees:
                yield body.led_by

    @cached_property
    def _employees(self) -> frozenset[str]:
        return frozenset(name for name, role in self.roles.items() if role.kind is RoleKind.EMPLOYEE)

    @cached_property
    def _chiefs(self) -> frozenset[str]:
        """Employees who lead something, or are written as somebody's chief."""
        led = {body.led_by for body in self.bodies.values() if body.kind is not BodyKind.GROUP}
        generic = {name for name, role in self.roles.items() if role.in_each in _LED}
        chiefs = {role.chief for role in self.roles.values()}
        return self._employees & (led | generic | chiefs)
