"""How a rule set is loaded: from its text, or from the snapshot that was kept of the same text.

In: a path.  Out: :class:`Rules`.  Refuses to tell which of the two it was: both answer alike.
"""

from collections.abc import Callable
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from styrregler.library.rules import Rules
from styrregler.ruleset import RuleSet
from styrregler.snapshot.layout import SnapshotFault
from styrregler.snapshot.rules import read_snapshot
from styrregler.snapshot.store import Store
from styrregler.workspace.fingerprint import fingerprint

if TYPE_CHECKING:
    from styrregler.plugins.choice import Choice
    from styrregler.plugins.host import Host
    from styrregler.text import SourceText
    from styrregler.workspace.folder import Folder
    from styrregler.workspace.folder_settings import FolderSettings


def load(
    path: str | PathLike[str],
    choice: "Choice | Callable[[], Choice] | None" = None,
    *,
    store: Store | None = None,
) -> Rules:
    """Read the rules in a folder (or one file). Raises FolderProblem when there are none to read.

    Faults in the text do not raise: they are in ``diagnostics``, and a question that rests on a faulty row says so.
    Nor does what is wrong with a plugin (``plugins.troubles``), unless ``choice`` (what gives one; else the environment) is strict.
    With ``store``, as :func:`~styrregler.snapshot.store.usual_store` gives, what was read is kept there, and is not read
    again while the files are the same.
    """
    place = Path(path)
    key = _key(place) if store else None
    known = _kept(store, key)
    if known is not None:
        index, settings = known
        host = _host(settings, place, choice) if settings else None
        if host is None or not host.active:
            return Rules(index, host)
    from styrregler.workspace.folder import read_folder

    folder = read_folder(place)
    host = _host(folder.settings, place, choice)
    if not host.active:
        return Rules(_compiled(folder, (), store, key), host)
    from styrregler.plugins.contributed import texts_of, with_people

    texts = texts_of(host)
    key = _key(place, texts) if store else None
    known = _kept(store, key)
    index = known[0] if known is not None else _compiled(folder, texts, store, key)
    return Rules(with_people(index, host), host)


def _host(settings: "FolderSettings", place: Path, choice: "Choice | Callable[[], Choice] | None") -> "Host":
    from styrregler.plugins.choice import chosen
    from styrregler.plugins.taking_part import host_of

    choose = choice or chosen
    folder = place if place.is_dir() else place.parent
    return host_of(settings, folder, choose() if callable(choose) else choose)


def _kept(store: Store | None, key: str | None) -> "tuple[RuleSet, FolderSettings | None] | None":
    """What was kept under ``key``, with the settings where they name plugins; None where nothing of use was."""
    data = store.get(key) if store and key else None
    if data is None:
        return None
    try:
        return read_snapshot(data)
    except SnapshotFault:
        return None


def _compiled(
    folder: "Folder", texts: "tuple[SourceText, ...]", store: Store | None, key: str | None
) -> RuleSet:
    """The rules as their text says, kept for the next time."""
    from styrregler.query.lookup import look_up
    from styrregler.snapshot.rules import to_snapshot
    from styrregler.workspace.load import compile_folder

    index = compile_folder(folder, texts)
    if store and key and key == _key(folder.root, texts):  # what was read is what the key was made of
        look_up("", index)  # so that what questions in plain words rest on is kept too
        settings = folder.settings
        with suppress(
            TypeError
        ):  # something that a snapshot cannot hold, such as an option that is a time of day
            store.put(key, to_snapshot(index, settings if settings.plugins or settings.own_checks else None))
    return index


def _key(place: Path, texts: "tuple[SourceText, ...]" = ()) -> str | None:
    return fingerprint(place, (f"{each.path}\n{each.text}" for each in texts))
