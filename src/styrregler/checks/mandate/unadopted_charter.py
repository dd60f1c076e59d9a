"""SR235: a charter that the council is not said to have adopted, or that has run out."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.mandate.charters import CHARTER, charters, first_orders, latest
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, Order
from styrregler.query.people import title_of


@check("SR235", "reglementet gäller inte", Severity.WARNING, situation=CHARTER)
def unadopted_charter(review: Review) -> Iterator[Remark]:
    """Reglementet säger inte när fullmäktige antog det, eller så har det gått ut, eller inte börjat gälla.

    Det är fullmäktiges beslut som ger nämnden dess uppgifter. Ett reglemente utan `beslutad` kan vara ett utkast, och ett
    som har gått ut ger ingenting: den som frågar får då en kedja där första ledet saknas.

    Skriv när det antogs, `beslutad 2022-12-12 § 141`, eller `läge förslag` om det inte är antaget. Har det gått ut,
    lägg till det nya.
    """
    boards = first_orders(review)
    of_board: dict[str, list[Order]] = {}
    for charter in charters(review):
        of_board.setdefault(charter.body, []).append(charter)
    for board, found in of_board.items():
        last = latest(found)
        why = review.cited("det är fullmäktiges beslut som ger nämnden dess uppgifter", CHARTER)
        order = boards.get(board)
        day = review.day(order) if order else review.on
        if order is not None and review.rules.charter(board, day) is None:
            ended = last.period.end is not None and last.period.end < day
            yield Remark(
                f"reglementet gick ut {last.period.end}, men nämnden delegerar än"
                if ended
                else f"reglementet gäller först från {last.period.start}, men nämnden delegerar redan",
                last.place,
                why=why,
                remedy="lägg till det reglemente som gäller nu, eller ändra «gäller»",
                heading=last.title,
            )
        elif last.adoption is None and (last.period.end is None or last.period.end >= review.on):
            yield Remark(
                f"reglementet för {title_of(BodyRef(board), review.rules)} säger inte när fullmäktige antog det",
                last.place,
                why=why,
                remedy="lägg till «beslutad» med dag och paragraf, eller «läge förslag» om det inte är antaget",
                heading=last.title,
            )
