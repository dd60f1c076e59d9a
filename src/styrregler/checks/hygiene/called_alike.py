"""SR741: two matters of the same board that are called the same in everyday words."""

from collections import defaultdict
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, OrderKind, Rule, Synonym
from styrregler.values import fold


@check("SR741", "två ärenden kallas samma sak", Severity.WARNING)
def called_alike(review: Review) -> Iterator[Remark]:
    """Två ärenden hos samma nämnd har samma ord under `kallas även`. Den som frågar med ordet får välja mellan dem, också när bara det ena kan vara menat.

    Punkter om samma ärende får dela ord, och så får olika nämnder. Detsamma gäller punkter som inte gäller samtidigt.
    """
    called: dict[tuple[str, str], list[tuple[Order, Rule, Synonym]]] = defaultdict(list)
    for order, rule in review.rows(OrderKind.DELEGATION):
        for synonym in rule.synonyms:
            called[rule.body, fold(synonym.text)].append((order, rule, synonym))
    for alike in called.values():
        first_order, first, said = alike[0]
        for order, rule, _ in alike[1:]:
            if set(rule.matters) & set(first.matters) or not _together(first_order, first, order, rule):
                continue
            yield Remark.on(
                rule,
                order,
                f"punkt {rule.number} kallas «{said.text}», och det gör punkt {first.number} också",
                why=f"den som frågar om «{said.text}» får välja mellan {first.title} och {rule.title}",
                remedy="ta bort ordet på den ena, eller skriv ut vad som skiljer dem åt",
                related=((first.place, f"punkt {first.number}"),),
            )


def _together(one: Order, first: Rule, other: Order, second: Rule) -> bool:
    """Whether both hold at some time."""
    return one.period.overlaps(other.period) and first.period.overlaps(second.period)
