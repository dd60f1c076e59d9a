"""The log of questions that got no answer: only where the municipality has asked for it, and never who asked.

In: a question.  Out: a line in a plain file, or nothing.  What may tell of a person is left out: every word with a capital,
every number, everything but words.
"""

from contextlib import suppress
from datetime import date
from pathlib import Path

from styrregler.cli.options import place_of
from styrregler.library.rules import Rules
from styrregler.workspace import FolderProblem


def log_file(place: str | None) -> Path | None:
    """The file that `styrregler.toml` names; None where nobody has asked for a log."""
    from styrregler.workspace.settings import log_of

    try:
        return log_of(place_of(place))
    except FolderProblem:
        return None


def note_unanswered(question: str, rules: Rules, place: str | None) -> None:
    """One line more in the log."""
    from styrregler.understanding.unanswered import line_of

    file = log_file(place)
    line = line_of(question, rules.index, date.today()) if file is not None else ""  # noqa: DTZ011 - the month, in Sweden
    if file is None or not line:
        return
    with suppress(OSError), file.open("a", encoding="utf-8") as log:  # the question is answered all the same
        log.write(line + "\n")
