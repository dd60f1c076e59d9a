"""Who may decide now: sub-delegates beside the delegates, then whoever stands in for those who are away."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from attrs import evolve

from styrregler.logic import Compare, Is
from styrregler.model import (
    Body,
    BodyKind,
    BodyRef,
    NearestChief,
    OrderKind,
    OriginalDelegate,
    Party,
    RoleKind,
    RoleRef,
    Rule,
)
from styrregler.values import Period
from tests.reference.evaluator import (
    Case,
    Row,
    Ruling,
    Said,
    applies,
    barred,
    bars,
    holds,
    in_force,
    kinds,
    permitted,
    rows_in_force,
    rule_on,
    say,
)


class Result(NamedTuple):
    """Who decides now, by which rows, and who is competent besides."""

    outcome: str
    deciders: frozenset[Party]
    rows: frozenset[Row]
    also: frozenset[Party] = frozenset()


class Named(NamedTuple):
    """A delegate, the board's row, and the row of a sub-delegation if it was that."""

    party: Party
    said: Said
    further: Rule | None = None


# ---------- the tree


def upwards(name: str, case: Case) -> list[Body]:
    body = case.corpus.bodies.get(name)
    return [body, *upwards(body.belongs_to, case)] if body else []


def chief(role: str, case: Case) -> str:
    """As written; else whoever leads the role's unit; else whoever leads the one above."""
    known = case.corpus.roles[role]
    led = next((body.name for body in case.corpus.bodies.values() if body.led_by == role), "")
    above = (body.led_by for body in upwards(known.unit or led, case) if body.led_by and body.led_by != role)
    return known.chief or next(above, "")


def chiefs(role: str, case: Case) -> list[str]:
    line = [role]
    while (above := chief(line[-1], case)) and above not in line:
        line.append(above)
    return line[1:]


def superiors(role: str, case: Case) -> list[str]:
    """Employees above ``role`` to the head of the board's own administration; none for whoever is not below that head."""
    heads = {
        body.led_by
        for body in case.corpus.bodies.values()
        if body.kind is BodyKind.ADMINISTRATION
        and next((each.name for each in upwards(body.name, case) if each.kind is BodyKind.BOARD), "")
        == case.body
    }
    line = chiefs(role, case)
    top = next((number for number, each in enumerate(line, 1) if each in heads), 0)
    climbed = line[:top] if role not in heads else []
    return climbed if all(case.corpus.roles[each].kind is RoleKind.EMPLOYEE for each in climbed) else []


def is_a(role: str, generic: str, case: Case) -> bool:
    each = case.corpus.roles[generic].in_each
    return role == generic or any(
        body.led_by == role and body.kind.value == each for body in case.corpus.bodies.values()
    )


# ---------- who is there


def settled(party: Party, case: Case) -> Party:
    given = case.facts.get("ursprunglig-delegat")
    return RoleRef(given) if isinstance(party, OriginalDelegate) and isinstance(given, str) else party


def away(party: Party, case: Case) -> bool:
    return isinstance(party, RoleRef) and party.name in case.absent | case.disqualified


def fit(named: Named, case: Case) -> bool:
    """There, and meeting the demands of the row that names them; one about what is not known is quoted instead.

    A sub-delegate meets those of the board's own row too.
    """
    demands = (*named.said.rule.requirements, *(named.further.requirements if named.further else ()))
    met = all(
        holds(each, case) for each in demands if isinstance(each, Compare | Is) and each.fact in case.facts
    )
    return not isinstance(named.party, RoleRef) or (met and not away(named.party, case))


def subdelegates(ruling: Ruling, case: Case) -> Iterator[tuple[Said, Rule, Said]]:
    """The board's row, the sub-delegation's, and what that says: only where the board's row gives it to employees."""
    for order, rule in rows_in_force(case, OrderKind.SUBDELEGATION):
        for above in ruling.said:
            permit = above.rule.subdelegation
            groups = case.corpus.groups
            if above.why != "ladder" or above.rule.number != rule.number or permit is None:
                continue
            names = [name for by in permit.by for name in (groups[by].roles if by in groups else (by,))]
            if not any(is_a(order.by, name, case) for name in names) or not holds(permit.when, case):
                continue
            delegates = [
                party.name
                for party in (*above.parties, *above.also)
                if isinstance(party, RoleRef) and permitted(party, rule, case)
            ]
            over = (
                [name for each in delegates for name in superiors(each, case)]
                if above.order.always_superior
                else []
            )
            if not any(is_a(order.by, name, case) for name in (*delegates, *over)):
                continue  # Nobody can pass on what the row does not give them in this very case.
            if all(
                isinstance(party, BodyRef) or not kinds(party, case) <= {"anställd"}
                for party in above.parties
            ):
                continue
            if applies(order, rule, case):
                bound = evolve(
                    rule, tags=rule.tags | above.rule.tags, appeal=rule.appeal or above.rule.appeal
                )
                for said in say(order, bound, case):
                    if said.outcome == "decides":
                        yield above, rule, said


# ---------- who decides now


def result(case: Case) -> Result:
    ruling, _ = rule_on(case), list(rows_in_force(case, OrderKind.SUBDELEGATION))
    if ruling.outcome != "decides":
        deciders = frozenset(settled(party, case) for party in ruling.deciders)
        return in_urgency(Result(ruling.outcome, deciders, ruling.rows), case)
    named = [Named(settled(party, case), each) for each in ruling.said for party in each.parties]
    besides = [Named(settled(party, case), each) for each in ruling.said for party in each.also]
    for above, rule, said in subdelegates(ruling, case):
        named += [Named(party, above, rule) for party in said.parties if party != BodyRef(case.body)]
        besides += [Named(party, above, rule) for party in said.also if party != BodyRef(case.body)]
    present = frozenset(each.party for each in named if fit(each, case))
    beside = frozenset(each.party for each in besides if fit(each, case)) - present
    substitutes, above = standing_in(named, case)
    substitutes = [each for each in substitutes if not isinstance(each, NearestChief)]
    deciders = present or frozenset(substitutes[:1]) or beside or frozenset(above[:1])
    if not deciders:
        return in_urgency(Result("default", frozenset({BodyRef(case.body)}), ruling.rows), case)
    return in_urgency(Result("decides", deciders, ruling.rows, beside - deciders), case)


def standing_in(named: list[Named], case: Case) -> tuple[list[Party], list[Party]]:
    """The substitutes of each row in order, and the superiors, nearest first.

    `dock` binds the row's substitutes: only those named for whoever decides by it stand in.
    """
    substitutes: list[Party] = []
    above: list[Party] = []
    for said in dict.fromkeys(each.said for each in named):
        delegates = [
            each.party for each in named if each.said is said and not isinstance(each.party, BodyRef)
        ]
        for written in said.rule.substitutes:
            lawful = [party for party in written.parties if permitted(party, said.rule, case)]
            kept_out = bars(said.rule, case)
            for party in delegates:
                if written.only_for == getattr(party, "name", None) or (
                    not written.only_for and said.why == "ladder"
                ):
                    standing = [instead(other, party, case) for other in lawful]
                    substitutes += [
                        each for each in standing if not any(barred(each, bar, case) for bar in kept_out)
                    ]
    for each in named:
        always = each.said.order.always_superior
        if isinstance(each.party, RoleRef) and (always or (always is False and away(each.party, case))):
            above += [RoleRef(name) for name in superiors(each.party.name, case)]
    able = [
        [p for p in line if p not in {each.party for each in named} and not away(p, case)]
        for line in (substitutes, above)
    ]
    return able[0], able[1]


def instead(substitute: Party, delegate: Party, case: Case) -> Party:
    if isinstance(substitute, NearestChief) and isinstance(delegate, RoleRef):
        above = chief(delegate.name, case)
        return RoleRef(above) if above else substitute
    return settled(substitute, case)


def in_urgency(usual: Result, case: Case) -> Result:
    """What the board decides, its chair or another member decides when it cannot wait and an order in force says so."""
    stand_in = chair(case)
    boards_own = usual.deciders == {BodyRef(case.body)} and usual.outcome in {
        "decides",
        "reserved",
        "default",
    }
    if stand_in is None or not boards_own or case.facts.get("brådska") != "ja":
        return usual
    return usual._replace(outcome="decides", deciders=frozenset({stand_in}), also=usual.also - {stand_in})


def chair(case: Case) -> Party | None:
    """Who decides for the board when its decision cannot be waited for: as the newest order in force that says so has it."""
    newest_first = sorted(
        case.corpus.orders, key=lambda order: (order.period.start or date.min, order.name), reverse=True
    )
    for order in newest_first:
        delegating = order.body == case.body and order.kind is OrderKind.DELEGATION
        if delegating and order.urgent and in_force(order, Period(), case):
            return next((party for party in order.urgent if not away(party, case)), None)
    return None
