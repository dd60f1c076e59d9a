"""How wide a text is, and how it is cut into lines that fit.

In: text.  Out: widths in pixels, and lines.  The widths are those of a wide typeface in bold, rounded up, so that a text
fits whichever sans-serif the reader has.
"""

import re
from collections.abc import Iterator
from unicodedata import combining

_EMS = {
    0.35: " \u00a0'ijl",
    0.4: ",./:;IJ\\|·’",
    0.45: "-f",
    0.5: "!()[]_`rt§–",
    0.55: '"*',
    0.6: "?csz",
    0.65: "Lx«»•",
    0.7: "$0123456789EFTaekovyåäöéÉ”“",
    0.75: "CPSYZbdghnpqu{}ü",
    0.8: "ABKRVXÅÄ",
    0.85: "#+<=>DGHNU^~Ü×→≤≥",
    0.9: "&OQÖ",
    0.95: "w",
    1.0: "@M—…",
    1.05: "%m½",
    1.15: "W",
}
_WIDTHS = {char: ems for ems, chars in _EMS.items() for char in chars}
_OTHER = 1.2
_FIGURE = re.compile(r"(?<=\d) (?=\d|kr\b|%)|(?<=§) (?=\d)")
"""Where a figure is not cut."""
_JOINT = re.compile(r"[bdfglmnprt]s[bdfghjlmnprv]", re.IGNORECASE)
_SYLLABLE = re.compile(r"\w\w[bcdfghjklmnpqrstvwxz][aeiouyåäö]", re.IGNORECASE)
_PIECE = 3
"""Letters in a piece of a word, at least."""
_REGULAR = 0.93
"""How wide letters that are not bold are at most, beside the bold ones."""


def width(text: str, size: float, *, strong: bool = False) -> float:
    """At most how wide ``text`` is, in letters of ``size`` pixels."""
    ems = sum(0.0 if combining(char) else _WIDTHS.get(char, _OTHER) for char in text)
    return size * ems * (1.0 if strong else _REGULAR)


def wrapped(text: str, size: float, limit: float, *, strong: bool = False) -> tuple[str, ...]:
    """``text`` in lines no wider than ``limit``. A word is cut only where it would not fit on a line of its own."""
    limit = limit if strong else limit / _REGULAR
    lines: list[str] = []
    for word in _FIGURE.sub("\u00a0", " ".join(text.split())).split(" "):
        if lines and width(f"{lines[-1]} {word}", size, strong=True) <= limit:
            lines[-1] += f" {word}"
        else:
            lines += _parts(word, size, limit)
    return tuple(line.replace("\u00a0", " ") for line in lines if line)


def _parts(word: str, size: float, limit: float) -> Iterator[str]:
    """A word in pieces that fit, cut after a hyphen or a slash where there is one, else with a hyphen."""
    while width(word, size, strong=True) > limit:
        fits = max(
            (n for n in range(1, len(word)) if width(word[:n] + "-", size, strong=True) <= limit), default=1
        )
        seam = max(word.rfind("-", 1, fits), word.rfind("/", 1, fits)) + 1
        if seam > 1:
            yield word[:seam]
            word = word[seam:]
        else:
            cut = _between_syllables(word, fits)
            yield f"{word[:cut]}-"
            word = word[cut:]
    yield word


def _between_syllables(word: str, most: int) -> int:
    """Where to cut, as Swedes do: after the s that joins two words where there is one, else before one consonant."""
    near = range(most, max(most // 2, _PIECE) - 1, -1)
    for pattern in (_JOINT, _SYLLABLE):
        for cut in near:
            if len(word) - cut >= _PIECE and pattern.match(word, cut - 2):
                return cut
    return most
