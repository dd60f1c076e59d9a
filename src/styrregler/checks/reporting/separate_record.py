"""SR227: decisions that are not reported but can be appealed, with no word of the separate record."""

import re
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review, numbers_of
from styrregler.checks.urgency.rows import urgent_rows
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, Level, Order, Reporting, Rule

UNREPORTED = "anmäls-inte"
_RECORD = re.compile(
    r"särskil\w* protokoll|protokollför|delegationsprotokoll|särskilt i protokoll", re.IGNORECASE
)


@check("SR227", "inget särskilt protokoll för det som inte anmäls", Severity.WARNING, situation=UNREPORTED)
def separate_record(review: Review) -> Iterator[Remark]:
    """Beslutet anmäls inte, men kan laglighetsprövas, och ordningen säger inte var det antecknas.

    Ett sådant beslut ska föras till ett särskilt protokoll, och det tillkännages på anslagstavlan. Annars börjar tiden
    för överklagande aldrig, och beslutet kan överklagas hur länge som helst. Plikten gäller också när ordningen tiger,
    men den som fattar beslutet har bara ordningen att gå efter.

    Skriv det där det passar, på punkten, avsnittet eller ordningen, eller i en bestämmelse:
    `villkor "Beslutet förs till ett särskilt protokoll."`

    Brådskande beslut ska alltid anmälas; om dem talar SR213.

    Säger punkten inte hur beslutet överklagas är det bara en upplysning: en annan lag kan ha en egen väg.
    """
    duty = review.duty(UNREPORTED)
    if duty is None:
        return
    # Urgent decisions must be reported: that they are not is the fault (SR213), and a record does not mend it.
    urgent = {row.rule.key for row in urgent_rows(review)}
    for order in review.delegations:
        found: dict[tuple[Reporting, bool], list[Rule]] = {}
        for rule in review.rows_of(order):
            if rule.key in urgent:
                continue
            if _is_unreported(rule) and duty.applies_to(rule.appeal) and not _is_recorded(rule, order):
                found.setdefault((rule.reporting[0], rule.appeal is not None), []).append(rule)
        for (line, certain), rules in found.items():
            yield _remark(line, rules, order, review, certain=certain)


def _remark(line: Reporting, rules: list[Rule], order: Order, review: Review, *, certain: bool) -> Remark:
    route = rules[0].appeal.route if rules[0].appeal else ""
    can = f"kan överklagas genom {route}" if certain else "har ingen angiven väg för överklagande"
    return Remark.on(
        rules[0],
        order,
        f"beslutet anmäls inte och {can}, men inget sägs om särskilt protokoll (punkt {numbers_of(rules)})",
        line.place,
        why=review.cited("ett sådant beslut ska föras till ett särskilt protokoll", UNREPORTED),
        remedy='lägg till «villkor "Beslutet förs till ett särskilt protokoll."», eller låt beslutet anmälas'
        + ("" if certain else "; kan det inte överklagas: skriv «överklagas inte»"),
        severity=None if certain else Severity.INFO,
    )


def _is_unreported(rule: Rule) -> bool:
    # What the board itself decides is in its own minutes.
    delegated = any(party != BodyRef(rule.body) for each in rule.alternatives for party in each.parties)
    decides = delegated or any(each.level is Level.POINT for each in rule.overrides)
    return bool(decides and rule.reporting) and not any(each.to for each in rule.reporting)


def _is_recorded(rule: Rule, order: Order) -> bool:
    said = (*rule.conditions, *rule.remarks, *rule.includes, *order.words(rule.section))
    return any(_RECORD.search(text) for text in said)
