"""`styrregler.toml`, the file that marks the root of a rule set and says a few things of it as a whole.

In: the folder.  Out: :class:`Settings`, or a diagnostic (SR804) that shows the line.  Refuses to pass on what Python says
of the file: the reader knows neither English nor Python.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import Place, SourceText
from styrregler.values import nearest
from styrregler.workspace.files import read_file, shown_path

SETTINGS = "styrregler.toml"
_REMEDY = 'rätta filen; den minsta som går är en rad: namn = "Kommunens namn"'
_FORMS: dict[str, tuple[type, str, str]] = {
    "namn": (str, "text inom citattecken", 'skriv till exempel namn = "Kommunens namn"'),
    "lag": (bool, "true eller false", "skriv lag = false för att läsa reglerna utan de lagar som följer med"),
}
# What tomllib says, by words of its sentence, in order: the first that stands there counts.
_REASONS = (
    ("Duplicate", "namnet till vänster om likhetstecknet är redan givet"),
    ("Cannot", "namnet till vänster om likhetstecknet, eller inom [ ], är redan givet"),
    ("Expected '='", "efter namnet ska det stå ett likhetstecken"),
    ("Expected ']", "en rubrik inom [ ] är inte stängd"),
    ("Expected newline", "efter värdet ska raden ta slut"),
    ("key part", "raden inleds inte av ett namn; å, ä och ö i ett namn kräver citattecken"),
    ("statement", "raden inleds inte av ett namn; å, ä och ö i ett namn kräver citattecken"),
    ("Unterminated", "citattecknet är inte stängt"),
    ("Expected", "citattecknet är inte stängt"),
    ("'\\n'", "citattecknet är inte stängt på samma rad"),
    ("Unescaped", "\\ har en egen betydelse inom citattecken; skriv / eller \\\\"),
    ("Escaped", "\\ har en egen betydelse inom citattecken; skriv / eller \\\\"),
    ("hex", "\\ har en egen betydelse inom citattecken; skriv / eller \\\\"),
    ("Unclosed", "en parentes är inte stängd"),
    ("character", "tecknet får inte stå här"),
    ("date", "datumet finns inte"),
    ("value", "efter likhetstecknet ska det stå text inom raka citattecken, eller true eller false"),
)
_SOMETHING = "raden följer inte reglerna för TOML"
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


@frozen
class Settings:
    """What `styrregler.toml` says."""

    name: str = ""
    law: bool = True
    """Whether the statutes that ship with the product are read too."""


def read_settings(folder: Path, shown_from: Path | None = None) -> Settings | Diagnostic:
    """The settings of ``folder``; the usual ones where it has none."""
    file = folder / SETTINGS
    if not file.is_file():
        return Settings()
    source = read_file(file, shown_from)
    if isinstance(source, Diagnostic):
        why = source.message if source.place and source.place.source.text else source.why
        message = f"{shown_path(file, shown_from)} kan inte läsas"
        return evolve(source, code="SR804", message=message, label="", why=why, remedy=_REMEDY)
    given = _parsed(source)
    if isinstance(given, Diagnostic):
        return given
    wrong = [found for name, value in given.items() if (found := _wrong(name, value, source))]
    return wrong[0] if wrong else Settings(given.get("namn", ""), given.get("lag", True))


def _parsed(source: SourceText) -> dict[str, Any] | Diagnostic:
    try:
        return tomllib.loads(source.text)
    except RecursionError:
        offset, why = 0, "för många parenteser står inuti varandra"
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        said = str(error)
        at = _AT.search(said)
        offset = source.offset_of(int(at[1]), int(at[2])) if at else len(source.text.rstrip())
        why = next((swedish for words, swedish in _REASONS if words in said), _SOMETHING)
    message = f"{source.path} kan inte läsas, rad {source.line_of(offset)}"
    return _finding(source, offset, message, _REMEDY, why)


def _wrong(name: str, value: Any, source: SourceText) -> Diagnostic | None:
    """What is wrong with a setting: there is none of that name, or its value is of another kind."""
    written = re.search(rf'(?m)^\s*\[*\s*["\']?({re.escape(name)})', source.text)
    offset = written.start(1) if written else 0
    if name not in _FORMS:
        meant = nearest(name, _FORMS)
        remedy = f"menade du «{meant}»?" if meant else f"inställningar som finns: {', '.join(_FORMS)}"
        return _finding(source, offset, f"inställningen «{name}» finns inte", remedy)
    kind, form, remedy = _FORMS[name]
    if not isinstance(value, kind):
        return _finding(source, offset, f"inställningen «{name}» ska vara {form}", remedy)
    return None


def _finding(source: SourceText, offset: int, message: str, remedy: str, why: str = "") -> Diagnostic:
    place = Place(source, offset, offset + 1)
    return Diagnostic("SR804", Severity.ERROR, message, place, why=why, remedy=remedy)
