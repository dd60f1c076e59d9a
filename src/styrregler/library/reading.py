"""What people write, as the engine wants it: names, days, facts, and the matter they mean.

In: words and plain values.  Out: what a question is made of.  Raises QuestionFault and SeveralMatters.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from styrregler.library.faults import QuestionFault, SeveralMatters
from styrregler.model import BodyRef, Party, RoleRef
from styrregler.query.given import GivenValue, role_named, roles_named
from styrregler.query.lookup import Found, LookUp, look_up
from styrregler.query.question import UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity, fold, nearest

if TYPE_CHECKING:
    from styrregler.query.named import Someone

Read = TypeVar("Read")


def day_or_today(on: date | None) -> date:
    return as_day(on) if on is not None else today()


def someone_named(text: str, rules: RuleSet) -> "Someone":
    from styrregler.query.named import named

    return sound(named(as_text(text, "namnet"), rules))


def today() -> date:
    return date.today()  # noqa: DTZ011 - a decision's day is a day in Sweden, not a moment


def matter_of(text: str, rules: RuleSet, body: str = "", on: date | None = None) -> tuple[LookUp, Found]:
    """The one matter that ``text`` means, and how it was found. Raises SeveralMatters when that is not clear.

    Where none fits and some file could not be read, the matter may stand there: that raises UnreadableRules.
    """
    found = look_up(text, rules, body, on)
    if found.clear is None:
        unread = tuple(each.place for each in rules.diagnostics if each.code in _UNREAD and each.place)
        if unread and not found.candidates:
            raise UnreadableRules(unread)
        raise SeveralMatters(text, found.candidates)
    return found, found.clear


def unknown_title(said: str, rules: RuleSet) -> Fault:
    """What is wrong with a title that nobody has."""
    found = role_named(said, rules)
    return found if isinstance(found, Fault) else Fault(f"«{said}» är oklart", "skriv rollens hela titel")


_UNREAD = ("SR101", "SR803")
"""A file that was not read at all."""


def as_text(value: object, what: str) -> str:
    """``value`` as text in its one normal form: macOS gives «ö» as «o» with dots."""
    if not isinstance(value, str):
        raise QuestionFault(
            [Fault(f"{what} ska vara text, inte {value!r}", "ange ett namn, en titel eller ett nummer")]
        )
    return unicodedata.normalize("NFC", value)


def as_facts(given: object) -> Mapping[str, GivenValue]:
    if given is None:
        return {}
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise QuestionFault(
            [Fault(f"uppgifterna ska ha namn, inte {given!r}", 'ange dem som {"belopp": 350000}')]
        )
    return given


def as_day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if not isinstance(value, date):
        raise QuestionFault(
            [Fault(f"dagen ska vara ett datum, inte {value!r}", "ange den som date(2026, 3, 2)")]
        )
    return value


OPENED = "inlett"
"""The fact that says when the case was opened."""


def opened_in_time(day: date, known: Mapping[str, Quantity | str]) -> None:
    """A case is opened before it is decided."""
    opened = known.get(OPENED)
    if isinstance(opened, Quantity) and opened.measure > Quantity.of_day(day).measure:
        raise QuestionFault(
            [
                Fault(
                    f"ärendet kan inte ha inletts {opened}, efter beslutet {day}",
                    "rätta inlett, eller ange dagen för beslutet",
                )
            ]
        )


def people_named(given: object, name: str, rules: RuleSet) -> frozenset[str]:
    """Roles by their names; a group of roles is all of them."""
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise QuestionFault(
            [
                Fault(
                    f"{name} ska vara flera namn, inte {given!r}",
                    f"ange dem som en lista: {name}=[{str(given)!r}]",
                )
            ]
        )
    return frozenset(role for each in given for role in sound(roles_named(as_text(each, "rollen"), rules)))


def _party_name(text: str, rules: RuleSet) -> str:
    return sound(role_named(as_text(text, "namnet"), rules))


def board_named(text: str, rules: RuleSet) -> str:
    """A body by name, title or abbreviation; empty for empty."""
    name = _party_name(text, rules) if text else ""
    if name and name not in rules.corpus.bodies:
        raise QuestionFault(
            [Fault(f"«{text}» är en roll, inget organ", "ange nämnden, till exempel med dess förkortning")]
        )
    return name


def block_named(text: str, known: Mapping[str, str], what: str, kind: str) -> str:
    """The name of a block by its name or title; empty for empty. ``known`` are titles by name."""
    plain = fold(" ".join(as_text(text, "namnet").split()))
    if not plain:
        return ""
    for name, title in known.items():
        if plain in (fold(name), fold(title)):
            return name
    meant = nearest(text, [*known, *known.values()])
    listed = (
        f"ange ett av dem som finns: {', '.join(sorted(known))}" if known else f"reglerna har inget {kind}"
    )
    raise QuestionFault([Fault(f"{what} «{text}» finns inte", f"menade du «{meant}»?" if meant else listed)])


def sound(name: Read | Fault) -> Read:
    if isinstance(name, Fault):
        raise QuestionFault([name])
    return name


def party_named(text: str, rules: RuleSet) -> Party:
    name = _party_name(text, rules)
    return BodyRef(name) if name in rules.corpus.bodies else RoleRef(name)
