"""Where snapshots are kept between one command and the next.

In: a key, and bytes.  Out: the bytes that were kept under the key.  Whatever is wrong with the folder or a file in it is as if
nothing was kept.  Refuses to know what the bytes are, and to trust those that somebody else has put there.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from attrs import frozen

VARIABLE = "STYRREGLER_CACHE"
OFF = "av"
_SUFFIX = ".snap"
_PART = ".part"
_MOST = 256 * 1024 * 1024
"""Bytes that are kept in all: beyond that the files that were used longest ago are dropped, never the latest."""
_ABANDONED = 3600
"""Seconds after which a file that nobody finished is dropped."""


@frozen
class Store:
    """A folder of snapshots. Many processes may use it at once: a file is there whole or not at all."""

    folder: Path
    tell: Callable[[Path], None] | None = None
    """Whom to tell that nothing can be kept in the folder; nobody, where the user has not asked for it."""
    most: int = _MOST

    def get(self, key: str) -> bytes | None:
        """What was kept under ``key``; None where there is nothing, or it is somebody else's."""
        kept = self.folder / f"{key}{_SUFFIX}"
        try:
            with kept.open("rb") as file:
                if not _own(os.fstat(file.fileno())):
                    return None
                data = file.read()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(kept)  # it has been used: others are dropped before it
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``, where that can be done."""
        part = self.folder / f"{os.getpid()}-{os.urandom(4).hex()}{_PART}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                part.write_bytes(data)
                part.replace(self.folder / f"{key}{_SUFFIX}")
            except OSError:
                part.unlink(missing_ok=True)
                raise
            self._drop_oldest()
        except OSError:
            if self.tell is not None:
                self.tell(self.folder)

    def _drop_oldest(self) -> None:
        kept = 0
        for number, (used, size, file) in enumerate(sorted(self._files(), reverse=True)):
            kept += size
            if (number and kept > self.most) or (file.suffix == _PART and used < time.time() - _ABANDONED):
                file.unlink(missing_ok=True)

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """When each file was used, its size, and the file; only those that are of this store's making."""
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith((_SUFFIX, _PART)):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime, status.st_size, Path(entry.path)


def usual_store(
    tell: Callable[[Path], None] | None = None,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Store | None:
    """The store that the environment says: ``STYRREGLER_CACHE`` a folder, «av» for none; else where the system keeps such.

    ``tell`` is called when nothing can be kept in a folder that the variable names.
    """
    said = environ.get(VARIABLE, "").strip()
    if said.casefold() == OFF:
        return None
    if said:
        return Store(Path(said), tell)
    folder = _system_folder(environ, platform)
    return Store(folder / "styrregler") if folder else None


def _system_folder(environ: Mapping[str, str], platform: str) -> Path | None:
    """Where programs keep what can be made again; None where there is no such place."""
    home = environ.get("USERPROFILE" if platform == "win32" else "HOME", "")
    if platform == "win32":
        named = environ.get("LOCALAPPDATA", "")
    elif platform == "darwin":
        named = str(Path(home, "Library", "Caches")) if home else ""
    else:
        named = environ.get("XDG_CACHE_HOME", "") or (str(Path(home, ".cache")) if home else "")
    return Path(named) if named and Path(named).is_absolute() else None


def _own(status: os.stat_result) -> bool:
    """Whether a file is the user's own; where the system has no owners, all are."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
