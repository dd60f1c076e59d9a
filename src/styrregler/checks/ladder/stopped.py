"""SR314: not every case could be looked at."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR314", "alla fall är inte genomgångna", Severity.INFO)
def stopped(review: Review) -> Iterator[Remark]:
    """Kontrollerna av trappor går igenom alla fall som kan finnas, och gissar aldrig.

    Har ett ärende så många villkor att fallen inte kan gås igenom, eller är en uppgift använd på två sätt, sägs det
    här. Det som ändå hittades står kvar, men luckor och motsägelser kan finnas som inte visas.
    """
    for finding in review.found(Kind.STOPPED):
        yield remark(
            review,
            finding,
            f"analysen av ärendet stannade: {finding.what}",
            why="luckor, motsägelser och steg som aldrig gäller kan finnas utan att visas",
            remedy="dela upp ärendet i flera punkter med var sitt ärende, eller förenkla villkoren",
        )
