"""Who decides, computed the slow and obvious way.

In: a corpus and a case in which every fact is a point.  Out: outcome, deciders and determining rows.  One loop over all
orders and rows, in the order time → scope → competence → priority → conditions.  It shares the model and the values with
the engine and nothing else: no index, no three-valued logic, no regions.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Not, Operator
from styrregler.model import (
    Bar,
    BodyKind,
    BodyRef,
    Corpus,
    Level,
    Order,
    OrderKind,
    Override,
    Party,
    RespectiveRole,
    RoleKind,
    RoleRef,
    Rule,
)
from styrregler.values import Quantity

Row = tuple[str, str]
"""The order's name and the number of the row."""


class Unreadable(Exception):
    """A row in force about the matter cannot be read."""


class Case(NamedTuple):
    """A matter in one board on one day. Without ``inlett`` an order for cases of a certain age is taken to hold."""

    corpus: Corpus
    matter: str
    body: str
    on: date
    facts: Mapping[str, Quantity | str]
    absent: frozenset[str] = frozenset()
    disqualified: frozenset[str] = frozenset()


class Said(NamedTuple):
    """What one row says. ``why``: ladder, dock, bar, own, or empty for what is not delegation."""

    order: Order
    rule: Rule
    outcome: str
    parties: tuple[Party, ...]
    why: str = ""
    also: tuple[Party, ...] = ()


class Ruling(NamedTuple):
    """What all rows say together."""

    outcome: str
    deciders: frozenset[Party]
    rows: frozenset[Row]
    clash: str
    said: tuple[Said, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What must be the same for two answers to be one."""
        return (self.outcome, self.deciders, self.rows, self.clash)


# ---------- conditions


def size(quantity: Quantity, case: Case) -> Fraction:
    """In kronor, days, per cent or number; a yearly amount as given in the case, else by the figure of the year."""
    if quantity.kind is not None or not quantity.unit:
        return quantity.measure
    given = case.facts.get(quantity.unit)
    listed = case.corpus.amounts[quantity.unit].figures
    return Fraction(quantity.number) * (
        given.measure if isinstance(given, Quantity) else listed[case.on.year]
    )


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
            same = given.unit == constant.unit
            one = Fraction(given.number) if same else size(given, case)
            other = Fraction(constant.number) if same else size(constant, case)
            below, above = one < other, one > other
            return {"högst": not above, "under": below, "minst": not below, "över": above}[
                Operator(operator).value
            ]


# ---------- time and scope


def in_force(order: Order, period: object, case: Case) -> bool:
    if order.draft or case.on not in order.period or case.on not in period:  # type: ignore[operator]
        return False
    successors = [
        other
        for other in case.corpus.orders
        if other.replaces.casefold() in (order.name, order.title.casefold())
        and (other.body, other.kind) == (order.body, order.kind)
        and other.name != order.name
    ]
    return order.opened is not None or all(each.draft or case.on not in each.period for each in successors)


def applies(order: Order, rule: Rule, case: Case) -> bool:
    """The right municipality of a joint board, and a case of the right age."""
    ours = not rule.municipalities or case.facts["kommun"] in rule.municipalities
    return ours and (order.opened is None or "inlett" not in case.facts or holds(order.opened, case))


def rows_in_force(case: Case, kind: OrderKind) -> Iterator[tuple[Order, Rule]]:
    """Rows about the matter in the board's orders of ``kind``, in order of name and place."""
    for order in sorted(case.corpus.orders, key=lambda order: order.name):
        if order.kind is not kind or order.body != case.body:
            continue
        for rule in sorted(order.rules, key=lambda rule: rule.place.sort_key):
            if case.matter in rule.matters and in_force(order, rule.period, case):
                if not rule.readable:
                    raise Unreadable
                yield order, rule


# ---------- competence


def kinds(party: Party, case: Case) -> frozenset[str]:
    """What the law calls a recipient; empty when that is not known, and for the board itself and the council."""
    if isinstance(party, RoleRef | RespectiveRole):
        role = case.corpus.roles[party.name if isinstance(party, RoleRef) else party.role]
        elected = role.kind is RoleKind.ELECTED
        return frozenset({"ledamot", "ersättare", "förtroendevald"} if elected else {role.kind.value})
    body = case.corpus.bodies[party.name] if isinstance(party, BodyRef) else None
    outside = body is None or body.name == case.body or body.kind is BodyKind.COUNCIL
    if (
        body is not None
        and body.kind in (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
        and body.belongs_to != case.body
    ):
        return frozenset({f"en annan nämnds {body.kind.value}"})
    return frozenset() if outside or body is None else frozenset({body.kind.value})


def permitted(party: Party, rule: Rule, case: Case) -> bool:
    """Whether the law lets a board delegate to ``party`` at all."""
    circles = [
        each
        for each in case.corpus.circles
        if each.verified and case.on in each.period and "delegation" in each.concerns
    ]
    known = kinds(party, case)
    return not circles or not known or any(known & each.permits for each in circles)


def bars(rule: Rule, case: Case) -> list[Bar]:
    """The statutory bars that hold for the row in this case."""
    return [
        bar
        for bar in case.corpus.bars
        if bar.verified and case.on in bar.period
        if not bar.tags or bar.tags & rule.tags
        if not bar.route or (rule.appeal is not None and rule.appeal.route == bar.route)
        if holds(bar.when, case) and not (bar.except_when is not None and holds(bar.except_when, case))
    ]


def lifted(bar: Bar, case: Case) -> BodyRef:
    return bar.lifted_to or BodyRef(case.body)


def barred(party: Party, bar: Bar, case: Case) -> bool:
    """Whether the bar keeps ``party`` from deciding. Whoever decides under it, and whose kind is unknown, it does not."""
    known = kinds(party, case)
    if party == lifted(bar, case) or (bar.to_kinds and not known):
        return False
    return not bar.to_kinds or bool(known & bar.to_kinds) is not bar.only


# ---------- priority and conditions: what one row says


def say(order: Order, rule: Rule, case: Case) -> Iterator[Said]:
    if any(holds(each.when, case) for each in rule.exceptions):
        return
    law = bars(rule, case)
    wanted, ladder = filtered(rule, list(rule.alternatives), law, case)
    # `annars` holds when nothing else in the row does: delegated, reserved or executed.
    reserved = [line for line in rule.elsewhere if not line.otherwise and holds(line.when, case)]
    executed = rule.execution is not None and holds(rule.execution.when, case)
    rest = not reserved and not executed
    any_step = any(rest if each.otherwise else holds(each.when, case) for each, _ in wanted)
    if rest and not any_step:
        reserved = [line for line in rule.elsewhere if line.otherwise]
    for line in reserved:
        yield Said(order, rule, "reserved", line.parties)
    if rule.execution is not None and executed:
        yield Said(order, rule, "execution", (rule.execution.by,) if rule.execution.by else ())
    if rule.own_right is not None:
        yield Said(order, rule, "reserved", (rule.own_right.by,), "own")
    if not rule.alternatives and not rule.unknown and (rule.elsewhere or rule.execution or rule.own_right):
        return  # The row says nothing of delegation, so `dock` has nothing to be an exception to.
    if (reserved or executed) and not any_step:
        return
    held = [rest if each.otherwise else holds(each.when, case) for each, _ in ladder]
    docks_wanted, docks = filtered(
        rule, [each for each in rule.overrides if holds(each.when, case)], law, case
    )
    if law and ((wanted and not ladder) or (not wanted and docks_wanted and not docks)):
        concerned = [
            bar
            for bar in law
            if any(barred(party, bar, case) for _, who in wanted or docks_wanted for party in who)
        ]
        highest = min((lifted(bar, case) for bar in concerned), key=lambda to: rank(to, case))
        yield Said(order, rule, "reserved", (highest,), "bar")
    elif docks and not (reserved or executed):
        yield dock(order, rule, docks, case)
    elif any(held):
        step = held.index(True)
        later = [
            who
            for (each, who), holding in zip(ladder[step + 1 :], held[step + 1 :], strict=True)
            if holding and not each.otherwise
        ]
        yield Said(
            order, rule, "decides", ladder[step][1], "ladder", tuple(party for who in later for party in who)
        )


def filtered(rule: Rule, steps: list, law: list[Bar], case: Case) -> tuple[list, list]:
    """The steps with those to whom a board may delegate, and then with those whom no bar keeps from it either."""
    wanted = [
        (each, tuple(party for party in each.parties if permitted(party, rule, case))) for each in steps
    ]
    wanted = [(each, who) for each, who in wanted if who]
    left = [
        (each, tuple(p for p in who if not any(barred(p, bar, case) for bar in law))) for each, who in wanted
    ]
    return wanted, [(each, who) for each, who in left if who]


def dock(order: Order, rule: Rule, docks: list[tuple[Override, tuple[Party, ...]]], case: Case) -> Said:
    """Of those that hold the highest decides; those of one level must agree."""
    best = min(rank(party, case) for _, who in docks for party in who)
    groups = [[who for each, who in docks if each.level is level] for level in Level]
    groups.append([who for _, who in docks if min(rank(party, case) for party in who) == best])
    if any(len({frozenset(who) for who in group}) > 1 for group in groups):
        return Said(order, rule, "conflict", tuple(party for _, who in docks for party in who), "dock")
    return Said(order, rule, "decides", groups[-1][0], "dock")


def rank(party: Party, case: Case) -> int:
    """Council, board, presidium, committee; the elected; employees, those with few chiefs above them first."""
    from tests.reference.people import chiefs

    if isinstance(party, BodyRef):
        return case.corpus.bodies[party.name].kind.rank
    if isinstance(party, RoleRef):
        elected = case.corpus.roles[party.name].kind is RoleKind.ELECTED
        return 10 if elected else 20 + len(chiefs(party.name, case))
    return 99


# ---------- what all rows say together


def rule_on(case: Case) -> Ruling:
    rows = [row for row in rows_in_force(case, OrderKind.DELEGATION) if applies(*row, case)]
    said = [each for order, rule in rows for each in say(order, rule, case)]
    own = {row for each in said if each.why == "own" for row in rows_of([each])}
    if own:
        said = [each for each in said if rows_of([each]) <= own]
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
    """How the rows contradict each other; empty when they do not."""
    outcomes = {each.outcome for each in said}
    if "conflict" in outcomes:
        return "dock"
    for pair in ({"decides", "reserved"}, {"decides", "execution"}, {"reserved", "execution"}):
        if pair <= outcomes:
            return " ".join(sorted(pair))
    if outcomes == {"reserved"} and len({frozenset(each.parties) for each in said}) > 1:
        return "two bodies"
    orders = {each.order.name: set() for each in said}
    for each in said:
        orders[each.order.name].update(each.parties)
    return (
        "two orders"
        if outcomes == {"decides"}
        and any(one != other for one in orders.values() for other in orders.values())
        else ""
    )
