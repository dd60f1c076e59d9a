"""Lines whose first word begins no clause."""

import re
from collections.abc import Callable

from attrs import frozen

from styrregler.syntax.blocks import ALSO_CALLED, BLOCKS, CLAUSE_KEYWORDS, BlockShape, keyword_of
from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.slips.block import numbered_header
from styrregler.syntax.slips.instead import ANSWERS, TIME, meant_instead
from styrregler.syntax.slips.slip import HIDDEN, HIDDEN_WHY, Slip, comment_mark, tidy
from styrregler.text import Span
from styrregler.values import nearest

_LINKING = ("när", "annars", "eller", "och", "därefter", "om")


@frozen
class _Line:
    """The line, its first word, and the kind of block it stands in."""

    text: str
    word: str
    shape: BlockShape

    def slip(self, message: str, remedy: str, why: str = "", *, length: int = 0) -> Slip:
        return Slip(Span(0, length or max(1, len(self.word))), message, remedy, why)

    @property
    def like_a_step(self) -> bool:
        return re.search(r"\b(?:när|annars)\b", self.text) is not None


def explain_keyword(text: str, shape: BlockShape) -> Slip:
    """What is wrong with the line ``text``, in a block of the kind ``shape``."""
    line = _Line(text, text.split(maxsplit=1)[0].rstrip(":,"), shape)
    for look in _LOOKS:
        slip = look(line)
        if slip is not None:
            return slip
    allowed = list(shape.clauses)[:6]
    message = f"okänt ord «{line.word}»"
    if not allowed:
        return line.slip(message, f"blocket {shape.kind} har inga satser")
    return line.slip(
        message,
        f"en rad i {shape.kind} inleds till exempel av {', '.join(allowed)}; sätt # framför en kommentar",
    )


def _hidden(line: _Line) -> Slip | None:
    if not re.search(HIDDEN, line.word):
        return None
    clean = re.sub(HIDDEN, "", line.word)
    return line.slip("ett osynligt tecken står i texten", f"skriv om ordet för hand: «{clean}»", HIDDEN_WHY)


def _capital(line: _Line) -> Slip | None:
    keyword = keyword_of(line.text.lower())
    if keyword is None or line.word == line.word.lower():
        return None
    return line.slip(
        f"nyckelordet «{line.word}» har stor bokstav", f"nyckelord skrivs med små bokstäver: «{keyword}»"
    )


def _bullet(line: _Line) -> Slip | None:
    """«• delegat …», «1. delegat …»."""
    match = re.match(r"(?:[^\w\s#]+|\w{1,2}[.)])\s*(?=[^\W\d_])", line.text)
    if match is None or keyword_of(line.text[match.end() :].lower()) is None:
        return None
    mark = match[0].strip()
    return line.slip(
        f"raden börjar med «{mark}»", f"ta bort det: «{tidy(line.text[match.end() :])}»", length=len(mark)
    )


def _comment(line: _Line) -> Slip | None:
    mark = comment_mark(line.text)
    if not mark:
        return None
    text = tidy(line.text.strip("/-*;%!<> "))
    return line.slip(f"en kommentar inleds inte med «{mark}»", f"skriv «# {text}»", length=len(mark))


def _subdelegation(line: _Line) -> Slip | None:
    """«vidaredelegation ja»."""
    if (
        line.word.lower() not in ("vidaredelegation", "vidaredelegering")
        or "vidaredelegeras" not in line.shape.clauses
    ):
        return None
    return line.slip(
        f"okänt ord «{line.word}»",
        f"menade du «vidaredelegeras»? Skriv «{EXAMPLES['vidaredelegeras']}» eller «vidaredelegeras inte»",
    )


def _also_called(line: _Line) -> Slip | None:
    """«beslutsfattare …» and what else people head their columns with."""
    meant = ALSO_CALLED.get(line.word.lower(), "")
    if meant not in line.shape.clauses:
        return None
    return line.slip(f"okänt ord «{line.word}»", f"menade du «{meant}»?")


def _point(line: _Line) -> Slip | None:
    """«1.1 Registrera föreningar» on an indented line."""
    header = numbered_header(line.text)
    if not header:
        return None
    return line.slip(
        "blockordet «punkt» saknas", f"skriv «{header}» längst till vänster", length=len(line.text)
    )


def _header(line: _Line) -> Slip | None:
    if line.word.lower() not in BLOCKS:
        return None
    return line.slip(
        f"«{line.word}» inleder ett block men är indragen",
        "ta bort indraget: ett block börjar längst till vänster",
    )


def _instead(line: _Line) -> Slip | None:
    """«ansvar handläggare», «återremiss till beredning»: words of prose for a keyword."""
    answers = ANSWERS.match(tidy(line.text))
    if answers and "ansvarig" in line.shape.clauses:
        return line.slip("raden har inget nyckelord", f"skriv «ansvarig {answers[1]}»", length=len(line.text))
    said, meant = meant_instead(line.text, line.shape.kind, line.shape.clauses)
    if not meant:
        return None
    return line.slip(
        f"okänt ord «{said}»", f"menade du «{meant}»? Så här: «{EXAMPLES[meant]}»", length=len(said)
    )


def _likeness(line: _Line) -> Slip | None:
    if line.word.lower() in _LINKING:
        return None
    firsts = {keyword.split()[0]: keyword for keyword in sorted(line.shape.clauses, reverse=True)}
    message = f"okänt ord «{line.word}»"
    if found := nearest(line.word, firsts):
        return line.slip(message, f"menade du «{firsts[found]}»?")
    if line.like_a_step:
        return None
    if found := nearest(line.word, {keyword.split()[0] for keyword in CLAUSE_KEYWORDS}):
        return line.slip(message, f"menade du «{found}»? Det kan dock inte stå i blocket {line.shape.kind}")
    return None


def _abbreviation(line: _Line) -> Slip | None:
    """«ers.», «anm.»."""
    stem = line.word.removesuffix(".").lower()
    meant = [f"«{keyword}»" for keyword in line.shape.clauses if keyword.startswith(stem)]
    if len(stem) < 2 or stem == line.word or not meant:
        return None
    return line.slip(f"nyckelordet «{line.word}» är förkortat", f"skriv ut det: {' eller '.join(meant[:4])}")


def _condition(line: _Line) -> Slip | None:
    """«belopp högst 5 000 kr» on a line of its own."""
    if not re.match(r"\S+ +(?:är|högst|minst|över|under)\b", line.text):
        return None
    return line.slip(
        "ett villkor står på en egen rad", f"skriv det sist på raden ovanför: «när {tidy(line.text)}»"
    )


def _step(line: _Line) -> Slip | None:
    """«när …» or «enhetschef när …»: a step of the ladder above, or one without its keyword."""
    if not line.like_a_step:
        return None
    if otherwise := re.match(r"annars:? +(\S+)$", line.text, re.IGNORECASE):
        return line.slip(
            "«annars» står före den som beslutar",
            f"skriv «{otherwise[1]} annars», djupare indraget, sist i trappan ovanför",
            length=len(line.text),
        )
    if line.word.lower() in _LINKING:
        return line.slip(
            f"«{line.word}» kan inte inleda en rad", f"skriv vem före villkoret: «{EXAMPLES['delegat']}»"
        )
    return line.slip(
        "raden har inget nyckelord",
        f"dra in den djupare om den fortsätter satsen ovanför, eller skriv «delegat {tidy(line.text)}»",
    )


def _time_alone(line: _Line) -> Slip | None:
    """«2 veckor före sammanträde» in a phase."""
    match = TIME.match(line.text)
    if match is None or "senast" not in line.shape.clauses or "inom" not in line.shape.clauses:
        return None
    said = tidy(match[0]).replace(" innan ", " före ")
    word = "senast" if " före " in said else "inom"
    return line.slip(f"«{word}» saknas före tiden", f"skriv «{word} {said}»", length=len(match[0]))


_LOOKS: tuple[Callable[[_Line], Slip | None], ...] = (
    _hidden,
    _capital,
    _bullet,
    _comment,
    _subdelegation,
    _also_called,
    _point,
    _header,
    _time_alone,
    _instead,
    _likeness,
    _abbreviation,
    _step,
    _condition,
)
