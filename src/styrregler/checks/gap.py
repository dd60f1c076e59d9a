"""SR302: no step of a ladder holds in some cases, and the row does not say that the board then decides."""

from collections import Counter
from collections.abc import Iterator

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.model import BodyRef, OrderKind, RuleKind
from styrregler.query.ladder import ladder
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet


def gap(rules: RuleSet) -> Iterator[Diagnostic]:
    """A ladder of several conditional steps without a remainder is a warning; one single ceiling is information."""
    for order in rules.corpus.orders:
        if order.kind is not OrderKind.DELEGATION:
            continue
        rows = Counter(rule.matter for rule in order.rules)
        for rule in order.rules:
            conditional = [each for each in rule.alternatives if each.when is not None]
            if rule.kind is not RuleKind.POINT or not rule.readable or not conditional:
                continue
            # Another row about the matter, or another clause of this one, may answer for the rest.
            if rule.elsewhere or rule.execution or rows[rule.matter] > 1:
                continue
            left = [rung for rung in ladder(rules, rule, rules.typical_day(order)) if not rung.parties]
            if not left:
                continue
            board = title_of(BodyRef(order.body), rules)
            yield Diagnostic(
                "SR302",
                Severity.WARNING if len(conditional) > 1 else Severity.INFO,
                f"ingen delegat beslutar när {left[0].when}",
                conditional[-1].place,
                why=f"då är ärendet inte delegerat, och {board} beslutar",
                remedy="säg det med en rad «nämnden annars», eller ändra gränserna",
                heading=f"{order.title} › {rule.label}",
            )
