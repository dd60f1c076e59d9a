"""SR236: an area that the council has given to two boards at once."""

from collections.abc import Iterator

from attrs import frozen

from styrregler.checks.check import Remark, check
from styrregler.checks.mandate.charters import AREA, charters
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, CharterClause, Order
from styrregler.query.people import title_of


@frozen
class _Gift:
    order: Order
    clause: CharterClause


@check("SR236", "två nämnder har samma område", Severity.WARNING, situation=AREA)
def two_boards(review: Review) -> Iterator[Remark]:
    """Två reglementen som gäller samtidigt ger samma område till var sin nämnd.

    Fullmäktige bestämmer nämndernas områden och hur de förhåller sig till varandra. Två nämnder med samma område kan
    besluta olika i samma fråga, och den som frågar får inget svar på vems ärendet är.

    Ta bort området ur det ena reglementet, eller dela det: `ansvarar för mark.arrende` och `ansvarar för mark.köp`.

    Ligger den ena nämndens område inuti den andras, som `mark.arrende` i `mark`, är det en upplysning. Det kan vara
    ett undantag som är meningen, men då bör den större nämndens reglemente säga det.
    """
    given: dict[str, list[_Gift]] = {}
    for charter in charters(review):
        if review.on in charter.period:
            for clause in charter.charter:
                for area in clause.areas:
                    given.setdefault(area, []).append(_Gift(charter, clause))
    for area, gifts in given.items():
        first, *others = gifts
        for other in others:
            if other.order.body != first.order.body:
                yield _remark(area, area, first, other, review)
                break
        parent = area
        while parent := parent.rpartition(".")[0]:
            above = next(
                (each for each in given.get(parent, ()) if each.order.body != first.order.body), None
            )
            if above is not None:
                yield _remark(area, parent, above, first, review)
                break


def _remark(area: str, within: str, first: _Gift, other: _Gift, review: Review) -> Remark:
    one, two = (title_of(BodyRef(each.order.body), review.rules) for each in (first, other))
    same = area == within
    return Remark(
        f"området «{area}» är gett till både {one} och {two}"
        if same
        else f"området «{area}» är gett till {two} men ligger i «{within}», som är gett till {one}",
        other.clause.place,
        why=review.cited("fullmäktige bestämmer vad varje nämnd har hand om", AREA),
        remedy="ta bort området ur det ena reglementet, eller dela det i två"
        if same
        else "låt det stå om det är ett undantag som är meningen; flytta annars området",
        heading=f"{other.order.title} › {other.clause.number} {other.clause.title}",
        severity=None if same else Severity.INFO,
        related=((first.clause.place, f"här får {one} det"),),
    )
