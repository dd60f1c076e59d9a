"""The people as far as they are known: from the directory, else from the list beside the rules, and what is to be said of it.

In: options, the folder and the rules.  Out: :class:`Known`, kept a short while so that one command asks once.
"""

import time
from datetime import date
from pathlib import Path

from attrs import frozen

from styrregler.plugins import Lacking
from styrregler.ruleset import RuleSet
from styrregler_ldap.lists import load_list
from styrregler_ldap.options import Options
from styrregler_ldap.persons import Person, Unread

KEPT = 60.0
"""Seconds that an answer is kept, also the answer that there is none."""
_kept: dict[tuple[str, str, tuple[tuple[str, str], ...]], tuple[float, "Known"]] = {}


@frozen
class Known:
    """The people, and what is to be told of where they come from."""

    people: tuple[Person, ...] = ()
    notices: tuple[Lacking, ...] = ()


def known(options: Options, folder: Path, rules: RuleSet) -> Known:
    """Those in the roles of ``rules``."""
    titles = {name: role.title for name, role in rules.corpus.roles.items()}
    key = (repr(options), str(folder.resolve()), tuple(sorted(titles.items())))
    then, found = _kept.get(key, (-KEPT, None))
    if found is None or time.monotonic() - then > KEPT:
        found = _known(options, folder, titles)
        _kept.clear()
        _kept[key] = (time.monotonic(), found)
    return found


def _known(options: Options, folder: Path, titles: dict[str, str]) -> Known:
    if not options.server:
        return from_list(options.lista, folder)
    from styrregler_ldap.directory import Unanswered, ask

    try:
        answered = ask(options, folder, titles)
    except Unanswered as error:
        return _instead(error.what, error.why, error.remedy, options, folder)
    return Known(answered.people, _unused(answered.unread, "poster i katalogen"))


def from_list(name: str, folder: Path) -> Known:
    """What the list says."""
    found = load_list(folder / name)
    return Known(found.people, _unused(found.unread, f"rader i {name}"))


def _instead(what: str, why: str, remedy: str, options: Options, folder: Path) -> Known:
    """What the list says, told with its age, where the directory does not answer."""
    if not options.lista:
        return Known((), (Lacking(what, why, f"{remedy}; så länge är inga personer med"),))
    found = load_list(folder / options.lista)
    if found.written is None:
        spare = f"{options.lista} finns inte heller, så inga personer är med"
    else:
        spare = f"så länge används {options.lista}, {found.age(date.today())}"  # noqa: DTZ011 - a day here
        spare += f" ({len(found.unread)} rader kunde inte läsas)" if found.unread else ""
    return Known(found.people, (Lacking(what, why, f"{remedy}; {spare}"),))


def _unused(unread: tuple[Unread, ...], what: str) -> tuple[Lacking, ...]:
    if not unread:
        return ()
    first = unread[0]
    return (
        Lacking(
            f"kan inte använda {len(unread)} {what}",
            f"{first.where} {first.reason}" + (", med flera" if len(unread) > 1 else ""),
            "rätta dem; resten är med",
        ),
    )
