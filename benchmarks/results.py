"""The measurements as tables.

In: the costs of each size, several runs of each.  Out: Markdown.  Every figure is a median of the runs; «±» is half of
what lies between the least and the most.
"""

from collections.abc import Callable, Iterable, Sequence
from statistics import median

from benchmarks.audit import Audited
from benchmarks.kontrollera import Cost
from benchmarks.tables import number, table

DEAREST = 10
BAR = 10.0
"""Seconds within which the largest size is to be read and checked, on one core."""


def checking(sizes: Sequence[Sequence[Cost]]) -> str:
    """The section about `kontrollera`: the whole, how it grows, and the dearest checks."""
    largest = sizes[-1]
    met = "met" if _mid(largest, _total) <= BAR else "not met"
    bar = (
        f"Bar: {_points(largest)} points read and checked within {BAR:.0f} s on one core: "
        f"{_seconds(largest, _total)}, {met}."
    )
    return "\n\n".join([_whole(sizes), bar, _growth(sizes), _dearest(sizes)])


def auditing(audits: Sequence[Audited | None]) -> str:
    """The section about `granska`: beside DuckDB's join, which finds the row and tells nothing of it."""
    done = [each for each in audits if each is not None]
    if not done:
        return "Skipped: pyarrow and duckdb are not installed."
    rows = table(
        "points | decisions | all cases new s | all cases met s | DuckDB join, 1 thread s | new, times DuckDB | met, times DuckDB | peak MiB | same rows",
        (
            (
                number(each.points),
                number(each.decisions),
                f"{each.first:.2f}",
                f"{each.again:.2f}",
                f"{each.joined:.2f}",
                f"{each.first / each.joined:.1f}",
                f"{each.again / each.joined:.1f}",
                f"{each.memory:.0f}",
                "yes" if each.agree else "NO",
            )
            for each in done
        ),
    )
    last = done[-1]
    met = (
        "met"
        if last.first <= last.joined
        else "met only when all cases have been met"
        if last.again <= last.joined
        else "not met"
    )
    return (
        f"{rows}\n\nBar: no slower than DuckDB's join on one thread: {met}. DuckDB gives the number of the row; `check_many` gives "
        "verdict, row, reason and duties. What it costs is the number of different cases, here of matters, bands and deciders "
        "drawn at random; a real register has few."
    )


def _whole(sizes: Sequence[Sequence[Cost]]) -> str:
    return table(
        "points | load s | checks s | both s | points/s, load | by the clock s | peak MiB | different clauses",
        (
            (
                _points(runs),
                _seconds(runs, lambda cost: cost.load),
                _seconds(runs, lambda cost: cost.checks),
                _seconds(runs, _total),
                f"{runs[0].points / _mid(runs, lambda cost: cost.load):.0f}",
                _seconds(runs, lambda cost: cost.waited),
                f"{_mid(runs, lambda cost: cost.memory):.0f}",
                number(runs[0].clauses),
            )
            for runs in sizes
        ),
    )


def _growth(sizes: Sequence[Sequence[Cost]]) -> str:
    first = sizes[0]

    def times(runs: Sequence[Cost], measure: Callable[[Cost], float]) -> str:
        return f"{_mid(runs, measure) / _mid(first, measure):.2f}"

    return table(
        "times as many points | load | checks | peak memory",
        (
            (
                f"{runs[0].points / first[0].points:.2f}",
                times(runs, lambda cost: cost.load),
                times(runs, lambda cost: cost.checks),
                times(runs, lambda cost: cost.memory),
            )
            for runs in sizes[1:]
        ),
    )


def _dearest(sizes: Sequence[Sequence[Cost]]) -> str:
    def spent(runs: Sequence[Cost], code: str) -> float:
        return median(cost.each[code] for cost in runs)

    first, largest = sizes[0], sizes[-1]
    codes = sorted(largest[0].each, key=lambda code: -spent(largest, code))[:DEAREST]
    more = largest[0].points / first[0].points
    return table(
        f"dearest checks | {' | '.join(f'{_points(runs)}, ms' for runs in sizes)} | growth beside that of points",
        (
            (
                code,
                *(f"{spent(runs, code) * 1000:.0f}" for runs in sizes),
                f"{spent(largest, code) / spent(first, code) / more:.2f}",
            )
            for code in codes
        ),
    )


def _total(cost: Cost) -> float:
    return cost.load + cost.checks


def _mid(runs: Iterable[Cost], measure: Callable[[Cost], float]) -> float:
    return median(map(measure, runs))


def _seconds(runs: Sequence[Cost], measure: Callable[[Cost], float]) -> str:
    found = [*map(measure, runs)]
    return f"{median(found):.2f} ± {(max(found) - min(found)) / 2:.2f}"


def _points(runs: Sequence[Cost]) -> str:
    return number(runs[0].points)
