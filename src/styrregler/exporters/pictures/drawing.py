"""A picture asked for by its kind and by what it is of, and written in a format.

In: a rule set, words and a day.  Out: text.  Raises QuestionFault where there is nothing of that name, or too much to draw;
MissingExtra where the format needs a package that is not there.
"""

import enum
from collections.abc import Callable, Mapping
from datetime import date

from styrregler.exporters.pictures.case import way_of_case
from styrregler.exporters.pictures.delegation import delegation
from styrregler.exporters.pictures.escalation import escalations
from styrregler.exporters.pictures.graph import Picture
from styrregler.exporters.pictures.layout import laid_out
from styrregler.exporters.pictures.mermaid import picture_mermaid, timetable_mermaid
from styrregler.exporters.pictures.organisation import organisation
from styrregler.exporters.pictures.plan import timetable
from styrregler.exporters.pictures.svg import picture_svg
from styrregler.exporters.pictures.timetable import Timetable
from styrregler.exporters.pictures.timetable_svg import timetable_svg
from styrregler.library import QuestionFault
from styrregler.library.reading import as_text, block_named, board_named, sound
from styrregler.query.case_way import route_named
from styrregler.query.given import escalation_named
from styrregler.ruleset import RuleSet
from styrregler.values import Fault

MOST = 500
"""Boxes in a picture: more than anybody reads, and few enough to be laid out at once."""


class Format(enum.Enum):
    """What a picture is written as."""

    SVG = "svg"
    MERMAID = "mermaid"


def drawn(rules: RuleSet, what: str, name: str, on: date, form: Format) -> str:
    """The picture called ``what`` of ``name`` (empty: of all), as it is on a day."""
    picture = PICTURES[what](rules, as_text(name, "namnet").strip(), on)
    parts = picture.entries if isinstance(picture, Timetable) else picture.boxes
    if not parts:
        raise QuestionFault([Fault("det finns inget att rita", _empty(what))])
    if len(parts) > MOST:
        kind = "rader" if isinstance(picture, Timetable) else "rutor"
        raise QuestionFault(
            [
                Fault(
                    f"bilden skulle få {len(parts)} {kind}, fler än {MOST}",
                    "dela upp det i mindre delar"
                    if name
                    else "rita en del i taget: ange ett namn efter bildens slag",
                )
            ]
        )
    match form:
        case Format.SVG:
            if isinstance(picture, Timetable):
                return timetable_svg(picture)
            return picture_svg(picture, laid_out(picture))
        case Format.MERMAID:
            return timetable_mermaid(picture) if isinstance(picture, Timetable) else picture_mermaid(picture)


def _organisation(rules: RuleSet, name: str, on: date) -> Picture:
    return organisation(rules, on, board_named(name, rules))


def _case(rules: RuleSet, name: str, _: date) -> Picture:
    known = rules.corpus.routes
    if not name and len(known) > 1:
        listed = ", ".join(sorted(known))
        raise QuestionFault([Fault("flera ärendegångar finns", f"ange en av dem: {listed}")])
    return way_of_case(rules, sound(route_named(name or next(iter(known), ""), rules)))


def _escalation(rules: RuleSet, name: str, _: date) -> Picture:
    known = rules.corpus.escalations
    return escalations(rules, sound(escalation_named(name, rules)) if name or not known else "")


def _delegation(rules: RuleSet, name: str, on: date) -> Picture:
    return delegation(rules, on, board_named(name, rules))


def _plan(rules: RuleSet, name: str, on: date) -> Timetable:
    known = {each.agreed.name: each.agreed.title for each in rules.corpus.commissions}
    return timetable(rules, on, block_named(name, known, "uppdraget", "uppdrag"))


def _empty(what: str) -> str:
    if what == "tidplan":
        return "ange ett uppdrag med etapper, eller en dag då ett uppdrag gäller med --datum"
    if what == "delegation":
        return "ange en nämnd som har en delegationsordning, och en dag då den gäller med --datum"
    return "lägg till block i reglerna, eller ange en annan mapp med --regler"


PICTURES: Mapping[str, Callable[[RuleSet, str, date], Picture | Timetable]] = {
    "organisation": _organisation,
    "arendegang": _case,
    "eskalering": _escalation,
    "delegation": _delegation,
    "tidplan": _plan,
}
"""How each kind of picture is made."""
