"""Those who decide, stand in, are asked or are told."""

from attrs import frozen


@frozen
class RoleRef:
    """A role by name; ``unit`` when it is the one at a certain unit."""

    name: str
    unit: str = ""


@frozen
class BodyRef:
    """A board, committee or other body by name."""

    name: str


@frozen
class OriginalDelegate:
    """«ursprunglig delegat»: whoever took the decision in question."""


@frozen
class NearestChief:
    """«närmaste chef» of the delegate."""


@frozen
class RespectiveRole:
    """«respektive X utifrån Y»: which X depends on the Y that the matter is about (``by`` may be empty)."""

    role: str
    by: str = ""


Party = RoleRef | BodyRef | OriginalDelegate | NearestChief | RespectiveRole
