"""What must always hold of an answer, over generated rule sets, most of it compared with the naive reference.

``STYRREGLER_EXAMPLES`` sets how many cases (a rule set and a question) are compared in all; each test counts its own.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from math import ceil, prod
from random import Random

from attrs import evolve
from hypothesis import note

from styrregler.logic import UNDECIDED, Is, Known, table, truth, variables_of
from styrregler.logic.truth import Interval
from styrregler.model import BodyRef, Corpus, OrderKind, Outcome, Party, RoleRef, Verdict
from styrregler.query import Answer, Question, Routing, UnknownMatter, UnreadableRules, check
from styrregler.query.answer import Decider
from styrregler.query.engine import answer
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity
from tests.property.comparing import cases_compared
from tests.property.strategies import BASE, FACTS, Conditions, Draw, corpus, point, question
from tests.reference.completions import besides, completions, conditions, fills_a_box, fits, names_in, samples
from tests.reference.evaluator import Case, Row, Unreadable, holds, rule_on, size
from tests.reference.people import Result, chair, in_urgency, result
from tests.reference.shown import shown

CASES = int(os.environ.get("STYRREGLER_EXAMPLES", "12000"))
SHARES = {
    "known": 42,
    "missing": 14,
    "figures": 4,
    "unless": 6,
    "order": 8,
    "narrow": 8,
    "check": 8,
    "table": 6,
    "replay": 4,
}
"""Per cent of all cases that each test compares."""

MOST_COMPLETIONS = 400
SETTLED_UNASKED = {"principiellt", "brådska", "inlett", "ursprunglig-delegat", "anställningstid"}
"""Judgements, a day that may be quoted, a relation, a demand on the person: what they change is no narrowing."""

URGENT = Is("brådska", frozenset({"ja"}))

Asking = Callable[[Draw], Question]
One = Callable[[Corpus, Question, Draw], bool]


def compare(share: str, asking: Asking, one: One, *, per: int = 3, telling: float = 0.7) -> None:
    """Put ``per`` questions to each of so many rule sets that the share is compared.

    ``one`` gives false for a question that shows nothing; at least the part ``telling`` of them shows something.
    """
    wanted = ceil(CASES * SHARES[share] / 100)

    def drawn(draw: Draw) -> int:
        rules = corpus(draw)
        compared = 0
        for _ in range(per):
            asked = asking(draw)
            try:
                compared += one(rules, asked, draw)
            except UnknownMatter:
                assert not boards(rules, asked)
            except BaseException:
                note(shown(rules, asked))
                raise
        return compared

    compared = cases_compared(ceil(wanted / per / telling) + 20, drawn)
    assert compared >= wanted, f"{compared} cases compared, {wanted} wanted"


def test_the_shares_are_the_whole() -> None:
    """With the default at least 10 000 cases are compared."""
    assert sum(SHARES.values()) == 100
    assert CASES >= 10_000 or "STYRREGLER_EXAMPLES" in os.environ


# ---------- asking the engine, asking the reference


def engine(rules: Corpus, asked: Question) -> Answer | None:
    """The engine's answer; None where rows in force cannot be read, or there are too many cases to show."""
    try:
        found = answer(RuleSet(rules), asked)
    except UnreadableRules:
        return None
    return None if found.outcome is Outcome.DEPENDS and not found.branches else found


def reference(rules: Corpus, asked: Question, body: str) -> Result | None:
    try:
        return result(case_of(rules, asked, body))
    except Unreadable:
        return None


def case_of(rules: Corpus, asked: Question, body: str) -> Case:
    return Case(rules, asked.matter, body, asked.on, asked.facts, asked.absent, asked.disqualified)


def boards(rules: Corpus, asked: Question) -> list[str]:
    """The boards that answer: the one asked; else the owner by its charter, else all that have rows about the matter."""
    orders = [order for order in rules.orders if order.kind is OrderKind.DELEGATION]
    having = sorted({order.body for order in orders for rule in order.rules if asked.matter in rule.matters})
    if asked.body and having:
        return [asked.body]
    charters = [
        order for order in rules.orders if order.kind is OrderKind.CHARTER and asked.on in order.period
    ]
    areas = {order.body: area for order in charters for clause in order.charter for area in clause.areas}
    owners = [body for body in having if f"{asked.matter}.".startswith(f"{areas.get(body, '-')}.")]
    return owners if len(owners) == 1 else having


def plain(found: Answer) -> Result:
    """The answer as the reference gives it."""
    deciders = frozenset(each.party for each in found.deciders)
    return Result(
        found.outcome.value, deciders, rows(found), frozenset(each.party for each in found.also_competent)
    )


def rows(found: Answer) -> frozenset[Row]:
    return frozenset((rule.order, rule.number) for rule in found.rules)


def leaves(found: Answer) -> Iterator[Answer]:
    """The answer, or its branches to the last."""
    for branch in found.branches:
        yield from leaves(branch.answer)
    if not found.branches:
        yield found


def parties(deciders: Iterable[Decider]) -> set[Party]:
    return {each.party for each in deciders}


def certain(deciders: Iterable[Decider]) -> set[Party]:
    return {each.party for each in deciders if not each.condition}


# ---------- everything known


def test_known_cases_answer_as_the_reference() -> None:
    """With every fact known the engine finds the outcome, deciders, rows and others competent that the reference finds."""

    def one(rules: Corpus, asked: Question, _: Draw) -> bool:
        found = engine(rules, asked)
        expected = [reference(rules, asked, body) for body in boards(rules, asked)]
        if found is None or None in expected:
            assert found is None
            assert None in expected
        elif len(expected) == 1:
            assert plain(found) == expected[0]
        else:
            assert [fact.fact for fact in found.missing] == ["organ"]
            assert [plain(branch.answer) for branch in found.branches] == expected
        return True

    compare("known", question, one, per=4, telling=0.85)


# ---------- facts missing


def partial(draw: Draw, *, figures: bool = True) -> Question:
    """A question to one board with facts missing. Who is away is always known."""
    asked = question(draw, known=draw.pick((10, 40, 70)), figures=figures, people=False)
    facts = {name: value for name, value in asked.facts.items() if name != "anställningstid"}
    return evolve(asked, body=asked.body or "sn", facts=facts, strict=draw.chance(20))


class Completed:
    """A question with facts missing: ``cases`` are all completions of what may change the ruling."""

    def __init__(self, rules: Corpus, asked: Question) -> None:
        self.strict = asked.strict
        case = case_of(rules, asked, asked.body)
        deciding, other = list(conditions(case)), list(besides(case))
        if asked.strict and chair(case):
            deciding.append(URGENT)
        self.exprs = [*deciding, *other]
        usual = {name for name, fact in rules.facts.items() if fact.open_judgement and not asked.strict}
        self.facts = [name for name in names_in(deciding) if name not in usual | asked.facts.keys()]
        self.besides = [name for name in names_in(other) if name not in {*usual, *asked.facts, *self.facts}]
        self.points = {name: samples(name, self.exprs, case) for name in self.facts}
        few = prod(map(len, self.points.values())) <= MOST_COMPLETIONS
        self.cases = list(completions(case, self.facts, self.exprs, strict=asked.strict)) if few else []

    def key(self, case: Case) -> object:
        ruling = rule_on(case)
        return (ruling.key, in_urgency(Result(ruling.outcome, ruling.deciders, ruling.rows), case).deciders)

    def agrees(self, found: Answer, case: Case) -> None:
        """Whatever is not known besides: whoever decides for certain does, and whoever does was named."""
        named, also = parties(found.deciders), parties(found.also_competent)
        for number, completed in enumerate(completions(case, self.besides, self.exprs, strict=self.strict)):
            if number >= 10:
                break
            now = result(completed)
            assert (now.outcome, now.rows) == (found.outcome.value, rows(found))
            assert certain(found.deciders) | certain(found.also_competent) <= now.deciders | now.also
            assert now.deciders <= named
            assert now.also <= also | named


def test_missing_facts_give_the_exact_table_of_cases() -> None:
    """Depends exactly when completions differ; each fits one branch and its answer; none is empty or could be joined."""

    def one(rules: Corpus, asked: Question, _: Draw) -> bool:
        found = engine(rules, asked)
        if found is None or not (every := Completed(rules, asked)).cases:
            return False
        keys = [every.key(case) for case in every.cases]
        assert (found.outcome is Outcome.DEPENDS) is (len(set(keys)) > 1)
        if found.outcome is Outcome.DEPENDS:
            the_branches_are_exact(found, every, keys)
        else:
            for case in every.cases[:: max(1, len(keys) // 4)]:
                every.agrees(found, case)
        return True

    compare("missing", partial, one)


def the_branches_are_exact(found: Answer, every: Completed, keys: list[object]) -> None:
    members: dict[str, list[Case]] = {branch.when: [] for branch in found.branches}
    answers: dict[str, set[object]] = {branch.when: set() for branch in found.branches}
    assert len(members) == len(found.branches)
    for case, key in zip(every.cases, keys, strict=True):
        (when,) = [when for when in members if fits(when, case)]
        members[when].append(case)
        answers[when].add(key)
    for branch in found.branches:
        assert len(answers[branch.when]) == 1
        every.agrees(branch.answer, members[branch.when][0])
        every.agrees(branch.answer, members[branch.when][-1])
    whens = list(members)
    for number, when in enumerate(whens):
        for other in whens[number + 1 :]:
            same = answers[when] == answers[other]
            assert not same or not fills_a_box([*members[when], *members[other]], every.points)
    for missing in found.missing:
        assert matters(missing.fact, every, keys)


def matters(fact: str, every: Completed, keys: list[object]) -> bool:
    """Whether two completions that differ in nothing but ``fact`` are answered differently."""
    seen: dict[tuple[object, ...], object] = {}
    others = [name for name in every.facts if name != fact]
    pairs = zip(every.cases, keys, strict=True)
    return any(seen.setdefault(tuple(case.facts[name] for name in others), key) != key for case, key in pairs)


def test_a_year_without_figures_is_never_guessed() -> None:
    """Whatever the yearly amount turns out to be, each completion fits one branch, and its answer."""

    def asking(draw: Draw) -> Question:
        asked = partial(draw, figures=False)
        return evolve(asked, on=asked.on.replace(year=2026))

    def one(rules: Corpus, asked: Question, _: Draw) -> bool:
        found = engine(rules, asked)
        if found is None:
            return False
        for kronor in (9_999, 10_000, 29_400, 50_000, 60_000, 100_000, 200_000):
            every = Completed(rules, evolve(asked, facts={**asked.facts, BASE: Quantity(kronor, "kr")}))
            for case in every.cases[:: max(1, len(every.cases) // 5)]:
                branches = [branch.answer for branch in found.branches if fits(branch.when, case)]
                (fitting,) = branches if found.branches else [found]
                every.agrees(fitting, case)
        return True

    compare("figures", asking, one)


def test_a_judgement_left_open_tells_who_decides_otherwise() -> None:
    """Each way the open judgements can go is the usual answer, or fits exactly one «om …» with its outcome and deciders."""
    judgements = {"principiellt", "brådska"}

    def asking(draw: Draw) -> Question:
        asked = question(draw, people=False)
        left_open = draw.pick((judgements, {"principiellt"}))
        facts = {name: value for name, value in asked.facts.items() if name not in left_open}
        return evolve(asked, facts=facts, body=asked.body or "sn")

    def one(rules: Corpus, asked: Question, _: Draw) -> bool:
        found = engine(rules, asked)
        if found is None or found.outcome is Outcome.CONFLICT:
            return False
        open_ones = [name for name in judgements if name not in asked.facts]
        cases = list(completions(case_of(rules, asked, asked.body), open_ones, [], strict=True))
        rulings = [(case, rule_on(case)) for case in cases]
        (usual,) = [
            ruling for case, ruling in rulings if all(case.facts[name] == "nej" for name in open_ones)
        ]
        told = [each for each in found.unless if "brådskande" not in each.when]
        for case, ruling in rulings:
            fitting = [(each.outcome.value, parties(each.deciders)) for each in told if fits(each.when, case)]
            same = (ruling.outcome, ruling.deciders) == (usual.outcome, usual.deciders)
            assert fitting == ([] if same else [(ruling.outcome, ruling.deciders)])
        return True

    compare("unless", asking, one, telling=0.5)


# ---------- what may not matter, and what only may narrow


def test_the_order_of_the_text_never_matters() -> None:
    """The same rules in other files, in another order, answer the same in every word."""

    def asking(draw: Draw) -> Question:
        return partial(draw) if draw.chance(50) else question(draw)

    def one(rules: Corpus, asked: Question, draw: Draw) -> bool:
        random = Random(draw.below(256))

        def mixed(items: Iterable) -> list:
            items = list(items)
            return random.sample(items, len(items))

        orders = tuple(evolve(order, rules=tuple(mixed(order.rules))) for order in mixed(rules.orders))
        bodies, roles = dict(mixed(rules.bodies.items())), dict(mixed(rules.roles.items()))
        found = engine(rules, asked)
        assert engine(evolve(rules, orders=orders, bodies=bodies, roles=roles), asked) == found
        # Of two statutory bars that say the same either may be cited.
        other = engine(evolve(rules, bars=tuple(mixed(rules.bars))), asked)
        assert (
            [plain(leaf) for leaf in leaves(other)] == [plain(leaf) for leaf in leaves(found)]
            if other and found
            else other is found
        )
        return True

    compare("order", asking, one)


def test_more_facts_only_narrow() -> None:
    """One more fact leaves fewer possible deciders of a Depends, and changes nothing in any other answer."""

    def one(rules: Corpus, asked: Question, draw: Draw) -> bool:
        new = [name for name in FACTS if name not in asked.facts and name not in SETTLED_UNASKED]
        if not new:
            return False
        fact = draw.pick(new)
        facts = {**asked.facts, fact: point(draw, fact)}
        note(f"därtill {fact} {facts[fact]}")
        before, after = engine(rules, asked), engine(rules, evolve(asked, facts=facts))
        if before is None or after is None:
            return False
        possible = {(leaf.outcome, each) for leaf in leaves(before) for each in parties(leaf.deciders)}
        assert {(leaf.outcome, each) for leaf in leaves(after) for each in parties(leaf.deciders)} <= possible
        assert {leaf.outcome for leaf in leaves(after)} <= {leaf.outcome for leaf in leaves(before)}
        if before.outcome is not Outcome.DEPENDS:
            assert (after.outcome, rows(after)) == (before.outcome, rows(before))
            assert certain(before.deciders) <= certain((*after.deciders, *after.also_competent))
        return True

    compare("narrow", partial, one)


# ---------- the same engine in other clothes


def test_a_check_agrees_with_the_answer() -> None:
    """Every decider is right; nobody else is but others competent, superiors with a standing right and the board."""

    def asking(draw: Draw) -> Question:
        asked = question(draw)
        return evolve(asked, body=asked.body or "sn")

    def one(rules: Corpus, asked: Question, draw: Draw) -> bool:
        found = engine(rules, asked)
        if found is None:
            return False
        everyone = {*map(RoleRef, rules.roles), *map(BodyRef, rules.bodies)}
        right = parties(found.deciders) | parties(found.also_competent)
        right |= {each.party for each in found.superiors if not each.only_in_absence}
        right |= {BodyRef(asked.body)} if found.outcome in {Outcome.DECIDES, Outcome.DEFAULT} else set()
        right |= everyone if found.outcome is Outcome.EXECUTION and not found.deciders else set()
        disqualified = {RoleRef(name) for name in asked.disqualified}
        index = RuleSet(rules)
        for party in right | set(draw.some(sorted(everyone, key=str), 25)):
            verdict = check(index, Routing(asked, party)).verdict
            if found.outcome is Outcome.CONFLICT and party not in disqualified:
                assert verdict is Verdict.CANNOT_TELL
            else:
                assert (verdict is Verdict.RIGHT) is (party in right - disqualified)
        return True

    compare("check", asking, one)


def test_a_branch_answers_again_when_its_facts_are_given() -> None:
    """A concrete case of each branch, put as a question of its own, is answered as the branch is."""

    def one(rules: Corpus, asked: Question, draw: Draw) -> bool:
        found = engine(rules, asked)
        if (
            found is None
            or found.outcome is not Outcome.DEPENDS
            or not (every := Completed(rules, asked)).cases
        ):
            return False
        for branch in found.branches:
            witness = draw.pick([case for case in every.cases if fits(branch.when, case)])
            again = engine(
                rules,
                evolve(asked, facts={**asked.facts, **{name: witness.facts[name] for name in every.facts}}),
            )
            assert again is not None
            assert (again.outcome, rows(again)) == (branch.answer.outcome, rows(branch.answer))
            assert again.conflict == branch.answer.conflict
            assert certain(branch.answer.deciders) <= certain((*again.deciders, *again.also_competent))
            assert parties(again.deciders) <= parties(branch.answer.deciders)
        return True

    compare("replay", partial, one, telling=0.2)


# ---------- the table alone


def test_the_table_is_exact_and_cannot_be_joined() -> None:
    """Over any conditions: every completion lies in one row, with the right key, and no two rows make a box together."""

    def one(rules: Corpus, asked: Question, draw: Draw) -> bool:
        maker = Conditions(draw)
        exprs = [maker.expr() for _ in range(1 + draw.below(4))]
        names = names_in(exprs)
        facts = {name: asked.facts[name] for name in names if name in asked.facts}
        case = Case(rules, "", "", asked.on, {**facts, BASE: Quantity(58_800, "kr")})
        index = RuleSet(rules)
        known = Known(facts, lambda _: Quantity(58_800, "kr").measure, whole=index.whole_numbers)
        points = {name: samples(name, exprs, case) for name in names if name not in facts}
        if prod(map(len, points.values())) > MOST_COMPLETIONS:
            return False

        def first(at: Known) -> object:
            """The first expression that holds, as a ladder has it."""
            for number, expr in enumerate(exprs):
                value = truth(expr, at)
                if value is None:
                    return UNDECIDED
                if value:
                    return number
            return -1

        cases = table(variables_of(exprs, known, index.choices), first, known)
        members: list[list[Case]] = [[] for _ in cases]
        for completed in completions(case, points, exprs, strict=True):
            (lying,) = [number for number, row in enumerate(cases) if inside(row.regions, completed)]
            assert cases[lying].key == next(
                (number for number, expr in enumerate(exprs) if holds(expr, completed)), -1
            )
            members[lying].append(completed)
        assert all(members)
        for number, row in enumerate(cases):
            for other in range(number + 1, len(cases)):
                assert row.key != cases[other].key or not fills_a_box(
                    [*members[number], *members[other]], points
                )
        return True

    compare("table", lambda draw: question(draw, known=20), one, per=6)


def inside(regions: Iterable[tuple], case: Case) -> bool:
    return all(lies_in(case.facts[variable.fact], region, case) for variable, region in regions)


def lies_in(value: Quantity | str, region: object, case: Case) -> bool:
    if not isinstance(region, Interval):
        return value in region  # type: ignore[operator]
    assert isinstance(value, Quantity)
    # A cut is a value and whether it lies just after it.
    at = (size(value, case), False), (size(value, case), True)
    return (region.low is None or region.low <= at[0]) and (region.high is None or at[1] <= region.high)
