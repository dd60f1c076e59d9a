"""SR441: a rule of conduct that rests on a value that the code does not have."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.values import nearest


@check("SR441", "värderingen finns inte i värdegrunden", Severity.WARNING)
def unknown_value(review: Review) -> Iterator[Remark]:
    """En regel grundas på en värdering som inte står i kodens `värdegrund`.

    Antingen är ordet felskrivet, eller så bygger regeln på något som de som antog koden inte har enats om.

    Rätta ordet, eller lägg till värderingen i `värdegrund`.
    """
    for code in review.in_force(review.rules.corpus.codes):
        for rule in code.rules:
            for value, place in rule.values:
                if value in code.values:
                    continue
                meant = nearest(value, code.values)
                yield Remark(
                    f"«{value}» står inte i värdegrunden",
                    place,
                    why=f"regeln «{rule.title}» bygger på något som koden inte har",
                    remedy=f"menade du «{meant}»?"
                    if meant
                    else f"lägg till «{value}» i «värdegrund», eller grunda regeln på något som står där",
                    heading=code.agreed.title,
                )
