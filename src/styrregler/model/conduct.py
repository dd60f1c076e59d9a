"""Codes of conduct (uppförandekoder): whom they bind, on which values they rest, and which bodies have adopted them.

In: nothing; values only.  Refuses to know of sanctions: a code of conduct is advice that people have agreed on.
"""

from attrs import frozen

from styrregler.model.interplay import Agreed
from styrregler.model.sources import Adoption
from styrregler.text import Place


@frozen
class ConductRule:
    """A rule of a code (regel): what to do and what to avoid.

    ``values`` are what it rests on (grundas på); ``deviation`` is how a breach is handled (hanteras som), empty where that
    is not said.
    """

    name: str
    title: str
    place: Place
    values: tuple[tuple[str, Place], ...] = ()
    does: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    deviation: str = ""


@frozen
class Acceptance:
    """That a body has adopted the code (antagen av)."""

    body: str
    adoption: Adoption
    place: Place


@frozen
class CodeOfConduct:
    """A code. ``binds`` and ``adopted_by`` (antas av) are names or general words; the latter empty: not said."""

    agreed: Agreed
    binds: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    rules: tuple[ConductRule, ...] = ()
    adopted_by: tuple[str, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
