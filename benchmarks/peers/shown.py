"""The peers' figures as Markdown, and where this project stands beside them."""

from collections.abc import Callable, Sequence

from benchmarks.peers.all import ENGINES
from benchmarks.peers.measured import Measured, NotMeasured
from benchmarks.tables import figure, number, table

FLOOR = "floor: dict and scan, explained"
OURS = "styrregler"
CEDAR = "Cedar (cedarpy), a slice per matter"
ZEN = "zen, a table per matter"


def shown(results: Sequence[Measured | NotMeasured]) -> str:
    """All tables, the bars, and what was skipped."""
    sizes = sorted({each.points for each in results})
    found = {(each.engine, each.points): each for each in results if isinstance(each, Measured)}
    wrong = sorted({each.engine for each in found.values() if each.wrong})

    def grid(unit: str, cell: Callable[[Measured], str]) -> str:
        names = [engine.name for engine in ENGINES if any((engine.name, size) in found for size in sizes)]
        return table(
            f"{unit} | {' | '.join(f'{number(size)} points' for size in sizes)}",
            (
                (name, *(cell(found[name, size]) if (name, size) in found else "–" for size in sizes))
                for name in names
            ),
        )

    skipped = [each for each in results if isinstance(each, NotMeasured)]
    return "\n\n".join(
        [
            "Microseconds a question, median / 99th percentile, each question asked for the first time.",
            grid("new question, µs", lambda m: f"{figure(m.new)} / {figure(m.new_99)}"),
            "The same questions once more, in another order: an engine may remember them.",
            grid("asked before, µs", lambda m: f"{figure(m.again)} / {figure(m.again_99)}"),
            grid("loading, s", lambda m: f"{m.load:.4f}" if m.load < 1 else f"{m.load:.1f}"),
            grid("memory by loading, MiB", lambda m: figure(m.memory)),
            _bars(found, sizes),
            f"Wrong answers: {', '.join(wrong) or 'none, of any engine'}.",
            _reasons(),
            "Skipped: " + ("; ".join(f"{e.engine} at {number(e.points)}: {e.why}" for e in skipped) or "nothing") + ".",
        ]
    )  # fmt: skip


def _bars(found: dict[tuple[str, int], Measured], sizes: Sequence[int]) -> str:
    at = 10_000 if 10_000 in sizes else sizes[-1]
    rows = []

    def bar(said: str, over: float | None, under: float | None, most: float) -> None:
        if over is None or not under:
            rows.append((said, "not measured", f"{most:g}", "–"))
        else:
            rows.append((said, f"{over / under:.2f}", f"{most:g}", "yes" if over / under <= most else "no"))

    for which in ("new", "again"):
        told = {"new": "a new question", "again": "a question asked before"}[which]

        def cost(name: str, size: int = at, which: str = which) -> float | None:
            return getattr(found[name, size], which) if (name, size) in found else None

        bar(f"{told}, times the explained floor", cost(OURS), cost(FLOOR), 2)
        bar(f"{told}, times Cedar sliced per matter", cost(OURS), cost(CEDAR), 1 / 30)
        bar(f"{told}, times zen per matter", cost(OURS), cost(ZEN), 1 / 5)
        bar(f"{told}, at {number(sizes[-1])} points times at {number(sizes[0])}",
            cost(OURS, sizes[-1]), cost(OURS, sizes[0]), 3)  # fmt: skip
    return table(f"bars, at {number(at)} points | measured | at most | met", rows)


def _reasons() -> str:
    return "What an answer tells of why: " + "; ".join(f"{e.name}: {e.reasons}" for e in ENGINES) + "."
