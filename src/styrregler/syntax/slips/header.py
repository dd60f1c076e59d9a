"""Headers that cannot be read."""

import re
from collections.abc import Callable

from attrs import frozen

from styrregler.syntax.blocks import BLOCKS, BlockShape, HeaderForm
from styrregler.syntax.grammar import Stopped
from styrregler.syntax.slips.slip import HIDDEN, HIDDEN_WHY, LONGEST_LOOK, NAME, Slip, without_texts
from styrregler.text import Span

_QUOTE = r"[\"“”„»«]"
_NUMBER = r"(?:\d[\w.:-]*(?: [a-zåäö](?!\w))?|[A-ZÅÄÖ][\w.:-]*)"


@frozen
class _Header:
    """``rest`` is what follows the block word; ``bare`` the whole with quoted texts blanked out."""

    text: str
    bare: str
    shape: BlockShape

    @property
    def rest(self) -> str:
        return self.text[len(self.shape.kind) :].strip()

    @property
    def numbered(self) -> bool:
        return self.shape.form is HeaderForm.NUMBERED

    def from_(self, part: str) -> Span:
        """From ``part`` to the end."""
        return Span(self.text.index(part, len(self.shape.kind)), len(self.text))

    def part(self, part: str) -> Span:
        start = self.text.index(part, len(self.shape.kind))
        return Span(start, start + len(part))

    def written(self, *parts: str) -> str:
        return f"skriv «{' '.join([self.shape.kind, *parts])}»"


def explain_header(text: str, stop: Stopped, kind: str) -> Slip:
    """A header that cannot be read; ``kind`` is its block word."""
    header = _Header(text, without_texts(text), BLOCKS[kind])
    for look in _LOOKS if len(text) <= LONGEST_LOOK else ():
        slip = look(header)
        if slip is not None:
            return slip
    example = header.shape.example
    start = min(stop.at, max(0, len(text) - 1))
    return Slip(Span(start, len(text)), "rubriken kan inte läsas", f"skriv till exempel «{example}»")


def _hidden(header: _Header) -> Slip | None:
    match = re.search(rf"\S*{HIDDEN}\S*", header.bare)
    if match is None:
        return None
    clean = re.sub(HIDDEN, "", match[0]).replace("\0", "")
    return Slip(
        Span(*match.span()),
        "ett osynligt tecken står i rubriken",
        f"skriv om ordet för hand: «{clean}»",
        HIDDEN_WHY,
    )


def _number_with_parenthesis(header: _Header) -> Slip | None:
    match = re.match(r"(\S*\d\S*?) ?([a-zåäö])\)", header.rest)
    if match is None:
        return None
    number = f"{match[1].rstrip('.')} {match[2]}"
    return Slip(
        header.part(match[0]),
        "bokstaven i ett nummer skrivs utan parentes",
        header.written(number),
    )


def _single_quotes(header: _Header) -> Slip | None:
    match = re.search("['’‘](.*?)['’]?$", header.bare)
    if match is None:
        return None
    return Slip(
        Span(match.start(), len(header.text)),
        "titeln står inom enkla citattecken",
        f'använd dubbla citattecken: "{match[1]}"',
    )


def _number_with_mark(header: _Header) -> Slip | None:
    """«4.2.», «4.2:», «4,2» or «4.2 –» before the title."""
    match = re.match(rf"(\w+(?:[.,:-]\w+)*) *([.:,–—-]?) *(?={_QUOTE})", header.rest)
    if not header.numbered or match is None or not (match[2] or "," in match[1]):
        return None
    number = match[1].replace(",", ".")
    return Slip(
        header.part(match[0].rstrip()),
        f"«{match[0].strip()}» är inget punktnummer",
        header.written(number, header.rest[match.end() :]),
    )


def _number_without_quotes(header: _Header) -> Slip | None:
    match = re.match(rf"({_NUMBER})\.? +(?=[^\W\d_\"“”„»«])(.+)", header.rest)
    if not header.numbered or match is None:
        return None
    title = match[2].strip('"“”„»« ')
    return Slip(
        header.from_(match[2]),
        "titeln ska stå inom citattecken",
        header.written(match[1].rstrip(".:-"), f'"{title}"'),
    )


def _number_missing(header: _Header) -> Slip | None:
    if not header.numbered or re.match(r"[\dA-ZÅÄÖ]", header.rest):
        return None
    title = header.rest if re.match(_QUOTE, header.rest) else '"…"'
    return Slip(Span(0, len(header.text)), f"{header.shape.kind} saknar nummer", header.written("4.3", title))


def _abbreviation(header: _Header) -> Slip | None:
    """«nämnd socialnämnden "Socialnämnden" SN»."""
    match = re.search(r"\0[ ,]*([A-ZÅÄÖ]{2,8})$", header.bare)
    if match is None:
        return None
    return Slip(
        Span(*match.span(1)), "förkortningen ska stå inom parentes", f"skriv «({match[1]})» sist på raden"
    )


def _more_after_title(header: _Header) -> Slip | None:
    match = re.search(r"\0([ ,.;:]*[^\0\s].*)$", header.bare)
    if match is None or match[1].lstrip().startswith("("):
        return None
    return Slip(
        Span(*match.span(1)),
        f"«{match[1].strip()}» kan inte stå efter titeln",
        "ta bort det, eller skriv det som en egen rad under rubriken",
    )


def _name_in_words(header: _Header) -> Slip | None:
    match = re.match(rf"({NAME}) +((?!\()[^\"“”„»«(]+?) *(?={_QUOTE}|$)", header.rest)
    if header.numbered or match is None:
        return None
    words = header.rest[: match.end(2)]
    if not re.search(_QUOTE, header.rest):
        return Slip(
            header.from_(match[1]),
            "titeln ska stå inom citattecken",
            header.written(match[1], f'"{match[2].strip()}"'),
        )
    joined = "-".join(words.split()).lower()
    return Slip(
        header.part(words),
        "ett namn kan inte ha mellanslag",
        f"skriv ihop namnet med bindestreck: «{joined}»",
    )


def _name_missing(header: _Header) -> Slip | None:
    if header.shape.form is not HeaderForm.NAMED or not re.match(rf"{_QUOTE}|$", header.rest):
        return None
    return Slip(
        Span(0, len(header.text)),
        f"{header.shape.kind} saknar namn",
        f"skriv namnet före titeln: «{header.shape.example}»",
    )


def _title_alone(header: _Header) -> Slip | None:
    """«exempel Datorer»."""
    if header.shape.form is not HeaderForm.TITLED or re.search(_QUOTE, header.rest):
        return None
    title = header.rest or "…"
    return Slip(Span(0, len(header.text)), "titeln ska stå inom citattecken", header.written(f'"{title}"'))


_LOOKS: tuple[Callable[[_Header], Slip | None], ...] = (
    _hidden,
    _number_with_parenthesis,
    _single_quotes,
    _number_with_mark,
    _number_without_quotes,
    _number_missing,
    _abbreviation,
    _more_after_title,
    _name_in_words,
    _name_missing,
    _title_alone,
)
