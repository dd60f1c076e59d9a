"""Every matter of a rule set, from a day on.

In: a rule set and a day.  Out: findings, in order of place.  Each matter in each board is looked at on that day, and again on
every later day when the rows in force about it change.  Refuses to go on without bound: a matter that would take too long
gives a finding that says so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from attrs import evolve

from styrregler.analysis.clashes import contradictions, overlaps
from styrregler.analysis.conditions import clauses, conditions
from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.gaps import gaps
from styrregler.analysis.loops import loops
from styrregler.analysis.redundant import redundant_rows
from styrregler.analysis.regions import Stopped
from styrregler.analysis.situation import Situation
from styrregler.analysis.stand_ins import stand_ins
from styrregler.analysis.steps import steps
from styrregler.logic import Compare
from styrregler.model import Level, Order, OrderKind, Rule, RuleKind
from styrregler.query import Question
from styrregler.query.question import UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.text import Place
from styrregler.values import Period, Quantity

FINDERS: tuple[Callable[[Situation], Iterator[Finding]], ...] = (
    gaps,
    contradictions,
    overlaps,
    steps,
    redundant_rows,
    loops,
    stand_ins,
)


def analyse(rules: RuleSet, on: date) -> tuple[Finding, ...]:
    """Everything that can be said of all cases as of ``on`` and later; of a proposal, as if it were adopted."""
    found: dict[tuple[object, ...], Finding] = {}
    _collect(rules, on, found)
    for order in rules.corpus.orders:
        if order.draft and order.kind is OrderKind.DELEGATION and (order.period.end or date.max) >= on:
            start = max(on, order.period.start or on)
            _collect(as_adopted(rules, order), start, found, only=order)
    # Rows whose exceptions give to each other name different delegates too; the one thing says the other.
    circles = {each.places for each in map(_by_rows, found.values()) if each.kind is Kind.EACH_OTHER}
    kept = [
        each
        for each in found.values()
        if each.kind is not Kind.OVERLAP or _by_rows(each).places not in circles
    ]
    return tuple(sorted(kept, key=lambda each: (each.place.sort_key, each.kind.value, each.what)))


def as_adopted(rules: RuleSet, draft: Order) -> RuleSet:
    """The board's rules as they would be if ``draft`` stood in the place of its other orders.

    One for older cases stands beside the one for newer cases, not in its place.  Those of other boards have no bearing on
    its matters, and are left out: there may be many, and many proposals.
    """

    def stays(order: Order) -> bool:
        if order.name == draft.name or order.kind is not draft.kind:
            return True
        return not order.draft and _for_older_cases(order) is not _for_older_cases(draft)

    orders = [
        evolve(order, draft=False, replaces="") if order.name == draft.name else order
        for order in rules.corpus.orders
        if order.body == draft.body and stays(order)
    ]
    return RuleSet(evolve(rules.corpus, orders=tuple(orders)), name=rules.name)


def _for_older_cases(order: Order) -> bool:
    """Whether the order is a transitional one: for cases opened before a day."""
    return isinstance(order.opened, Compare) and order.opened.operator.below


def _collect(
    rules: RuleSet, on: date, found: dict[tuple[object, ...], Finding], only: Order | None = None
) -> None:
    """Add what is found to ``found``; with ``only``, in the matters of that proposal."""
    read: set[tuple[date, Place]] = set()
    for matter, bodies in rules.matters.items():
        for body in bodies if only is None else {only.body} & {*bodies}:
            rows = [each for each in rules.rules_for(body, matter) if each.kind is not RuleKind.GENERAL]
            for day in _days(rows, rules, on) if rows else ():
                for finding in _of_rows(rules, Question(matter, day, body=body), rows, read):
                    if only is not None:
                        finding = evolve(finding, draft=only.name)
                    first = found.setdefault(finding.key, finding)
                    found[finding.key] = evolve(first, rows=_joined(first.rows, finding.rows))


def of_matter(rules: RuleSet, question: Question) -> Iterator[Finding]:
    """What is found in the matter of ``question``, in its body and on its day."""
    return _of_rows(rules, question, rules.rules_for(question.body, question.matter), set())


def _of_rows(
    rules: RuleSet, question: Question, rows: Sequence[Rule], read: set[tuple[date, Place]]
) -> Iterator[Finding]:
    """``read`` are the clauses whose conditions have been looked at: many rows inherit one and the same."""
    fresh = [
        (rule, new)
        for rule in rows
        if (new := [each for each in clauses(rule) if (question.on, each.place) not in read])
    ]
    if not fresh and len(rows) == 1 and not _telling(rows[0]):
        return
    question = evolve(question, facts=figures(rules, question.on.year))
    try:
        situation = Situation.of(rules, question)
    except UnreadableRules:
        return
    if not situation.rows:
        return
    finders = [finder(situation) for finder in FINDERS] if len(rows) > 1 or _telling(rows[0]) else []
    for row in situation.rows:
        for rule, new in fresh:
            if rule.place == row.rule.place:
                read |= {(question.on, each.place) for each in new}
                finders.append(conditions(situation, rule, new))
    stops = []
    for finder in finders:
        try:
            yield from finder
        except Stopped as stop:
            stops.append(stop.reason)
    if situation.stopped:
        stops.append(situation.stopped)
    if stops:
        among = tuple(each.rule for each in situation.rows)
        yield Finding(Kind.STOPPED, among, among[0].place, question.on, what=stops[0])


def _telling(rule: Rule) -> bool:
    """Whether a row can give a finding by itself: most rows name one delegate, and that is all.

    A single `dock` that an order has for all its rows meets nothing to clash with in such a row.
    """
    own = any(each.level is Level.POINT for each in rule.overrides)
    if own or len(rule.overrides) > 1 or len(rule.alternatives) > 1 or rule.exceptions or rule.substitutes:
        return True
    lines = (*rule.alternatives, *rule.elsewhere, *([rule.execution] if rule.execution else ()))
    return len(lines) + bool(rule.own_right) > 1 or any(each.when is not None for each in lines)


def _days(rows: Iterable[Rule], rules: RuleSet, on: date) -> tuple[date, ...]:
    """``on``, and each later day on which a row begins or ceases to be in force."""
    later = set()
    for period in _periods(rows, rules):
        if period.start is not None and period.start > on:
            later.add(period.start)
        if period.end is not None and on <= period.end < date.max:
            later.add(period.end + timedelta(days=1))
    return (on, *sorted(later))


def _periods(rows: Iterable[Rule], rules: RuleSet) -> Iterator[Period]:
    orders: dict[str, Order] = {}
    for rule in rows:
        orders[rule.order] = rules.orders[rule.order]
        yield rule.period
    for order in orders.values():
        yield order.period


def figures(rules: RuleSet, year: int) -> Mapping[str, Quantity]:
    """For a year that a yearly amount lacks: the latest figure before it, else the first there is."""
    figures = {}
    for amount in rules.corpus.amounts.values():
        if year not in amount.figures and amount.figures:
            before = [each for each in amount.figures if each < year]
            figure = amount.figures[max(before) if before else min(amount.figures)]
            figures[amount.name] = Quantity(Decimal(figure.numerator) / Decimal(figure.denominator), "kr")
    return figures


def _by_rows(finding: Finding) -> Finding:
    return evolve(
        finding, places=tuple(sorted((each.place for each in finding.rows), key=lambda at: at.sort_key))
    )


def _joined(one: tuple[Rule, ...], other: tuple[Rule, ...]) -> tuple[Rule, ...]:
    places = {each.place for each in one}
    return (*one, *(each for each in other if each.place not in places))
