"""What keeps a register from being read or a result from being written, in words; and how an extra is asked for."""

import errno
from importlib import import_module
from pathlib import Path
from typing import Any

from styrregler.text import shown

EXTRAS = {
    "openpyxl": "xlsx",
    "pyarrow": "arrow",
    "pyarrow.parquet": "arrow",
    "numpy": "arrow",
    "duckdb": "duckdb",
    "docx": "docx",
}
"""The extra that brings each library."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class RegisterProblem(Exception):
    """``message`` says what is the matter, ``remedy`` what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        self.message, self.remedy = message, remedy
        super().__init__(f"{message}: {remedy}")


def brought(library: str, needed_for: str) -> Any:
    """A library that an extra brings. Raises RegisterProblem where it is not installed."""
    try:
        return import_module(library)
    except ImportError:
        extra = EXTRAS[library]
        raise RegisterProblem(
            f"{needed_for} kräver tillägget {extra}, som inte är installerat",
            f'installera det: pip install "styrregler[{extra}]"',
        ) from None


def unreadable(path: Path, error: OSError) -> RegisterProblem:
    """A file that cannot be read."""
    name = shown(str(path))
    match error:
        case FileNotFoundError():
            return RegisterProblem(f"filen {name} finns inte", "kontrollera sökvägen")
        case IsADirectoryError():
            return RegisterProblem(f"{name} är en mapp", "ange filen med besluten")
        case PermissionError():
            return RegisterProblem(f"filen {name} får inte läsas", "kontrollera att du har rätt att läsa den")
        case _:
            return RegisterProblem(f"filen {name} kan inte läsas", "kontrollera disken och försök igen")


def unwritable(path: Path, error: OSError) -> RegisterProblem:
    """A result that cannot be written."""
    name = shown(str(path))
    if error.errno in _FULL:
        return RegisterProblem(
            f"disken är full: {name} skrevs inte", "frigör utrymme och kör igen; en äldre fil står orörd"
        )
    if error.errno in _CLOSED:
        return RegisterProblem(f"{name} får inte skrivas", "välj en annan mapp med --ut")
    if isinstance(error, FileNotFoundError):
        return RegisterProblem(f"mappen till {name} finns inte", "skapa den, eller välj en annan med --ut")
    return RegisterProblem(f"{name} kunde inte skrivas", "välj en annan fil med --ut")
