"""SR506: an escalation of one board's matters that another board settles."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import DECIDING, board_of, boards_of, end_of, paths
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import ABOUT_FORMS, BodyKind, BodyRef, EscalationPath
from styrregler.query.people import title_of


@check("SR506", "en annan nämnd avgör", Severity.INFO, situation="annan-nämnds-ärende")
def other_board(review: Review) -> Iterator[Remark]:
    """Eskaleringen gäller en nämnds ärenden men avgörs av en annan, oftast kommunstyrelsen.

    Kommunstyrelsen leder och samordnar, och har uppsikt. Den kan avgöra hur nämnder och förvaltningar ska arbeta
    tillsammans, men inte besluta i en annan nämnds ärende, om inte fullmäktige har gett den rätt till det. Läsaren ska inte
    tro att eskaleringen flyttar beslutet.

    Skriv `avser arbetsformer` om det är det som menas, eller låt nämnden själv avgöra. Vilka nämnders ärenden det gäller
    står i `omfattar`; saknas raden räknas nämnderna som deltagarna i första steget företräder.
    """
    for path in paths(review):
        last = end_of(path, review)
        settled = last.settled_by if last else None
        if last is None or path.about == {ABOUT_FORMS} or last.about == {ABOUT_FORMS}:
            continue
        if not isinstance(settled, BodyRef):
            continue
        kind = review.rules.corpus.bodies[settled.name].kind
        others = _owners(path, review) - {board_of(settled.name, review)}
        if kind not in DECIDING or kind is BodyKind.COUNCIL or not others:
            continue
        whose = ", ".join(sorted(title_of(BodyRef(each), review.rules) for each in others))
        yield Remark(
            f"{title_of(settled, review.rules)} avgör det som hör till {whose}",
            path.settled_place or path.continues_place or path.place,
            why=review.cited("en nämnd beslutar inte i en annan nämnds ärenden", "annan-nämnds-ärende"),
            remedy="skriv «avser arbetsformer» om det inte är beslutet som avgörs, eller låt nämnden själv avgöra",
            heading=path.title,
        )


def _owners(path: EscalationPath, review: Review) -> frozenset[str]:
    """Whose matters it is about: as written, else the boards that the first step speaks for."""
    bodies = review.rules.corpus.bodies
    written = frozenset(each for each in path.bodies if bodies[each].kind is BodyKind.BOARD)
    if written or not path.stages:
        return written
    return frozenset(
        board
        for party in path.stages[0].parties
        for board in boards_of(party, review)
        if bodies[board].kind is BodyKind.BOARD
    )
