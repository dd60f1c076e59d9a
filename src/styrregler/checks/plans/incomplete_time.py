"""SR731: a time of a plan that is not known to the day or the week."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR731", "tiden är ofullständig", Severity.INFO)
def incomplete_time(review: Review) -> Iterator[Remark]:
    """En etapps tid saknar år, eller är bara en månad, en årstid eller ett kvartal.

    Den kan då inte jämföras med andra tider, eller bara grovt. «ej fastställd» är ett besked och ger ingen anmärkning här.

    Skriv dagen eller veckorna när de är kända.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        for stage in commission.stages:
            for time in stage.times:
                moment = time.moment
                if moment.fixed or moment.undecided or moment.about:
                    continue
                year = "" if moment.first or moment.last else " saknar år och"
                yield Remark(
                    f"tiden «{moment}» för «{stage.title}»{year} är inte bestämd till dagen",
                    time.place,
                    why="den kan inte jämföras med andra tider på dagen",
                    remedy="skriv dagen eller veckorna när de är kända, till exempel «2026-08-31 kl 13.00–17.00»",
                    heading=commission.agreed.title,
                )
