"""Quantities in a question: money, times, shares and counted things.

In: tokens.  Out: each quantity with where it stands.  Refuses to know which fact it is about.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from styrregler.understanding.numerals import digits, number_at, spoken
from styrregler.understanding.tokens import Token, tokens_of
from styrregler.values import Quantity, UnitKind

_MONEY = {
    "kr": 1, "kronor": 1, "krona": 1, "kronors": 1, "spänn": 1, "sek": 1, ":-": 1, "tkr": 1000, "ksek": 1000, "k": 1000,
    "tusenlappar": 1000, "papp": 1000, "lax": 1000, "laxar": 1000, "mkr": 1_000_000, "mnkr": 1_000_000, "msek": 1_000_000,
    "milj": 1_000_000, "mille": 1_000_000, "mdkr": 1_000_000_000,
}  # fmt: skip
_TIME = {
    **dict.fromkeys(("dag", "dagar", "dagars", "dagen", "dygn", "kalenderdagar"), ("dagar", 1)),
    **dict.fromkeys(("arbetsdag", "arbetsdagar"), ("arbetsdagar", 1)),
    **dict.fromkeys(("vecka", "veckor", "veckors", "veckas"), ("veckor", 1)),
    **dict.fromkeys(("månad", "månader", "månaders", "månads", "mån", "månaden"), ("månader", 1)),
    **dict.fromkeys(("år", "års", "åriga", "årigt", "årig", "årings"), ("år", 1)),
    **dict.fromkeys(("halvår", "halvårs"), ("månader", 6)),
    "kvartal": ("månader", 3),
}  # fmt: skip
_SHARE = {"%", "procent", "procents"}
_SHORT = {
    "kvm": "kvadratmeter",
    "kvadrat": "kvadratmeter",
    "m²": "kvadratmeter",
    "m2": "kvadratmeter",
    "tim": "timmar",
    "h": "timmar",
    "timme": "timmar",
}
_BOUNDS = {
    ("över",): "över", ("mer", "än"): "över", ("mera", "än"): "över", ("större", "än"): "över", ("minst",): "minst",
    ("överstiger",): "över", ("överstigande",): "över", ("längre", "än"): "över", ("fler", "än"): "över",
    ("under",): "under", ("mindre", "än"): "under", ("lägre", "än"): "under", ("kortare", "än"): "under",
    ("högst",): "högst", ("max",): "högst", ("upp", "till"): "högst", ("maximalt",): "högst",
}  # fmt: skip
_ABOUT = {"ca", "cirka", "ungefär", "runt", "kring", "typ", "drygt", "knappt", "nästan"}
_PER = {
    "dygn": "dygn",
    "dygnet": "dygn",
    "dag": "dygn",
    "månad": "månad",
    "månaden": "månad",
    "år": "år",
    "året": "år",
    "vecka": "vecka",
    "veckan": "vecka",
}
_LEAST_MONEY = 500
"""A bare number below this is not taken for money."""
_GLUED = re.compile(r"(?P<number>[^\W\d_]+?)(?P<unit>års|årig|årigt|åriga|månaders|veckors|dagars)$")


@frozen
class Measure:
    """A quantity, where it stands, and what stood before and after it that matters."""

    quantity: Quantity
    start: int
    end: int
    bound: str = ""
    """«över», «minst», «under» or «högst»: it is a limit and no figure."""
    per: str = ""
    """«dygn», «vecka», «månad» or «år»: it is that much each."""
    counted: str = ""
    """What is counted: «timmar»."""

    @property
    def kind(self) -> UnitKind | None:
        """Money for a yearly amount too; None for a bare count."""
        if self.counted:
            return UnitKind.COUNT
        return self.quantity.kind or (UnitKind.MONEY if self.quantity.unit else None)


def said_quantity(text: str) -> Quantity | None:
    """An answer in words: «en halv miljon», «fyra månader». None when it says more, or less, than a quantity."""
    if any(letter.isdigit() for letter in text):
        return None
    found = measures_in(tokens_of(text), {}, ())
    whole = len(found) == 1 and not found[0].bound and not text[: found[0].start].strip()
    return found[0].quantity if whole and not text[found[0].end :].strip() else None


def measures_in(tokens: Sequence[Token], amounts: Mapping[str, str], counted: Iterable[str]) -> list[Measure]:
    """Every quantity, in order. ``amounts`` are the yearly amounts by all their names, ``counted`` what facts count."""
    counts = set(counted)
    words = [token.text for token in tokens]
    found: list[Measure] = []
    at = 0
    while at < len(tokens):
        read = _at(tokens, words, at, amounts, counts)
        if read is None:
            at += 1
            continue
        measure, at = read
        found.append(measure)
    return found


def _at(
    tokens: Sequence[Token], words: Sequence[str], at: int, amounts: Mapping[str, str], counts: set[str]
) -> tuple[Measure, int] | None:
    glued = _GLUED.fullmatch(words[at])
    if glued and (number := _whole(glued["number"])) is not None:
        unit, scale = _TIME[glued["unit"]]
        return _framed(Quantity(number * scale, unit), tokens, words, at, at + 1)
    if words[at] in ("halvår", "halvårs", "kvartal") or re.fullmatch(r"halvårs\w*", words[at]):
        return _framed(
            Quantity(Decimal(3 if words[at] == "kvartal" else 6), "månader"), tokens, words, at, at + 1
        )
    read = number_at(words, at)
    if read is None:
        return None
    number, after = read
    unit_word = words[after].split("/")[0] if after < len(words) else ""
    if unit_word == "v" and digits(words[at]) is not None:
        unit_word = "veckor"
    # «halvt års», «3-årig»: the hyphen is not part of the token.
    if unit_word in _MONEY:
        return _framed(Quantity(number * _MONEY[unit_word], "kr"), tokens, words, at, after + 1)
    if unit_word in amounts:
        return _framed(Quantity(number, amounts[unit_word]), tokens, words, at, after + 1)
    if unit_word in _TIME:
        unit, scale = _TIME[unit_word]
        if _is_date(words, after):
            return None
        counted = _SHORT.get(unit_word, unit_word)
        if counted in counts and unit_word != "år":
            return _framed(Quantity(number, ""), tokens, words, at, after + 1, counted)
        return _framed(Quantity(number * scale, unit), tokens, words, at, after + 1)
    if unit_word in _SHARE:
        return _framed(Quantity(number, "%"), tokens, words, at, after + 1)
    counted = _SHORT.get(unit_word, unit_word)
    if counted in counts:
        return _framed(Quantity(number, ""), tokens, words, at, after + 1, counted)
    if _looks_like_money(words, at, after, number):
        return _framed(Quantity(number, "kr"), tokens, words, at, after)
    return None


def _whole(word: str) -> Decimal | None:
    if word.isdigit():
        return Decimal(word)
    parts = spoken(word)
    return (
        Decimal(sum(parts))
        if parts and max(parts) < 100
        else Decimal("0.5")
        if word in ("halv", "halvt")
        else None
    )


def _is_date(words: Sequence[str], after: int) -> bool:
    """«för två år sedan»."""
    return after + 1 < len(words) and words[after + 1] in ("sedan", "sen")


def _looks_like_money(words: Sequence[str], at: int, after: int, number: Decimal) -> bool:
    """A bare number that is large enough, and no year, number of a point or statute."""
    if number < _LEAST_MONEY or number != number.to_integral():
        return False
    before = words[at - 1] if at else ""
    if digits(words[at]) is not None and after == at + 1 and 1900 <= number <= 2100:
        return before in ("på", "för", "kostar", "om", "värt", "värd") and not (
            after < len(words) and words[after] == "års"
        )
    return before not in ("punkt", "§", "år", "kap", "nr", "nummer")


def _framed(
    quantity: Quantity, tokens: Sequence[Token], words: Sequence[str], at: int, after: int, counted: str = ""
) -> tuple[Measure, int]:
    """With what stands before and after it."""
    quantity = evolve(quantity, number=quantity.number.normalize() + 0)
    start = at
    if start and words[start - 1] in _ABOUT:
        start -= 1
    bound = ""
    for said, name in _BOUNDS.items():
        if tuple(words[max(0, start - len(said)) : start]) == said:
            bound, start = name, start - len(said)
            break
    per = ""
    # «10 000 kr i månaden», «900 kr per dygn», «kr/dygn»
    while after < len(words) and words[after] in _MONEY and quantity.unit == "kr":
        after += 1
    if after + 1 < len(words) and words[after] in ("per", "i", "om", "varje") and words[after + 1] in _PER:
        per, after = _PER[words[after + 1]], after + 2
    elif "/" in words[after - 1]:
        per = _PER.get(words[after - 1].split("/")[1], "")
    return Measure(quantity, tokens[start].start, tokens[after - 1].end, bound, per, counted), after
