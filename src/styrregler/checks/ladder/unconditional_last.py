"""SR301: a last step without a condition, where `annars` is probably meant."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR301", "sista steget saknar villkor", Severity.WARNING)
def unconditional_last(review: Review) -> Iterator[Remark]:
    """I en trappa med villkor läses ett sista steg utan villkor som «alltid».

    Den delegaten är behörig också i fallen
    ovanför, vid sidan av dem som nämns där. Skriv `annars` om det är resten som menas.
    """
    for order, rule in review.rows():
        steps = rule.alternatives
        if len(steps) < 2 or all(each.when is None for each in steps[:-1]):
            continue
        last = steps[-1]
        if last.when is None and not last.otherwise:
            yield Remark.on(
                rule,
                order,
                "sista steget i trappan saknar villkor",
                last.place,
                why="utan «annars» är den här delegaten behörig även i fallen ovanför",
                remedy="skriv «annars» sist på raden om den gäller i övriga fall",
            )
