"""SR226: a decision that cannot be appealed, reported as if the reporting started a time for appeal."""

import re
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review, numbers_of, stands_in
from styrregler.diagnostics import Severity
from styrregler.model import Order, Rule

_FORMS = re.compile(r"anslag|protokoll")
_TIME = re.compile(
    r"överklagandetid|överklagningstid|tid(?:en)? (?:för att|för|att) överklag|räknas från (?:anslag|tillkännagivande|justering)",
    re.IGNORECASE,
)
_NO_TIME_BEFORE = re.compile(
    r"\b(?:ingen|inget|inte|ej|aldrig|utan|saknar|varken)\b[^.;!?\n]*$", re.IGNORECASE
)
_NO_TIME_AFTER = re.compile(
    r"[^.;!?\n]*?\b(?:saknas|(?:gäller|finns|löper|räknas|börjar) (?:inte|ej|aldrig))\b", re.IGNORECASE
)
"""Words on either side, within the sentence, that say that there is no such time."""


@check("SR226", "beslutet kan inte överklagas men anmäls som om det kunde", Severity.WARNING)
def no_appeal(review: Review) -> Iterator[Remark]:
    """Punkten säger att beslutet inte kan överklagas, men också något som bara har mening när det kan det.

    När ett beslut kan laglighetsprövas börjar tiden för överklagande den dag då protokollet, eller ett särskilt protokoll,
    tillkännages på anslagstavlan. För ett beslut som inte kan överklagas finns ingen sådan tid, och varken protokollet
    eller anslaget behövs för dess skull.

    Säger texten själv att en tid för överklagande räknas är det en varning: endera uppgiften är fel. Är det bara
    formen, `som protokoll` eller `som anslag`, är det en upplysning, för det kan vara meningen ändå.
    """
    for order in review.delegations:
        yield from _said_in_words(order, review)
        for rule in review.rows_of(order):
            for line in rule.reporting if _cannot_be_appealed(rule) else ():
                if line.to and _FORMS.search(line.form) and stands_in(rule, line.place):
                    yield Remark.on(
                        rule,
                        order,
                        f"beslutet anmäls som {line.form} men kan inte överklagas",
                        line.place,
                        why="protokollet och anslaget startar tiden för överklagande, och den finns inte här",
                        remedy="anmäl det «som lista», eller ändra «överklagas inte» om beslutet kan överklagas",
                        severity=Severity.INFO,
                    )


def _said_in_words(order: Order, review: Review) -> Iterator[Remark]:
    """One remark for each text, where no row that it holds for can be appealed: texts are inherited."""
    told: dict[str, list[Rule]] = {}
    for rule in review.rows_of(order):
        for text in (*rule.conditions, *rule.remarks):
            if _tells_of_a_time(text):
                told.setdefault(text, []).append(rule)
    for text, rules in told.items():
        if all(map(_cannot_be_appealed, rules)):
            yield Remark.on(
                rules[0],
                order,
                f"texten talar om en tid för överklagande, men beslutet kan inte överklagas (punkt {numbers_of(rules)})",
                why=f"punkten säger «överklagas inte» och samtidigt «{text}»",
                remedy="ta bort texten, eller ändra «överklagas inte» om beslutet kan överklagas",
            )


def _tells_of_a_time(text: str) -> bool:
    return any(
        not _NO_TIME_BEFORE.search(text[: found.start()]) and not _NO_TIME_AFTER.match(text[found.end() :])
        for found in _TIME.finditer(text)
    )


def _cannot_be_appealed(rule: Rule) -> bool:
    return rule.appeal is not None and not rule.appeal.route
