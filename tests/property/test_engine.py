"""What must always hold of an answer, over generated rule sets, most of it compared with the naive reference.

``STYRREGLER_EXAMPLES`` sets how many cases (a rule set and a question) are compared in all; each test counts its own.
"""

import os
from collections.abc import Callable, Iterator
from math import ceil, prod
from random import Random

from attrs import evolve
from hypothesis import HealthCheck, given, note, settings

from styrregler.logic import UNDECIDED, Known, TooManyCases, table, truth, variables_of
from styrregler.logic.truth import Interval
from styrregler.model import BodyRef, Corpus, OrderKind, Party, RoleRef
from styrregler.query import Answer, Outcome, Question, Routing, UnknownMatter, UnreadableRules, Verdict, answer, check
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity
from tests.property.strategies import BASE, FACTS, Conditions, Draw, corpus, entropies, point, question
from tests.reference.completions import besides, completions, conditions, fills_a_box, fits, names_in, samples
from tests.reference.evaluator import Case, Unreadable, holds, rule_on, size
from tests.reference.people import Result, result
from tests.reference.shown import shown

CASES = int(os.environ.get("STYRREGLER_EXAMPLES", "12000"))
SHARES = {"known": 40, "missing": 14, "figures": 4, "unless": 6, "order": 8, "narrow": 8, "check": 8, "table": 8, "replay": 4}
"""Per cent of all cases that each test compares."""

MOST_COMPLETIONS = 400
NEVER_DEPENDS = {"principiellt", "brådska", "inlett", "ursprunglig-delegat", "anställningstid"}
"""Judgements, a day that may be quoted, a relation, and a demand on the person: they settle things without being asked."""


def compare(share: str, per: int, one: Callable[[Draw, Corpus], bool], counted: float = 0.8) -> None:
    """Run ``one`` for ``per`` questions to each of so many rule sets that the share is compared.

    ``one`` gives false for a question that shows nothing; at least the part ``counted`` of them shows something.
    """
    wanted = ceil(CASES * SHARES[share] / 100)
    compared = 0

    @settings(
        max_examples=ceil(wanted / per / counted) + 20,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(entropies)
    def run(entropy: bytes) -> None:
        nonlocal compared
        draw = Draw(entropy)
        rules = corpus(draw)
        for _ in range(per):
            compared += one(draw, rules)

    run()
    assert compared >= wanted, f"{compared} cases compared, {wanted} wanted"


def test_the_shares_are_the_whole() -> None:
    """With the default at least 10 000 cases are compared."""
    assert sum(SHARES.values()) == 100
    assert CASES >= 10_000 or "STYRREGLER_EXAMPLES" in os.environ


# ---------- asking both


def case_of(rules: Corpus, asked: Question, body: str) -> Case:
    return Case(rules, asked.matter, body, asked.on, asked.facts, asked.absent, asked.disqualified)


def boards(rules: Corpus, asked: Question) -> list[str]:
    """The boards that answer: the one asked; else the owner by its charter, else all that have rows about the matter."""
    rows = [(order, rule) for order in rules.orders if order.kind is OrderKind.DELEGATION for rule in order.rules]
    having = sorted({order.body for order, rule in rows if asked.matter in rule.matters})
    if asked.body and having:
        return [asked.body]
    charters = [order for order in rules.orders if order.kind is OrderKind.CHARTER and asked.on in order.period]
    areas = {order.body: area for order in charters for clause in order.charter for area in clause.areas}
    owners = [body for body in having if f"{asked.matter}.".startswith(f"{areas.get(body, '-')}.")]
    return owners if len(owners) == 1 else having


def asked_of(rules: Corpus, asked: Question) -> Answer | None:
    """The engine's answer; None where rows in force cannot be read."""
    try:
        return answer(RuleSet(rules), asked)
    except UnreadableRules:
        return None


def by_engine(found: Answer) -> Result:
    deciders = frozenset(each.party for each in found.deciders)
    also = frozenset(each.party for each in found.also_competent)
    further = frozenset(each.party for each in found.deciders if each.subdelegated)
    return Result(found.outcome.value, deciders, rows(found), also, further)


def rows(found: Answer) -> frozenset[tuple[str, str]]:
    return frozenset((rule.order, rule.number) for rule in found.rules)


def by_reference(rules: Corpus, asked: Question, body: str) -> Result | None:
    try:
        return result(case_of(rules, asked, body))
    except Unreadable:
        return None


def leaves(found: Answer) -> Iterator[Answer]:
    """The answer, or its branches to the last."""
    for branch in found.branches:
        yield from leaves(branch.answer)
    if not found.branches:
        yield found


# ---------- everything known


def test_known_cases_answer_as_the_reference() -> None:
    """With every fact known the engine finds the outcome, deciders, rows and others competent that the reference finds."""

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = question(draw)
        note(shown(rules, asked))
        where = boards(rules, asked)
        try:
            found = asked_of(rules, asked)
        except UnknownMatter:
            assert not where
            return True
        expected = [by_reference(rules, asked, body) for body in where]
        if found is None or None in expected:
            assert found is None
            assert None in expected
        elif len(where) == 1:
            assert by_engine(found) == expected[0]
        else:
            assert [fact.fact for fact in found.missing] == ["organ"]
            assert [by_engine(branch.answer) for branch in found.branches] == expected
        return True

    compare("known", 4, one)


# ---------- facts missing


class Completed:
    """A question with facts missing: every completion that may change the ruling, and the facts that only concern who
    may decide besides."""

    def __init__(self, rules: Corpus, asked: Question) -> None:
        self.asked = asked
        self.case = case_of(rules, asked, asked.body)
        deciding, other = list(conditions(self.case)), list(besides(self.case))
        self.exprs = [*deciding, *other]
        settled = {name for name, fact in rules.facts.items() if fact.open_judgement} if not asked.strict else set()
        self.facts = [name for name in names_in(deciding) if name not in settled | asked.facts.keys()]
        self.besides = [name for name in names_in(other) if name not in {*settled, *asked.facts, *self.facts}]
        self.points = {name: samples(name, self.exprs, self.case) for name in self.facts}
        self.few = prod(map(len, self.points.values())) <= MOST_COMPLETIONS
        self.cases = list(self.complete(self.case, self.facts)) if self.few else []

    def complete(self, case: Case, facts: list[str]) -> Iterator[Case]:
        return completions(case, facts, self.exprs, strict=self.asked.strict)

    def agrees(self, found: Answer, case: Case) -> None:
        """Whatever is not known besides: who decides for certain does, and whoever does was named."""
        sure, named = certain(found.deciders), {each.party for each in found.deciders}
        also_sure, also = certain(found.also_competent), {each.party for each in found.also_competent}
        for number, completed in enumerate(self.complete(case, self.besides)):
            if number >= 10:
                break
            now = result(completed)
            assert (now.outcome, now.rows) == (found.outcome.value, rows(found))
            assert sure <= now.deciders | now.also
            assert now.deciders <= named
            assert also_sure <= now.deciders | now.also
            assert now.also <= also | named


def certain(deciders: object) -> set[Party]:
    return {each.party for each in deciders if not each.condition}  # type: ignore[attr-defined]


def partial(draw: Draw, *, figures: bool = True) -> Question:
    """A question to one board with facts missing. Who is away is always known."""
    asked = question(draw, known=draw.pick((10, 40, 70)), figures=figures, people=False)
    facts = {name: value for name, value in asked.facts.items() if name != "anställningstid"}
    strict = draw.chance(20)
    if strict:
        facts = {"brådska": draw.pick(("ja", "nej")), **facts}
    return evolve(asked, body=asked.body or "sn", facts=facts, strict=strict)


def test_missing_facts_give_the_exact_table_of_cases() -> None:
    """Depends exactly when completions differ; each fits one branch and its answer; none is empty or could be joined."""

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = partial(draw)
        note(shown(rules, asked))
        try:
            found = asked_of(rules, asked)
        except UnknownMatter:
            return False
        if found is None or not (all_of := Completed(rules, asked)).few:
            return False
        keys = [rule_on(case).key for case in all_of.cases]
        assert (found.outcome is Outcome.DEPENDS) is (len(set(keys)) > 1)
        if found.outcome is not Outcome.DEPENDS:
            for case in all_of.cases[:: max(1, len(keys) // 4)]:
                all_of.agrees(found, case)
            return True
        members: dict[str, list[Case]] = {branch.when: [] for branch in found.branches}
        answers: dict[str, set[object]] = {branch.when: set() for branch in found.branches}
        assert len(members) == len(found.branches)
        for case, key in zip(all_of.cases, keys, strict=True):
            fitting = [when for when in members if fits(when, case)]
            assert len(fitting) == 1
            members[fitting[0]].append(case)
            answers[fitting[0]].add(key)
        for branch in found.branches:
            assert members[branch.when]
            assert len(answers[branch.when]) == 1
            all_of.agrees(branch.answer, members[branch.when][0])
            all_of.agrees(branch.answer, members[branch.when][-1])
        no_two_join(list(members), members, answers, all_of)
        for missing in found.missing:
            assert matters(missing.fact, all_of, keys)
        return True

    compare("missing", 3, one)


def no_two_join(whens: list[str], members: dict[str, list[Case]], answers: dict[str, set], all_of: Completed) -> None:
    """No two branches with the same answer make a box together."""
    for number, when in enumerate(whens):
        for other in whens[number + 1 :]:
            if answers[when] == answers[other]:
                assert not fills_a_box([*members[when], *members[other]], all_of.points)


def matters(fact: str, all_of: Completed, keys: list[object]) -> bool:
    """Whether two completions that differ in nothing but ``fact`` are answered differently."""
    seen: dict[tuple[object, ...], object] = {}
    others = [name for name in all_of.facts if name != fact]
    return any(
        seen.setdefault(tuple(case.facts[name] for name in others), key) != key
        for case, key in zip(all_of.cases, keys, strict=True)
    )


def test_a_year_without_figures_is_never_guessed() -> None:
    """Whatever the yearly amount turns out to be, each completion fits one branch, and its answer."""

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = partial(draw, figures=False)
        asked = evolve(asked, on=asked.on.replace(year=2026))
        note(shown(rules, asked))
        try:
            found = asked_of(rules, asked)
        except UnknownMatter:
            return False
        if found is None or (found.outcome is Outcome.DEPENDS and not found.branches):
            return False
        for kronor in (9_999, 10_000, 29_400, 50_000, 60_000, 100_000, 200_000):
            all_of = Completed(rules, evolve(asked, facts={**asked.facts, BASE: Quantity(kronor, "kr")}))
            for case in all_of.cases[:: max(1, len(all_of.cases) // 5)]:
                fitting = [each.answer for each in found.branches if fits(each.when, case)] if found.branches else [found]
                assert len(fitting) == 1
                all_of.agrees(fitting[0], case)
        return True

    compare("figures", 3, one)


def test_a_judgement_left_open_tells_who_decides_otherwise() -> None:
    """Each way the open judgements can go is the usual answer, or fits exactly one «om …» with its outcome and deciders."""
    judgements = ["principiellt", "brådska"]

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = question(draw, people=False)
        facts = {name: value for name, value in asked.facts.items() if name not in draw.pick((judgements, judgements[:1]))}
        asked = evolve(asked, facts=facts, body=asked.body or "sn")
        note(shown(rules, asked))
        try:
            found = asked_of(rules, asked)
        except UnknownMatter:
            return False
        if found is None or found.outcome is Outcome.CONFLICT:
            return False
        open_ones = [name for name in judgements if name not in facts]
        cases = list(completions(case_of(rules, asked, asked.body), open_ones, [], strict=True))
        usual = next(case for case in cases if all(case.facts[name] == "nej" for name in open_ones))
        expected = rule_on(usual)
        told = [each for each in found.unless if "brådskande" not in each.when]
        for case in cases:
            ruling = rule_on(case)
            fitting = [(each.outcome.value, certain(each.deciders)) for each in told if fits(each.when, case)]
            same = (ruling.outcome, ruling.deciders) == (expected.outcome, expected.deciders)
            assert fitting == ([] if same else [(ruling.outcome, ruling.deciders)])
        return True

    compare("unless", 4, one, counted=0.6)


# ---------- what may not matter, and what only may narrow


def test_the_order_of_the_text_never_matters() -> None:
    """The same rules in other files, in another order, answer the same in every word."""

    def one(draw: Draw, rules: Corpus) -> bool:
        random = Random(draw.below(256))

        def shuffled(items: tuple) -> tuple:
            return tuple(random.sample(items, len(items)))

        def turned(items: dict) -> dict:
            return dict(random.sample([*items.items()], len(items)))

        orders = tuple(evolve(order, rules=shuffled(order.rules)) for order in shuffled(rules.orders))
        bodies, roles = turned(rules.bodies), turned(rules.roles)  # type: ignore[arg-type]
        other = evolve(rules, orders=orders, bodies=bodies, roles=roles)
        asked = partial(draw) if draw.chance(50) else question(draw)
        note(shown(rules, asked))
        try:
            one, two = asked_of(rules, asked), asked_of(other, asked)
            three = asked_of(evolve(rules, bars=shuffled(rules.bars)), asked)
        except UnknownMatter:
            return False
        assert one == two
        # Of two statutory bars that say the same either may be cited.
        assert (one and [*map(by_engine, leaves(one))]) == (three and [*map(by_engine, leaves(three))])
        return True

    compare("order", 3, one)


def test_more_facts_only_narrow() -> None:
    """One more fact leaves fewer possible deciders of a Depends, and changes nothing in any other answer."""

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = partial(draw)
        new = [name for name in FACTS if name not in asked.facts and name not in NEVER_DEPENDS]
        if not new:
            return False
        fact = draw.pick(new)
        more = evolve(asked, facts={**asked.facts, fact: point(draw, fact)})
        note(shown(rules, asked) + f" + {fact} {more.facts[fact]}")
        try:
            before, after = asked_of(rules, asked), asked_of(rules, more)
        except UnknownMatter:
            return False
        if before is None or after is None:
            # A row for another municipality is out of scope before it is read.
            return before is after
        possible = [(leaf.outcome, each.party) for leaf in leaves(before) for each in leaf.deciders]
        assert {(leaf.outcome, each.party) for leaf in leaves(after) for each in leaf.deciders} <= set(possible)
        assert {leaf.outcome for leaf in leaves(after)} <= {leaf.outcome for leaf in leaves(before)}
        if before.outcome is not Outcome.DEPENDS:
            assert (after.outcome, rows(after)) == (before.outcome, rows(before))
            assert certain(before.deciders) <= certain(after.deciders)
        return True

    compare("narrow", 3, one)


# ---------- the same engine in other clothes


def test_a_check_agrees_with_the_answer() -> None:
    """Every decider is right; nobody else is but others competent, superiors with a standing right and the board."""

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = question(draw)
        asked = evolve(asked, body=asked.body or "sn")
        note(shown(rules, asked))
        try:
            found = asked_of(rules, asked)
        except UnknownMatter:
            return False
        if found is None:
            return False
        right = {each.party for each in (*found.deciders, *found.also_competent)}
        right |= {each.party for each in found.superiors if not each.only_in_absence}
        if found.outcome in {Outcome.DECIDES, Outcome.DEFAULT}:
            right.add(BodyRef(asked.body))
        everyone = draw.some([*map(RoleRef, rules.roles), *map(BodyRef, rules.bodies)], 25)
        if found.outcome is Outcome.EXECUTION and not found.deciders:
            right |= {*everyone}
        barred = {RoleRef(name) for name in asked.disqualified}
        index = RuleSet(rules)
        for party in {*everyone, *right}:
            verdict = check(index, Routing(asked, party)).verdict
            if found.outcome is Outcome.CONFLICT and party not in barred:
                assert verdict is Verdict.CANNOT_TELL
            else:
                assert (verdict is Verdict.RIGHT) is (party in right - barred)
        return True

    compare("check", 2, one)


def test_a_branch_answers_again_when_its_facts_are_given() -> None:
    """A concrete case of each branch, put as a question of its own, is answered as the branch is."""

    def one(draw: Draw, rules: Corpus) -> bool:
        asked = partial(draw)
        note(shown(rules, asked))
        try:
            found = asked_of(rules, asked)
        except UnknownMatter:
            return False
        if found is None or found.outcome is not Outcome.DEPENDS or not (all_of := Completed(rules, asked)).few:
            return False
        for branch in found.branches:
            witnesses = [case for case in all_of.cases if fits(branch.when, case)]
            witness = witnesses[draw.below(len(witnesses))]
            facts = {**asked.facts, **{name: witness.facts[name] for name in all_of.facts}}
            again = asked_of(rules, evolve(asked, facts=facts))
            assert again is not None
            assert (again.outcome, rows(again)) == (branch.answer.outcome, rows(branch.answer))
            assert again.conflict == branch.answer.conflict
            assert certain(branch.answer.deciders) <= certain(again.deciders)
            assert {each.party for each in again.deciders} <= {each.party for each in branch.answer.deciders}
        return True

    compare("replay", 4, one, counted=0.25)


# ---------- the table alone


def test_the_table_is_exact_and_cannot_be_joined() -> None:
    """Over any conditions: every completion lies in one row, with the right key, and no two rows make a box together."""

    def one(draw: Draw, rules: Corpus) -> bool:
        maker = Conditions(draw)
        exprs = [maker.expr() for _ in range(1 + draw.below(4))]
        names = names_in(exprs)
        given = {name: point(draw, name) for name in names if draw.chance(20)}
        case = Case(rules, "", "", question(draw).on.replace(year=2025), given)
        index = RuleSet(rules)
        known = Known(given, lambda name: index.amount(name, 2025), whole=index.whole_numbers)

        def first(at: Known) -> object:
            for number, expr in enumerate(exprs):
                value = truth(expr, at)
                if value is None:
                    return UNDECIDED
                if value:
                    return number
            return -1

        try:
            cases = table(variables_of(exprs, known, index.choices), first, known)
        except TooManyCases:
            return False
        unknown = [name for name in names if name not in given]
        points = {name: samples(name, exprs, case) for name in unknown}
        if prod(map(len, points.values())) > MOST_COMPLETIONS:
            return False
        members: dict[int, list[Case]] = {number: [] for number in range(len(cases))}
        for completed in completions(case, unknown, exprs, strict=True):
            key = next((number for number, expr in enumerate(exprs) if holds(expr, completed)), -1)
            fitting = [number for number, row in enumerate(cases) if inside(row.regions, completed)]
            assert [cases[number].key for number in fitting] == [key]
            members[fitting[0]].append(completed)
        assert all(members.values())
        for number, row in enumerate(cases):
            for other in range(number + 1, len(cases)):
                if row.key == cases[other].key:
                    assert not fills_a_box([*members[number], *members[other]], points)
        return True

    compare("table", 4, one)


def inside(regions: tuple, case: Case) -> bool:
    return all(lies_in(case.facts[variable.fact], region, case) for variable, region in regions)


def lies_in(value: Quantity | str, region: object, case: Case) -> bool:
    if isinstance(region, Interval):
        assert isinstance(value, Quantity)
        at = size(value, case)
        above = region.low is None or at > region.low[0] or (at == region.low[0] and not region.low[1])
        below = region.high is None or at < region.high[0] or (at == region.high[0] and region.high[1])
        return above and below
    return value in region  # type: ignore[operator]
