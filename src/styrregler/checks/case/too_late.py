"""SR626: a phase whose own time is longer than the law's."""

from collections.abc import Iterator
from datetime import date, timedelta

from styrregler.checks.case.routes import before, routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import CasePhase, CaseRoute, StatutoryDeadline
from styrregler.model.case import MEETING
from styrregler.query.at_board import meets
from styrregler.query.deadlines import day_by, meetings_of, statutory_days
from styrregler.values import TimingKind

_YEAR = 366


@check("SR626", "fasens tid är längre än lagens", Severity.ERROR)
def too_late(review: Review) -> Iterator[Remark]:
    """En fas har en egen tid som slutar senare än den tid som lagen sätter.

    Ett exempel är justering mer än 14 dagar efter sammanträdet. Tiden räknas för organets sammanträdesdagar, eller för varje dag i ett år framåt när inga står i reglerna: tio
    arbetsdagar är två veckor i mars men längre över jul. Lagens sista dag flyttas från en helg, kommunens egen gör det inte.

    Skriv en kortare tid, eller ta bort den egna tiden och låt `lagens tid` gälla. Säger fasen inte `lagens tid`, men heter som
    en lagfrist, är meddelandet en varning.
    """
    known = {each.name: each for each in review.rules.corpus.deadlines if review.on in each.period}
    for route in routes(review):
        for phase in route.phases:
            law = known.get(phase.statute or phase.name)
            if law is None or phase.timing is None:
                continue
            late = next(_late(route, phase, law, review), None)
            if late is None:
                continue
            event, own, last = late
            refs = ", ".join(map(str, law.law))
            yield Remark(
                f"«{phase.timing}» kan bli senare än lagens «{law.timing}»",
                phase.timing_place or phase.place,
                why=f"efter {law.timing.event} {event} slutar den egna tiden {own}, lagens {last} ({refs})",
                remedy="skriv en kortare tid, eller ta bort raden och skriv «lagens tid "
                f"{law.name}» i stället",
                heading=route.agreed.title,
                severity=None if phase.statute and law.verified else Severity.WARNING,
            )


def _late(
    route: CaseRoute, phase: CasePhase, law: StatutoryDeadline, review: Review
) -> Iterator[tuple[date, date, date]]:
    """Days of the event on which the own time ends after the law's."""
    assert phase.timing is not None
    source = _source(route, phase, law, review)
    if source is None or not _counted_alike(route, phase, source, law):
        return
    for event in _days(source, review):
        own = day_by(phase.timing, event, (phase.timing.event,), ())
        last = max((each.day for each in statutory_days(review.rules, law.name, event)), default=None)
        if own and last and own > last:
            yield event, own, last


def _source(route: CaseRoute, phase: CasePhase, law: StatutoryDeadline, review: Review) -> CasePhase | None:
    """The phase that the law counts from: by the name of the event, else the last meeting before."""
    if law.timing.event in route.by_name:
        return route.by_name[law.timing.event]
    if law.timing.event != MEETING:
        return None
    earlier = route.phases[: route.phases.index(phase)]
    return next((each for each in reversed(earlier) if meets(each.responsible, review.rules)), None)


def _counted_alike(route: CaseRoute, phase: CasePhase, source: CasePhase, law: StatutoryDeadline) -> bool:
    """Whether both are counted from the same: the same event, or the phase begins when it has been."""
    timing = phase.timing
    assert timing is not None
    if timing.amount is not None and timing.event:
        return not timing.before and timing.event in (law.timing.event, source.name)
    return timing.kind is TimingKind.WITHIN and before(route, phase) == {source.name}


def _days(source: CasePhase, review: Review) -> Iterator[date]:
    listed = [day for day in meetings_of(review.rules, source.responsible) if day >= review.on]
    yield from listed or (review.on + timedelta(each) for each in range(_YEAR))
