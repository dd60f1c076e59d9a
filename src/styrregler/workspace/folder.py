"""A policy folder on disk: its root, its settings and its files."""

import stat
from pathlib import Path

from attrs import frozen

from styrregler.diagnostics import Diagnostic
from styrregler.text import SourceText, shown
from styrregler.workspace.files import SUFFIX, files_under, read_file
from styrregler.workspace.finding import FolderProblem, problem
from styrregler.workspace.folder_settings import FolderSettings


@frozen
class Folder:
    """A root with its settings and the text of its files."""

    root: Path
    name: str
    sources: tuple[SourceText, ...]
    diagnostics: tuple[Diagnostic, ...]
    settings: FolderSettings = FolderSettings()


def rule_files(path: Path) -> list[Path]:
    """The files of rules that ``path`` stands for, at least one. Raises FolderProblem."""
    said = shown(str(path))
    try:
        mode = path.stat().st_mode
    except PermissionError:
        advice = "kontrollera att du har rätt att läsa den"
        raise problem("SR803", f"sökvägen {said} kan inte läsas", advice) from None
    except (OSError, ValueError):  # ValueError: a character that no path has
        advice = "kontrollera stavningen, eller ange mappen med --regler"
        raise problem("SR803", f"sökvägen {said} finns inte", advice) from None
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        advice = "spara reglerna i en fil och ange den"
        raise problem("SR803", f"{said} är varken en fil eller en mapp", advice)
    files = files_under(path)
    if not files:
        raise problem(
            "SR802",
            f"mappen {said} innehåller inga regler",
            f"lägg en fil som slutar på {SUFFIX} i mappen, eller ange en annan mapp med --regler",
        )
    return files


def read_folder(path: Path, shown_from: Path | None = None) -> Folder:
    """Read every ``.styr`` file under ``path`` (or ``path`` itself), in order of name.

    Paths are shown relative to ``shown_from`` where they lie under it. Raises FolderProblem.
    """
    from styrregler.workspace.settings import read_settings

    files = rule_files(path)
    settings = read_settings(path if path.is_dir() else path.parent, shown_from)
    if isinstance(settings, Diagnostic):
        raise FolderProblem(settings)
    sources, diagnostics = [], list(settings.diagnostics)
    for file in files:
        read = read_file(file, shown_from)
        if isinstance(read, SourceText):
            sources.append(read)
        else:
            diagnostics.append(read)
    return Folder(path, settings.name or path.resolve().name, tuple(sources), tuple(diagnostics), settings)
