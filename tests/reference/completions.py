"""What may yet be true: every completion of a case, by brute force, and whether a branch's words fit one."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

from styrregler.logic import AllOf, Compare, Expr, Is, Operator
from styrregler.logic.expr import atoms
from styrregler.model import FactKind, OrderKind, Rule
from styrregler.values import Quantity, UnitKind, parse_date, parse_quantity
from tests.reference.evaluator import Case, holds, permitted, rows_in_force, size

UNITS = {
    UnitKind.MONEY: "kr",
    UnitKind.TIME: "dagar",
    UnitKind.SHARE: "%",
    UnitKind.COUNT: "",
    UnitKind.DATE: "datum",
}
WORDS = {"före": Operator.UNDER, "från": Operator.AT_LEAST, "till": Operator.AT_MOST, "efter": Operator.OVER}
WORDS |= {operator.value: operator for operator in Operator}


# ---------- which facts may change the ruling, and which only who may decide besides


def conditions(case: Case) -> Iterator[Expr]:
    """Every condition on who decides, in any row in force about the matter and in any statutory bar."""
    for bar in case.corpus.bars:
        yield from filter(None, (bar.when, bar.except_when))
    for order, rule in rows_in_force(case, OrderKind.DELEGATION):
        yield from of_row(rule)
        if order.opened is not None and (len(covering(case)) > 1 or "inlett" in case.facts):
            yield order.opened


def besides(case: Case) -> Iterator[Expr]:
    """Every condition on sub-delegates."""
    for _, rule in rows_in_force(case, OrderKind.DELEGATION):
        if rule.subdelegation is not None and rule.subdelegation.when is not None:
            yield rule.subdelegation.when
    for _, rule in rows_in_force(case, OrderKind.SUBDELEGATION):
        yield from of_row(rule)


def of_row(rule: Rule) -> Iterator[Expr]:
    lines = [*rule.exceptions, *rule.alternatives, *rule.elsewhere, *rule.overrides]
    yield from (each.when for each in lines if each.when is not None)
    if rule.execution is not None and rule.execution.when is not None:
        yield rule.execution.when
    if rule.municipalities:
        yield Is("kommun", rule.municipalities)


def covering(case: Case) -> set[str]:
    """The orders in force with a row about the matter that may apply and has something lawful to say."""
    found = set()
    for order, rule in rows_in_force(case, OrderKind.DELEGATION):
        here = (
            not rule.municipalities
            or "kommun" not in case.facts
            or case.facts["kommun"] in rule.municipalities
        )
        wanted = [party for each in (*rule.alternatives, *rule.overrides) for party in each.parties]
        lawful = not wanted or any(permitted(party, rule, case) for party in wanted)
        if here and (lawful or rule.elsewhere or rule.execution or rule.own_right):
            found.add(order.name)
    return found


# ---------- completions


def completions(
    case: Case, unknown: Iterable[str], exprs: list[Expr], *, strict: bool = False
) -> Iterator[Case]:
    """Every combination of points that hits every region of every fact in ``unknown``."""
    facts = case.corpus.facts
    usual = {} if strict else {name: "nej" for name, fact in facts.items() if fact.open_judgement}
    case = case._replace(facts={**usual, **case.facts})
    asked = [name for name in unknown if name not in case.facts]
    for points in product(*(samples(name, exprs, case) for name in asked)):
        yield case._replace(facts={**case.facts, **dict(zip(asked, points, strict=True))})


def samples(fact: str, exprs: Iterable[Expr], case: Case) -> list[Quantity | str]:
    """All answers; or each threshold, and on both sides of it, and a point midway to the next. Nothing is negative."""
    known = case.corpus.facts[fact]
    if known.kind is not FactKind.MEASURED or known.unit is None:
        return list(known.answers)
    limits = {
        size(atom.constant, case)
        for expr in exprs
        for atom in atoms(expr)
        if isinstance(atom, Compare) and atom.fact == fact
    }
    edges = sorted({Fraction(0), *limits})
    if known.unit in {UnitKind.COUNT, UnitKind.DATE}:
        points = {Fraction(int(edge) + step) for edge in edges for step in (-1, 0, 1)}
    else:
        points = {*edges, *((one + other) / 2 for one, other in pairwise(edges)), edges[-1] + 1}
        if len(edges) <= 3:
            points |= {edge + step for edge in edges for step in (Fraction(1, 100), -Fraction(1, 100))}
    return [
        Quantity(Decimal(point.numerator) / point.denominator, UNITS[known.unit])
        for point in sorted(points)
        if point >= (known.unit is UnitKind.DATE)
    ]


def names_in(exprs: Iterable[Expr]) -> list[str]:
    return list(dict.fromkeys(atom.fact for expr in exprs for atom in atoms(expr)))


# ---------- words


def fits(when: str, case: Case) -> bool:
    """Whether the case is one of those that a branch speaks of: «belopp över 5 000 kr och högst 1 mkr och inte ramavtal»."""
    fact = ""
    for part in when.split(" och "):
        plain = part.removeprefix("inte ")
        first, _, rest = plain.partition(" ")
        if first in WORDS:
            rest = plain
        else:
            fact = first
        if holds(read(fact, rest), case) is part.startswith("inte "):
            return False
    return True


def read(fact: str, words: str) -> Expr:
    if not words or words.startswith("är "):
        return Is(
            fact,
            frozenset(words.removeprefix("är ").removeprefix("någon av ").split(", "))
            if words
            else frozenset({"ja"}),
        )
    operator, _, figure = words.partition(" ")
    if operator not in WORDS:  # «avtalstid 2 år»: one value, and no other.
        exactly = parse_value(words)
        return AllOf((Compare(fact, Operator.AT_LEAST, exactly), Compare(fact, Operator.AT_MOST, exactly)))
    return Compare(fact, WORDS[operator], parse_value(figure))


def parse_value(words: str) -> Quantity:
    amount = parse_quantity(words.partition(" (")[0])
    return amount if isinstance(amount, Quantity) else Quantity.of_day(parse_date(words))


# ---------- boxes


def box(cases: list[Case], facts: Iterable[str]) -> dict[str, set]:
    return {fact: {case.facts[fact] for case in cases} for fact in facts}


def fills_a_box(cases: list[Case], points: Mapping[str, list]) -> bool:
    """Whether the cases are all combinations of what each fact may be in them, measured facts without a hole."""
    count = 1
    for fact, found in box(cases, points).items():
        count *= len(found)
        if isinstance(next(iter(found)), Quantity):
            at = [number for number, point in enumerate(points[fact]) if point in found]
            if at[-1] - at[0] + 1 != len(at):
                return False
    return count == len(cases)
