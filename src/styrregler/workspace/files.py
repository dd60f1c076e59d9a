"""Files: which there are, what they hold, and how one is replaced without ever being half-written."""

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import Place, SourceText

SUFFIX = ".styr"
LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a larger file is not read."""


def files_under(path: Path) -> list[Path]:
    """``path`` itself if it is a file, else every ``.styr`` file under it, in order of name; hidden ones apart.

    A folder that may not be opened is among them, so that its rules are not left out in silence.
    """
    return [path] if path.is_file() else sorted(_walk(path), key=lambda file: file.as_posix())


def _walk(root: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for folder, names, files in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        names[:] = [name for name in names if not name.startswith(".")]
        yield from (
            Path(folder) / file for file in files if file.endswith(SUFFIX) and not file.startswith(".")
        )
    yield from closed


def shown_path(file: Path, base: Path | None = None) -> str:
    """How a file is named to its reader: from ``base`` (or the working directory) where it lies under it."""
    try:
        # The file itself is not resolved: a link is called what its reader calls it, wherever it leads.
        return (file.parent.resolve() / file.name).relative_to((base or Path.cwd()).resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return file.as_posix()


def read_file(file: Path, shown_from: Path | None = None) -> SourceText | Diagnostic:
    """The text of a file, or why it cannot be read."""
    shown = shown_path(file, shown_from)

    def unread(message: str, remedy: str, code: str = "SR803") -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, message, Place(SourceText.of(shown, ""), 0, 0), remedy=remedy)

    what = "filen"
    try:
        status = file.stat()
        if stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode):  # reading it might never end
            return unread(f"{shown} är ingen vanlig fil och läses inte", "spara reglerna i en fil")
        if status.st_size > LARGEST_FILE:
            size = status.st_size // 2**20
            return unread(f"filen är {size} MB och läses inte", "dela upp den i flera filer", "SR901")
        what = "mappen" if stat.S_ISDIR(status.st_mode) else what
        data = file.read_bytes()
    except OSError:
        return unread(f"{what} {shown} kan inte läsas", "kontrollera att du har rätt att läsa den")
    try:
        return SourceText.of(shown, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        # Enough of the file is shown to find the spot; none of it is used.
        readable = SourceText.of(shown, data.decode("latin-1"))
        place = Place(
            readable, min(error.start, len(readable.text)), min(error.start + 1, len(readable.text))
        )
        return Diagnostic(
            "SR101",
            Severity.ERROR,
            "filen är inte sparad som UTF-8",
            place,
            why="tecknet här kan inte läsas",
            remedy="öppna filen och spara den som UTF-8",
        )


def holds(file: Path, text: str) -> bool:
    """Whether the file holds exactly ``text``, line ends and all."""
    return file.read_bytes() == text.encode("utf-8")


def replace_file(file: Path, text: str) -> None:
    """Put ``text`` in the place of what ``file`` holds: wholly, or (OSError) not at all. Its permissions are kept."""
    import shutil
    import tempfile

    target = file.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as new:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_new(root: Path, texts: Mapping[str, str]) -> str | None:
    """Write new files under ``root``, all or none; why not, where something stands there already."""
    taken = next((name for name in texts if (root / name).exists()), None)
    if taken is not None:
        return f"{(root / taken).as_posix()} finns redan; ange en annan mapp med --mapp"
    try:
        for name, text in texts.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as new:
                new.write(text)
    except OSError as error:
        why = "du får inte skriva där" if isinstance(error, PermissionError) else "där kan inget skrivas"
        return f"filerna kan inte läggas i {shown_path(root)}: {why}"
    return None
