"""SR630: more phases than anybody can follow."""

from collections.abc import Iterator

from styrregler.checks.case.routes import routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity

MOST = 60


@check("SR630", "ärendegången har för många faser", Severity.WARNING)
def too_many(review: Review) -> Iterator[Remark]:
    """En ärendegång har fler än 60 faser.

    En så lång väg går inte att följa för den som ska arbeta efter den, och inte att rita så att den går att läsa. Oftast är
    faserna moment: sådant som görs i en fas.

    Gör det som hör ihop till `moment` i en fas, eller dela ärendegången i flera.
    """
    for route in routes(review):
        if len(route.phases) > MOST:
            yield Remark(
                f"ärendegången har {len(route.phases)} faser",
                route.agreed.place,
                why=f"mer än {MOST} går inte att följa eller rita",
                remedy="gör det som hör ihop till «moment» i en fas, eller dela ärendegången i flera",
                heading=route.agreed.title,
            )
