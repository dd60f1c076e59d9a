"""SR505: a step with a role that nobody holds."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.escalation.paths import paths
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import RoleRef
from styrregler.query.people import title_of


@check("SR505", "ingen innehar rollen i steget", Severity.WARNING)
def nobody_holds(review: Review) -> Iterator[Remark]:
    """Ett steg i eskaleringen väntar på en roll som har haft en innehavare men som ingen har den dag som kontrollen gäller.

    `styrregler eskalera` visar då vem som träder in, men texten skickar den som läser till en tom stol.

    Lägg till `innehavare` med den som har rollen nu, eller byt roll i steget. Kontrollen gäller bara roller som regelverket
    har angett innehavare för.
    """
    holders = review.rules.corpus.holders
    held = {each.role for each in holders if review.on in each.period}
    vacant = {each.role for each in holders} - held
    for path in paths(review):
        for number, stage in enumerate(path.stages, 1):
            for party in stage.parties:
                if isinstance(party, RoleRef) and party.name in vacant:
                    yield Remark(
                        f"ingen innehar rollen {title_of(party, review.rules)} i steg {number}",
                        stage.place,
                        why="steget väntar på någon som inte finns",
                        remedy=f'lägg till «innehavare {party.name} "…"» med den som har rollen nu',
                        heading=path.title,
                    )
