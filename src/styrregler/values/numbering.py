"""Numbers of points are text; this is only how they sort."""

import re


def number_key(number: str) -> tuple[tuple[int, int | str], ...]:
    """A sort key: «4.10» after «4.9», «401 a» after «401», letters after digits at the same place."""
    return tuple(
        (0, int(part)) if part.isdigit() else (1, part.casefold())
        for part in re.findall(r"\d+|[^\W\d_]+", number)
    )
