"""Lines in column 0 whose first word begins no block."""

import re

from attrs import frozen

from styrregler.syntax.blocks import BLOCKS
from styrregler.syntax.slips.slip import HIDDEN, HIDDEN_WHY, Slip, comment_mark, tidy
from styrregler.text import Span
from styrregler.values import nearest

_POINT = re.compile(
    r"(?:§ ?)?(?=[0-9]|[A-ZÅÄÖ]{1,2}[.]?\d)\w+(?:[.:-]\w+)*\.?(?: [a-zåäö](?!\w))?\s*(?=[\"“”„»«])"
)
_UNQUOTED_POINT = re.compile(r"(?:§ ?)?([\dA-ZÅÄÖ]\w*(?:[.:]\w+)+)[.:]? +([A-ZÅÄÖ][^\"“”„»«|\t#]*)$")
_SENTENCE = 3
"""More words than these, none of them a number or in quotes, are a sentence and no header."""


@frozen
class Opening:
    """How a block opens: the kind that was meant (empty when nobody can tell), its header as it should be written."""

    kind: str
    header: str
    slip: Slip | None = None


def opening_of(text: str) -> Opening:
    """What the line ``text`` opens."""
    word = text.split(maxsplit=1)[0]
    rest = text[len(word) :]
    plain = re.sub(HIDDEN, "", word).rstrip(":")
    if word in BLOCKS:
        return Opening(word, text)
    if plain.lower() in BLOCKS:
        kind = plain.lower()
        return Opening(kind, kind + rest, _disguised(word, plain))
    if _POINT.match(text):
        header = f"punkt {text.removeprefix('§').lstrip()}"
        return Opening("punkt", header, _slip(word, "blockordet «punkt» saknas", f"skriv «{tidy(header)}»"))
    if header := numbered_header(text):
        return Opening("punkt", header, _slip(word, "blockordet «punkt» saknas", f"skriv «{header}»"))
    meant = nearest(plain, BLOCKS)
    if meant and (len(text.split()) <= _SENTENCE or re.search(r"[\d\"“”„»«(]", text)):
        return Opening(meant, meant + rest, _slip(word, f"«{plain}» är inget block", f"menade du «{meant}»?"))
    return Opening("", text, _stray(text, word))


def numbered_header(text: str) -> str:
    """«1.1 Registrera föreningar» as the header of a point; empty when ``text`` is nothing like it."""
    match = _UNQUOTED_POINT.match(text)
    return f'punkt {match[1]} "{tidy(match[2])}"' if match else ""


def _slip(word: str, message: str, remedy: str, why: str = "") -> Slip:
    return Slip(Span(0, len(word)), message, remedy, why)


def _disguised(word: str, plain: str) -> Slip:
    """A block word with something too much, or in capitals."""
    if re.search(HIDDEN, word):
        return _slip(
            word, "ett osynligt tecken står i texten", f"skriv om ordet för hand: «{plain}»", HIDDEN_WHY
        )
    if word.endswith(":"):
        return _slip(word, "inget kolon efter blockordet", f"skriv «{plain.lower()}» utan kolon")
    return _slip(word, f"«{word}» är inget block", f"blockord skrivs med små bokstäver: «{plain.lower()}»")


def _stray(text: str, word: str) -> Slip:
    """A line that opens nothing: a comment with the wrong mark, a sentence, a clause that lost its place."""
    mark = comment_mark(text)
    if mark:
        return _slip(
            mark, f"en kommentar inleds inte med «{mark}»", f"skriv «# {tidy(text.strip('/-*;%!<> '))}»"
        )
    return _slip(
        word,
        f"«{word}» är inget block",
        "dra in raden fyra steg om den hör till blocket ovanför, eller sätt # framför en kommentar",
    )
