"""SR732: what a text leaves to be filled in, and questions that nobody has answered."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR732", "något återstår att fylla i", Severity.WARNING)
def to_fill_in(review: Review) -> Iterator[Remark]:
    """Ett block har `ska fyllas i` eller `öppen fråga`: kommunen har inte bestämt det än.

    Det är en upplysning, en påminnelse. Har dagen efter `senast` passerat är det en varning.

    Skriv det som är bestämt och ta bort raden, eller flytta fram dagen.
    """
    for point in review.rules.corpus.open_points:
        late = point.until is not None and point.until < review.on
        said = f": {point.text}" if point.text else ""
        when = f", skulle vara klart {point.until}" if late else ""
        yield Remark(
            f"öppen fråga: {point.text}" if point.question else f"ska fyllas i{said}{when}",
            point.place,
            why="kommunen har inte bestämt det än",
            remedy="skriv svaret i reglerna och ta bort raden"
            if point.question
            else "skriv det som är bestämt och ta bort raden",
            heading=point.heading,
            severity=None if late else Severity.INFO,
        )
