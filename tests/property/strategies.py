"""Rule sets and questions, made from a string of bytes.

Hypothesis draws the bytes and everything else follows from them, which makes an example cheap and lets it shrink: a
zero byte always means the plainest choice.  The rule sets are model objects, as ``resolve`` would give them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Not, Operator
from styrregler.model import (
    Alternative,
    Appeal,
    Bar,
    Body,
    BodyKind,
    BodyRef,
    CharterClause,
    Corpus,
    DelegateCircle,
    Elsewhere,
    Execution,
    Fact,
    FactKind,
    Level,
    NearestChief,
    Order,
    OrderKind,
    OriginalDelegate,
    Override,
    OwnRight,
    Party,
    Role,
    RoleGroup,
    RoleKind,
    RoleRef,
    Rule,
    RuleKind,
    SubDelegation,
    Substitutes,
    Unless,
    YearlyAmount,
)  # fmt: skip
from styrregler.query import Question
from styrregler.text import Place, SourceText
from styrregler.values import LegalRef, Period, Quantity, UnitKind

T = TypeVar("T")

ENTROPY = 2000
"""Bytes to an example. Each thing has bytes of its own, so that making one plainer leaves the others as they were."""
ORGANISATION, LAW_BYTES, ORDER, RULE, QUESTION = 60, 50, 450, 100, 48


class Draw:
    """Choices from bytes; when they run out, every choice is the plainest."""

    def __init__(self, entropy: bytes) -> None:
        self.entropy, self.at = entropy, 0

    def part(self, size: int) -> "Draw":
        """Choices from the next ``size`` bytes."""
        self.at += size
        return Draw(self.entropy[self.at - size : self.at])

    def below(self, count: int) -> int:
        self.at += 1
        return self.entropy[self.at - 1] % count if self.at <= len(self.entropy) else 0

    def chance(self, percent: int) -> bool:
        """True that often; False is plainest."""
        return self.below(100) >= 100 - percent

    def pick(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]

    def some(self, options: Sequence[T], percent: int) -> tuple[T, ...]:
        return tuple(each for each in options if self.chance(percent))

    def several(self, make: Callable[[], T], *chances: int) -> tuple[T, ...]:
        """One for each chance that comes true, until one does not."""
        made: list[T] = []
        for percent in chances:
            if not self.chance(percent):
                break
            made.append(make())
        return tuple(made)


entropies = st.binary(min_size=ENTROPY, max_size=ENTROPY)

# ---------- the organisation

_TEXT = SourceText("styr", "\n")
NOWHERE = Place(_TEXT, 0, 1)
BOARDS = ("sn", "kn")
EMPLOYEES = ("handläggare", "enhetschef-a", "enhetschef-b", "socialchef", "kanslichef")
LAW = LegalRef("KL", "6", ("38",))
DAYS = (date(2025, 6, 1), date(2024, 6, 1), date(2025, 12, 31), date(2026, 3, 1))
PLACES = ("centrum", "hamn", "skog")
MUNICIPALITIES = ("täby", "vaxholm")
BASE = "prisbasbelopp"


def bodies(draw: Draw) -> dict[str, Body]:
    made = (
        Body("kf", "KF", BodyKind.COUNCIL, NOWHERE),
        Body("sn", "SN", BodyKind.BOARD, NOWHERE),
        Body("kn", "KN", BodyKind.BOARD, NOWHERE),
        Body("sn-presidium", "Presidiet", BodyKind.PRESIDIUM, NOWHERE, belongs_to="sn"),
        Body("sn-utskott", "Utskottet", BodyKind.COMMITTEE, NOWHERE, belongs_to="sn"),
        Body("sf", "Socialförvaltningen", BodyKind.ADMINISTRATION, NOWHERE, belongs_to=draw.pick(("sn", "sn", "sn", "kn", "")), led_by="socialchef"),
        Body("kansli", "Kansliet", BodyKind.ADMINISTRATION, NOWHERE, belongs_to=draw.pick(("kn", "kn", "kf")), led_by="kanslichef"),
        Body("enhet-a", "Enhet A", BodyKind.UNIT, NOWHERE, belongs_to=draw.pick(("sf", "sf", "enhet-b", "kansli")), led_by="enhetschef-a"),
        Body("enhet-b", "Enhet B", BodyKind.UNIT, NOWHERE, belongs_to=draw.pick(("sf", "kansli")), led_by=draw.pick(("enhetschef-b", ""))),
    )  # fmt: skip
    return {body.name: body for body in made}


def roles(draw: Draw) -> dict[str, Role]:
    made = (
        Role("handläggare", "Handläggare", RoleKind.EMPLOYEE, NOWHERE, unit=draw.pick(("enhet-a", "enhet-b", "sf", ""))),
        Role("enhetschef-a", "Enhetschef A", RoleKind.EMPLOYEE, NOWHERE, unit=draw.pick(("", "sf", "enhet-a"))),
        Role("enhetschef-b", "Enhetschef B", RoleKind.EMPLOYEE, NOWHERE, unit=draw.pick(("enhet-b", "sf", "")), chief=draw.pick(("", "", "enhetschef-a", "ordförande"))),
        Role("socialchef", "Socialchef", RoleKind.EMPLOYEE, NOWHERE, chief=draw.pick(("", "", "kanslichef"))),
        Role("kanslichef", "Kanslichef", RoleKind.EMPLOYEE, NOWHERE),
        Role("enhetschef", "Enhetschef", RoleKind.EMPLOYEE, NOWHERE, in_each="enhet"),
        Role("ordförande", "Ordförande", RoleKind.ELECTED, NOWHERE),
        Role("ledamot", "Ledamot", RoleKind.ELECTED, NOWHERE),
        Role("konsult", "Konsult", RoleKind.CONSULTANT, NOWHERE),
        Role("automat", "Automat", RoleKind.AUTOMATED, NOWHERE),
    )  # fmt: skip
    return {role.name: role for role in made}


def party(draw: Draw) -> Party:
    number = draw.below(32)
    if number < 20:
        return RoleRef(EMPLOYEES[number % 5])
    return (
        BodyRef("sn-utskott"), BodyRef("sn"), RoleRef("ordförande"), RoleRef("ledamot"), BodyRef("sn-presidium"), BodyRef("kf"),
        RoleRef("konsult"), RoleRef("automat"), OriginalDelegate(), BodyRef("sn-utskott"), BodyRef("sn"), RoleRef("ordförande"),
    )[number - 20]  # fmt: skip


def parties(draw: Draw) -> tuple[Party, ...]:
    return tuple(dict.fromkeys((party(draw), *draw.several(lambda: party(draw), 15))))


# ---------- facts and conditions

FACTS = {
    fact.name: fact
    for fact in (
        Fact("belopp", "Hur mycket?", FactKind.MEASURED, UnitKind.MONEY),
        Fact("avtalstid", "Hur länge?", FactKind.MEASURED, UnitKind.TIME),
        Fact("antal", "Hur många?", FactKind.MEASURED, UnitKind.COUNT),
        Fact("plats", "Var?", FactKind.CHOICE, answers=PLACES),
        Fact("ramavtal", "Finns ramavtal?", FactKind.CHOICE, answers=("ja", "nej")),
        Fact(
            "principiellt",
            "Är det principiellt?",
            FactKind.JUDGEMENT,
            answers=("ja", "nej"),
            judged_by="delegaten",
        ),
        Fact("brådska", "Brådskar det?", FactKind.JUDGEMENT, answers=("ja", "nej"), judged_by="delegaten"),
        Fact("lämpligt", "Är det lämpligt?", FactKind.JUDGEMENT, answers=("ja", "nej"), judged_by="nämnden"),
        Fact("anställningstid", "Hur länge anställd?", FactKind.MEASURED, UnitKind.TIME),
        Fact("inlett", "När inleddes ärendet?", FactKind.MEASURED, UnitKind.DATE),
        Fact("kommun", "Vilken kommun?", FactKind.CHOICE, answers=MUNICIPALITIES),
        Fact("ursprunglig-delegat", "Vem beslutade?", FactKind.CHOICE, answers=EMPLOYEES),
    )
}
CONSTANTS = {
    "belopp": (("5000", "kr"), ("100000", "kr"), ("0.5", BASE), ("2", BASE), ("58800", "kr"), ("0", "kr")),
    "avtalstid": (("2", "år"), ("24", "månader"), ("90", "dagar"), ("3", "månader")),
    "antal": (("3", ""), ("4", ""), ("2.5", ""), ("0", "")),
}
OPENED = Quantity.of_day(date(2025, 1, 1))


def quantity(number: str | int | Decimal, unit: str) -> Quantity:
    return Quantity(Decimal(number), unit)


class Conditions:
    """Conditions over a few facts, so that they meet."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        measured, chosen = draw.pick(("belopp", "avtalstid", "antal")), draw.pick(("plats", "ramavtal"))
        self.facts = [
            measured,
            measured,
            measured,
            chosen,
            *draw.some(("ramavtal", "belopp", "lämpligt", "principiellt", "brådska"), 25),
        ]
        self.constants = {name: [draw.pick(CONSTANTS[name]) for _ in range(3)] for name in CONSTANTS}

    def atom(self) -> Expr:
        fact = self.draw.pick(self.facts)
        if fact in CONSTANTS:
            return Compare(
                fact, self.draw.pick(tuple(Operator)), quantity(*self.draw.pick(self.constants[fact]))
            )
        if fact == "plats":
            return Is(fact, frozenset({self.draw.pick(PLACES), *self.draw.some(PLACES, 20)}))
        return Is(fact, frozenset({self.draw.pick(("ja", "ja", "nej"))}))

    def expr(self, depth: int = 0) -> Expr:
        number = self.draw.below(10 if depth < 2 else 6)
        if number < 6:
            return self.atom()
        if number == 6:
            return Not(self.expr(depth + 1))
        both = (self.expr(depth + 1), self.expr(depth + 1))
        return AllOf(both) if number < 9 else AnyOf(both)

    def maybe(self, percent: int) -> Expr | None:
        return self.expr() if self.draw.chance(percent) else None


# ---------- orders


class Orders:
    """The orders of one corpus."""

    def __init__(self, draw: Draw) -> None:
        self.conditions = Conditions(draw)
        self.turn(draw)
        self.places = 0

    def turn(self, draw: Draw) -> None:
        """From now on choose from ``draw``."""
        self.draw = self.conditions.draw = draw

    def place(self) -> Place:
        self.places += 1
        return Place(_TEXT, self.places, self.places + 1)

    def period(self) -> Period:
        """Mostly always; otherwise with an end or a beginning inside the days that are asked about."""
        return self.draw.pick((
            Period(), Period(), Period(), Period(), Period(), Period(), Period(date(2025, 6, 1)), Period(end=date(2025, 6, 1)),
            Period(date(2025, 1, 1), date(2025, 12, 31)), Period(end=date(2025, 5, 31)),
        ))  # fmt: skip

    def alternatives(self) -> tuple[Alternative, ...]:
        def step() -> Alternative:
            otherwise = self.draw.chance(20)
            return Alternative(
                parties(self.draw), self.place(), None if otherwise else self.conditions.maybe(75), otherwise
            )

        return (step(), *self.draw.several(step, 55, 40))

    def overrides(self) -> tuple[Override, ...]:
        def dock() -> Override:
            level = self.draw.pick((Level.POINT, Level.ORDER, Level.SECTION))
            return Override(parties(self.draw), self.place(), level, self.conditions.maybe(95))

        return self.draw.several(dock, 25, 50, 30)

    def elsewhere(self) -> tuple[Elsewhere, ...]:
        def line() -> Elsewhere:
            otherwise = self.draw.chance(20)
            body = BodyRef(self.draw.pick(("kf", "kn", "sn", "sn-utskott")))
            return Elsewhere(
                (body,), self.place(), None if otherwise else self.conditions.maybe(60), otherwise
            )

        return (line(), *self.draw.several(line, 30))

    def execution(self) -> Execution:
        by = RoleRef(self.draw.pick(EMPLOYEES)) if self.draw.chance(60) else None
        return Execution(by, self.place(), self.conditions.maybe(50), task=self.draw.chance(20))

    def substitutes(self) -> tuple[Substitutes, ...]:
        def line() -> Substitutes:
            found = tuple(
                NearestChief() if self.draw.chance(20) else party(self.draw)
                for _ in range(1 + self.draw.below(2))
            )
            return Substitutes(found, self.place(), self.draw.pick(("", "", "", *EMPLOYEES)))

        return self.draw.several(line, 50, 30)

    def subdelegation(self) -> SubDelegation | None:
        if not self.draw.chance(70):
            return None
        by = self.draw.pick(
            (("socialchef",), ("chefer",), ("chefer", "kanslichef"), ("enhetschef", "socialchef"), ())
        )
        return SubDelegation(by, self.place(), self.conditions.maybe(20))

    def rule(self, order: str, body: str, number: str, matters: Sequence[str]) -> Rule:
        self.turn(self.rules.part(RULE))
        draw = self.draw
        about = tuple(dict.fromkeys((draw.pick((matters[0], matters[0], *matters)), *draw.some(matters, 15))))
        rule = Rule(
            RuleKind.POINT, order, body, number, f"Rad {number}", about[0], self.place(), matters=about
        )
        shape = draw.below(20)
        if shape < 13 or shape >= 17:
            rule = evolve(rule, alternatives=self.alternatives())
        if shape == 13:
            rule = evolve(rule, unknown="ska fyllas i")
        if shape in (14, 17, 19):
            rule = evolve(rule, elsewhere=self.elsewhere())
        if shape in (15, 18, 19):
            rule = evolve(rule, execution=self.execution())
        if shape == 16:
            rule = evolve(rule, own_right=OwnRight(RoleRef(draw.pick(EMPLOYEES)), None, self.place()))
        return evolve(
            rule,
            overrides=self.overrides(),
            exceptions=draw.several(lambda: Unless(self.conditions.expr(), self.place()), 15, 20),
            municipalities=frozenset(draw.some(MUNICIPALITIES, 40)) if draw.chance(10) else frozenset(),
            period=self.period() if draw.chance(20) else Period(),
            tags=frozenset(draw.some(("målfråga", "tillsyn", "upphandling"), 15)),
            appeal=Appeal(draw.pick(("laglighetsprövning", "förvaltningsbesvär", "")), "", self.place())
            if draw.chance(30)
            else None,
            substitutes=self.substitutes(),
            subdelegation=self.subdelegation(),
            requirements=(Compare("anställningstid", Operator.AT_LEAST, quantity(3, "månader")),)
            if draw.chance(5)
            else (),
            readable=not draw.chance(1),
        )

    def subrule(self, order: str, body: str, number: str, matters: Sequence[str]) -> Rule:
        plain = self.rule(order, body, number, matters)
        alternatives = tuple(
            evolve(
                each,
                parties=tuple(
                    RoleRef(self.draw.pick((*EMPLOYEES, "konsult", "automat"))) for _ in each.parties
                ),
            )
            for each in plain.alternatives or self.alternatives()
        )
        return evolve(
            plain, kind=RuleKind.SUBDELEGATED, matters=tuple(matters), alternatives=alternatives, elsewhere=(), execution=None, own_right=None, unknown="",
            overrides=plain.overrides if self.draw.chance(20) else (),
        )  # fmt: skip

    def order(self, draw: Draw, number: int, body: str) -> Order:
        self.rules = draw.part(4 * RULE)
        self.turn(draw)
        kind = OrderKind.SUBDELEGATION if number > 0 and draw.chance(60) else OrderKind.DELEGATION
        name = f"{'dv'[kind is OrderKind.SUBDELEGATION]}/{body}/{number}"
        make = self.subrule if kind is OrderKind.SUBDELEGATION else self.rule
        rules = tuple(
            make(name, body, f"{each + 1}", ("m.ett", "m.två")) for each in range(1 + draw.below(4))
        )
        self.turn(draw)
        return Order(
            name, kind, f"Ordning {name}", body, self.place(),
            period=self.period(),
            by=draw.pick(("socialchef", "socialchef", "enhetschef-a", "kanslichef")) if kind is OrderKind.SUBDELEGATION else "",
            opened=Compare("inlett", draw.pick((Operator.UNDER, Operator.AT_LEAST)), OPENED) if draw.chance(15) else None,
            draft=draw.chance(6),
            replaces=f"d/{body}/0" if number > 0 and draw.chance(12) else "",
            urgent=(RoleRef("ordförande"), RoleRef("ledamot"))[: 1 + draw.below(2)] if draw.chance(50) else (),
            always_superior=draw.pick((None, True, False)),
            rules=rules,
        )  # fmt: skip

    def charter(self, body: str) -> Order:
        clause = CharterClause("1", "Ansvar", (self.draw.pick(("m", "m.ett", "n")),), self.place())
        return Order(
            f"r/{body}",
            OrderKind.CHARTER,
            f"Reglemente {body}",
            body,
            self.place(),
            period=self.period(),
            charter=(clause,),
        )


# ---------- law


def bar(draw: Draw, conditions: Conditions, number: int) -> Bar:
    kinds = draw.pick(
        (
            frozenset[str](),
            frozenset[str](),
            frozenset({"automatiserad-beslutsfunktion"}),
            frozenset({"utskott", "ledamot"}),
            frozenset({"anställd"}),
        )
    )
    return Bar(
        f"förbud-{number}", f"Förbud {number}", (LAW,), frozenset(draw.some(("målfråga", "tillsyn", "upphandling"), 70)), NOWHERE,
        period=draw.pick((Period(), Period(), Period(), Period(date(2025, 12, 1)))),
        to_kinds=kinds,
        only=bool(kinds) and draw.chance(40),
        when=conditions.maybe(50),
        route=draw.pick(("", "", "", "laglighetsprövning")),
        except_when=conditions.maybe(10),
        lifted_to=draw.pick((None, None, BodyRef("kf"), BodyRef("sn-utskott"))),
        verified=not draw.chance(10),
    )  # fmt: skip


def circle(draw: Draw, number: int) -> DelegateCircle:
    permits = frozenset(
        {"anställd", "utskott", "ledamot", *draw.some(("presidium", "automatiserad-beslutsfunktion"), 60)}
    )
    return DelegateCircle(
        f"krets-{number}",
        "Krets",
        (LAW,),
        permits,
        draw.pick((Period(), Period(date(2025, 6, 1)))),
        NOWHERE,
        verified=not draw.chance(10),
    )


def corpus(draw: Draw) -> Corpus:
    organisation, law = draw.part(ORGANISATION), draw.part(LAW_BYTES)
    orders = Orders(organisation)
    made = [orders.order(draw.part(ORDER), number, "sn") for number in range(organisation.pick((1, 2, 2, 3)))]
    made += [orders.order(draw.part(ORDER), 0, "kn") for _ in range(organisation.pick((0, 0, 0, 1)))]
    orders.turn(law)
    made += [orders.charter(body) for body in law.some(BOARDS, 30)]
    return Corpus(
        bodies=bodies(organisation),
        roles=roles(organisation),
        groups={"chefer": RoleGroup("chefer", "Chefer", ("socialchef", "enhetschef-a"), NOWHERE)},
        holders=(),
        facts=FACTS,
        amounts={BASE: YearlyAmount(BASE, BASE, {2024: Fraction(57_300), 2025: Fraction(58_800)}, NOWHERE)},
        acts=(),
        circles=law.several(lambda: circle(law, 1), 40),
        bars=tuple(bar(law, orders.conditions, number) for number in range(law.pick((0, 0, 0, 1, 1, 2)))),
        deadlines=(),
        orders=tuple(made),
        examples=(),
    )


# ---------- questions

POINTS = {
    "belopp": (
        *(
            quantity(number, "kr")
            for number in (0, 4999, 5000, "5000.5", 29400, 58800, 100_000, 117_600, 500_000)
        ),
        quantity("0.5", BASE),
        quantity(1, BASE),
    ),
    "avtalstid": (
        quantity(89, "dagar"),
        quantity(90, "dagar"),
        quantity(3, "månader"),
        quantity(24, "månader"),
        quantity(3, "år"),
    ),
    "antal": tuple(quantity(number, "") for number in (0, 2, 3, 4, 5)),
    "anställningstid": (quantity(1, "år"), quantity(1, "månader")),
    "inlett": (
        Quantity.of_day(date(2024, 12, 31)),
        Quantity.of_day(date(2025, 1, 1)),
        Quantity.of_day(date(2025, 5, 1)),
    ),
}


def point(draw: Draw, fact: str) -> Quantity | str:
    return draw.pick(POINTS[fact]) if fact in POINTS else draw.pick(FACTS[fact].answers)


def question(draw: Draw, *, known: int = 100, figures: bool = True, people: bool = True) -> Question:
    """A question with each fact known that often (per cent); ``figures``: with every yearly amount that it needs."""
    draw = draw.part(QUESTION)
    on = draw.pick(DAYS)
    facts = {name: point(draw, name) for name in FACTS if draw.below(100) < known}
    if figures and on.year == 2026:
        facts[BASE] = quantity(60_000, "kr")
    people = people and draw.chance(35)
    return Question(
        draw.pick(("m.ett", "m.ett", "m.ett", "m.två")),
        on,
        facts,
        body=draw.pick(("sn", "sn", "sn", "sn", "sn", "sn", "sn", "sn", "", "", "kn")),
        absent=frozenset(draw.some((*EMPLOYEES, "ordförande", "ledamot"), 60)) if people else frozenset(),
        disqualified=frozenset(draw.some((*EMPLOYEES, "ordförande"), 25)) if people else frozenset(),
    )
