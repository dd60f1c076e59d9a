"""SR620: a phase that nobody answers for."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR620", "fasen saknar ansvarig", Severity.WARNING)
def no_responsible(review: Review) -> Iterator[Remark]:
    """En fas i en ärendegång säger inte vem som ansvarar.

    Då väntar alla på varandra, och ingen ser att tiden går.

    Skriv `ansvarig` under fasen, med en roll, ett organ eller ett allmänt ord: `handläggare`, `ordförande`, `nämnden`.
    """
    for route in routes(review):
        for phase in route.phases:
            if not phase.responsible:
                yield Remark(
                    f"ingen ansvarar för fasen «{phase.name}»",
                    phase.place,
                    why="det som ingen ansvarar för blir liggande",
                    remedy="skriv «ansvarig …» under fasen, till exempel «ansvarig handläggare»",
                    heading=route.agreed.title,
                )
