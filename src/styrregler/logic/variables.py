"""What is not known, cut into regions inside which no condition changes its mind."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, field, frozen

from styrregler.logic.expr import NO, YES, Compare, Expr, Is, Operator, atoms, describe
from styrregler.logic.truth import Cut, Interval, Known, cut_of
from styrregler.values import Quantity

Region = Interval | frozenset[str] | bool


@frozen
class Variable:
    """One thing not known.

    Either a fact (``fact``), or a comparison whose constant has no figure for the year (``compare``): then the regions
    are True and False. ``ordered`` regions may be joined only with their neighbours.
    """

    fact: str
    regions: tuple[Region, ...]
    ordered: bool
    compare: Compare | None = None
    labels: Mapping[Cut, Compare] = field(factory=dict, eq=False)
    """For each cut, a comparison that makes it."""

    def assume(self, known: Known, region: Region) -> Known:
        """``known`` with this variable in ``region``."""
        if self.compare is not None:
            assert isinstance(region, bool)
            return evolve(known, settled={**known.settled, self.compare: region})
        assert not isinstance(region, bool)
        return known.given(self.fact, region)

    def covers(self, region: Region, part: Region) -> bool:
        """Whether ``part`` (one of ``regions``) lies within ``region``."""
        if isinstance(region, Interval) and isinstance(part, Interval):
            after_low = region.low is None or (part.low is not None and region.low <= part.low)
            before_high = region.high is None or (part.high is not None and part.high <= region.high)
            return after_low and before_high
        if isinstance(region, frozenset) and isinstance(part, frozenset):
            return part <= region
        return region == part

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
    cuts: dict[str, dict[Cut, Compare]] = {}
    picked: dict[str, None] = {}
    order: dict[object, None] = {}
    for expr in expressions:
        for atom in atoms(expr):
            given = known.facts.get(atom.fact)
            if isinstance(atom, Is):
                if given is None or (isinstance(given, frozenset) and len(given) > 1):
                    picked[atom.fact] = None
                    order[atom.fact] = None
                continue
            if isinstance(given, Quantity) and (
                given.unit == atom.constant.unit
                or (known.measure(given) is not None and known.measure(atom.constant) is not None)
            ):
                continue
            size = known.measure(atom.constant)
            if size is None or isinstance(given, Quantity):
                if atom not in known.settled:
                    order[atom] = None
                continue
            cut = cut_of(atom, size, known)
            if not _inside(cut, given):
                continue
            cuts.setdefault(atom.fact, {}).setdefault(cut, atom)
            order[atom.fact] = None
    found = []
    for key in order:
        if isinstance(key, Compare):
            found.append(Variable(key.fact, (True, False), ordered=False, compare=key))
        elif key in cuts:
            given = known.facts.get(str(key))
            edges: list[Cut | None] = [*sorted(cuts[str(key)])]
            low, high = (given.low, given.high) if isinstance(given, Interval) else (None, None)
            regions = tuple(Interval(start, end) for start, end in pairwise([low, *edges, high]))
            found.append(Variable(str(key), regions, ordered=True, labels=cuts[str(key)]))
        else:
            given = known.facts.get(str(key))
            answers = sorted(given) if isinstance(given, frozenset) else choices.get(str(key), (YES, NO))
            found.append(Variable(str(key), tuple(frozenset({answer}) for answer in answers), ordered=False))
    return tuple(found)


def _inside(cut: Cut, given: object) -> bool:
    """Whether ``cut`` divides what is known already. Nothing measured is negative."""
    if cut <= (Fraction(0), False):
        return False
    if not isinstance(given, Interval):
        return True
    return (given.low is None or given.low < cut) and (given.high is None or cut < given.high)


def describe_region(variable: Variable, region: Region, known: Known) -> str:
    """The region as a condition in the language's own words, with what a yearly amount comes to."""
    if variable.compare is not None:
        text = describe(variable.compare)
        return text if region else f"inte {text}"
    if isinstance(region, frozenset):
        if region == {NO}:
            return f"inte {variable.fact}"
        return describe(Is(variable.fact, region))
    assert isinstance(region, Interval)
    parts = []
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
