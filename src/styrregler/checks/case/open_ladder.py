"""SR623: a phase that goes on only in some cases."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR623", "fasen går vidare bara ibland", Severity.WARNING)
def open_ladder(review: Review) -> Iterator[Remark]:
    """Varje rad i `nästa` har ett villkor, så i de andra fallen kommer ingenting efter fasen.

    Skriv en sista rad utan villkor, eller med `annars`, som säger vad som händer i alla andra fall.
    """
    for route in routes(review):
        for phase in route.phases:
            if phase.onward and all(each.when is not None for each in phase.onward):
                yield Remark(
                    f"fasen «{phase.name}» går vidare bara på villkor",
                    phase.onward[-1].place,
                    why="i de andra fallen säger ärendegången inte vad som händer",
                    remedy="lägg till en rad sist, till exempel «slut annars»",
                    heading=route.agreed.title,
                )
