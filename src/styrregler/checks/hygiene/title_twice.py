"""SR719: two rows of one order with the same title and different delegates."""

import re
from collections import defaultdict
from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Order, OrderKind, Party, Rule
from styrregler.query.people import title_of


@check("SR719", "två punkter har samma titel och olika delegater", Severity.WARNING)
def title_twice(review: Review) -> Iterator[Remark]:
    """Två punkter i samma avsnitt heter likadant men har olika delegater. Oftast är den ena en kopia vars titel inte ändrades.

    De gäller då samma ärende, och båda delegaterna är behöriga i det. Punkter som delar ärendet mellan sig med villkor,
    eller som är led av en och samma punkt (2 a och 2 b), godtas, liksom punkter i olika avsnitt.
    """
    titled: dict[tuple[str, str, str], list[tuple[Order, Rule]]] = defaultdict(list)
    for order, rule in review.rows(OrderKind.DELEGATION):
        if rule.title and _delegates(rule):
            titled[order.name, rule.matter, _plain(rule.title)].append((order, rule))
    for alike in titled.values():
        firsts: dict[frozenset[Party], Rule] = {}
        for order, rule in alike:
            first = next(
                (each for who, each in firsts.items() if who != _delegates(rule) and not _apart(each, rule)),
                None,
            )
            firsts.setdefault(_delegates(rule), rule)
            if first is not None:
                yield Remark.on(
                    rule,
                    order,
                    f"punkt {rule.number} har samma titel som punkt {first.number} men en annan delegat",
                    why=f"båda gäller då samma ärende, och {_named(first, review)} och {_named(rule, review)} är behöriga var för sig",
                    remedy="rätta titeln på den ena, eller skriv ihop punkterna om det är samma ärende",
                    related=((first.place, f"punkt {first.number}"),),
                )


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _delegates(rule: Rule) -> frozenset[Party]:
    """Those who may always decide by the row; none where it depends on something."""
    if rule.exceptions or any(each.when is not None or each.otherwise for each in rule.alternatives):
        return frozenset()
    return frozenset(party for each in rule.alternatives for party in each.parties)


def _apart(one: Rule, other: Rule) -> bool:
    """Whether the two cannot be about the same: parts of one point, other times, other municipalities."""
    parts = [re.sub(r"\W*[a-zåäö]$", "", each.number.casefold()) for each in (one, other)]
    elsewhere = one.municipalities and other.municipalities and not one.municipalities & other.municipalities
    return parts[0] == parts[1] or not one.period.overlaps(other.period) or bool(elsewhere)


def _named(rule: Rule, review: Review) -> str:
    return " eller ".join(sorted(title_of(party, review.rules) for party in _delegates(rule)))
