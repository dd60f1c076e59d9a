"""Who decides, computed the slow and obvious way.

In: a corpus and a case in which every fact is a point.  Out: outcome, deciders and determining rows.  One loop over all
orders and rows, in the order time → scope → competence → priority → conditions.  It shares the model and the values with
the engine and nothing else: no index, no three-valued logic, no regions.  What is not known is handled by trying every
completion (`completions`).
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product
from typing import NamedTuple

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Not, Operator
from styrregler.model import (
    Bar, Body, BodyKind, BodyRef, Corpus, Level, NearestChief, Order, OrderKind, OriginalDelegate, Override, Party, RespectiveRole,
    RoleKind, RoleRef, Rule, RuleKind,
)  # fmt: skip
from styrregler.values import Quantity, UnitKind

Row = tuple[str, str]
"""The order's name and the number of the row."""


class Unreadable(Exception):
    """A row in force about the matter cannot be read."""


class Case(NamedTuple):
    """A matter in one board on one day. ``inlett`` may be absent: then it is quoted rather than asked."""

    corpus: Corpus
    matter: str
    body: str
    on: date
    facts: Mapping[str, Quantity | str]
    absent: frozenset[str] = frozenset()
    disqualified: frozenset[str] = frozenset()


class Said(NamedTuple):
    """What one row says: «reserved», «execution», «decides», «conflict»; ``why`` is ladder, dock, bar, own or empty."""

    order: Order
    rule: Rule
    outcome: str
    parties: tuple[Party, ...]
    why: str = ""
    also: tuple[Party, ...] = ()


class Ruling(NamedTuple):
    outcome: str
    deciders: frozenset[Party]
    rows: frozenset[Row]
    clash: str
    said: tuple[Said, ...]

    @property
    def key(self) -> tuple[object, ...]:
        return (self.outcome, self.deciders, self.rows, self.clash)


class Result(NamedTuple):
    """After people: who may decide now, who also may, and who may by sub-delegation (all are deciders too)."""

    outcome: str
    deciders: frozenset[Party]
    rows: frozenset[Row]
    also: frozenset[Party] = frozenset()
    further: frozenset[Party] = frozenset()


# ---------- conditions


def size(quantity: Quantity, case: Case) -> Fraction:
    """In kronor, days, per cent or number; a yearly amount by what is given, else by the figure of the year."""
    if quantity.kind is not None or not quantity.unit:
        return quantity.measure
    given = case.facts.get(quantity.unit)
    figure = given.measure if isinstance(given, Quantity) else case.corpus.amounts[quantity.unit].figures[case.on.year]
    return figure * Fraction(quantity.number)


def holds(expr: Expr | None, case: Case) -> bool:
    match expr:
        case None:
            return True
        case Is(fact, values):
            return case.facts[fact] in values
        case Not(operand):
            return not holds(operand, case)
        case AllOf(operands):
            return all(holds(each, case) for each in operands)
        case AnyOf(operands):
            return any(holds(each, case) for each in operands)
        case Compare(fact, operator, constant):
            given = case.facts[fact]
            assert isinstance(given, Quantity)
            if given.unit == constant.unit and given.kind is None:
                one, other = Fraction(given.number), Fraction(constant.number)
            else:
                one, other = size(given, case), size(constant, case)
            return {Operator.AT_MOST: one <= other, Operator.AT_LEAST: one >= other, Operator.OVER: one > other, Operator.UNDER: one < other}[operator]


# ---------- time and scope


def in_force(order: Order, rule: Rule, case: Case) -> bool:
    if order.draft or case.on not in order.period or case.on not in rule.period:
        return False
    return order.opened is not None or not any(
        other is not order and other.replaces.casefold() in (order.name, order.title.casefold()) and other.body == order.body
        and other.kind is order.kind and not other.draft and case.on in other.period
        for other in case.corpus.orders if other.replaces
    )  # fmt: skip


def in_scope(rule: Rule, case: Case) -> bool:
    return not rule.municipalities or case.facts["kommun"] in rule.municipalities


def opened(order: Order, case: Case) -> bool:
    return order.opened is None or "inlett" not in case.facts or holds(order.opened, case)


def rows_in_force(case: Case, kind: OrderKind) -> Iterator[tuple[Order, Rule]]:
    """Rows about the matter in the board's orders of ``kind``, in order of name and place."""
    for order in sorted(case.corpus.orders, key=lambda order: order.name):
        for rule in sorted(order.rules, key=lambda rule: rule.place.sort_key):
            if order.kind is kind and order.body == case.body and case.matter in rule.matters and in_force(order, rule, case):
                if not rule.readable:
                    raise Unreadable
                yield order, rule


# ---------- competence


def kinds(party: Party, case: Case) -> frozenset[str]:
    """What the law calls a recipient; empty when that is not known, and for the board itself and the council."""
    role = case.corpus.roles.get(party.name if isinstance(party, RoleRef) else party.role if isinstance(party, RespectiveRole) else "")
    if role is not None:
        return frozenset({"ledamot", "ersättare", "förtroendevald"} if role.kind is RoleKind.ELECTED else {role.kind.value})
    body = case.corpus.bodies.get(party.name) if isinstance(party, BodyRef) and party.name != case.body else None
    return frozenset({body.kind.value}) if body and body.kind is not BodyKind.COUNCIL else frozenset()


def in_circle(party: Party, rule: Rule, case: Case) -> bool:
    circles = [circle for circle in case.corpus.circles if circle.verified and case.on in circle.period]
    known = kinds(party, case)
    return not circles or not known or rule.kind is RuleKind.GENERAL or any(known & circle.permits for circle in circles)


def bars(rule: Rule, case: Case) -> Iterator[Bar]:
    """The statutory bars that hold for the row in this case."""
    for bar in case.corpus.bars if rule.kind is not RuleKind.GENERAL else ():
        routed = not bar.route or (rule.appeal is not None and rule.appeal.route == bar.route)
        excepted = bar.except_when is not None and holds(bar.except_when, case)
        if bar.verified and case.on in bar.period and (not bar.tags or bar.tags & rule.tags) and routed and not excepted and holds(bar.when, case):
            yield bar


def barred(party: Party, bar: Bar, case: Case) -> bool:
    """Whether the bar keeps ``party`` from deciding; whoever decides under the bar is not barred."""
    if party == lifted(bar, case):
        return False
    known = kinds(party, case)
    return not bar.to_kinds or bool(known and bool(known & bar.to_kinds) is not bar.only)


def lifted(bar: Bar, case: Case) -> BodyRef:
    return bar.lifted_to or BodyRef(case.body)


# ---------- what one row says: priority and conditions


def say(order: Order, rule: Rule, case: Case) -> Iterator[Said]:
    if any(holds(each.when, case) for each in rule.exceptions):
        return
    aside = False
    for line in rule.elsewhere:
        if (not aside) if line.otherwise else holds(line.when, case):
            aside = True
            yield Said(order, rule, "reserved", line.parties)
    if rule.execution is not None and holds(rule.execution.when, case):
        aside = True
        yield Said(order, rule, "execution", (rule.execution.by,) if rule.execution.by else ())
    if rule.own_right is not None:
        yield Said(order, rule, "reserved", (rule.own_right.by,), "own")
    if not rule.alternatives and not rule.unknown and (rule.elsewhere or rule.execution or rule.own_right):
        return
    ladder = [(each, tuple(party for party in each.parties if in_circle(party, rule, case))) for each in rule.alternatives]
    ladder = [(each, parties) for each, parties in ladder if parties]
    if ladder and (not aside or any(holds(each.when, case) for each, _ in ladder)):
        for bar in bars(rule, case):
            ladder = [(each, left) for each, parties in ladder if (left := tuple(party for party in parties if not barred(party, bar, case)))]
            if not ladder:
                yield Said(order, rule, "reserved", (lifted(bar, case),), "bar")
                return
    docks = [each for each in rule.overrides if holds(each.when, case)]
    holding = [(each, parties) for each, parties in ladder if holds(each.when, case)]
    if docks and not aside:
        yield dock(order, rule, docks, case)
    elif holding:
        also = tuple(party for each, parties in holding[1:] if not each.otherwise for party in parties)
        yield Said(order, rule, "decides", holding[0][1], "ladder", also)


def dock(order: Order, rule: Rule, docks: list[Override], case: Case) -> Said:
    """Of those that hold the highest decides; those of one level must agree."""
    by_level = [{frozenset(each.parties) for each in docks if each.level is level} for level in Level]
    best = min(rank(each, case) for each in docks)
    highest = {frozenset(each.parties) for each in docks if rank(each, case) == best}
    if any(len(said) > 1 for said in by_level) or len(highest) > 1:
        return Said(order, rule, "conflict", tuple(party for each in docks for party in each.parties), "dock")
    return Said(order, rule, "decides", tuple(highest.pop()), "dock")


def rank(override: Override, case: Case) -> int:
    """Council, board, presidium, committee, other bodies; the elected; employees, those with few chiefs above them first."""
    def of(party: Party) -> int:
        if isinstance(party, BodyRef):
            return case.corpus.bodies[party.name].kind.rank
        if isinstance(party, RoleRef):
            return 10 if case.corpus.roles[party.name].kind is RoleKind.ELECTED else 20 + len(chiefs(party.name, case))
        return 99

    return min(map(of, override.parties))


# ---------- what all rows say together


def rule_on(case: Case) -> Ruling:
    said = [
        each
        for order, rule in rows_in_force(case, OrderKind.DELEGATION)
        if in_scope(rule, case) and opened(order, case)
        for each in say(order, rule, case)
    ]
    if any(each.why == "own" for each in said):
        own = {each.rule for each in said if each.why == "own"}
        said = [each for each in said if each.rule in own]
    valid = [each for each in said if each.why != "bar"]
    if clash := clashing(valid):
        return Ruling("conflict", parties_of(valid), rows_of(valid), clash, tuple(valid))
    for group in (valid, said):
        if group:
            return Ruling(group[0].outcome, parties_of(group), rows_of(group), "", tuple(group))
    return Ruling("default", frozenset({BodyRef(case.body)}), frozenset(), "", ())


def parties_of(said: list[Said]) -> frozenset[Party]:
    return frozenset(party for each in said for party in each.parties)


def rows_of(said: list[Said]) -> frozenset[Row]:
    return frozenset((each.order.name, each.rule.number) for each in said)


def clashing(said: list[Said]) -> str:
    outcomes = {each.outcome for each in said}
    if "conflict" in outcomes:
        return "dock"
    if len(outcomes) > 1:
        return " ".join(sorted(outcomes)[:2])
    if len({frozenset(each.parties) for each in said}) > 1 and outcomes == {"reserved"}:
        return "two bodies"
    by_order = {order: parties_of([each for each in said if each.order.name == order]) for order in {each.order.name for each in said}}
    return "two orders" if outcomes == {"decides"} and len(set(by_order.values())) > 1 else ""


# ---------- people: who is above, who stands in, who may besides


def upwards(name: str, case: Case) -> list[Body]:
    body = case.corpus.bodies.get(name)
    return [body, *upwards(body.belongs_to, case)] if body else []


def chief(role: str, case: Case) -> str:
    known = case.corpus.roles[role]
    unit = known.unit or next((body.name for body in case.corpus.bodies.values() if body.led_by == role), "")
    return known.chief or next((body.led_by for body in upwards(unit, case) if body.led_by and body.led_by != role), "")


def chiefs(role: str, case: Case) -> list[str]:
    found: list[str] = []
    while (above := chief(found[-1] if found else role, case)) and above not in (*found, role):
        found.append(above)
    return found


def superiors(role: str, case: Case) -> list[str]:
    """Employees above ``role`` to the head of the board's own administration; none for whoever is not under that head."""
    def board_of(body: Body) -> str:
        return next((each.name for each in upwards(body.name, case) if each.kind is BodyKind.BOARD), "")

    heads = {body.led_by for body in case.corpus.bodies.values() if body.kind is BodyKind.ADMINISTRATION and board_of(body) == case.body}
    line = chiefs(role, case)
    top = next((number for number, each in enumerate(line) if each in heads), None)
    climbed = line[: top + 1] if top is not None and role not in heads else []
    return climbed if all(case.corpus.roles[each].kind is RoleKind.EMPLOYEE for each in climbed) else []


def is_a(role: str, generic: str, case: Case) -> bool:
    each = case.corpus.roles[generic].in_each
    return role == generic or any(body.led_by == role and body.kind.value == each for body in case.corpus.bodies.values())


def settled(party: Party, case: Case) -> Party:
    given = case.facts.get("ursprunglig-delegat")
    return RoleRef(given) if isinstance(party, OriginalDelegate) and isinstance(given, str) else party


def away(party: Party, case: Case) -> bool:
    return isinstance(party, RoleRef) and party.name in case.absent | case.disqualified


def fit(party: Party, rule: Rule, case: Case) -> bool:
    """Whether a delegate is there and meets the row's demands; a demand about what is not known is quoted instead."""
    met = all(holds(each, case) for each in rule.requirements if isinstance(each, Compare | Is) and each.fact in case.facts)
    return not away(party, case) and (met or not isinstance(party, RoleRef))


def subdelegates(ruling: Ruling, case: Case) -> Iterator[tuple[Said, Rule, tuple[Party, ...]]]:
    """(the board's row, the sub-delegation's row, whom it names): only where the board's row gives it to employees."""
    for order, rule in rows_in_force(case, OrderKind.SUBDELEGATION):
        for above in ruling.said:
            permit = above.rule.subdelegation
            employees = [party for party in above.parties if not isinstance(party, BodyRef) and kinds(party, case) <= {"anställd"}]
            if above.why != "ladder" or above.rule.number != rule.number or not employees or permit is None or not holds(permit.when, case):
                continue
            names = [name for by in permit.by for name in (case.corpus.groups[by].roles if by in case.corpus.groups else (by,))]
            if not any(is_a(order.by, name, case) for name in names) or not in_scope(rule, case) or not opened(order, case):
                continue
            if any(holds(each.when, case) for each in (*rule.exceptions, *rule.overrides)):
                continue
            for each in say(order, rule, case):
                if each.why == "ladder":
                    yield above, rule, (*each.parties, *each.also)


def result(case: Case) -> Result:
    """The ruling, and then who may decide now."""
    ruling = rule_on(case)
    urgent = [RoleRef(party.name) for party in urgency(case) if not away(party, case)] if case.facts.get("brådska") == "ja" else []
    if ruling.outcome == "default" and urgent:
        return Result("decides", frozenset(urgent[:1]), ruling.rows)
    if ruling.outcome != "decides":
        return Result(ruling.outcome, frozenset(settled(party, case) for party in ruling.deciders), ruling.rows)
    named = [(settled(party, case), (each.rule,), each) for each in ruling.said for party in each.parties]
    own = {party for party, _, _ in named}
    named += [(party, (above.rule, rule), above) for above, rule, parties in subdelegates(ruling, case) for party in parties if party not in own]
    further = frozenset(party for party, rules, _ in named if len(rules) > 1)
    also = frozenset(settled(party, case) for each in ruling.said for party in each.also)
    present = frozenset(party for party, rules, _ in named if all(fit(party, rule, case) for rule in rules))
    if not present:
        return stepping_in(named, ruling, case, also)
    return Result("decides", present, ruling.rows, frozenset(party for party in also - present if not away(party, case)), further & present)


def stepping_in(named: list[tuple[Party, tuple[Rule, ...], Said]], ruling: Ruling, case: Case, also: frozenset[Party]) -> Result:
    """All delegates are away: the first substitute who can, else the nearest superior, else the board."""
    delegates = {party for party, _, _ in named}
    line: list[Party] = []
    for party, _, said in named:
        for each in said.rule.substitutes:
            if not isinstance(party, BodyRef) and each.only_for in ("", getattr(party, "name", "")):
                nearest = RoleRef(chief(party.name, case)) if isinstance(party, RoleRef) and chief(party.name, case) else NearestChief()
                line += [nearest if isinstance(other, NearestChief) else settled(other, case) for other in each.parties]
    for party, _, said in named:
        if isinstance(party, RoleRef) and said.order.always_superior is not None:
            line += [RoleRef(name) for name in superiors(party.name, case)]
    able = [party for party in line if party not in delegates and not away(party, case)]
    if not able:
        return Result("default", frozenset({BodyRef(case.body)}), ruling.rows)
    return Result("decides", frozenset(able[:1]), ruling.rows, frozenset(party for party in also - {able[0]} if not away(party, case)))


def urgency(case: Case) -> tuple[RoleRef, ...]:
    """Who decides for the board when its decision cannot be waited for."""
    for order in sorted(case.corpus.orders, key=lambda order: order.name):
        if order.body == case.body and order.urgent and order.kind is OrderKind.DELEGATION and in_force(order, ANY_ROW, case):
            return order.urgent  # type: ignore[return-value]
    return ()
