"""What somebody typed, as it is repeated in a message: on one line, readable, and not without end."""

LONGEST = 120
"""Characters; more is not repeated."""


def shown(typed: str) -> str:
    """``typed`` without line feeds and control characters, cut when it is long."""
    line = "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in typed)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
