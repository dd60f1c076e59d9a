"""A policy folder on disk: its root, its settings and its files."""

import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import Place, SourceText

SETTINGS = "styrregler.toml"
SUFFIX = ".styr"
LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a larger file is not read."""


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
    law: bool = True
    """Whether the statutes that ship with the product are read beside it."""


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
    name, law = _settings(path if path.is_dir() else path.parent)
    files = [path] if path.is_file() else sorted(_files(path), key=lambda file: file.as_posix())
    if not files:
        raise problem(
            "SR802",
            f"mappen {path} innehåller inga regler",
            f"lägg en fil som slutar på {SUFFIX} i mappen, eller ange en annan mapp med --regler",
        )
    sources, diagnostics = [], []
    for file in files:
        shown = _shown(file, shown_from)
        source, diagnostic = _read(file, shown)
        if source is not None:
            sources.append(source)
        if diagnostic is not None:
            diagnostics.append(diagnostic)
    return Folder(path, name or path.resolve().name, tuple(sources), tuple(diagnostics), law)


def _files(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        names[:] = [name for name in names if not name.startswith(".")]
        yield from (
            Path(folder) / file for file in files if file.endswith(SUFFIX) and not file.startswith(".")
        )


def _shown(file: Path, base: Path | None) -> str:
    try:
        return file.resolve().relative_to((base or Path.cwd()).resolve()).as_posix()
    except ValueError:
        return file.as_posix()


def _read(file: Path, shown: str) -> tuple[SourceText | None, Diagnostic | None]:
    try:
        size = file.stat().st_size
        if size > LARGEST_FILE:
            place = Place(SourceText.of(shown, ""), 0, 0)
            return None, Diagnostic(
                "SR901",
                Severity.ERROR,
                f"filen är {size // 2**20} MB och läses inte",
                place,
                remedy="dela upp den i flera filer",
            )
        data = file.read_bytes()
    except OSError:
        place = Place(SourceText.of(shown, ""), 0, 0)
        return None, Diagnostic(
            "SR803",
            Severity.ERROR,
            f"filen {shown} kan inte läsas",
            place,
            remedy="kontrollera att du har rätt att läsa den",
        )
    try:
        return SourceText.of(shown, data.decode("utf-8")), None
    except UnicodeDecodeError as error:
        # Enough of the file is shown to find the spot; none of it is used.
        readable = SourceText.of(shown, data.decode("latin-1"))
        place = Place(
            readable, min(error.start, len(readable.text)), min(error.start + 1, len(readable.text))
        )
        return None, Diagnostic(
            "SR101",
            Severity.ERROR,
            "filen är inte sparad som UTF-8",
            place,
            why="tecknet här kan inte läsas",
            remedy="öppna filen och spara den som UTF-8",
        )


def _settings(folder: Path) -> tuple[str, bool]:
    file = folder / SETTINGS
    if not file.is_file():
        return "", True
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise problem(
            "SR804",
            f"{file} kan inte läsas ({error})",
            'rätta filen; den minsta som går är en rad: namn = "Kommunens namn"',
        ) from error
    return str(settings.get("namn", "")), bool(settings.get("lag", True))
