"""Statutes as data. The engine knows none; each is a dated value from a policy folder."""

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from styrregler.logic import Expr
from styrregler.model.parties import BodyRef
from styrregler.model.row_parts import Appeal
from styrregler.text import Place
from styrregler.values import LegalRef, Period, Timing


@frozen
class Equivalent:
    """A section of an act and what stands in its place in another (motsvarighet); not ``verified`` is only a hint."""

    old: LegalRef
    new: LegalRef
    verified: bool = True


@frozen
class Act:
    """A statute (lag) and when it is in force.

    ``sections`` are those it has in the wording that was read; none when nobody has read them, and a chapter alone when
    nobody has read which sections that chapter has. ``equivalents`` lead from its own sections to those of its successor.
    """

    name: str
    title: str
    abbreviation: str
    sfs: str
    period: Period
    place: Place
    replaces: str = ""
    verified: bool = True
    note: str = ""
    sections: tuple[LegalRef, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()

    @property
    def in_a_sentence(self) -> str:
        """Its title and number: «kommunallag (2017:725)»."""
        return f"{self.title[:1].lower()}{self.title[1:]} ({self.sfs})"

    @cached_property
    def _places(self) -> frozenset[tuple[str, str]]:
        return frozenset(place for ref in self.sections for place in ref.places)

    @cached_property
    def chapters(self) -> frozenset[str]:
        """Its chapters; none where it is not divided into any, or nobody has read it."""
        return frozenset(ref.chapter for ref in self.sections if ref.chapter)

    def has(self, ref: LegalRef) -> bool | None:
        """Whether the act has the place that ``ref`` names, of which a range must have both ends; None: not known.

        Looks at chapter and section; paragraphs and items are not listed.
        """
        if not self.sections:
            return None
        if not ref.sections:
            return not ref.chapter or ref.chapter in self.chapters
        ends = (end for part in ref.sections for end in part.split("–"))
        listed = all((ref.chapter, end) in self._places for end in ends)
        unread = any(each.chapter == ref.chapter and not each.sections for each in self.sections)
        return None if unread and not listed else listed

    def equivalents_of(self, ref: LegalRef) -> tuple[Equivalent, ...]:
        """What stands in the place of ``ref``: by item or paragraph where that is told, else by section, else chapter."""
        found = [
            each
            for each in self.equivalents
            if (each.old.chapter, each.old.sections) == (ref.chapter, ref.sections)
        ]
        exact = [each for each in found if (each.old.paragraph, each.old.item) == (ref.paragraph, ref.item)]
        chapter = [
            each for each in self.equivalents if each.old.chapter == ref.chapter and not each.old.sections
        ]
        return tuple(exact or found or (chapter if ref.chapter else ()))


@frozen
class MatterKind:
    """A kind of matter (egenskap), which rows and bars name with ``rör``.

    ``wordings`` are what a title may say when the matter is of this kind: they suggest it and prove nothing.
    """

    name: str
    title: str
    meaning: str
    place: Place
    wordings: tuple[str, ...] = ()
    law: tuple[LegalRef, ...] = ()
    verified: bool = True


@frozen
class DelegateCircle:
    """To whom a decision may be given (delegatkrets): kinds of body and of role.

    ``concerns`` says which giving it is about: «delegation» by the board, «vidaredelegation» by the one in ``given_by``,
    or «brådska», decisions that cannot wait for the board. ``given_by`` empty: by the board.
    """

    name: str
    title: str
    law: tuple[LegalRef, ...]
    permits: frozenset[str]
    period: Period
    place: Place
    verified: bool = True
    concerns: frozenset[str] = frozenset({"delegation"})
    given_by: frozenset[str] = frozenset()


@frozen
class Bar:
    """What may not be delegated (förbud).

    It concerns rows marked with any of ``tags`` (all rows when empty). ``to_kinds`` limits it to some kinds of
    recipient; with ``only`` everything but those kinds is barred. ``when`` is a condition on the case; ``route`` one on
    the row's way of appeal. ``lifted_to`` says who then decides when that is not the board, and ``decided_by`` which kinds
    of body may have the matter at all: the council before the board, which is where it stays when nothing is said.
    """

    name: str
    title: str
    law: tuple[LegalRef, ...]
    tags: frozenset[str]
    place: Place
    period: Period = Period()
    to_kinds: frozenset[str] = frozenset()
    only: bool = False
    when: Expr | None = None
    route: str = ""
    except_when: Expr | None = None
    lifted_to: BodyRef | None = None
    decided_by: frozenset[str] = frozenset()
    verified: bool = True


@frozen
class StatutoryDeadline:
    """A time that the law sets (lagfrist)."""

    name: str
    title: str
    law: tuple[LegalRef, ...]
    timing: Timing
    period: Period
    place: Place
    verified: bool = True


@frozen
class StatutoryDuty:
    """Something the law demands in a situation that an order can bring about (lagplikt).

    ``when`` names :data:`SITUATIONS`. With ``route`` it concerns decisions appealed that way, and those whose way of appeal is not said.
    """

    name: str
    title: str
    law: tuple[LegalRef, ...]
    when: frozenset[str]
    period: Period
    place: Place
    route: str = ""
    verified: bool = True

    def applies_to(self, appeal: Appeal | None) -> bool:
        """Whether it concerns a decision appealed in this way."""
        return not self.route or appeal is None or appeal.route == self.route

    def __str__(self) -> str:
        return f"{self.title} ({', '.join(map(str, self.law))})" if self.law else self.title


@frozen
class StatutoryLimit:
    """A limit that the law sets to matters marked with any of ``tags`` (lagtak): ``limit`` holds within it."""

    name: str
    title: str
    law: tuple[LegalRef, ...]
    tags: frozenset[str]
    limit: Expr
    period: Period
    place: Place
    verified: bool = True


@frozen
class LegalTerm:
    """What the law calls something now (benämning): ``title``, and what it was ``formerly`` called until ``period`` began."""

    name: str
    title: str
    formerly: tuple[str, ...]
    law: tuple[LegalRef, ...]
    period: Period
    place: Place
    verified: bool = True


@frozen
class AppealPath:
    """A way of appeal (överklagandeväg): within what time, and what other law it ``switches_off`` for such matters.

    ``to`` is where such decisions are appealed, where the law always says the same: «förvaltningsrätten».
    """

    name: str
    title: str
    law: tuple[LegalRef, ...]
    period: Period
    place: Place
    timing: Timing | None = None
    switches_off: tuple[LegalRef, ...] = ()
    verified: bool = True
    to: str = ""


SITUATIONS: Mapping[str, str] = {
    "anmälan-oreglerad": "ordningen säger inte om beslutet anmäls",
    "anmäls-inte": "beslutet anmäls inte till nämnden",
    "brådskande-anmäls-senare": "ett brådskande beslut anmäls senare än vid nästa sammanträde",
    "nämnd-utan-reglemente": "en nämnd har inget reglemente från fullmäktige",
    "utanför-nämndens-område": "en punkt gäller något som fullmäktige inte har gett nämnden",
    "gemensam-delegation": "flera ska besluta tillsammans",
    "verkställighet-som-beslut": "det som kallas verkställighet är ett beslut",
    "arbetsmiljöuppgift": "en arbetsmiljöuppgift står som delegation",
    "ingen-träder-in": "ingen är utsedd när delegaten är jävig eller borta",
    "frist-på-helg": "den sista dagen av en tid som lagen sätter är ingen arbetsdag",
    "annan-nämnds-ärende": "ett organ avgör något som hör till en annan nämnd",
    "avvikelse-rapporteras": "någon rapporterar att något har gått fel",
    "skydd-inskränks": "en regel om skyddet för den som rapporterar kräver mer än lagen, eller tar bort något av det",
    "fullmäktigeärende-utan-beredning": "ett ärende når fullmäktige utan att en nämnd har berett det",
    "fullmäktigeärende-utan-yttrande": "ett ärende når fullmäktige utan att styrelsen har fått yttra sig",
    "lagen-ger-befattningen": "en ordning delegerar det som lagen själv ger en befattning",
    "utlämnande-oreglerat": "ingen punkt säger vem som beslutar att en allmän handling inte lämnas ut",
    "samspelsregel-inskränker": "en regel om samspelet ser ut att hindra någon från att lämna eller få uppgifter",
}
"""What can bring about a statutory duty (``utlöses av``): each situation, and what it is."""
