"""SR312: a substitute who would be kept out by the same thing as the delegate."""

from collections.abc import Iterator

from styrregler.analysis import Finding, Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark, titles
from styrregler.checks.people.stand_ins import StandIns
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import RoleRef


@check("SR312", "ersättaren faller på samma skäl som delegaten", Severity.WARNING)
def same_reason(review: Review) -> Iterator[Remark]:
    """En ersättare behövs när delegaten är borta eller jävig, och ska då själv kunna besluta.

    Innehar samma person båda rollerna är ersättaren borta eller jävig samtidigt. Ett förbud i lag som bara lämnar
    ärendet åt ett visst slag av mottagare gäller ersättaren också.
    """
    stand_ins = StandIns(review)
    for finding in review.found(Kind.SAME_PERSON, Kind.SAME_BAR):
        # Where nobody else would step in either, that is the fault, and is found by itself.
        if finding.kind is Kind.SAME_PERSON and not _somebody_else(finding, stand_ins):
            continue
        reason = finding.what.rpartition(": ")[0]
        delegate, substitute = (titles(parties, review) for parties in finding.parties)
        person = finding.kind is Kind.SAME_PERSON
        yield remark(
            review,
            finding,
            f"ersättaren {substitute} kan inte träda in för {delegate}",
            why=f"{reason} innehar båda rollerna" if person else f"samma förbud hindrar ersättaren: {reason}",
            remedy="ange en annan ersättare",
        )


def _somebody_else(finding: Finding, stand_ins: StandIns) -> bool:
    """Whether another substitute or a superior steps in for each of the delegates."""
    rule, (delegates, substitutes) = finding.rows[0], finding.parties
    order = stand_ins.review.rules.orders[rule.order]
    return all(
        {*stand_ins.substitutes(rule, each), *map(RoleRef, stand_ins.superiors(order, each))} - {*substitutes}
        for each in delegates
        if isinstance(each, RoleRef)
    )
