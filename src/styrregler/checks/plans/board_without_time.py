"""SR642: a board that has no time in a step where the others have."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.commissions import boards_of


@check("SR642", "nämnden har ingen tid i etappen", Severity.WARNING)
def board_without_time(review: Review) -> Iterator[Remark]:
    """En etapp har en tid för varje nämnd, men en nämnd som har uppdraget saknas.

    En rad med `ej fastställd` är ett besked och ger bara en upplysning, liksom en nämnd under uppstart utan rad. Den som inte
    ska delta skrivs efter `utom` på uppdraget.

    Lägg till nämndens tid på en egen rad under `tid`.
    """
    corpus = review.rules.corpus
    for commission in review.in_force(corpus.commissions):
        boards = boards_of(commission, review.rules)
        for stage in commission.stages:
            if not stage.per_body:
                continue
            for board in boards:
                time = stage.time_of(board)
                if time is not None and not time.moment.undecided:
                    continue
                body = corpus.bodies[board]
                settled = time is None and not body.being_set_up
                yield Remark(
                    f"{body.title} har ingen tid i etappen «{stage.title}»"
                    if time is None
                    else f"tiden för {body.title} i etappen «{stage.title}» är inte fastställd",
                    time.place if time else stage.place,
                    why="etappen har en tid för varje nämnd",
                    remedy=f"skriv en rad under «tid», till exempel «{board} 2026-09-01 kl 13.00–16.00»",
                    heading=commission.agreed.title,
                    severity=None if settled else Severity.INFO,
                )
