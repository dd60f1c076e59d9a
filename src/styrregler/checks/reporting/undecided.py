"""SR206: rows of an order that do not say whether the decision is reported to the board."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Rule

SHOWN = 5
UNDECIDED = "anmälan-oreglerad"


@check("SR206", "anmälan är inte reglerad", Severity.WARNING)
def undecided(review: Review) -> Iterator[Remark]:
    """Nämnden ska bestämma i vilken utsträckning delegationsbeslut anmäls till den.

    Säg det för ordningen, avsnittet eller
    punkten: `anmäls till nämnden nästa sammanträde`, eller `anmäls inte`. Ett beslut som inte anmäls, men som kan
    laglighetsprövas, ska föras till ett särskilt protokoll.

    Ordningen får en anmärkning, hur många punkter det än gäller: oftast är orsaken en enda rad som saknas i ordningen.
    """
    law = review.law(UNDECIDED)
    for order in review.delegations:
        silent = [rule for rule in review.rows_of(order) if _is_silent(rule)]
        if silent:
            numbers = ", ".join(rule.number for rule in silent[:SHOWN]) + (
                " …" if len(silent) > SHOWN else ""
            )
            yield Remark(
                f"ordningen säger inte om beslut enligt {_counted(len(silent))} ska anmälas ({numbers})",
                silent[0].place,
                why=f"nämnden ska bestämma i vilken utsträckning beslut anmäls ({law})" if law else "",
                remedy="lägg till «anmäls till nämnden nästa sammanträde» eller «anmäls inte», på ordningen, avsnittet eller punkten",
                heading=order.title,
            )


def _is_silent(rule: Rule) -> bool:
    return bool(rule.alternatives or rule.overrides) and not rule.reporting


def _counted(count: int) -> str:
    return "en punkt" if count == 1 else f"{count} punkter"
