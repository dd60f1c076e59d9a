"""An intervention against a serving permit usually stays with the board."""

from collections.abc import Iterable, Iterator

from styrregler.model import RoleKind, RoleRef
from styrregler.plugins import Check, Remark, Review, Severity, check, hookimpl
from styrregler_naringsliv.options import Options

__all__ = ["Options", "checks", "intervention"]
INTERVENTION = "ingripande-mot-serveringstillstånd"


@check("NAR101", "ett ingripande mot ett serveringstillstånd är delegerat till en anställd", Severity.WARNING)
def intervention(review: Review) -> Iterator[Remark]:
    """Att återkalla ett serveringstillstånd eller ge en varning brukar nämnden eller ett utskott besluta om.

    Det är inget förbud: beslutet är ingripande för den enskilde. Är det menat, skriv `bortse från NAR101` och skälet.
    """
    roles = review.rules.corpus.roles
    for order, rule in review.rows():
        if INTERVENTION not in rule.tags:
            continue
        parties = [party for each in rule.alternatives for party in each.parties]
        named = [each.name for each in parties if isinstance(each, RoleRef) and each.name in roles]
        if any(roles[name].kind is RoleKind.EMPLOYEE for name in named):
            yield Remark.on(
                rule,
                order,
                f"{rule.title} är delegerat till en anställd",
                why="att återkalla ett tillstånd eller varna tillståndshavaren brukar ligga på nämnden eller ett utskott",
                remedy="skriv «beslutas av nämnden», eller bortse från NAR101 med skälet",
            )


@hookimpl
def checks() -> Iterable[Check]:
    """The plugin's checks."""
    return [intervention]
