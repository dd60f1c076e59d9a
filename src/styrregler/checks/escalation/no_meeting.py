"""SR507: the body that settles has no meeting to come."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import DECIDING, paths
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef


@check("SR507", "organet som avgör har inget kommande sammanträde", Severity.WARNING)
def no_meeting(review: Review) -> Iterator[Remark]:
    """Alla sammanträdesdagar för det organ som avgör har passerat.

    Eskaleringen får då ingen sista dag. Oftast är nästa års dagar inte inlagda än.

    Lägg till dagarna efter `sammanträder` på organet. Har organet inga dagar alls, fast andra organ har det, är det en
    upplysning. Anger regelverket inga sammanträdesdagar säger kontrollen ingenting.
    """
    bodies = review.rules.corpus.bodies
    if not any(body.meetings for body in bodies.values()):
        return
    for path in paths(review):
        settled = path.settled_by
        if not isinstance(settled, BodyRef) or bodies[settled.name].kind not in DECIDING:
            continue
        body = bodies[settled.name]
        if any(day > review.on for day in body.meetings):
            continue
        last = max(body.meetings, default=None)
        yield Remark(
            f"{body.title} har inget sammanträde efter {last}"
            if last
            else f"{body.title} har inga sammanträdesdagar",
            path.settled_place or path.place,
            why="utan dag för sammanträdet får eskaleringen inget slut",
            remedy=f"lägg till dagarna på {body.name}: «sammanträder ÅÅÅÅ-MM-DD, …»",
            heading=path.title,
            severity=None if last else Severity.INFO,
        )
