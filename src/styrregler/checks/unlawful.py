"""SR203, SR204, SR205: a delegate, a matter or a sub-delegation that the law or the board does not allow.

Reports what the engine would exclude at the competence stage, so that a finding and an answer never disagree.
"""

from collections.abc import Iterator

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.model import OrderKind, RuleKind
from styrregler.query import Question
from styrregler.query.candidates import candidates_for
from styrregler.query.question import UnreadableRules, known_of
from styrregler.ruleset import RuleSet


def unlawful(rules: RuleSet) -> Iterator[Diagnostic]:
    """Every row, asked on a day when its order holds."""
    seen = set()
    for order in rules.corpus.orders:
        if order.kind is OrderKind.CHARTER or order.draft:
            continue
        on = rules.typical_day(order)
        for rule in order.rules:
            if rule.kind is RuleKind.GENERAL or not rule.readable:
                continue
            question = Question(rule.matter, on, body=rule.body)
            try:
                excluded = candidates_for(question, rule.body, rules, known_of(question, rules)).excluded
            except UnreadableRules:
                continue
            for each in excluded:
                if (
                    each.stage != "competence"
                    or each.place != rule.place
                    or (each.place, each.reason) in seen
                ):
                    continue
                seen.add((each.place, each.reason))
                code = (
                    "SR203"
                    if "ta emot delegation" in each.reason
                    else "SR204"
                    if "delegeras:" in each.reason
                    else "SR205"
                )
                yield Diagnostic(
                    code,
                    Severity.ERROR,
                    each.reason,
                    each.place,
                    why="raden ger ingen rätt att besluta, hur den än är skriven",
                    remedy=_REMEDIES[code],
                    heading=f"{order.title} › {rule.label}",
                )


_REMEDIES = {
    "SR203": "välj en anställd, ett utskott, presidiet eller en ledamot, eller låt nämnden besluta",
    "SR204": "skriv «beslutas av nämnden», eller ta bort märkningen (rör) om den är fel",
    "SR205": "lägg till «vidaredelegeras av …» i nämndens punkt, eller ta bort vidaredelegationen",
}
