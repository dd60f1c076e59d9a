"""SR211: urgent decisions given to somebody else than the chair or another member of the board."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.elsewhere import serves_elsewhere
from styrregler.checks.review import Review
from styrregler.checks.urgency.rows import UrgentRow, urgent_rows
from styrregler.diagnostics import Severity
from styrregler.model import Alternative, Party, Substitutes
from styrregler.query.bars import IN_URGENCY, bar_on, recipients
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet

_WHY = "i ett ärende som inte kan vänta beslutar ordföranden, eller en annan ledamot som nämnden har utsett"
_REMEDY = "nämn ordföranden eller en annan ledamot, till exempel «brådskande {}»"


@check("SR211", "fel beslutsfattare i brådskande ärenden", Severity.ERROR)
def wrong_decider(review: Review) -> Iterator[Remark]:
    """När nämndens avgörande inte kan väntas in får ordföranden, eller en annan ledamot som nämnden har utsett, besluta.

    Ingen annan kan få den rätten: inte en anställd, inte presidiet eller ett utskott som grupp, inte en annan nämnds
    ordförande. Ett sådant uppdrag ger ingen rätt att besluta.

    Samma sak gäller punkter som är märkta som brådskande (`rör brådskande-ärende`, eller ett slag som börjar på
    «brådskande-»). En punkt som bara heter så är en varning. En anställd kan ha ett vanligt uppdrag att besluta genast i
    sina egna ärenden; skriv då vilka ärenden punkten gäller.
    """
    for order in review.delegations:
        permitted = recipients(review.rules, review.day(order), IN_URGENCY)
        for party in order.urgent:
            where = order.urgent_place or order.place
            chair = _chairman(order.body, review.rules)
            if permitted is not None and not permitted.includes(party, review.rules, order.body):
                yield Remark(
                    permitted.refusal(party, review.rules),
                    where,
                    why=_WHY,
                    remedy=_REMEDY.format(chair),
                    heading=order.title,
                )
            elif other := serves_elsewhere(party, order.body, review.rules):
                yield Remark(
                    f"{title_of(party, review.rules)} hör till {other}, inte nämnden",
                    where,
                    why=_WHY,
                    remedy=_REMEDY.format(chair),
                    heading=order.title,
                    severity=Severity.WARNING,
                )
    for row in urgent_rows(review):
        yield from _in_row(row, review)


def _in_row(row: UrgentRow, review: Review) -> Iterator[Remark]:
    rule, day = row.rule, review.day(row.order)
    bars = [
        bar_on(bar, rule, review.rules)
        for bar in review.rules.corpus.bars
        if bar.tags & row.kinds and day in bar.period and bar.when is None
    ]
    circle = recipients(review.rules, day, IN_URGENCY) if not bars else None
    seen: set[Party] = set()
    lines: tuple[Alternative | Substitutes, ...] = (*rule.alternatives, *rule.substitutes)
    for line in lines:
        for party in line.parties:
            kept_out = [bar for bar in bars if bar.keeps_out(party, review.rules, rule.body)]
            outside = circle is not None and not circle.includes(party, review.rules, rule.body)
            if party in seen or not (kept_out or outside):
                continue
            seen.add(party)
            who = title_of(party, review.rules)
            sure = not row.seems and not (kept_out and all(not bar.bar.verified for bar in kept_out))
            yield Remark.on(
                rule,
                row.order,
                f"punkten ser ut att gälla brådskande ärenden, som {who} inte får besluta i"
                if row.seems
                else f"{who} får inte besluta i brådskande ärenden",
                line.place,
                why=f"{kept_out[0]}" if kept_out else _WHY,
                remedy="låt ordföranden eller en annan ledamot besluta"
                + ("; menar punkten annat: säg i rubriken vilka ärenden den gäller" if row.seems else ""),
                severity=None if sure else Severity.WARNING,
            )
            if row.seems:
                # Whether the row is about such matters at all is one question, however many it names.
                return


def _chairman(board: str, rules: RuleSet) -> str:
    body = rules.corpus.bodies.get(board)
    return body.chair if body is not None and body.chair else "ordförande"
