"""SR228: what is called execution but looks like a decision."""

import re
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.execution.wordings import ROUTINE
from styrregler.checks.review import Review, stands_in
from styrregler.diagnostics import Severity
from styrregler.logic import atoms
from styrregler.model import Execution, OrderKind, Rule
from styrregler.query.bars import bars_on
from styrregler.query.people import title_of
from styrregler.values import UnitKind

# The duty of a separate record concerns what is tried for its legality only: any other way is a special act's.
UNREPORTED = "anmäls-inte"
DECISION = "verkställighet-som-beslut"
_DECIDES = re.compile(
    r"\b(?:avslag|avslå|neka|återkall|avvis|förelägg|förbjud|vite\b|vites|sanktionsavgift|straffavgift|dispens|tillstånd|"
    r"omhändertag|tilldela kontrakt|tilldelningsbeslut|tilldelning av kontrakt|bevilja\b|\bmedge\b|\bgodkänna? (?:ansök|avtal|undantag)|stänga av\b|avskeda|säga upp\b)",
    re.IGNORECASE,
)
_CARRIES_OUT = re.compile(
    r"beviljad|beviljat|beslutad|beslutat|fattat|meddelat|meddelad|verkställ|expediera|underrätt|delge|registrera|"
    r"^(?:lämna ut|bekräfta|kommunicera|arkivera)\b|\bkopi(?:a|or) av\b|"
    r"betala ut|utbetal|lämna över|överlämna|skicka|diarieför|anteckna|publicera|bevaka|följa upp",
    re.IGNORECASE,
)


@check("SR228", "verkställigheten ser ut som ett beslut", Severity.WARNING, situation=DECISION)
def looks_decided(review: Review) -> Iterator[Remark]:
    """Punkten står som verkställighet, men har kännetecken på ett beslut.

    Verkställighet är det som inte lämnar något eget val: att ta ut avgift enligt en fast taxa, ge plats efter turordning,
    betala ut det som redan är beviljat. Ett beslut har olika möjliga utgångar och kräver en bedömning, och den som fattar
    det i nämndens ställe måste ha fått det delegerat. Annars har fel person beslutat, och beslutet kan upphävas.

    Kännetecknen är: punkten säger själv hur beslutet överklagas; den är märkt (`rör`) med något som nämnden inte får
    delegera; titeln talar om avslag, återkallelse, föreläggande, vite, sanktionsavgift, dispens, tillstånd,
    medgivande, godkännande, tilldelning
    eller liknande. Ett tak i kronor, eller ett lagrum där avsnittets beslut överklagas enligt en särskild lag, är bara
    en upplysning: gränsen dras olika.

    Skriv `delegat` om det är ett beslut. Är det verkställighet: säg i titeln vilket beslut som verkställs.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        execution = rule.execution
        if execution is None or execution.task or rule.alternatives:
            continue
        certain, hints = _certain(rule, review), _hints(rule, execution, review)
        if certain or hints:
            yield Remark.on(
                rule,
                order,
                f"står som verkställighet, men {(certain or hints)[0]}",
                execution.place,
                why=review.cited(
                    "ett beslut i nämndens ställe fattas av den som har fått det delegerat", DECISION
                ),
                remedy="skriv «delegat …» om det är ett beslut; säg annars i titeln vilket beslut som verkställs",
                severity=None if certain else Severity.INFO,
            )


def _certain(rule: Rule, review: Review) -> list[str]:
    found = []
    if rule.appeal and rule.appeal.route and stands_in(rule, rule.appeal.place):
        found.append("punkten säger att beslutet överklagas")
    barred = (
        each for each in bars_on(rule, review.rules, review.on)
        if each.when is None and each.bar.tags and not each.bar.to_kinds
    )  # fmt: skip
    found += [
        f"får bara beslutas av {title_of(each.to, review.rules) if each.by_council else 'nämnden'}: {each.within_sentence}"
        for each in barred
    ]
    word = _DECIDES.search(rule.title)
    if word and not ROUTINE.search(rule.title) and not _CARRIES_OUT.search(rule.title):
        found.append(f"titeln talar om ett beslut («{_whole(rule.title, word.start())}»)")
    return found


def _whole(title: str, start: int) -> str:
    """The whole word that begins at ``start``."""
    found = re.compile(r"\w+").match(title, start)
    return found[0].lower() if found else ""


def _hints(rule: Rule, execution: Execution, review: Review) -> list[str]:
    found = []
    facts = review.rules.corpus.facts
    if execution.when is not None and not ROUTINE.search(rule.title):
        names = [atom.fact for atom in atoms(execution.when)]
        amounts = [name for name in names if name in facts and facts[name].unit is UnitKind.MONEY]
        found += [f"beror på {name}, som ett beslut" for name in amounts[:1]]
    own_law = any(stands_in(rule, each.place) for each in rule.law)
    legality = review.duty(UNREPORTED)
    if own_law and rule.appeal and rule.appeal.route and legality and not legality.applies_to(rule.appeal):
        found.append("har ett eget lagrum, och avsnittets beslut överklagas enligt en särskild lag")
    return found
