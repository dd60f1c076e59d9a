"""SR302: in some cases no row answers, and nobody has said that the board then decides."""

from collections.abc import Iterator

from styrregler.analysis import Finding, Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef
from styrregler.query.people import title_of


@check("SR302", "ingen beslutar i vissa fall", Severity.WARNING)
def gap(review: Review) -> Iterator[Remark]:
    """När inget steg i trappan stämmer, och ingen annan punkt om samma ärende svarar, beslutar nämnden.

    Då är ärendet inte delegerat. Säg det med `nämnden annars` om det är meningen, eller ändra gränserna. En trappa med
    ett enda tak är bara en upplysning: där är det oftast meningen. Det som `gäller inte när` undantar är ingen lucka.
    """
    for finding in review.found(Kind.GAP):
        board = title_of(BodyRef(finding.rows[0].body), review.rules)
        steps = [step for rule in finding.rows for step in rule.alternatives if step.when is not None]
        found = remark(
            review,
            finding,
            f"ingen delegat beslutar{when(finding)}",
            why=f"då är ärendet inte delegerat, och {board} beslutar",
            remedy="säg det med en rad «nämnden annars», eller ändra gränserna"
            if _is_point(finding)
            else "gör om tabellraden till en «punkt» med en rad «nämnden annars», eller ändra gränserna",
        )
        yield found if len(steps) > 1 else found.at_most(Severity.INFO)


def _is_point(finding: Finding) -> bool:
    """Whether another line can be written there; a row of a table has no room for one."""
    return all(rule.place.line != finding.place.line for rule in finding.rows)
