"""Who holds the roles of the rules, and who is away."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from styrregler.plugins import Holding, Lacking, hookimpl
from styrregler.ruleset import RuleSet
from styrregler_ldap.options import Options
from styrregler_ldap.persons import away_on
from styrregler_ldap.source import known

__all__ = ["Options", "absent", "holders"]


@hookimpl
def holders(rules: RuleSet, options: Options, folder: Path) -> Iterable[Holding | Lacking]:
    """Everybody, with the days that are known."""
    found = known(options, folder, rules)
    return [*found.notices, *(Holding(each.role, each.name, each.period) for each in found.people)]


@hookimpl
def absent(rules: RuleSet, on: date, options: Options, folder: Path) -> Iterable[str | Lacking]:
    """The roles whose every holder is away that day."""
    found = known(options, folder, rules)
    there = [each for each in found.people if each.role in rules.corpus.roles]  # the others have been told of
    return [*found.notices, *away_on(there, on, date.today())]  # noqa: DTZ011 - a day here
