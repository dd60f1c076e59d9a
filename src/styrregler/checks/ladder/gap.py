"""SR302: in some cases no row answers, and nobody has said that the board then decides."""

from collections.abc import Iterator

from styrregler.analysis import Finding, Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark, when
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import Compare, Is, atoms
from styrregler.model import BodyRef, Level, RuleKind
from styrregler.query.candidates import not_in_force
from styrregler.query.people import title_of


@check("SR302", "ingen beslutar i vissa fall", Severity.WARNING)
def gap(review: Review) -> Iterator[Remark]:
    """När inget steg i trappan stämmer, och ingen annan punkt om samma ärende svarar, beslutar nämnden.

    Då är ärendet inte delegerat. Säg det med `nämnden annars` om det är meningen, eller ändra gränserna. Ett enda tak, som
    varken ett steg, ett `dock` eller en annan punkt fortsätter, är bara en upplysning: där är det oftast meningen. Det som `gäller inte när` undantar är ingen lucka.
    """
    for finding in review.found(Kind.GAP):
        board = title_of(BodyRef(finding.rows[0].body), review.rules)
        found = remark(
            review,
            finding,
            f"ingen delegat beslutar{when(finding)}",
            why=f"då är ärendet inte delegerat, och {board} beslutar",
            remedy="säg det med en rad «nämnden annars», eller ändra gränserna"
            if _is_point(finding)
            else "gör om tabellraden till en «punkt» med en rad «nämnden annars», eller ändra gränserna",
        )
        yield found if _answers(finding, review) > 1 else found.at_most(Severity.INFO)


def _answers(finding: Finding, review: Review) -> int:
    """How many lines there are between which a case may fall: steps of every row of the matter, and their own `dock`."""
    one = finding.rows[0]
    others = [
        rule
        for rule in review.rules.rules_for(one.body, one.matter)
        if rule.kind is not RuleKind.GENERAL
        and not not_in_force(rule, review.rules.orders[rule.order], finding.on, review.rules)
    ]
    rows = {rule.key: rule for rule in (*finding.rows, *others)}.values()
    docks = [
        each
        for rule in rows
        for each in rule.overrides
        if each.level is Level.POINT and each.when is not None and any(map(_is_ceiling, atoms(each.when)))
    ]
    return len(docks) + sum(len(rule.alternatives) for rule in rows)


def _is_ceiling(atom: Compare | Is) -> bool:
    return isinstance(atom, Compare)


def _is_point(finding: Finding) -> bool:
    """Whether another line can be written there; a row of a table has no room for one."""
    return all(rule.place.line != finding.place.line for rule in finding.rows)
