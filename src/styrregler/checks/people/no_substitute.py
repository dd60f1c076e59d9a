"""SR409: a delegate for whom nobody steps in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.people.cases import Cases
from styrregler.checks.people.stand_ins import StandIns
from styrregler.checks.review import Review, numbers_of
from styrregler.diagnostics import Severity
from styrregler.logic import Expr, Not
from styrregler.model import Alternative, Order, OrderKind, RoleKind, RoleRef, Rule
from styrregler.query.people import title_of

FEWEST = 3
"""An order that says nothing at all of the matter, in fewer rows than this, is one that has just been begun."""
LONG = 8
"""So many steps of a ladder are told apart exactly."""
NOBODY = "ingen-träder-in"
_ACTING = re.compile(r"\btf\b|tillförordna|vikari|ställföreträd", re.IGNORECASE)


@check("SR409", "ingen träder in för delegaten", Severity.WARNING, situation=NOBODY)
def no_substitute(review: Review) -> Iterator[Remark]:
    """När delegaten är jävig eller borta är det ingen annan än nämnden som kan besluta.

    En jävig delegat får inte delta i ärendet. Finns ingen ersättare, ingen överordnad som får besluta och inget sagt om
    den som är tillförordnad, måste nämnden sammanträda för varje sådant ärende.

    Skriv `ersättare` på punkten, avsnittet eller ordningen, eller `överordnad får besluta vid frånvaro` på ordningen. En
    bestämmelse i ord räcker också: `villkor "Den som är tillförordnad i en befattning har dess beslutanderätt."`

    Kontrollen är nöjd när någon annan kan besluta i samma fall: en annan delegat med `eller`, ett högre steg i trappan
    vars villkor också stämmer, en annan punkt. «över 100 000 kr» på det andra steget gör att den delegaten inte är
    behörig i det första stegets fall; skriv bara den övre gränsen om hen ska vara det. Säger ordningen ingenting alls om saken får den en enda anmärkning, och ingen när det bara är någon
    enstaka punkt; annars får varje delegat en.
    """
    why = review.cited("den som är jävig eller borta beslutar inte, och då finns bara nämnden", NOBODY)
    stand_ins = StandIns(review)
    others = _competent(review)
    cases = Cases(review)
    for order in review.delegations:
        if any(_ACTING.search(text) for text in order.words()):
            continue
        alone: dict[RoleRef, list[tuple[Rule, Alternative]]] = {}
        for rule in review.rows_of(order):
            for step, party in _alone(rule, order, stand_ins, others, cases):
                alone.setdefault(party, []).append((rule, step))
        if order.always_superior is None and not any(rule.substitutes for rule in order.rules):
            rows = [each for found in alone.values() for each in found]
            if len({rule.key for rule, _ in rows}) >= FEWEST:
                yield _of_the_order(order, rows, why)
        else:
            for party, found in alone.items():
                rule, step = found[0]
                yield Remark.on(
                    rule,
                    order,
                    f"ingen träder in för {title_of(party, review.rules)} "
                    f"(punkt {numbers_of(rule for rule, _ in found)})",
                    step.place,
                    why=why,
                    remedy=f"lägg till «ersättare för {party.name} …»",
                )


def _of_the_order(order: Order, found: list[tuple[Rule, Alternative]], why: str) -> Remark:
    rule, step = min(found, key=lambda each: each[0].place.sort_key)
    number = len({rule.number for rule, _ in found})
    return Remark.on(
        rule,
        order,
        f"ordningen säger inte vem som träder in när delegaten är jävig eller borta ({number} punkter)",
        step.place,
        why=why,
        remedy="lägg till «ersättare …» på punkterna, eller «överordnad får besluta vid frånvaro» på ordningen",
    )


def _competent(review: Review) -> dict[tuple[str, str], list[tuple[Rule, Alternative]]]:
    """The steps of every row of a board about a matter."""
    found: dict[tuple[str, str], list[tuple[Rule, Alternative]]] = defaultdict(list)
    for _, rule in review.rows(OrderKind.DELEGATION):
        for matter in rule.matters:
            found[rule.body, matter] += [(rule, step) for step in rule.alternatives]
    return found


def _alone(
    rule: Rule,
    order: Order,
    stand_ins: StandIns,
    others: dict[tuple[str, str], list[tuple[Rule, Alternative]]],
    cases: Cases,
) -> Iterator[tuple[Alternative, RoleRef]]:
    """The delegates of a row that nobody stands in for, each with its step."""
    if any(_ACTING.search(text) for text in (*rule.conditions, *rule.remarks)):
        return
    elsewhere = [each for matter in rule.matters for each in others[rule.body, matter] if each[0] is not rule]
    beside = [step for _, step in elsewhere]
    for index, step in enumerate(rule.alternatives):
        later = [each for each in rule.alternatives[index + 1 :] if not each.otherwise]
        # That the steps before do not hold seldom matters, and in a long ladder it costs.
        before = rule.alternatives[: min(index, LONG)]
        own = [*(Not(each.when) for each in before if each.when is not None), step.when]
        if len(step.parties) > 1 or any(_competent_too(each, step, own, cases) for each in (*later, *beside)):
            continue
        for party in step.parties:
            if not isinstance(party, RoleRef) or not _is_a_person(party, stand_ins.review):
                continue
            if any(stand_ins.substitutes(rule, party)) or stand_ins.superiors(order, party):
                continue
            yield step, party


def _competent_too(other: Alternative, step: Alternative, own: Iterable[Expr | None], cases: Cases) -> bool:
    """Whether ``other`` lets somebody else decide in some case that is ``step``'s ``own``."""
    return bool(set(other.parties) - set(step.parties)) and cases.meet(*own, other.when)


def _is_a_person(party: RoleRef, review: Review) -> bool:
    role = review.rules.corpus.roles.get(party.name)
    return role is not None and role.kind in (RoleKind.EMPLOYEE, RoleKind.ELECTED)
