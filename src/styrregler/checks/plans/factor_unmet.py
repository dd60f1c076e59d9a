"""SR643: a goal or a success factor of an assignment that nothing in the rules fulfils."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR643", "inget i reglerna uppfyller målet eller framgångsfaktorn", Severity.INFO)
def factor_unmet(review: Review) -> Iterator[Remark]:
    """Ett uppdrags mål eller framgångsfaktor säger inte vad i reglerna som uppfyller det.

    Sägs det för något mål i uppdraget är det troligen glömt för de andra. Säger uppdraget det aldrig är kontrollen tyst.

    Lägg till `uppfylls av` med namnen på de block som gör det, eller låt raden stå som en påminnelse.
    """
    for commission in review.in_force(review.rules.corpus.commissions):
        if not any(each.met_by for each in commission.goals):
            continue
        for each in commission.goals:
            if not each.met_by:
                what = "framgångsfaktorn" if each.success else "målet"
                yield Remark(
                    f"inget i reglerna uppfyller {what} «{each.text}»",
                    each.place,
                    why="andra mål i uppdraget säger vad som uppfyller dem",
                    remedy="lägg till «uppfylls av» med namnet på ett block, till exempel en gräns eller ett effektmål",
                    heading=commission.agreed.title,
                )
