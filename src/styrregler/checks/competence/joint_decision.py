"""SR214: several are to decide together."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.competence.joint import joint_decisions
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR214", "flera ska besluta tillsammans", Severity.WARNING)
def joint_decision(review: Review) -> Iterator[Remark]:
    """Punktens text säger att flera ska besluta gemensamt. Nämnden kan bara delegera till var och en för sig.

    Lagen räknar upp vem som kan få uppdraget: presidiet, ett utskott, en ledamot, en anställd. Två anställda tillsammans
    är ingen av dem. Skrivs flera delegater på en rad får var och en besluta ensam.

    Låt en av dem besluta och skriv `samråd med` den andra, eller låt ett utskott besluta. Att flera skriver under en
    handling (firmateckning) är något annat, och sägs inget om.
    """
    for each in joint_decisions(review):
        if not each.mixed:
            yield Remark.on(
                each.rule,
                each.order,
                f"«{each.said}» tyder på att flera ska besluta tillsammans",
                why="nämnden kan delegera till var och en för sig, men inte till flera som beslutar gemensamt",
                remedy="låt en av dem besluta, och skriv «samråd med» den andra",
            )
