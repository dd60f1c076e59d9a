"""The slip itself, and what a look for one gets to see."""

import re
from collections.abc import Callable

from attrs import frozen

from styrregler.text import Span

NAME = r"[^\W\d_][\w.-]*"
NUMBER = r"\d[\d \u00a0\u202f]*(?:[.,]\d+)*(?: ?:-)?"
"""A number however it is grouped; :func:`amount` writes it as the language does."""
AMOUNT = rf"{NUMBER}(?: ?%|(?<=[ \u00a0\u202f])(?!(?:och|eller|men|annars|när|högst|minst)\b)[^\W\d_]\w*| ?[^\W\d_]\w*)?"
DATE = r"\d{4}-\d\d-\d\d"
HIDDEN = r"[\u00ad\u200b-\u200f\u2060\ufeff\x01-\x08\x0b-\x1f]"
"""Characters that show nothing: soft hyphens from Word, zero-width spaces from web pages, page breaks."""
HIDDEN_WHY = "sådana följer ibland med när man klistrar in från Word eller en webbsida"
LONGEST_LOOK = 2_000
"""Characters; in a longer text nobody looks for slips, since some looks take time that grows with its square."""
_COMMENT_MARKS = ("//", "--", "/*", "<!--", "*", ";", "%", "!")

_QUOTED = re.compile(r"[\"“”„][^\"“”\n]*[\"“”]|[»«][^«»\n]*[«»]")


@frozen
class Slip:
    """What to say: where, what, and how it should be written."""

    span: Span
    message: str
    remedy: str
    why: str = ""


@frozen
class Hit:
    """A look that fits around the place where the parser stopped.

    ``text`` is what the clause says, quoted texts included; in ``match`` these are blanked out. ``expected`` names the
    terminals that the parser could have taken.
    """

    match: re.Match[str]
    keyword: str
    text: str
    expected: frozenset[str]

    def __getitem__(self, group: int) -> str:
        return self.match[group] or ""

    @property
    def before(self) -> str:
        return self.match.string[: self.match.start()]

    def slip(self, message: str, remedy: str, why: str = "", *, group: int = 0) -> Slip:
        """A slip that marks ``group`` of the match."""
        return Slip(Span(*self.match.span(group)), message, remedy, why)


Tell = Callable[[Hit], Slip | None]
Look = tuple[re.Pattern[str], Tell]


def noting(looks: list[Look]) -> Callable[[str], Callable[[Tell], Tell]]:
    """A decorator that adds a look and what it tells to ``looks``, in the order written."""

    def slip(pattern: str) -> Callable[[Tell], Tell]:
        def note(tell: Tell) -> Tell:
            looks.append((re.compile(pattern, re.IGNORECASE), tell))
            return tell

        return note

    return slip


def without_texts(text: str) -> str:
    """Blank out quoted text, so that its words are not taken for slips."""
    return _QUOTED.sub(lambda match: "\0" * len(match[0]), text)


def tidy(text: str) -> str:
    """One space between words, none at the ends."""
    return " ".join(text.split())


def amount(text: str) -> str:
    """A number with its unit as the language writes it, worth what it was: «10.000 kr» and «10000:-» are «10 000 kr».

    What can be read in two ways («10,000 kr») is left for the values themselves to report.
    """
    written = tidy(text)
    while (grouped := re.sub(r"(?<![\d.])(\d{1,3}(?: \d{3})*)\.(\d{3})(?!\d)", r"\1 \2", written)) != written:
        written = grouped
    written = re.sub(r"(\d) ?:-(?: ?(?:kr|kronor)\b)?", r"\1 kr", written)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", written)


def comment_mark(line: str) -> str:
    """The mark by which ``line`` is meant as a comment, in some other language; empty when it is none."""
    return next((mark for mark in _COMMENT_MARKS if line.startswith(mark)), "")
