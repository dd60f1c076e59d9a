"""Who: a name, or a way to say whom it depends on."""

from attrs import frozen

from styrregler.syntax.ast.words import Word, span_field
from styrregler.text import Span


@frozen
class RoleName:
    """A role, a body or a group of roles by name."""

    name: Word


@frozen
class Original:
    """«ursprunglig delegat»: whoever took the decision that this one is about."""

    span: Span = span_field()


@frozen
class NearestChief:
    """«närmaste chef»."""

    span: Span = span_field()


@frozen
class Respective:
    """«respektive X utifrån Y»: the holder of X at the Y that the matter is about."""

    role: Word
    by: Word | None
    span: Span = span_field()


Ref = RoleName | Original | NearestChief | Respective
