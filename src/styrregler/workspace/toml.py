"""A TOML file as its table, or what is wrong with it told in Swedish.

In: the text of the file.  Out: the table, or a diagnostic (SR804) that shows the line.  Refuses to pass on what Python
says of the file: its reader knows neither English nor Python.
"""

import re
import tomllib
from typing import Any

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import Place, SourceText

REMEDY = 'rätta filen; den minsta som går är en rad: namn = "Kommunens namn"'
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
_SWEDISH_KEY = re.compile(r"""(?<![\w"'])(\w*[åäöÅÄÖ]\w*)[ \t]*=""")
_PLAIN = str.maketrans("åäöÅÄÖ", "aaoAAO")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


def parse_toml(source: SourceText) -> dict[str, Any] | Diagnostic:
    """The table that ``source`` holds."""
    try:
        return tomllib.loads(source.text)
    except RecursionError:
        offset, why = 0, "för många parenteser står inuti varandra"
    except ValueError as error:  # TOMLDecodeError, or a number with thousands of digits
        said = str(error)
        at = _AT.search(said)
        offset = source.offset_of(int(at[1]), int(at[2])) if at else len(source.text.rstrip())
        why = next((swedish for words, swedish in _REASONS if words in said), _SOMETHING)
    remedy = REMEDY
    if key := _SWEDISH_KEY.search(source.line(source.line_of(offset))):
        why = f"å, ä och ö i ett namn («{key[1]}») kräver citattecken"
        remedy = f"skriv «{key[1].translate(_PLAIN)}» i stället"
    message = f"{source.path} kan inte läsas, rad {source.line_of(offset)}"
    return Diagnostic(
        "SR804", Severity.ERROR, message, Place(source, offset, offset + 1), why=why, remedy=remedy
    )
