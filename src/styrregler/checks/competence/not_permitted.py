"""SR203: a recipient that the law does not let a board delegate to."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.elsewhere import serves_elsewhere
from styrregler.checks.recipients import recipients_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, OrderKind, Party, Rule
from styrregler.query.bars import OF_ANOTHER_BOARD, legal_kinds, recipients
from styrregler.query.people import title_of
from styrregler.text import Place

_ADVICE = {
    "bolag": "låt nämnden besluta; att lämna över en angelägenhet till ett bolag är fullmäktiges sak",
    "konsult": "låt en anställd besluta, gärna efter samråd: «samråd med konsulten»",
    "grupp": "nämn en befattning i gruppen, eller flera var för sig med «eller»",
    "förvaltning": "nämn en befattning i förvaltningen, till exempel dess chef",
    "enhet": "nämn en befattning i enheten, till exempel dess chef",
    f"{OF_ANOTHER_BOARD} utskott": "nämn nämndens eget utskott, eller låt nämnden besluta",
    f"{OF_ANOTHER_BOARD} presidium": "nämn nämndens eget presidium, eller låt nämnden besluta",
    "nämnd": "skriv «beslutas av» om den andra nämnden har ärendet enligt sitt reglemente",
}
_OTHERWISE = "välj en anställd, ett utskott, presidiet eller en ledamot, eller låt nämnden besluta"


@check("SR203", "uppdraget får inte lämnas till den här mottagaren", Severity.ERROR)
def not_permitted(review: Review) -> Iterator[Remark]:
    """Lagen räknar upp till vilka en nämnd får delegera, och mottagaren är inte med.

    De som räknas upp är presidiet, ett utskott, en ledamot eller ersättare, en anställd
    hos kommunen och, sedan den 1 juli 2022, en automatiserad beslutsfunktion. Den som inte räknas upp kan inte få
    uppdraget, hur raden än är skriven. Utskottet, presidiet och ledamoten är nämndens egna. Ett bolag, en inhyrd konsult, en ledningsgrupp, en hel förvaltning och en annan
    nämnd eller dess utskott faller utanför. Raden ger då ingen rätt att besluta; nämnden beslutar.

    Den som leder en annan nämnd är en varning: personen kan vara ledamot i nämnden också.

    En konsult kan utreda och föreslå. Besluta måste någon annan.
    """
    for order, rule in review.rows(OrderKind.DELEGATION):
        permitted = recipients(review.rules, review.day(order))
        if permitted is None:
            continue
        for party, place in recipients_of(rule):
            if permitted.includes(party, review.rules, rule.body):
                if other := serves_elsewhere(party, rule.body, review.rules):
                    yield _of_another_board(party, other, order, rule, place, review)
                continue
            kind = next(iter(sorted(legal_kinds(party, review.rules, rule.body))), "")
            yield Remark.on(
                rule,
                order,
                f"{title_of(party, review.rules)} får inte ta emot delegation",
                place,
                why=f"{permitted.law} räknar upp vem som får, och {kind} är inte med",
                remedy=_ADVICE.get(kind, _OTHERWISE),
            )


def _of_another_board(
    party: Party, other: str, order: Order, rule: Rule, place: Place, review: Review
) -> Remark:
    return Remark.on(
        rule,
        order,
        f"{title_of(party, review.rules)} hör till {other}, inte nämnden",
        place,
        why="den ledamot som får ta emot delegation är en av nämndens egna",
        remedy="nämn nämndens egen ordförande eller ledamot, eller låt nämnden besluta",
        severity=Severity.WARNING,
    )
