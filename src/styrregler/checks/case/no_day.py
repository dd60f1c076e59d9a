"""SR627: a time in a phase that gives no day."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import CasePhase, CaseRoute
from styrregler.model.case import MEETING
from styrregler.query.at_board import meets
from styrregler.text import Place
from styrregler.values import Timing, TimingKind, nearest

_NO_DAY = (TimingKind.SOON, TimingKind.CONTINUOUSLY, TimingKind.EVERY, TimingKind.EVERY_STEP)


@check("SR627", "tiden i fasen ger ingen dag", Severity.WARNING)
def no_day(review: Review) -> Iterator[Remark]:
    """En tid i ärendegången räknas från något som inte finns på vägen, eller säger inte när den är slut.

    En tid räknas från fasens början (`inom 5 arbetsdagar`), från en annan fas (`senast 10 dagar efter beredning`) eller från
    ett sammanträde. Något annat vet ärendegången inte när det händer, och då får ingen fas efter den någon dag.

    Skriv namnet på en fas, eller `sammanträde` när ett organ sammanträder på vägen. `snarast` och `löpande` ger ingen dag.
    """
    for route in routes(review):
        meeting = any(meets(each.responsible, review.rules) for each in route.phases)
        known = {*route.by_name, *({MEETING} if meeting else ())}
        for phase in route.phases:
            for timing, place, leads_on in _timings(phase):
                yield from _told(timing, place, known, route, leads_on=leads_on)


def _timings(phase: CasePhase) -> Iterator[tuple[Timing, Place, bool]]:
    """The times of a phase, and whether it goes on when they run out: what is done in it need not."""
    if phase.timing:
        yield phase.timing, phase.timing_place or phase.place, True
    for sent in phase.referrals:
        if sent.timing:
            yield sent.timing, sent.place, True
    for moment in phase.moments:
        if moment.timing:
            yield moment.timing, moment.place, False


def _told(
    timing: Timing, place: Place, known: set[str], route: CaseRoute, *, leads_on: bool
) -> Iterator[Remark]:
    if timing.event and timing.event not in known:
        meant = nearest(timing.event, known)
        yield Remark(
            f"«{timing}» räknas från «{timing.event}», som inte är någon fas",
            place,
            why="tiden ger ingen dag, och inte heller faserna efter",
            remedy=f"menade du «{meant}»?"
            if meant
            else "skriv namnet på en fas, eller räkna från fasens början",
            heading=route.agreed.title,
        )
    elif leads_on and (timing.kind in _NO_DAY or (timing.event and timing.amount is None)):
        yield Remark(
            f"«{timing}» ger ingen sista dag",
            place,
            why="då får inte heller faserna efter någon dag",
            remedy="skriv en tid, till exempel «inom 5 arbetsdagar»",
            heading=route.agreed.title,
        )
