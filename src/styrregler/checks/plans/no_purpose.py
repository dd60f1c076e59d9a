"""SR457: a board that has no purpose statement, though an assignment leads to one."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.commissions import boards_of


@check("SR457", "nämnden har ingen verksamhetsidé", Severity.WARNING)
def no_purpose(review: Review) -> Iterator[Remark]:
    """Ett uppdrag leder till en verksamhetsidé för varje nämnd, och en nämnd har ingen.

    Är uppdragets sista dag inte passerad är det en upplysning. Ett block med `ska fyllas i` räcker: då påminner en annan
    kontroll. En nämnd under uppstart räknas inte.

    Lägg till `verksamhetsidé` för nämnden, med vad, `för vem` och `varför`.
    """
    corpus = review.rules.corpus
    said = {each.body for each in corpus.purposes}
    for commission in review.in_force(corpus.commissions):
        if not commission.leads_to or commission.leads_place is None:
            continue
        days = [each.moment.last for stage in commission.stages for each in stage.times if each.moment.last]
        over = bool(days) and max(days) < review.on
        for board in boards_of(commission, review.rules):
            if board in said or corpus.bodies[board].being_set_up:
                continue
            yield Remark(
                f"{corpus.bodies[board].title} har ingen verksamhetsidé",
                commission.leads_place,
                why=f"uppdraget «{commission.agreed.title}» leder till en för varje nämnd",
                remedy=f'lägg till «verksamhetsidé {board} "…"», eller «verksamhetsidé {board}» med «ska fyllas i»',
                heading=commission.agreed.title,
                severity=None if over else Severity.INFO,
            )
