"""SR432: a grey zone that nobody settles."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Side


@check("SR432", "ingen avgör gråzonen", Severity.WARNING)
def unsettled(review: Review) -> Iterator[Remark]:
    """En gråzon säger inte vem som har sista ordet.

    Det är just i gråzonen som politik och profession blir oense. Att de ska tala med varandra hjälper inte när samtalet inte
    leder någonstans.

    Lägg till `avgörs av` med den som avgör, eller `eskaleras enligt` med en eskalering, som alltid slutar hos någon.
    """
    for boundary in review.in_force(review.rules.corpus.boundaries):
        told = set()
        for term in boundary.terms:
            zone = term.zone
            if term.side is not Side.GREY or zone is None or zone.settled_by or zone.escalation:
                continue
            if term.place.line in told:
                continue
            told.add(term.place.line)
            yield Remark(
                f"ingen avgör gråzonen «{term.name}»",
                term.place,
                why="de som talar med varandra kan bli oense, och då finns ingen som har sista ordet",
                remedy="lägg till en rad under gråzonen, till exempel «avgörs av nämnden»",
                heading=boundary.agreed.title,
            )
