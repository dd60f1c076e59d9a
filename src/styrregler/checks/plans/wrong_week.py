"""SR733: a day that does not lie in the week that the text says."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.values import Week


@check("SR733", "dagen ligger inte i veckan som står", Severity.WARNING)
def wrong_week(review: Review) -> Iterator[Remark]:
    """En tid anger både en dag och en vecka, och dagen ligger i en annan vecka.

    Den ena är fel, och den som bokar efter fel uppgift kommer fel dag.

    Rätta dagen eller veckan. Veckor räknas som i almanackan (ISO 8601): vecka 1 har årets första torsdag.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        for stage in commission.stages:
            for time in stage.times:
                moment = time.moment
                if moment.week is None or moment.first is None:
                    continue
                right = Week.of(moment.first)
                if right.number != moment.week:
                    yield Remark(
                        f"{moment.first} ligger i {right}, inte i vecka {moment.week}",
                        time.place,
                        why="dagen och veckan säger emot varandra",
                        remedy=f"skriv «i vecka {right.number}», eller rätta dagen",
                        heading=commission.agreed.title,
                    )
