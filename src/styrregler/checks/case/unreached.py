"""SR621: a phase or an end that no case can come to."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR621", "fasen kan aldrig nås", Severity.WARNING)
def unreached(review: Review) -> Iterator[Remark]:
    """En fas, eller ett slut, står i ärendegången utan att något leder dit.

    Ett ärende börjar i den första fasen och följer `nästa` och `åter till`. Det som ingen av dem pekar på händer aldrig, och
    det som står där läses som om det gällde.

    Skriv `nästa` i den fas som leder dit, eller ta bort det som inte används.
    """
    for route in routes(review):
        seen = route.reached()
        parts = [("fasen", each.name, each.place) for each in route.phases]
        parts += [("slutet", each.name, each.place) for each in route.ends]
        for what, name, place in parts:
            if name not in seen:
                yield Remark(
                    f"{what} «{name}» kan aldrig nås",
                    place,
                    why="ingen fas på vägen säger att den kommer härnäst",
                    remedy=f"skriv «nästa {name}» i fasen före, med «när …» om det bara gäller ibland",
                    heading=route.agreed.title,
                )
