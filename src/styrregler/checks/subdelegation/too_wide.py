"""SR231: a sub-delegation that says more than the giver has to give."""

from collections.abc import Iterator

from attrs import frozen

from styrregler.analysis import Stopped
from styrregler.analysis.situation import Situation
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.logic import (
    AllOf,
    AnyOf,
    Compare,
    Expr,
    Is,
    Known,
    Not,
    atoms,
    describe_region,
    truth,
    variables_of,
)
from styrregler.logic.truth import Interval
from styrregler.model import Alternative, Order, OrderKind, RoleRef, Rule
from styrregler.query import Question
from styrregler.query.candidates import Candidate
from styrregler.query.passing_on import is_given
from styrregler.query.people import title_of
from styrregler.query.question import UnreadableRules
from styrregler.text import Place


@frozen
class Bound:
    """What a sub-delegation has to keep within: in words, as a condition, and where it stands."""

    what: str
    when: Expr
    place: Place


@check("SR231", "vidaredelegationen går längre än uppdraget", Severity.WARNING)
def too_wide(review: Review) -> Iterator[Remark]:
    """Ingen kan lämna vidare mer än det den själv har fått, och inte mer än nämnden har medgett.

    Får förvaltningschefen besluta upp till 500 000 kr har enhetschefen ingen beslutanderätt över det, fast
    vidaredelegationen säger 1 000 000 kr. Detsamma gäller när nämnden har medgett vidaredelegation bara upp till ett belopp eller i
    vissa fall. Svaret från `styrregler vem` håller sig till det mindre; den som bara läser vidaredelegationen gör det inte.

    Sänk gränsen i vidaredelegationen, eller låt nämnden höja sin. En rad utan eget villkor godtas: den lämnar vidare så
    mycket som givaren har.
    """
    hindered = {rule.key for _, rule, _ in review.hindrances}
    for order, rule in review.rows(OrderKind.SUBDELEGATION):
        if rule.key in hindered:
            continue
        limited = [each for each in rule.alternatives if each.when is not None]
        above = (review.above(rule, order) or ()) if limited else ()
        if len(above) != 1:
            # Of several rows, what one does not give another may.
            continue
        bounds = tuple(_bounds(order, above[0], review))
        if bounds:
            yield from _beyond(review, order, rule, above[0], limited, bounds)


def _bounds(order: Order, above: Candidate, review: Review) -> Iterator[Bound]:
    """The giver's own decision by the board's row, and the board's leave to pass it on."""
    who = title_of(RoleRef(order.by), review.rules)
    given: list[Expr] = []
    steps = [
        each
        for each in above.rule.alternatives
        if is_given(order.by, each.parties, above.order, review.rules)
    ]
    for step in steps:
        before = above.rule.alternatives[: above.rule.alternatives.index(step)]
        otherwise = AllOf(tuple(Not(each.when) for each in before if each.when is not None))
        given.append(otherwise if step.otherwise else step.when or AllOf(()))
    others = [each.when for each in above.rule.overrides if each.when is not None]
    others += [each.when for each in above.rule.exceptions]
    if steps:
        own = AllOf((AnyOf(tuple(given)), *(Not(each) for each in others)))
        yield Bound(f"{who} själv får besluta om", own, steps[-1].place)
    leave = above.rule.subdelegation
    if leave is not None and leave.by and leave.when is not None:
        yield Bound("nämnden har medgett", leave.when, leave.place)


def _beyond(
    review: Review,
    order: Order,
    rule: Rule,
    above: Candidate,
    limited: list[Alternative],
    bounds: tuple[Bound, ...],
) -> Iterator[Remark]:
    try:
        situation = Situation.of(review.rules, Question(rule.matter, review.day(order), body=rule.body))
        for step in limited:
            found = next(
                ((each, at) for each in bounds if (at := _outside(situation, step, each.when))), None
            )
            if found is None:
                continue
            bound, at = found
            witness = situation.witness(at)
            yield Remark.on(
                rule,
                order,
                f"vidaredelegationen går längre än {bound.what}",
                step.place,
                why=f"när {_case(step, bound, situation, at)} ger den ingen rätt att besluta, fast den säger det",
                remedy="sänk gränsen här, eller låt nämnden ändra sin punkt",
                related=((bound.place, f"nämndens punkt {above.rule.number}"),),
                command=witness.command if witness is not None and not order.draft else "",
            )
    except (Stopped, UnreadableRules):
        return


def _outside(situation: Situation, step: Alternative, bound: Expr) -> Known | None:
    """Where the step holds, and the bound does whatever else is the case not.

    Only by the facts that the step itself names: what it says nothing of it leaves as the giver has it.
    """
    assert step.when is not None
    named = {each.fact for each in atoms(step.when)}
    lines = [each for each in atoms(bound) if each.fact in named]

    def ask(at: Known) -> bool | Expr:
        holds = truth(step.when, at) if step.when is not None else True
        if holds is None and step.when is not None:
            return step.when
        open_line: Compare | Is | None = next((each for each in lines if truth(each, at) is None), None)
        if holds and open_line is not None:
            return open_line
        return bool(holds) and situation.space.where(bound, at) is None

    return next((at for at, beyond in situation.space.boxes(ask, situation.asked.known) if beyond), None)


def _case(step: Alternative, bound: Bound, situation: Situation, at: Known) -> str:
    """The case in the language's own words."""
    conditions = [*([step.when] if step.when is not None else []), bound.when]
    regions = [
        (variable, region)
        for variable in variables_of(conditions, situation.asked.known, situation.rules.choices)
        if isinstance(region := at.facts.get(variable.fact), Interval | frozenset)
    ]
    return " och ".join(describe_region(variable, region, at) for variable, region in regions)
