"""SR203, SR204, SR205: a delegate, a matter or a sub-delegation that the law or the board does not allow.

Reports what the engine keeps from deciding at the competence stage, so that a finding and an answer never disagree.
"""

from collections.abc import Iterator

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.model import OrderKind, Rule, RuleKind
from styrregler.query import Question
from styrregler.query.bars import bars_on
from styrregler.query.candidates import candidates_for
from styrregler.query.people import title_of
from styrregler.query.question import UnreadableRules, known_of
from styrregler.ruleset import RuleSet

_REMEDIES = {
    "SR203": "välj en anställd, ett utskott, presidiet eller en ledamot, eller låt nämnden besluta",
    "SR204": "skriv «beslutas av nämnden», eller ta bort märkningen (rör) om den är fel",
    "SR205": "lägg till «vidaredelegeras av …» i nämndens punkt, eller ta bort vidaredelegationen",
}


def unlawful(rules: RuleSet) -> Iterator[Diagnostic]:
    """Every row, asked on a day when its order holds."""
    for order in rules.corpus.orders:
        if order.kind is OrderKind.CHARTER or order.draft:
            continue
        for rule in order.rules:
            if rule.kind is not RuleKind.GENERAL and rule.readable:
                for code, message in dict.fromkeys((*_not_permitted(rule, rules), *_barred(rule, rules))):
                    yield Diagnostic(
                        code,
                        Severity.ERROR,
                        message,
                        rule.place,
                        why="raden ger ingen rätt att besluta, hur den än är skriven",
                        remedy=_REMEDIES[code],
                        heading=f"{order.title} › {rule.label}",
                    )


def _not_permitted(rule: Rule, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Delegates that the law does not let a board delegate to, and sub-delegations without leave."""
    question = Question(rule.matter, rules.typical_day(rules.orders[rule.order]), body=rule.body)
    try:
        excluded = candidates_for(question, rule.body, rules, known_of(question, rules)).excluded
    except UnreadableRules:
        return
    for each in excluded:
        if each.stage == "competence" and each.place == rule.place:
            yield ("SR203" if "ta emot delegation" in each.reason else "SR205"), each.reason


def _barred(rule: Rule, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Delegates whom a bar keeps out in every case."""
    for bar in bars_on(rule, rules, rules.typical_day(rules.orders[rule.order])):
        for each in rule.alternatives if bar.when is None else ():
            for party in each.parties:
                if bar.keeps_out(party, rules, rule.body):
                    yield "SR204", f"får inte delegeras till {title_of(party, rules)}: {bar.within_sentence}"
