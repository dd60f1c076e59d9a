"""Where a rule set lies, and what to say when it cannot be found.

In: a folder to start from.  Out: the root, or a problem.  Refuses to read any file.
"""

from pathlib import Path

from styrregler.diagnostics.diagnostic import Diagnostic, Severity

SETTINGS = "styrregler.toml"


class FolderProblem(Exception):
    """The rules cannot even be looked for: no such path, nothing in it, settings that cannot be read."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic
        super().__init__(diagnostic.message)


def problem(code: str, message: str, remedy: str) -> FolderProblem:
    return FolderProblem(Diagnostic(code, Severity.ERROR, message, remedy=remedy))


def find_root(start: Path) -> Path | None:
    """The nearest folder from ``start`` upwards that holds a `styrregler.toml`."""
    try:
        start = start.resolve()
        return next((each for each in (start, *start.parents) if (each / SETTINGS).is_file()), None)
    except OSError:  # the working directory has been removed, or may not be read
        return None
