"""A diagnostic as people read it: what, where with the line itself, why, and what to do."""

from collections.abc import Iterable

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.text import Place

LONGEST_LINE = 160


def render_diagnostic(found: Diagnostic) -> str:
    """The whole message, several lines."""
    lines = [f"{found.severity.value}[{found.code}]: {found.message}"]
    margin = "  "
    if found.place is not None and found.place.source.text:
        number = str(found.place.line)
        margin = " " * len(number) + " "
        heading = f"   ({found.heading})" if found.heading else ""
        text, marks = _excerpt(found.place, found.label)
        lines += [f"{margin}┌─ {found.place}{heading}", f"{number} │ {text}", f"{margin}│ {marks}"]
    elif found.place is not None:
        lines.append(f"{margin}┌─ {found.place.path}")
    for place, label in found.related:
        lines.append(f"{margin}├─ {place}   {label}")
    if found.why:
        lines.append(f"{margin}varför: {found.why}")
    if found.remedy:
        lines.append(f"{margin}gör så: {found.remedy}")
    if found.command:
        lines.append(f"{margin}prova:  {found.command}")
    lines.append(f"{margin}läs mer: styrregler forklara {found.code}")
    return "\n".join(lines)


def _excerpt(place: Place, label: str) -> tuple[str, str]:
    """The line and the marks under it, both cut around the place when the line is very long."""
    text = place.source.line(place.line).replace("\t", " ")
    start = place.column - 1
    length = max(1, min(place.end - place.start, len(text) - start))
    if len(text) > LONGEST_LINE:
        cut = max(0, start - 40)
        text = ("…" if cut else "") + text[cut : cut + LONGEST_LINE] + "…"
        start = start - cut + (1 if cut else 0)
        length = min(length, LONGEST_LINE - 40)
    return text, f"{' ' * start}{'^' * length}{' ' + label if label else ''}".rstrip()


def summary(found: Iterable[Diagnostic]) -> str:
    """«2 fel, 1 varning», or «inga fel»."""
    counts = dict.fromkeys(Severity, 0)
    for each in found:
        counts[each.severity] += 1
    words = {
        Severity.ERROR: ("fel", "fel"),
        Severity.WARNING: ("varning", "varningar"),
        Severity.INFO: ("upplysning", "upplysningar"),
    }
    parts = [f"{count} {words[severity][count != 1]}" for severity, count in counts.items() if count]
    return ", ".join(parts) or "inga fel"
