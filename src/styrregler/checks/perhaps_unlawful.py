"""SR207: a statutory bar that may concern a row, but that nobody has verified against the statute."""

from collections.abc import Iterator

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.model import OrderKind, RuleKind
from styrregler.query.bars import bars_on
from styrregler.ruleset import RuleSet


def perhaps_unlawful(rules: RuleSet) -> Iterator[Diagnostic]:
    """An unverified bar never changes an answer; it is a warning that says so."""
    for order in rules.corpus.orders:
        if order.kind is OrderKind.CHARTER or order.draft:
            continue
        on = rules.typical_day(order)
        for rule in order.rules:
            if rule.kind is RuleKind.GENERAL or not rule.readable or not rule.alternatives:
                continue
            parties = [party for each in rule.alternatives for party in each.parties]
            for bar in bars_on(rule, rules, on, verified=False):
                if not bar.bar.tags or not any(bar.keeps_out(party, rules, rule.body) for party in parties):
                    continue
                yield Diagnostic(
                    "SR207",
                    Severity.WARNING,
                    f"lagen kan hindra delegationen: {bar.within_sentence}",
                    rule.place,
                    why="förbudet är inte kontrollerat mot lagtexten och påverkar inga svar",
                    remedy="läs lagrummet; ta bort märkningen (rör) om förbudet inte gäller punkten",
                    heading=f"{order.title} › {rule.label}",
                )
