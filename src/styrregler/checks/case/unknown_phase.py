"""SR628: a channel for a phase that no way of a case has."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.values import nearest


@check("SR628", "kanalen gäller en fas som inte finns", Severity.WARNING)
def unknown_phase(review: Review) -> Iterator[Remark]:
    """En kanal gäller «i fas …» en fas som ingen ärendegång har.

    Den som frågar om en riktig fas får då inte veta att kanalen finns.

    Rätta namnet, eller lägg till fasen i en ärendegång. Finns det ingen ärendegång i reglerna sägs inget.
    """
    known = {phase.name for route in routes(review) for phase in route.phases}
    if not known:
        return
    for block in review.in_force(review.rules.corpus.channels):
        for line in block.channels:
            for name in line.phases:
                if name not in known:
                    meant = nearest(name, known)
                    yield Remark(
                        f"ingen ärendegång har fasen «{name}»",
                        line.place,
                        why="kanalen gäller då aldrig",
                        remedy=f"menade du «{meant}»?"
                        if meant
                        else f"rätta namnet; faserna är {', '.join(sorted(known)[:8])}",
                        heading=block.agreed.title,
                    )
