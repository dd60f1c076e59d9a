"""SR434: two rules about assignments that say yes and no to the same, neither closer than the other."""

from collections.abc import Iterator
from itertools import product

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Agreed
from styrregler.query.assignment import AgreedWay, closer, way_in_words


@check("SR434", "uppdragsvägarna motsäger varandra", Severity.WARNING)
def contradicting_ways(review: Review) -> Iterator[Remark]:
    """En väg är både tillåten och otillåten, och ingen av reglerna gäller färre än den andra.

    Den regel som gäller färre går före: «ordförande till förvaltningschef» före «ledamot till anställd». Här finns någon som
    båda gäller lika nära, så att svaret blir att reglerna motsäger varandra.

    Ta bort den ena, eller nämn dem som undantaget gäller.
    """
    ways = [
        AgreedWay(way, block.agreed)
        for block in review.in_force(review.rules.corpus.assignments)
        for way in block.ways
    ]
    allowed = [each for each in ways if each.way.allowed]
    barred = [each for each in ways if not each.way.allowed]
    for yes, no in product(allowed, barred):
        if not _clash(yes, no, review):
            continue
        first, second = sorted((yes, no), key=lambda each: each.way.place.sort_key)
        yield Remark(
            f"«{way_in_words(second.way)}» motsäger «{way_in_words(first.way)}»",
            second.way.place,
            why="båda gäller samma personer, och ingen av reglerna gäller färre än den andra",
            remedy="ta bort den ena, eller nämn dem som undantaget gäller",
            heading=second.agreed.title,
            related=((first.way.place, "den andra regeln"),),
        )


def _clash(yes: AgreedWay, no: AgreedWay, review: Review) -> bool:
    circles, one, other = review.rules.circles, yes.way, no.way
    return (
        one.via == other.via
        and circles.meet(one.sender, other.sender)
        and circles.meet(one.receiver, other.receiver)
        and not closer(one, other, review.rules)
        and not closer(other, one, review.rules)
        and together(yes.agreed, no.agreed)
    )


def together(one: Agreed, other: Agreed) -> bool:
    """Whether both can hold on one day for one body. A proposal holds beside no rule, but is compared with itself."""
    if one.draft or other.draft:
        return one.place == other.place
    shared = not one.bodies or not other.bodies or not one.bodies.isdisjoint(other.bodies)
    return shared and one.period.overlaps(other.period)
