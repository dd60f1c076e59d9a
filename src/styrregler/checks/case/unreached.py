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

    Skriv `nästa` i den fas som leder dit, eller ta bort det som inte används. Står den redan i `nästa`, flytta upp raden: den
    första rad som stämmer gäller, och en rad utan villkor stämmer alltid.
    """
    for route in routes(review):
        seen = route.reached()
        parts = [("fasen", each.name, each.place) for each in route.phases]
        parts += [("slutet", each.name, each.place) for each in route.ends]
        for what, name, place in parts:
            if name not in seen:
                passed = (phase for phase in route.phases if phase.name in seen)
                hidden = any(each.to == name for phase in passed for each in phase.onward)
                yield Remark(
                    f"{what} «{name}» kan aldrig nås",
                    place,
                    why="raden som leder dit står efter en rad utan villkor, och den första som stämmer gäller"
                    if hidden
                    else "ingen fas på vägen säger att den kommer härnäst",
                    remedy="sätt raden före den utan villkor, med «när …»"
                    if hidden
                    else f"skriv «nästa {name}» i fasen före, med «när …» om det bara gäller ibland",
                    heading=route.agreed.title,
                )
