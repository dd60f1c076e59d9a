"""SR709: numbers that do not follow each other in the file."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import RuleKind

_PART = re.compile(r"\d+|[^\W\d_]+")
_ALPHABET = "abcdefghijklmnopqrstuvwxyzåäö"


@check("SR709", "numren står inte i ordning", Severity.INFO)
def numbers_astray(review: Review) -> Iterator[Remark]:
    """En punkt står efter en punkt med högre nummer i samma avsnitt, eller ett avsnitt efter ett avsnitt med högre nummer.

    Numren betyder ingenting för svaren, men den som bläddrar efter punkt 4.2 hittar den inte. Delarna jämförs var för
    sig: 1.10 kommer efter 1.9, och 2 b efter 2 a. Nummer som inte går att jämföra, som P.1 efter 6.4 eller avsnitt F
    efter avsnitt N, godtas.
    """
    for order in filter(review.well_read, review.orders):
        headed = {number for section in order.sections for number in section.numbers}
        places = {rule.number: rule.place for rule in order.rules if rule.kind is not RuleKind.GENERAL}
        series: list[tuple[str, Sequence[str]]] = [
            ("avsnitt", [section.number for section in order.sections]),
            ("punkt", [number for number in places if number not in headed]),
        ]
        series += [
            ("punkt", [number for number in section.numbers if number in places])
            for section in order.sections
        ]
        places |= {f"avsnitt {section.number}": section.place for section in order.sections}
        for what, numbers in series:
            for before, number in pairwise(numbers):
                if _comes_before(number, before):
                    place = places[f"avsnitt {number}" if what == "avsnitt" else number]
                    yield Remark(
                        f"{what} {number} står efter {what} {before}",
                        place,
                        why="den som bläddrar efter numret letar på fel ställe",
                        remedy=f"flytta {what} {number}, eller byt nummer"
                        + (f" och skriv «tidigare nummer {number}»" if what == "punkt" else ""),
                        heading=order.title,
                    )


def _comes_before(number: str, other: str) -> bool:
    """Whether ``number`` should stand before ``other``; no when that cannot be told."""
    parts, others = _PART.findall(number), _PART.findall(other)
    for at, (one, two) in enumerate(zip(parts, others, strict=False)):
        if one.casefold() == two.casefold():
            continue
        if one.isdigit() and two.isdigit():
            return int(one) < int(two)
        # A first letter often stands for a word (N, F, G), and longer ones are words or Roman numerals.
        if at and len(one) == len(two) == 1 and not one.isdigit() and not two.isdigit():
            return _ALPHABET.find(one.lower()) < _ALPHABET.find(two.lower())
        return False
    return len(parts) < len(others)
