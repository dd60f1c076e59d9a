"""The table of cases: every completion of what is not known, each answer once, in as few rows as can be.

The table is a reduced ordered decision diagram: for a given order of questions, equal answers give equal diagrams, so
joining neighbours that are equal makes it the smallest for that order. Every order is tried while there are few
questions; the one with the fewest rows wins, and its first question is the one to ask first.
"""

from collections.abc import Callable, Hashable, Sequence
from itertools import permutations
from typing import Final

from attrs import evolve, frozen

from styrregler.logic.truth import Known
from styrregler.logic.variables import Region, Variable

UNDECIDED: Final = object()
"""What an evaluation gives when something it needs is not known."""

MOST_EVALUATIONS = 5_000
ALL_ORDERS_UP_TO = 4


class TooManyCases(Exception):
    """The table would take more evaluations than allowed; nothing is guessed instead."""


@frozen
class Case:
    """A row: the region of each variable that matters here, and the answer's key."""

    regions: tuple[tuple[Variable, Region], ...]
    key: Hashable

    def assume(self, known: Known) -> Known:
        """``known`` in this case."""
        for variable, region in self.regions:
            known = variable.assume(known, region)
        return known


@frozen
class _Leaf:
    key: Hashable


@frozen
class _Split:
    variable: Variable
    branches: tuple[tuple[Region, "_Node"], ...]


_Node = _Leaf | _Split
_Path = frozenset[tuple[int, int]]
"""What has been assumed: which region of which variable."""


def table(
    variables: Sequence[Variable], evaluate: Callable[[Known], object], known: Known
) -> tuple[Case, ...]:
    """All cases, none twice and none missing.

    ``evaluate`` gives a hashable key, or UNDECIDED. One row means that nothing unknown matters.

    Raises TooManyCases when that would take more than MOST_EVALUATIONS evaluations.
    """
    whole = evaluate(known)
    if whole is not UNDECIDED:
        assert isinstance(whole, Hashable)
        return (Case((), whole),)
    budget = [MOST_EVALUATIONS]
    best: tuple[tuple[int, int], tuple[Case, ...]] | None = None
    memo: dict[_Path, object] = {frozenset(): whole}

    def evaluated(at: Known, key: _Path) -> object:
        if key not in memo:
            budget[0] -= 1
            if budget[0] < 0:
                raise TooManyCases
            memo[key] = evaluate(at)
        return memo[key]

    orders = permutations(variables) if len(variables) <= ALL_ORDERS_UP_TO else [tuple(variables)]
    for order in orders:
        rows = _joined(_rows(_diagram(order, evaluated, known, frozenset())))
        cost = (len(rows), sum(len(row.regions) for row in rows))
        if best is None or cost < best[0]:
            best = (cost, rows)
    assert best is not None
    return best[1]


def _diagram(
    order: Sequence[Variable], evaluate: Callable[[Known, _Path], object], known: Known, path: _Path
) -> _Node:
    key = evaluate(known, path)
    if key is not UNDECIDED:
        assert isinstance(key, Hashable)
        return _Leaf(key)
    assert order, "an evaluation needs something that is no variable"
    first, rest = order[0], order[1:]
    branches: list[tuple[Region, _Node]] = []
    for number, region in enumerate(first.regions):
        further = path | {(id(first), number)}
        node = _diagram(rest, evaluate, first.assume(known, region), further)
        for at, (other, same) in enumerate(branches):
            joined = first.join(other, region) if same == node else None
            if joined is not None and (not first.ordered or at == len(branches) - 1):
                branches[at] = (joined, node)
                break
        else:
            branches.append((region, node))
    if all(node == branches[0][1] for _, node in branches):
        return branches[0][1]
    return _Split(first, tuple(branches))


def _rows(node: _Node, path: tuple[tuple[Variable, Region], ...] = ()) -> list[Case]:
    if isinstance(node, _Leaf):
        return [Case(path, node.key)]
    return [row for region, below in node.branches for row in _rows(below, (*path, (node.variable, region)))]


def _joined(rows: list[Case]) -> tuple[Case, ...]:
    """Rows with the same answer that differ in one variable, and lie side by side in it, become one."""
    done = False
    while not done:
        done = True
        for at, row in enumerate(rows):
            for later in range(at + 1, len(rows)):
                joined = _join(row, rows[later])
                if joined is not None:
                    rows[at] = joined
                    del rows[later]
                    done = False
                    break
            if not done:
                break
    return tuple(rows)


def _join(one: Case, other: Case) -> Case | None:
    if one.key != other.key:
        return None
    mine, theirs = dict(one.regions), dict(other.regions)
    if mine.keys() != theirs.keys():
        return None
    differing = [variable for variable in mine if mine[variable] != theirs[variable]]
    if len(differing) != 1:
        return None
    variable = differing[0]
    joined = variable.join(mine[variable], theirs[variable])
    if joined is None:
        return None
    whole = joined == _whole(variable)
    regions = tuple(
        (each, joined if each == variable else region)
        for each, region in one.regions
        if not (whole and each == variable)
    )
    return evolve(one, regions=regions)


def _whole(variable: Variable) -> Region:
    regions = list(variable.regions)
    total = regions[0]
    for region in regions[1:]:
        total = variable.join(total, region) or total
    return total


def asking_order(cases: Sequence[Case]) -> tuple[Variable, ...]:
    """The variables of ``cases``, the one to ask first in front: whose answer most often settles everything alone.

    Among equals the one that most rows speak of, then the one met first.
    """
    met = list(dict.fromkeys(variable for case in cases for variable, _ in case.regions))

    def settles(variable: Variable) -> int:
        return sum(
            len({case.key for case in cases if _allows(case, variable, part)}) == 1
            for part in variable.regions
        )

    def spoken_of(variable: Variable) -> int:
        return sum(variable in dict(case.regions) for case in cases)

    return tuple(
        sorted(met, key=lambda variable: (-settles(variable), -spoken_of(variable), met.index(variable)))
    )


def _allows(case: Case, variable: Variable, part: Region) -> bool:
    """Whether ``case`` is possible when ``variable`` lies in ``part``, one of its undivided regions."""
    region = dict(case.regions).get(variable)
    return region is None or variable.covers(region, part)
