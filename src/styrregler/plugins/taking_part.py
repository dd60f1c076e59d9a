"""Which plugins take part for one rule set: those that `styrregler.toml` names, as far as they are there and wanted.

In: the settings of a folder, and what the user has chosen.  Out: a :class:`Host` that has imported nothing yet.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from styrregler.plugins.choice import OWN, Choice
from styrregler.plugins.host import WAIT, Active, Host
from styrregler.plugins.trouble import Named, Trouble, Troubles
from styrregler.text import Place
from styrregler.values import nearest
from styrregler.workspace.folder_settings import FolderSettings

if TYPE_CHECKING:
    from styrregler.plugins.installed import Installed


def host_of(settings: FolderSettings, folder: Path, choice: Choice) -> Host:
    """The plugins that ``settings`` name, as far as they are installed and ``choice`` lets them."""
    troubles = Troubles(choice.strict)
    if not settings.plugins and not settings.own_checks:
        return Host(folder=folder, troubles=troubles)
    wanted = [each for each in settings.plugins if choice.allows(each.name)]
    there: Mapping[str, tuple[Installed, ...]] = {}
    if wanted:
        from styrregler.plugins.installed import installed

        there = installed()
    active = []
    for each in wanted:
        found = _found(each.name, each.package, each.place, there, troubles)
        if found is not None:
            named = Named(found.name, found.version, each.place)
            bring = {kind: point.load for kind, point in found.modules.items()}
            modules = {kind: point.value for kind, point in found.modules.items()}
            wait = WAIT if each.wait is None else each.wait
            active.append(Active(named, bring, each.options, found.package, modules, wait))
    if settings.own_checks:
        active += _own(folder, settings.own_checks, choice, troubles)
    complete = len(active) >= len(settings.plugins) + bool(settings.own_checks)
    return Host(tuple(active), folder, troubles, missing=not complete)


def _found(
    name: str,
    package: str,
    place: Place,
    there: "Mapping[str, tuple[Installed, ...]]",
    troubles: Troubles,
) -> "Installed | None":
    candidates = [each for each in there.get(name, ()) if package in ("", each.package)]
    match candidates:
        case [one]:
            return one
        case []:
            meant = nearest(name, there)
            troubles.tell(
                Trouble.NOT_INSTALLED,
                Named(name, place=place),
                "är inte installerat",
                (f"menade du «{meant}»? " if meant else "")
                + f"Installera det, eller ta bort [plugin.{name}] ur styrregler.toml",
            )
        case _:
            packages = " och ".join(each.package for each in candidates)
            troubles.tell(
                Trouble.SAME_NAME,
                Named(name, place=place),
                "finns i flera paket och läses inte in",
                f'avinstallera alla utom ett, eller skriv paket = "{candidates[0].package}" under [plugin.{name}]',
                why=f"både {packages} heter så",
            )
    return None


def _own(folder: Path, place: Place, choice: Choice, troubles: Troubles) -> Iterator[Active]:
    """The checks in the folder itself, one plugin a file."""
    from styrregler.plugins.local import FOLDER, bringing, local_files

    if not choice.allows(FOLDER):
        return
    if not choice.trusts(folder):
        troubles.tell(
            Trouble.NOT_OWN,
            Named(FOLDER, place=place),
            "läses inte in: mappen är inte angiven som din egen",
            f"har du läst koden i {FOLDER}/ och är reglerna dina egna: sätt {OWN} till reglernas mapp",
            why="kontrollerna är program, och den som bara läser någon annans regler ska inte köra dennes program",
        )
        return
    for file in local_files(folder):
        yield Active(Named(f"{FOLDER}/{file.name}", place=place), {"checks": bringing(file)})
