"""SR308: a step or an exception that never comes to anything."""

from collections.abc import Iterator

from styrregler.analysis import Finding, Kind
from styrregler.checks.check import Remark, check
from styrregler.checks.ladder.shown import remark, titles
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import describe


@check("SR308", "steget blir aldrig aktuellt", Severity.WARNING)
def unreachable(review: Review) -> Iterator[Remark]:
    """Ett steg i trappan är aldrig det första som gäller, eller ett undantag får aldrig verkan.

    Den första raden som stämmer beslutar. Står ett högre tak före ett lägre blir det lägre aldrig det första, och den
    som nämns där blir bara behörig vid sidan av. Skriv den lägsta gränsen först. Ett `annars` efter steg som redan
    täcker allt är bara en upplysning.
    """
    for finding in review.found(Kind.UNREACHABLE, Kind.SHADOWED):
        found = remark(
            review,
            finding,
            _message(finding, titles(finding.parties[0], review)),
            why=_why(finding, titles(finding.parties[0], review)),
            remedy="skriv det steg som har lägst gräns först, eller ta bort det som aldrig gäller"
            if finding.what == "delegat"
            else "ändra villkoret, eller ta bort undantaget",
        )
        rest = finding.what == "delegat" and finding.condition is None and finding.kind is Kind.UNREACHABLE
        yield found.at_most(Severity.INFO) if rest else found


def _message(finding: Finding, who: str) -> str:
    if finding.what == "dock":
        return f"undantaget till {who} får aldrig verkan"
    condition = f" när {describe(finding.condition)}" if finding.condition is not None else ""
    never = "aldrig det första som gäller" if finding.kind is Kind.SHADOWED else "aldrig aktuellt"
    return f"steget {who}{condition} blir {never}"


def _why(finding: Finding, who: str) -> str:
    if finding.what == "dock":
        return "ett annat undantag går alltid före, eller så är ingenting delegerat när det gäller"
    if finding.kind is Kind.SHADOWED:
        return f"ett steg ovanför gäller i alla samma fall; {who} blir bara behörig vid sidan av"
    if finding.condition is None:
        return "stegen ovanför täcker alla fall"
    return "ett undantag (dock) eller en annan rad i punkten tar alla de fallen"
