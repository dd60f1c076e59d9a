"""A policy folder on disk: its root, its settings and its files."""

import tomllib
from pathlib import Path

from attrs import frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import SourceText
from styrregler.workspace.files import SUFFIX, files_under, read_file, shown_path
from styrregler.workspace.settings import SETTINGS, FolderSettings, parse_settings


class FolderProblem(Exception):
    """The rules cannot even be looked for: no such path, nothing in it, settings that cannot be read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)


@frozen
class Folder:
    """A root with its settings and the text of its files."""

    root: Path
    name: str
    sources: tuple[SourceText, ...]
    diagnostics: tuple[Diagnostic, ...]
    settings: FolderSettings = FolderSettings()


def problem(code: str, message: str, remedy: str) -> FolderProblem:
    return FolderProblem(Diagnostic(code, Severity.ERROR, message, remedy=remedy))


def find_root(start: Path) -> Path | None:
    """The nearest folder from ``start`` upwards that holds a `styrregler.toml`."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    return None


def read_folder(path: Path, shown_from: Path | None = None) -> Folder:
    """Read every ``.styr`` file under ``path`` (or ``path`` itself), in order of name.

    Paths are shown relative to ``shown_from`` where they lie under it. Raises FolderProblem.
    """
    if not path.exists():
        raise problem(
            "SR803", f"sökvägen {path} finns inte", "kontrollera stavningen, eller ange mappen med --regler"
        )
    settings = _settings(path if path.is_dir() else path.parent, shown_from)
    files = files_under(path)
    if not files:
        raise problem(
            "SR802",
            f"mappen {path} innehåller inga regler",
            f"lägg en fil som slutar på {SUFFIX} i mappen, eller ange en annan mapp med --regler",
        )
    sources, diagnostics = [], list(settings.diagnostics)
    for file in files:
        read = read_file(file, shown_from)
        if isinstance(read, SourceText):
            sources.append(read)
        else:
            diagnostics.append(read)
    return Folder(path, settings.name or path.resolve().name, tuple(sources), tuple(diagnostics), settings)


def _settings(folder: Path, shown_from: Path | None) -> FolderSettings:
    file = folder / SETTINGS
    if not file.is_file():
        return FolderSettings()
    shown = shown_path(file, shown_from)
    try:
        return parse_settings(SourceText.of(shown, file.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise problem(
            "SR804",
            f"{shown} kan inte läsas ({error})",
            'rätta filen; den minsta som går är en rad: namn = "Kommunens namn"',
        ) from error
