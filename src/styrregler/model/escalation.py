"""How a disagreement is carried on (eskalering): who talks, within what time, and who settles it in the end."""

from attrs import frozen

from styrregler.model.parties import Party
from styrregler.model.row_parts import Notice, Substitutes
from styrregler.text import Place
from styrregler.values import Timing

ABOUT_FORMS, ABOUT_DECISION = "arbetsformer", "beslut"
"""What an escalation may be about (avser)."""


@frozen
class EscalationStage:
    """One step: all of ``parties`` talk; when ``timing`` has run out the next step begins."""

    parties: tuple[Party, ...]
    place: Place
    timing: Timing | None = None


@frozen
class EscalationPath:
    """Steps in order, and who settles it: ``settled_by``, or the escalation that ``continues`` names.

    ``bodies`` are those whose matters it is about (omfattar), ``about`` what in them: the decision, or working forms.
    ``draft``: only proposed.
    """

    name: str
    title: str
    place: Place
    stages: tuple[EscalationStage, ...]
    settled_by: Party | None = None
    settled_place: Place | None = None
    continues: str = ""
    continues_place: Place | None = None
    informs: tuple[Notice, ...] = ()
    substitutes: tuple[Substitutes, ...] = ()
    bodies: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()
    readable: bool = True
    draft: bool = False
