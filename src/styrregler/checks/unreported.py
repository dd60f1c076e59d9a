"""SR206: rows of an order that do not say whether the decision is reported to the board."""

from collections.abc import Iterator

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.model import OrderKind, RuleKind
from styrregler.ruleset import RuleSet

SHOWN = 5


def unreported(rules: RuleSet) -> Iterator[Diagnostic]:
    """One finding an order, naming the first rows: the cause is usually one missing line on the order itself."""
    for order in rules.corpus.orders:
        if order.kind is not OrderKind.DELEGATION or order.draft:
            continue
        silent = [
            rule
            for rule in order.rules
            if rule.kind is RuleKind.POINT
            and rule.readable
            and (rule.alternatives or rule.overrides)
            and not rule.reporting
        ]
        if not silent:
            continue
        numbers = ", ".join(rule.number for rule in silent[:SHOWN]) + (" …" if len(silent) > SHOWN else "")
        law = ", ".join(dict.fromkeys(str(ref) for duty in rules.corpus.duties for ref in duty.law))
        yield Diagnostic(
            "SR206",
            Severity.WARNING,
            f"ordningen säger inte om beslut enligt {len(silent)} punkter ska anmälas ({numbers})",
            silent[0].place,
            why=f"nämnden ska bestämma i vilken utsträckning beslut anmäls ({law})" if law else "",
            remedy="lägg till «anmäls till nämnden nästa sammanträde» eller «anmäls inte», på ordningen, avsnittet eller punkten",
            heading=order.title,
        )
