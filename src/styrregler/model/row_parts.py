"""What a row may say: who decides, when somebody else does, what must come before and what follows."""

from attrs import frozen

from styrregler.logic import Expr
from styrregler.model.parties import Party
from styrregler.model.sources import LegalBasis, Level
from styrregler.text import Place
from styrregler.values import LegalRef, Period, Quantity, Timing


@frozen
class Synonym:
    """What else a matter is called; it may settle a fact."""

    text: str
    fact: str = ""
    value: Quantity | str | None = None


@frozen
class Alternative:
    """One step of ``delegat``: each of ``parties`` on their own, when the condition holds (or nothing before it does)."""

    parties: tuple[Party, ...]
    place: Place
    when: Expr | None = None
    otherwise: bool = False


@frozen
class Override:
    """``dock``: whoever decides instead of the delegate when the condition holds. From the law itself: ``law``."""

    parties: tuple[Party, ...]
    place: Place
    level: Level
    when: Expr | None = None
    law: tuple[LegalRef, ...] = ()
    title: str = ""
    period: Period = Period()


@frozen
class Elsewhere:
    """``beslutas av``: a body that decides this, not a delegate; ``otherwise`` when no line before it holds."""

    parties: tuple[Party, ...]
    place: Place
    when: Expr | None = None
    otherwise: bool = False


@frozen
class Execution:
    """``verkställs`` (no decision) or ``arbetsuppgift`` (a task, ``task`` true)."""

    by: Party | None
    place: Place
    when: Expr | None = None
    task: bool = False
    law: LegalBasis | None = None


@frozen
class OwnRight:
    """``egen beslutanderätt``: a right that the law gives, not the board."""

    by: Party
    law: LegalBasis | None
    place: Place


@frozen
class Precondition:
    """``förutsätter``: a step before the decision."""

    step: str
    place: Place
    law: LegalBasis | None = None
    by: Party | None = None
    granted: bool = False
    when: Expr | None = None


@frozen
class Unless:
    """``gäller inte när``: the row says nothing there."""

    when: Expr
    place: Place


@frozen
class Substitutes:
    """``ersättare``: who steps in, in order; ``only_for`` one of the delegates."""

    parties: tuple[Party, ...]
    place: Place
    only_for: str = ""


@frozen
class Notice:
    """``informera`` or ``samråd med``: all of ``parties``."""

    parties: tuple[Party, ...]
    place: Place
    timing: Timing | None = None
    when: Expr | None = None


@frozen
class Reporting:
    """``anmäls till`` a body (``to``), or ``anmäls inte`` (``to`` None)."""

    to: Party | None
    place: Place
    via: Party | None = None
    timing: Timing | None = None
    form: str = ""
    when: Expr | None = None


@frozen
class SubDelegation:
    """``vidaredelegeras``: by whom (nobody when empty). Not ``readable`` where a name in it is unknown."""

    by: tuple[str, ...]
    place: Place
    when: Expr | None = None
    readable: bool = True


@frozen
class Appeal:
    """``överklagas``: by which route and to whom; ``route`` empty when it cannot be appealed."""

    route: str
    to: str
    place: Place
