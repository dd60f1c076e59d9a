"""SR455: a group that lacks a part which the assignment demands."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.commissions import boards_of, groups_of, lacking, meant_in


@check("SR455", "gruppen saknar en del som uppdraget kräver", Severity.WARNING)
def group_lacks_part(review: Review) -> Iterator[Remark]:
    """En grupp för ett uppdrag har inte alla dem som uppdraget säger ska delta.

    «ordförande» är den egna nämndens ordförande, «ledningsgruppen» en grupp som hör till nämndens förvaltning, och «2 ur
    oppositionen» måste vara minst så många i gruppen.

    Lägg till den som saknas efter `deltagare` på gruppen, eller ändra uppdraget om kravet inte gäller alla.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        for board in boards_of(commission, review.rules):
            for group in groups_of(commission, board, review.rules):
                for part in lacking(commission, group, board, review.rules):
                    meant = sorted(meant_in(part.name, board, review.rules)) if part.count is None else []
                    line = meant[0] if len(meant) == 1 else str(part)
                    if part.count is None and part.name in _OWN and not meant:
                        continue  # the board has no such role, which SR456 tells
                    yield Remark(
                        f"{group.title} saknar {part}",
                        group.place,
                        why=f"uppdraget «{commission.agreed.title}» kräver det av varje grupp",
                        remedy=f"lägg till «{line}» efter «deltagare» på gruppen",
                        heading=group.title,
                        related=((part.place, "kravet"),),
                    )


_OWN = ("ordförande", "nämndordförande", "vice-ordförande")
