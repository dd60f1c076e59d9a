"""What a rule set is made of, as one digest: the same digest, the same rules.

In: a path.  Out: a digest of the contents of its files, how they are named to their reader, the settings, and the product
itself.  Refuses to read what any of it says.
"""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from styrregler.version import __version__
from styrregler.workspace.files import LARGEST_FILE, files_under
from styrregler.workspace.finding import SETTINGS
from styrregler.workspace.policies import CHECKOUT, SHIPPED, policies_root

_ROOMS = (
    "text", "values", "diagnostics", "syntax", "logic", "model", "resolve", "ruleset", "snapshot",
    "search", "understanding", "query", "workspace",
)  # fmt: skip
"""The code that a snapshot is made by. In a package that is installed it changes with the version."""
_SUFFIXES = (".py", ".styr", ".lark")
_FRESH = 2_000_000_000
"""Nanoseconds: what was changed so lately may be changed again without its time telling."""


def fingerprint(path: Path, texts: Iterable[str] = ()) -> str | None:
    """The digest of the rules in ``path`` with the ``texts`` that plugins add; None where that cannot be told."""
    digest = hashlib.sha256()
    try:
        root = path if path.is_dir() else path.parent
        parts = [__version__, str(Path.cwd()), str(path), os.path.realpath(path), *_product()]
        files = files_under(path)
        settings = root / SETTINGS
        if settings.is_file():
            files.append(settings)
        for part in parts:
            _add(digest, part.encode("utf-8", "surrogatepass"))
        for file in files:
            _add(digest, os.fsencode(file))
            _add(digest, _content(file))
        for text in texts:
            _add(digest, text.encode("utf-8"))
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def _content(file: Path) -> bytes:
    """What a file holds. Raises ValueError for what is not read as rules either: a pipe, or a file without end."""
    status = file.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_FILE:
        raise ValueError(f"{file} is no file of rules")
    return file.read_bytes()


def _add(digest: "hashlib._Hash", data: bytes) -> None:
    """With its length, so that no two lists of parts run together to the same."""
    digest.update(len(data).to_bytes(8, "little"))
    digest.update(data)


def _product() -> Iterator[str]:
    """The product's own files by size and time of change: the shipped rules, and where somebody works on it the code too."""
    package = Path(__file__).parents[1]
    folders = [policies_root() / each for each in SHIPPED]
    if package.parent.parent == CHECKOUT:
        folders += [CHECKOUT / "grammar", *(package / room for room in _ROOMS)]
    latest = 0
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if entry.name.endswith(_SUFFIXES):
                    status = entry.stat()
                    latest = max(latest, status.st_mtime_ns)
                    yield f"{entry.name} {status.st_size} {status.st_mtime_ns}"
                elif entry.is_dir() and entry.name != "__pycache__":
                    folders.append(Path(entry.path))
    if latest > time.time_ns() - _FRESH:
        raise ValueError("a file of the product was changed a moment ago")
