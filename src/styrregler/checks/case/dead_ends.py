"""SR622: phases that never come to an end."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import CaseRoute


@check("SR622", "ärendegången tar aldrig slut", Severity.ERROR)
def never_ends(review: Review) -> Iterator[Remark]:
    """Från en fas går det inte att komma till något slut: den leder ingenstans, eller runt i en cirkel.

    Ett ärende som hamnar där avslutas aldrig. `åter till` räcker inte: det gäller bara när något brister. En rad i `nästa`
    räknas inte om raden före saknar villkor.

    Skriv `nästa slut`, eller vad som kommer härnäst, i den fas som ska vara den sista. En fas som saknar `nästa` är en
    varning, för den kan vara oavslutad; en cirkel är ett fel.
    """
    for route in routes(review):
        stuck = [phase for phase in route.phases if phase.name not in route.ending]
        silent = [phase for phase in route.phases if not phase.onward]
        for phase in silent:
            yield Remark(
                f"efter fasen «{phase.name}» kommer inget",
                phase.place,
                why="ett ärende som kommer hit avslutas aldrig",
                remedy="skriv «nästa slut» under fasen, eller vad som kommer härnäst",
                heading=route.agreed.title,
                severity=Severity.WARNING,
            )
        leading = {each.name for each in silent}
        round_ = [phase for phase in stuck if not route.reached(start=phase.name) & leading]
        if round_:
            first = round_[0]
            yield Remark(
                f"ärendegången går i cirkel: {' → '.join(_ring(route, first.name))}",
                first.onward[0].place,
                why="ett ärende som kommer hit avslutas aldrig",
                remedy="låt en av faserna ha «nästa slut», med «när …» om det bara gäller ibland",
                heading=route.agreed.title,
            )


def _ring(route: CaseRoute, name: str) -> list[str]:
    """The phases one after another, until one comes again."""
    trail: list[str] = []
    while name not in trail:
        trail.append(name)
        name = route.by_name[name].onward[0].to
    return [*trail[trail.index(name) :], name][:12]
