"""What is not known, cut into regions inside which no condition changes its mind."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, field, frozen

from styrregler.logic.expr import NO, YES, Compare, Expr, Is, Operator, atoms, describe
from styrregler.logic.truth import Cut, Interval, Known, cut_of, truth
from styrregler.values import Quantity

Region = Interval | frozenset[str]


@frozen
class Variable:
    """One thing not known: a fact, cut into ``regions``.

    A measured fact has intervals, which may be joined only with their neighbours; a chosen one has sets of answers.
    ``settles`` is not empty where the fact can only be compared with one yearly amount that has no figure for the year:
    then the intervals are multiples of that amount, and to assume one settles these comparisons.
    """

    fact: str
    regions: tuple[Region, ...]
    ordered: bool
    settles: tuple[Compare, ...] = ()
    labels: Mapping[Cut, Compare] = field(factory=dict, eq=False)
    """For each cut, a comparison that makes it."""

    def assume(self, known: Known, region: Region) -> Known:
        """``known`` with this variable in ``region``."""
        if not self.settles:
            return known.given(self.fact, region)
        assert isinstance(region, Interval)
        states = {each: _holds_in(region, each) for each in self.settles}
        settled = {each: holds for each, holds in states.items() if holds is not None}
        return evolve(known, settled={**known.settled, **settled})

    def covers(self, region: Region, part: Region) -> bool:
        """Whether ``part`` (one of ``regions``) lies within ``region``."""
        if isinstance(region, Interval) and isinstance(part, Interval):
            after_low = region.low is None or (part.low is not None and region.low <= part.low)
            before_high = region.high is None or (part.high is not None and part.high <= region.high)
            return after_low and before_high
        if isinstance(region, frozenset) and isinstance(part, frozenset):
            return part <= region
        return False

    def join(self, one: Region, other: Region) -> Region | None:
        """The region that is both together, or None when they are no neighbours."""
        if isinstance(one, Interval) and isinstance(other, Interval):
            if one.high is not None and one.high == other.low:
                return Interval(one.low, other.high)
            if other.high is not None and other.high == one.low:
                return Interval(other.low, one.high)
            return None
        if isinstance(one, frozenset) and isinstance(other, frozenset):
            return one | other
        return None


def variables_of(
    expressions: Iterable[Expr], known: Known, choices: Mapping[str, tuple[str, ...]]
) -> tuple[Variable, ...]:
    """The variables on which ``expressions`` depend, in order of first appearance.

    ``choices`` gives the answers of each fact that is chosen rather than measured.
    """
    cuts: dict[str | tuple[str, str], dict[Cut, Compare]] = {}
    settles: dict[tuple[str, str], dict[Compare, None]] = {}
    order: dict[str | tuple[str, str], None] = {}
    for expr in expressions:
        for atom in atoms(expr):
            given = known.facts.get(atom.fact)
            if isinstance(atom, Is):
                if given is None or (isinstance(given, frozenset) and len(given) > 1):
                    order[atom.fact] = None
                continue
            if truth(atom, known) is not None:
                continue
            size = known.measure(atom.constant)
            if size is None or isinstance(given, Quantity):
                # Its size is not known, but against other multiples of the same unit it has its place.
                unit = (atom.fact, atom.constant.unit)
                settles.setdefault(unit, {})[atom] = None
                cuts.setdefault(unit, {}).setdefault(
                    (Fraction(atom.constant.number), atom.operator.after), atom
                )
                order[unit] = None
            else:
                cuts.setdefault(atom.fact, {}).setdefault(cut_of(atom, size, known), atom)
                order[atom.fact] = None
    found = []
    for key in order:
        fact = key if isinstance(key, str) else key[0]
        given = known.facts.get(fact)
        if key in cuts:
            within = given if isinstance(given, Interval) else Interval()
            edges: list[Cut | None] = [within.low, *sorted(cuts[key]), within.high]
            regions = tuple(Interval(start, end) for start, end in pairwise(edges))
            settling = tuple(settles.get(key, ())) if not isinstance(key, str) else ()
            found.append(Variable(fact, regions, ordered=True, settles=settling, labels=cuts[key]))
        else:
            answers = sorted(given) if isinstance(given, frozenset) else choices.get(fact, (YES, NO))
            found.append(Variable(fact, tuple(frozenset({answer}) for answer in answers), ordered=False))
    return tuple(found)


def _holds_in(region: Interval, compare: Compare) -> bool | None:
    """Whether ``compare`` holds all through a region counted in its own unit; None where it divides the region."""
    cut = (Fraction(compare.constant.number), compare.operator.after)
    if region.high is not None and region.high <= cut:
        return compare.operator.below
    return not compare.operator.below if region.low is not None and region.low >= cut else None


def describe_region(variable: Variable, region: Region, known: Known) -> str:
    """The region as a condition in the language's own words, with what a yearly amount comes to."""
    if isinstance(region, frozenset):
        return f"inte {variable.fact}" if region == {NO} else describe(Is(variable.fact, region))
    parts = []
    low, high = (variable.labels.get(cut) if cut is not None else None for cut in (region.low, region.high))
    if low is not None and high is not None and region.low is not None and region.high is not None:
        one_value = region.low[0] == region.high[0] and not low.operator.after and high.operator.after
        if one_value:  # From just below it to just above it.
            return f"{variable.fact} {_figure(low.constant, known)}"
    for cut, outside, inside in (
        (region.low, Operator.AT_LEAST, Operator.OVER),
        (region.high, Operator.UNDER, Operator.AT_MOST),
    ):
        # A bound without a label was known beforehand and needs no saying again.
        if cut is not None and (compare := variable.labels.get(cut)) is not None:
            operator = inside if compare.operator.after else outside
            parts.append(f"{operator.beside(compare.constant)} {_figure(compare.constant, known)}")
    return f"{variable.fact} {' och '.join(parts)}"


def _figure(constant: Quantity, known: Known) -> str:
    """The constant, and what a yearly amount comes to that year."""
    if constant.kind is not None or not constant.unit or (size := known.measure(constant)) is None:
        return str(constant)
    return f"{constant} ({Quantity(Decimal(size.numerator) / Decimal(size.denominator), 'kr')})"
