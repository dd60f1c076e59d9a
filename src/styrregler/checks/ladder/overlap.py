"""SR307: two rows about one matter name different delegates."""

from collections.abc import Iterator

from styrregler.analysis import Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import others, remark, titles, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR307", "flera punkter ger olika delegater samma ärende", Severity.INFO)
def overlap(review: Review) -> Iterator[Remark]:
    """Två punkter om samma ärende pekar ut olika delegater i samma fall.

    Båda är då behöriga, var och en ensam. Ofta är det meningen, men inte alltid: om bara den ena ska besluta behöver
    den andra punkten ett villkor eller `gäller inte när`.
    """
    for finding in review.found(Kind.OVERLAP):
        one, other = finding.rows[:2]
        mine, theirs = (titles(parties, review) for parties in finding.parties)
        yield remark(
            review,
            finding,
            f"{one.label} och {other.label} ger olika delegater rätt att besluta{when(finding)}",
            why=f"{mine} enligt {one.number} och {theirs} enligt {other.number} är behöriga, var och en ensam",
            remedy="ge den ena punkten ett villkor eller «gäller inte när …», om bara den andra är menad",
            related=others(finding),
        )
