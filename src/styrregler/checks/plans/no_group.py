"""SR454: a board that has no group for an assignment that demands one."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.commissions import boards_of, groups_of


@check("SR454", "nämnden har ingen grupp för uppdraget", Severity.WARNING)
def no_group(review: Review) -> Iterator[Remark]:
    """Ett uppdrag säger vilka som ska delta i varje nämnd, men en nämnd har ingen grupp för det.

    Har någon annan nämnd en grupp är det en varning. Har ingen det än är det en upplysning, en gång för uppdraget. En nämnd
    under uppstart räknas inte.

    Lägg till ett block `grupp` med `tillhör`, `för uppdrag` och `deltagare`.
    """
    corpus = review.rules.corpus
    for commission in review.in_force(corpus.commissions):
        if not commission.members:
            continue
        boards = [
            name
            for name in boards_of(commission, review.rules)
            if name in corpus.bodies and not corpus.bodies[name].being_set_up
        ]
        without = [name for name in boards if not groups_of(commission, name, review.rules)]
        if not without:
            continue
        name = commission.agreed.name
        if len(without) == len(boards):
            yield Remark(
                f"ingen nämnd har någon grupp för uppdraget «{commission.agreed.title}»",
                commission.agreed.place,
                why="uppdraget säger vilka som ska delta i varje nämnd",
                remedy=f"lägg till en grupp för varje nämnd, med «för uppdrag {name}»",
                heading=commission.agreed.title,
                severity=Severity.INFO,
            )
            continue
        for board in without:
            yield Remark(
                f"{corpus.bodies[board].title} har ingen grupp för uppdraget «{commission.agreed.title}»",
                commission.agreed.place,
                why="uppdraget säger vilka som ska delta i varje nämnd",
                remedy=f"lägg till en grupp med «tillhör {board}» och «för uppdrag {name}», eller «utom {board}» på uppdraget",
                heading=commission.agreed.title,
            )
