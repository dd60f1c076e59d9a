"""SR435: a word that stands on two sides of the boundaries."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.interplay.contradicting_ways import together
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Boundary, BoundaryTerm
from styrregler.values import fold


@check("SR435", "samma sak står på två sidor om gränsen", Severity.WARNING)
def two_sides(review: Review) -> Iterator[Remark]:
    """Ett ord står både under `vad` och `hur`, eller både där och i gråzonen, i gränser som gäller samtidigt.

    Då ger gränsen inget besked om vem som bestämmer.

    Låt ordet stå på ett ställe. Är det olika i olika nämnder: säg vilka med `omfattar`. Är det två olika saker: säg vilka,
    till exempel «lokalbehov» under `vad` och «lokalvård» under `hur`.
    """
    seen: dict[str, list[tuple[BoundaryTerm, Boundary]]] = {}
    for boundary in review.in_force(review.rules.corpus.boundaries):
        for term in boundary.terms:
            same = seen.setdefault(fold(term.name), [])
            clash = next(
                (
                    other
                    for other, where in same
                    if other.side is not term.side and together(boundary.agreed, where.agreed)
                ),
                None,
            )
            same.append((term, boundary))
            if clash is not None:
                yield Remark(
                    f"«{term.name}» står både under «{clash.side.value}» och under «{term.side.value}»",
                    term.place,
                    why="då säger gränsen inte vem som bestämmer",
                    remedy="ta bort ordet på det ena stället, eller säg med «omfattar» vilka nämnder var gräns gäller",
                    heading=boundary.agreed.title,
                    related=((clash.place, "den andra sidan"),),
                )
