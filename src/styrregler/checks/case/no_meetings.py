"""SR629: a body that decides in a phase and has no meeting days."""

from collections.abc import Iterator

from styrregler.checks.case.routes import kind_of, routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyKind
from styrregler.query.deadlines import meetings_of


@check("SR629", "organet i fasen har inga sammanträdesdagar", Severity.INFO)
def no_meetings(review: Review) -> Iterator[Remark]:
    """En nämnd eller fullmäktige beslutar i en fas, men har inga sammanträdesdagar framåt i reglerna.

    Då får fasen, och de som kommer efter den, ingen dag.

    Skriv dagarna i organets block: `sammanträder 2026-12-08, 2027-01-26`.
    """
    told: set[str] = set()
    for route in routes(review):
        for phase in route.phases:
            name = phase.responsible
            body = review.rules.corpus.bodies.get(name)
            if (
                body is None
                or kind_of(name, review) not in (BodyKind.BOARD, BodyKind.COUNCIL)
                or name in told
            ):
                continue
            if not any(day >= review.on for day in meetings_of(review.rules, name)):
                told.add(name)
                yield Remark(
                    f"{body.title} har inga sammanträdesdagar framåt",
                    phase.place,
                    why="fasen och de som kommer efter den får ingen dag",
                    remedy=f"skriv «sammanträder …» med dagarna i blocket {name}",
                    heading=route.agreed.title,
                )
