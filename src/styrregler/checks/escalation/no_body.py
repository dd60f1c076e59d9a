"""SR501: an escalation that does not end in a body that can settle it."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import DECIDING, paths
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef
from styrregler.query.people import title_of


@check("SR501", "eskaleringen slutar inte hos ett organ", Severity.WARNING)
def no_body(review: Review) -> Iterator[Remark]:
    """Eskaleringen har inget sista led, eller ett som inte är ett organ som kan avgöra.

    En oenighet mellan förtroendevalda och anställda avgörs till slut av nämnden eller fullmäktige. Slutar stegen hos en
    person, en förvaltning eller en grupp kan de två sidorna stå kvar där utan att någon har rätt att avgöra.

    Skriv `avgörs av` och nämnden, ett utskott eller fullmäktige, eller `eskaleras enligt` och den eskalering som för saken
    vidare.
    """
    for path in paths(review):
        if path.continues:
            continue
        settled = path.settled_by
        if settled is None:
            yield Remark(
                "ingen avgör när stegen är slut",
                path.place,
                why="då tar eskaleringen slut utan att saken är avgjord",
                remedy="lägg till «avgörs av …» med nämnden",
                heading=path.title,
            )
        elif (
            not isinstance(settled, BodyRef) or review.rules.corpus.bodies[settled.name].kind not in DECIDING
        ):
            yield Remark(
                f"{title_of(settled, review.rules)} är inget organ som kan avgöra",
                path.settled_place or path.place,
                why="bara en nämnd, ett utskott, ett presidium eller fullmäktige beslutar som organ",
                remedy="skriv nämnden efter «avgörs av», och låt den som står där vara med i det sista steget",
                heading=path.title,
            )
