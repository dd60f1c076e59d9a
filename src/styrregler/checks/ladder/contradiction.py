"""SR306: rows that contradict each other in some case."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import others, remark, titles, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


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
            remedy="låt bara en av raderna gälla i de fallen, till exempel med «gäller inte när …»",
            related=others(finding),
        )
