"""SR207: a statutory bar that may concern a row, but that nobody has verified against the statute."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.bars import about_urgency, bars_on


@check("SR207", "lagen kan hindra delegationen", Severity.WARNING)
def perhaps_barred(review: Review) -> Iterator[Remark]:
    """Ett förbud i lag kan gälla punkten, men ingen har kontrollerat förbudet mot lagtexten.

    Det påverkar därför inga svar. Läs lagrummet innan ordningen beslutas.

    Förbuden står i `policies/lag`. Ett förbud som inte är kontrollerat säger varför (`kontrollerad inte "…"`).
    """
    for order, rule in review.rows():
        parties = [party for each in rule.alternatives for party in each.parties]
        for bar in bars_on(rule, review.rules, review.day(order), verified=False):
            if not bar.bar.tags or about_urgency(bar.bar.tags):
                continue
            if any(bar.keeps_out(party, review.rules, rule.body) for party in parties):
                yield Remark.on(
                    rule,
                    order,
                    f"lagen kan hindra delegationen: {bar.within_sentence}",
                    why="förbudet är inte kontrollerat mot lagtexten och påverkar inga svar",
                    remedy="läs lagrummet; ta bort märkningen (rör) om förbudet inte gäller punkten",
                )
