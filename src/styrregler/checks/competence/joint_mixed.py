"""SR215: a politician and an employee are to decide together."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.competence.joint import joint_decisions
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR215", "förtroendevald och anställd ska besluta tillsammans", Severity.WARNING)
def joint_mixed(review: Review) -> Iterator[Remark]:
    """Punktens text säger att en förtroendevald och en anställd ska besluta gemensamt. Blandad delegering godtas inte.

    Nämnden kan ge uppdraget till en ledamot eller till en anställd, men inte till båda tillsammans: då går det inte att
    säga om det är den politiska nivån eller förvaltningen som har beslutat och ansvarar.

    Låt den ena besluta och skriv `samråd med` den andra. Samråd är tillåtet, och den som beslutar bestämmer själv.
    """
    for each in joint_decisions(review):
        if each.mixed:
            yield Remark.on(
                each.rule,
                each.order,
                f"«{each.said}» tyder på att en förtroendevald och en anställd ska besluta tillsammans",
                why="nämnden kan delegera till en ledamot eller till en anställd, men inte till dem gemensamt",
                remedy="låt den ena besluta, och skriv «samråd med» den andra",
            )
