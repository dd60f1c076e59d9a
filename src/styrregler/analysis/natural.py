"""A natural value in a region: one that a person would try.

In: a region, and what the fact is measured in.  Out: a value inside the region: round, just inside the limit, whole where a
whole one exists.  Refuses to leave the region: a region that is not empty always gets a value.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor

from styrregler.logic.truth import Cut, Interval
from styrregler.values import Quantity, UnitKind

_UNITS = {
    UnitKind.MONEY: ("kr",),
    UnitKind.TIME: ("år", "månader", "veckor", "dagar"),
    UnitKind.SHARE: ("%",),
    UnitKind.COUNT: ("",),
    UnitKind.DATE: ("datum",),
}
_USUAL = {UnitKind.MONEY: 10_000, UnitKind.TIME: 1, UnitKind.SHARE: 50, UnitKind.COUNT: 1}
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
_ROUND = (Decimal(1), Decimal("0.5"), Decimal("0.1"), Decimal("0.01"))
_FINEST, _PRECISION = 40, 120
"""Decimals; constants have far fewer, and between two different numbers there is always one with some more."""


def natural(region: Interval, kind: UnitKind) -> Quantity | None:
    """A value in ``region``; None when the region holds no value that can be written (a day before year 1)."""
    for least in (1, 0):
        # Nothing at all is seldom the case that anybody thinks of.
        for unit, step in _steps(region, kind):
            size = Quantity(Decimal(1), unit).measure * Fraction(step)
            for count in _candidates(region, size, kind):
                value = count * size
                if count >= least and _inside(value, region) and _writable(value, kind):
                    with localcontext(prec=_PRECISION):
                        return Quantity(_plain(count * step), unit)
    return None


def _steps(region: Interval, kind: UnitKind) -> Iterator[tuple[str, Decimal]]:
    """Units and the step to count them in, the plainest first: those in which the limit is a whole number."""
    limit = next((cut[0] for cut in (region.low, region.high) if cut is not None), Fraction(0))
    units = sorted(_UNITS[kind], key=lambda unit: limit % Quantity(Decimal(1), unit).measure != 0)
    yield from ((unit, Decimal(1)) for unit in units)
    if kind not in (UnitKind.DATE, UnitKind.COUNT):
        finest = _UNITS[kind][-1]
        yield from ((finest, step) for step in _ROUND[1:])
        yield from ((finest, Decimal(1).scaleb(-digits)) for digits in range(3, _FINEST))


def _candidates(region: Interval, size: Fraction, kind: UnitKind) -> Iterator[int]:
    """Counts of ``size`` that may lie in ``region``: just over its lower limit, or just under its upper one."""
    if region.low is not None:
        yield from _over(region.low, size)
    elif region.high is not None:
        yield from _under(region.high, size)
    else:
        yield _today(kind)


def _over(low: Cut, size: Fraction) -> Iterator[int]:
    limit, after = low
    count = ceil(limit / size)
    yield count + 1 if after and count * size == limit else count


def _under(high: Cut, size: Fraction) -> Iterator[int]:
    limit, after = high
    count = floor(limit / size)
    yield count - 1 if not after and count * size == limit else count


def _today(kind: UnitKind) -> int:
    return date(2026, 1, 1).toordinal() if kind is UnitKind.DATE else _USUAL.get(kind, 0)


def _inside(value: Fraction, region: Interval) -> bool:
    """Nothing that is measured is negative."""
    above = region.low is None or value > region.low[0] or (value == region.low[0] and not region.low[1])
    below = region.high is None or value < region.high[0] or (value == region.high[0] and region.high[1])
    return above and below and value >= 0


def _writable(value: Fraction, kind: UnitKind) -> bool:
    return kind is not UnitKind.DATE or _FIRST_DAY <= value <= _LAST_DAY


def _plain(number: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()
