"""Markdown tables that line up as text too."""

from collections.abc import Iterable


def table(heading: str, rows: Iterable[tuple[str, ...]]) -> str:
    """A table; the columns of ``heading`` stand between bars, the first is text and the others figures."""
    columns = [cell.strip() for cell in heading.split("|")]
    cells = [columns, ["---", *["---:"] * (len(columns) - 1)], *map(list, rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(columns))]
    cells[1] = [f"{'-' * (width - bool(at))}{':' * bool(at)}" for at, width in enumerate(widths)]
    return "\n".join(
        "| " + " | ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ) + " |"
        for row in cells
    )  # fmt: skip


def number(number: int) -> str:
    """«10 000»."""
    return f"{number:,}".replace(",", " ")


def figure(value: float) -> str:
    """Three digits that mean something: «0.52», «12.4», «1 230»."""
    if value >= 1000:
        return number(round(value, -1 if value >= 10_000 else 0).__int__())
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
