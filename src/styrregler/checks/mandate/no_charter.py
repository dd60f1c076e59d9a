"""SR233: a board with a delegation order that the council has given no charter."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.mandate.charters import CHARTER, charters, first_orders
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, OrderKind
from styrregler.query.people import title_of

WHOLE = 3
"""As many boards with orders make a municipality; fewer may be part of one."""


@check("SR233", "nämnden saknar reglemente", Severity.ERROR, situation=CHARTER)
def no_charter(review: Review) -> Iterator[Remark]:
    """Nämnden delegerar, men inget reglemente säger vad fullmäktige har gett den att besluta om.

    En nämnd kan bara lämna ifrån sig det som den själv har fått. Fullmäktige ska anta ett reglemente för varje nämnd, och
    utan det är kedjan från fullmäktige till delegaten bruten: ingen kan visa att beslutet var nämndens.

    Lägg reglementet i en egen fil, med `ansvarar för` på de punkter som ger nämnden ett område.

    Har ett regelverk med tre nämnder eller fler inga reglementen alls sägs det en gång, som en upplysning: då har de oftast
    inte skrivits in än. Är nämnderna färre sägs ingenting. Ett reglemente som har gått ut, eller som inte säger när det
    antogs, är en egen kontroll (SR235).
    """
    boards = first_orders(review)
    stated = {order.body for order in charters(review)}
    why = review.cited("fullmäktige ska anta ett reglemente för varje nämnd", CHARTER)
    if not stated:
        if len(boards) >= WHOLE:
            order = next(iter(boards.values()))
            yield Remark(
                "regelverket har inga reglementen, så kedjan från fullmäktige syns inte",
                order.place,
                why=why,
                remedy="lägg nämndernas reglementen i varsin fil, med block «reglemente» och satser «ansvarar för»",
                heading=order.title,
                severity=Severity.INFO,
            )
        return
    proposed = {
        order.body for order in review.rules.corpus.orders if order.kind is OrderKind.CHARTER and order.draft
    }
    for board, order in boards.items():
        if board not in stated:
            who = title_of(BodyRef(board), review.rules)
            yield Remark(
                f"{who} har bara ett förslag till reglemente"
                if board in proposed
                else f"{who} har en delegationsordning men inget reglemente",
                order.place,
                why=why,
                remedy="ta bort «läge förslag» när fullmäktige har antagit det"
                if board in proposed
                else f'lägg till en fil som börjar «reglemente {board} "Reglemente för {who}"»',
                heading=order.title,
            )
