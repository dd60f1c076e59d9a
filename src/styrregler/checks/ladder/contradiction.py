"""SR306: rows that contradict each other in some case."""

from collections.abc import Iterator

from styrregler.analysis import Finding, Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import others, remark, titles, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import Compare
from styrregler.model import Order


@check("SR306", "reglerna motsäger varandra", Severity.ERROR)
def contradiction(review: Review) -> Iterator[Remark]:
    """I vissa fall säger reglerna emot varandra, och då svarar de inte på vem som beslutar.

    Det är så när ett ärende både är delegerat och förbehållet ett organ (`beslutas av`), både delegerat och
    verkställighet, när två `dock` på samma nivå pekar ut olika beslutsfattare, eller när två ordningar för samma nämnd
    gäller samtidigt och pekar ut olika. Två punkter som delegerar till olika personer är ingen motsägelse: var och en
    är behörig.
    """
    for finding in review.found(Kind.CONTRADICTION):
        sides = dict.fromkeys(titles(parties, review) for parties in finding.parties if parties)
        yield remark(
            review,
            finding,
            f"{finding.what}{when(finding)}",
            why=f"reglerna pekar på {' och '.join(sides)} i samma fall" if sides else "reglerna svarar olika",
            remedy=_remedy(finding, review),
            related=others(finding),
        )


def _remedy(finding: Finding, review: Review) -> str:
    """What to write: between orders, how to part them; in one row, its own conditions; else which row gives way."""
    orders = {rule.order: review.rules.orders[rule.order] for rule in finding.rows}
    if len(orders) > 1:
        return _between(tuple(orders.values()))
    if len({rule.key for rule in finding.rows}) == 1:
        return "ändra villkoren så att bara en av raderna stämmer i varje fall"
    return "låt bara en av raderna gälla i de fallen, till exempel med «gäller inte när …»"


def _between(orders: tuple[Order, ...]) -> str:
    """An order for cases opened before or from a day keeps to them; the other must say that it leaves them to it."""
    limit = next((each.opened for each in orders if isinstance(each.opened, Compare)), None)
    unlimited = next((each for each in orders if each.opened is None), None)
    if limit is None or unlimited is None:
        return "skriv «ersätter …» i den nya ordningen, eller en sista dag i den gamla"
    word = "från" if limit.operator.below else "före"
    return f"lägg till «gäller ärenden inledda {word} {limit.constant}» i ordningen «{unlimited.title}»"
