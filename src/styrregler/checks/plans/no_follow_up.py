"""SR451: an effect goal that nobody follows up."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR451", "ingen följer upp effektmålet", Severity.WARNING)
def no_follow_up(review: Review) -> Iterator[Remark]:
    """Ett effektmål säger inte vem som följer upp det.

    Politiken styr genom att ange effekten och följa upp den. Ett mål som ingen följer upp styr ingenting.

    Lägg till `följs upp av` med organet, och `i` med när det sker: «följs upp av kommunfullmäktige i delårsrapport».
    """
    open_in = {point.heading for point in review.rules.corpus.open_points}
    for goal in review.in_force(review.rules.corpus.goals):
        if goal.follow_ups or goal.agreed.title in open_in:
            continue
        who = goal.decided_by[0] if goal.decided_by else "kommunfullmäktige"
        yield Remark(
            f"ingen följer upp effektmålet «{goal.agreed.title}»",
            goal.agreed.place,
            why="ett mål som ingen följer upp styr ingenting",
            remedy=f"lägg till en rad, till exempel «följs upp av {who} i årsredovisning»",
            heading=goal.agreed.title,
        )
