"""Plugins as people read of them, and as data."""

from collections.abc import Iterable
from typing import Any

from styrregler.plugins.installed import KINDS
from styrregler.plugins.overview import Listed, Tried

SHOWN = 5
"""Lines of one hook's answer that are shown; the rest are counted."""


def render_listed(plugins: Iterable[Listed]) -> str:
    """A line for each: «attest  1.0  med  kontroller, svarsrader»."""
    rows = [
        (each.name, each.version, each.state, ", ".join(KINDS[kind] for kind in each.kinds))
        for each in plugins
    ]
    if not rows:
        return "inga plugin är installerade"
    widths = [max(len(row[at]) for row in rows) for at in range(3)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]).rstrip()
        for row in rows
    )


def render_one(plugin: Listed) -> str:
    """All that is known of one without running it."""
    lines = [f"{plugin.name} {plugin.version} ({plugin.package})", f"  läge        {plugin.state}"]
    lines += [f"  {KINDS[kind]:<12}{module}" for kind, module in plugin.modules]
    lines += [f"  {key} = {value}" for key, value in plugin.options]
    return "\n".join(lines)


def render_tried(tried: Iterable[Tried]) -> str:
    """Each hook, what it answered and how long it took."""
    lines = []
    for each in tried:
        lines.append(f"{each.signature}   {each.seconds * 1000:.1f} ms".replace(".", ","))
        lines += [f"    {line}" for line in each.answer[:SHOWN]]
        if len(each.answer) > SHOWN:
            lines.append(f"    … och {len(each.answer) - SHOWN} till")
        if not each.answer:
            lines.append("    inget svar")
    return "\n".join(lines)


def plugins_data(plugins: Iterable[Listed], tried: Iterable[Tried] = ()) -> dict[str, Any]:
    """``styrregler.plugins/1``."""
    return {
        "format": "styrregler.plugins/1",
        "plugins": [
            {
                "name": each.name,
                "version": each.version,
                "package": each.package,
                "active": each.state == "med",
                "modules": [{"kind": kind, "module": module} for kind, module in each.modules],
                "options": [{"name": key, "value": value} for key, value in each.options],
            }
            for each in plugins
        ],
        "tried": [
            {"hook": each.hook, "answer": list(each.answer), "seconds": each.seconds} for each in tried
        ],
    }
