"""SR502: escalations that lead back to each other."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import paths
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR502", "eskaleringen går i cirkel", Severity.ERROR)
def rings(review: Review) -> Iterator[Remark]:
    """Eskaleringar som säger «eskaleras enligt» om varandra, eller om sig själva.

    Då tar stegen aldrig slut, och ingen avgör.

    Ta bort `eskaleras enligt` i den som ska vara den sista, och skriv där `avgörs av`.
    """
    known = review.rules.corpus.escalations
    told: set[str] = set()
    for start in paths(review):
        trail: list[str] = []
        name = start.name
        while name and name not in trail:
            trail.append(name)
            name = known[name].continues
        ring = trail[trail.index(name) :] if name else []
        if not ring or told & set(ring):
            continue
        told |= set(ring)
        last = known[ring[-1]]
        yield Remark(
            f"eskaleringen går i cirkel: {' → '.join([*ring, ring[0]])}",
            last.continues_place or last.place,
            why="då tar stegen aldrig slut, och ingen avgör",
            remedy="skriv «avgörs av …» i stället för «eskaleras enligt» i den som ska vara sist",
            heading=last.title,
        )
