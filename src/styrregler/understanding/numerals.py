"""Numbers as people write them: digits and words.

In: the tokens of a question.  Out: a number and how many tokens it took.  Refuses to know units.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

_UNITS = {
    "noll": 0, "en": 1, "ett": 1, "två": 2, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "atta": 8,
    "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17,
    "arton": 18, "nitton": 19, "tjugo": 20, "tjugi": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70,
    "åttio": 80, "attio": 80, "nittio": 90,
}  # fmt: skip
_SCALES = {"hundra": 100, "tusen": 1000, "miljon": 1_000_000, "miljoner": 1_000_000, "mille": 1_000_000,
           "miljard": 1_000_000_000, "miljarder": 1_000_000_000}  # fmt: skip
_HALF = {"halv", "halvt", "halva"}
_ARTICLES = {"en", "ett"}
_MORPHEMES = sorted({**_UNITS, **_SCALES}, key=len, reverse=True)
_DIGITS = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:\.\d{3})+(?![\d])|\d+(?:[.,]\d+)?|½"
)


@lru_cache(maxsize=1 << 14)
def spoken(word: str) -> tuple[int, ...]:
    """The numbers that a word is made of: «tvåhundratusen» is 2, 100, 1000. None when it is no number."""
    found: list[int] = []
    rest = word.replace("ettusen", "etttusen")  # three t in a row are written as two
    while rest:
        morpheme = next((each for each in _MORPHEMES if rest.startswith(each)), None)
        if morpheme is None:
            return ()
        found.append({**_UNITS, **_SCALES}[morpheme])
        rest = rest[len(morpheme) :]
    return tuple(found)


def digits(text: str) -> Decimal | None:
    """«200 000», «1,5», «1.5», «200.000»: a full stop before three digits stands between thousands."""
    if text == "½":
        return Decimal("0.5")
    if not _DIGITS.fullmatch(text):
        return None
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "."))


def number_at(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """The number that begins at ``at`` and the place after it, in digits or in words."""
    written = digits(words[at])
    if written is not None:
        return _scaled(words, at + 1, written)
    return _spelled(words, at)


def _scaled(words: Sequence[str], at: int, number: Decimal) -> tuple[Decimal, int]:
    """«200 tusen», «1,5 miljoner»."""
    while at < len(words) and words[at] in _SCALES:
        number *= _SCALES[words[at]]
        at += 1
    return number, at


def _spelled(words: Sequence[str], start: int) -> tuple[Decimal, int] | None:
    """«en halv miljon», «två och en halv miljoner», «tvåhundra tusen»."""
    at, total, group = start, Decimal(0), Decimal(0)
    seen = False
    while at < len(words):
        word = words[at]
        if word in _HALF:
            group = (
                group - 1 + Decimal("0.5")
                if seen and group == 1 and _article(words, at - 1)
                else group + Decimal("0.5")
            )
            seen, at = True, at + 1
            continue
        if (
            word == "och"
            and seen
            and at + 2 < len(words)
            and words[at + 1] in _ARTICLES
            and words[at + 2] in _HALF
        ):
            group, at = group + Decimal("0.5"), at + 3
            continue
        parts = spoken(word)
        if not parts or (seen and word in _ARTICLES):
            break
        for part in parts:
            if part >= 1000:
                total, group = total + (group or Decimal(1)) * part, Decimal(0)
            elif part == 100:
                group = (group or Decimal(1)) * 100
            else:
                group += part
        seen, at = True, at + 1
    return (total + group, at) if seen else None


def _article(words: Sequence[str], at: int) -> bool:
    return at >= 0 and words[at] in _ARTICLES
