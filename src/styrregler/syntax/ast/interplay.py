"""The values of clauses on the interplay between politics and administration."""

from attrs import frozen

from styrregler.syntax.ast.words import Text, Word


@frozen
class Way:
    """``A till B``: who may, or may not, give assignments to whom; through a form (``genom``) or a party (``via``)."""

    sender: Word
    receiver: Word
    via: Word | None = None
    through: Word | None = None


@frozen
class Ways:
    items: tuple[Way, ...]


@frozen
class ChannelLine:
    """``A till B via C i fas F``: through whom A reaches B, and in which phases."""

    sender: Word
    receiver: Word
    via: Word | None = None
    phases: tuple[Word, ...] = ()


@frozen
class ChannelLines:
    items: tuple[ChannelLine, ...]


@frozen
class Expected:
    """What is expected ``of`` someone, and by whom (``A på B "…"``; None: by all)."""

    by: Word | None
    of: Word
    text: Text


@frozen
class Expectations:
    items: tuple[Expected, ...]


InterplayValue = Ways | ChannelLines | Expectations
