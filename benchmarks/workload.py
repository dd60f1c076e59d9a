"""Made-up points for what is measured beside others: nothing in them but bands of money and periods, which all can state.

In: how many.  Out: :class:`Point`, the same each time, and the same as orders in the language.  At most one point of a
matter holds a given sum on a given day, so every engine must name the same one.
"""

import random
from datetime import date, timedelta
from itertools import pairwise

from attrs import frozen

FIRST, LAST = date(2020, 1, 1), date(2029, 12, 31)
ROLES, BODIES = 500, 12


@frozen
class Point:
    """A row: from ``low`` to just below ``high`` kronor (None: no end), between two days."""

    number: str
    matter: str
    low: int
    high: int | None
    start: date
    end: date
    delegate: str
    body: str


def points(count: int) -> list[Point]:
    """As many points, one to four a matter: up to three bands of money, one or two periods."""
    chance, made = random.Random(1), []
    while len(made) < count:
        matter, body = f"m{len(made):06d}", f"n{chance.randrange(BODIES)}"
        bands, periods = chance.choice([(1, 1), (2, 1), (1, 2), (3, 1), (2, 2)])
        cuts = (
            [FIRST] + [FIRST + timedelta(chance.randrange(300, 3300))] * (periods - 1) + [LAST + timedelta(1)]
        )
        for start, end in pairwise(cuts):
            low = 0
            for band, top in enumerate(sorted(chance.sample(range(50, 20_000), bands))):
                high = None if band == bands - 1 and chance.random() < 0.5 else top * 1000
                made.append(
                    Point(
                        f"{len(made) + 1}",
                        matter,
                        low,
                        high,
                        start,
                        end - timedelta(1),
                        f"r{chance.randrange(ROLES)}",
                        body,
                    )
                )
                low = high or 0
    return made[:count]


def written(made: list[Point]) -> str:
    """The points as orders in the language."""
    lines = ['kommun prov "Prov"']
    lines += [f'nämnd n{number} "Nämnd {number}"' for number in range(BODIES)]
    for number in range(ROLES):
        lines += [f'roll r{number} "Roll {number}"', "    slag              anställd"]
    for body in range(BODIES):
        lines += [
            f'delegationsordning n{body} "Ordning {body}"',
            f"    gäller            från {FIRST}",
            "    anmäls till       nämnden nästa sammanträde",
        ]
        for each in made:
            if each.body == f"n{body}":
                when = [f"belopp minst {each.low} kr"] if each.low else []
                when += [f"belopp under {each.high} kr"] if each.high else []
                lines += [
                    f'punkt {each.number} "Punkt {each.number}"',
                    f"    ärende            {each.matter}",
                    f"    gäller            från {each.start} till {each.end}",
                    f"    delegat           {each.delegate}" + (f" när {' och '.join(when)}" if when else ""),
                ]
    return "\n".join(lines) + "\n"
