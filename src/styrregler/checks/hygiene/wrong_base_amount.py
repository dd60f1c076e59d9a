"""SR712: inkomstbasbelopp where prisbasbelopp is probably meant."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from styrregler.checks.check import Remark, check
from styrregler.checks.hygiene.conditions import conditions_of
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic.expr import Compare, atoms, describe
from styrregler.model import Rule
from styrregler.values import Quantity

INCOME, PRICE = "inkomstbasbelopp", "prisbasbelopp"
# Where amounts are counted in inkomstbasbelopp, and rightly.
_PAY = re.compile(r"pension|lön|arvode|avgångs|anställ|förtroendeuppdrag|omställning", re.IGNORECASE)


@check("SR712", "inkomstbasbelopp i stället för prisbasbelopp", Severity.WARNING)
def wrong_base_amount(review: Review) -> Iterator[Remark]:
    """Gränsen är skriven i inkomstbasbelopp. Delegationsordningarnas «basbelopp», «bb» och «pbb» är prisbasbeloppet.

    Inkomstbasbeloppet är omkring 40 procent högre och hör hemma i pensioner och avgångsvillkor. Förväxlingen höjer
    gränsen utan att någon har beslutat det. Punkter om pension, lön, arvode och anställning godtas.
    """
    amounts = review.rules.corpus.amounts
    if INCOME not in amounts or PRICE not in amounts:
        return
    for order, rule in review.rows():
        if _about_pay(rule):
            continue
        for when, place in conditions_of(rule):
            wrong = next(
                (each for each in atoms(when) if isinstance(each, Compare) and each.constant.unit == INCOME),
                None,
            )
            if wrong is not None:
                meant = Compare(wrong.fact, wrong.operator, Quantity(wrong.constant.number, PRICE))
                yield Remark.on(
                    rule,
                    order,
                    f"gränsen räknas i inkomstbasbelopp: {describe(wrong)}",
                    place,
                    why="«basbelopp» i en delegationsordning är prisbasbeloppet" + _sizes(review),
                    remedy=f"skriv «{describe(meant)}», om inte inkomstbasbeloppet verkligen är menat",
                )
                break


def _about_pay(rule: Rule) -> bool:
    return bool(_PAY.search(" ".join((rule.title, rule.section, *rule.matters))))


def _sizes(review: Review) -> str:
    year = review.on.year
    income, price = review.rules.amount(INCOME, year), review.rules.amount(PRICE, year)
    if income is None or price is None:
        return ""
    return f"; {year} är det {_kronor(price)}, medan inkomstbasbeloppet är {_kronor(income)}"


def _kronor(amount: Fraction) -> Quantity:
    return Quantity(Decimal(amount.numerator) / amount.denominator, "kr")
