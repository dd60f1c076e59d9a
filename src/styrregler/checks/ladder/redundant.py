"""SR309: a row or a step that changes no answer."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import others, remark, titles
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR309", "raden ändrar inget svar", Severity.WARNING)
def redundant(review: Review) -> Iterator[Remark]:
    """Svaren blir desamma utan punkten, eller utan steget.

    En punkt som säger samma sak som en annan punkt om samma ärende är ofta en kopia som skulle ha ändrats, och nästa
    ändring görs lätt bara på det ena stället. Ett steg som ett senare steg med samma delegat ändå täcker är en
    upplysning.
    """
    for finding in review.found(Kind.REDUNDANT_ROW):
        row, *beside = finding.rows
        numbers = ", ".join(dict.fromkeys(each.number for each in beside))
        yield remark(
            review,
            finding,
            f"punkt {row.number} säger detsamma som punkt {numbers}",
            why="alla svar om ärendet blir desamma utan punkten",
            remedy="ta bort punkten, eller ändra det som skulle ha varit annorlunda",
            related=others(finding),
        )
    for finding in review.found(Kind.REDUNDANT_STEP):
        yield remark(
            review,
            finding,
            f"steget {titles(finding.parties[0], review)} ändrar ingenting",
            why="ett annat steg ger samma delegat besluten i samma fall",
            remedy="ta bort steget, eller ändra det som skulle ha varit annorlunda",
        ).at_most(Severity.INFO)
