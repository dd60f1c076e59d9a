"""SR311: an exception that leads back to whom it is an exception from."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import others, remark, titles, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR311", "undantaget leder tillbaka", Severity.WARNING)
def leads_back(review: Review) -> Iterator[Remark]:
    """Ett `dock` eller `lyfts till` ska flytta beslutet till någon annan.

    Pekar det på den som ändå är delegat i de fallen flyttas ingenting, och det som skulle sägas är inte sagt. Två
    punkter om samma ärende vars undantag pekar på varandras delegater går i cirkel.
    """
    for finding in review.found(Kind.LEADS_BACK):
        who = titles(finding.parties[0], review)
        yield remark(
            review,
            finding,
            f"undantaget leder tillbaka till {who}",
            why=f"{who} är redan delegat{when(finding)}",
            remedy="ange vem som ska besluta i stället, eller ta bort undantaget",
        )
    for finding in review.found(Kind.EACH_OTHER):
        one, other = finding.rows[:2]
        yield remark(
            review,
            finding,
            f"undantagen i punkt {one.number} och punkt {other.number} pekar på varandra{when(finding)}",
            why="var och en lämnar beslutet till den som den andra punkten tar det från",
            remedy="bestäm vem av dem som beslutar, och ta bort det ena undantaget",
            related=others(finding),
        )
