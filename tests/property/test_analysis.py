"""The analysis over generated rule sets: every finding replays, brute force finds the same, and so does z3.

``STYRREGLER_EXAMPLES`` sets how many rule sets are compared in all; each test counts its own.
"""

import os
from collections.abc import Callable
from fractions import Fraction
from math import ceil, prod

import z3
from attrs import evolve
from hypothesis import note

from styrregler.analysis import Finding, Kind, analyse, of_matter
from styrregler.analysis.analyse import figures
from styrregler.analysis.conditions import clauses
from styrregler.analysis.situation import Situation
from styrregler.model import Corpus, Order, Rule
from styrregler.query import Question, UnreadableRules
from styrregler.ruleset import RuleSet
from tests.property.comparing import cases_compared
from tests.property.strategies import BASE, DAYS, Draw, corpus
from tests.reference.completions import completions, conditions, names_in, samples
from tests.reference.evaluator import Case, Unreadable, rule_on
from tests.reference.replay import replays
from tests.reference.smt import Formulas

CASES = int(os.environ.get("STYRREGLER_EXAMPLES", "1200"))
SHARES = {"replay": 40, "brute force": 30, "z3": 170}
"""Per cent of all rule sets that each test compares."""

MOST_COMPLETIONS = 3_000
FIGURES = {BASE: Fraction(58_800)}
"""The latest there is, which the analysis takes for a year without its own."""


def compare(share: str, one: Callable[[Corpus, Question], bool]) -> None:
    """Put ``one`` to so many rule sets that the share is compared; it gives false for one that shows nothing."""
    wanted = ceil(CASES * SHARES[share] / 100)

    def drawn(draw: Draw) -> int:
        made = corpus(draw)
        question = Question(draw.pick(("m.ett", "m.ett", "m.två")), draw.pick(DAYS), body="sn")
        try:
            return one(made, question)
        except (Unreadable, UnreadableRules):
            return False

    compared = cases_compared(ceil(wanted / 0.7) + 20, drawn)
    assert compared >= wanted * 0.6, f"{compared} of {wanted}"


def test_every_witness_replays() -> None:
    def one(made: Corpus, question: Question) -> bool:
        rules = RuleSet(made)
        found = analyse(rules, question.on)
        for finding in found:
            note(f"{finding.kind} {finding.what} {finding.case}: {finding.witness}")
            assert replays(finding, rules)
        return bool(found)

    compare("replay", one)


def test_brute_force_meets_the_same_rulings() -> None:
    def one(made: Corpus, question: Question) -> bool:
        rules = RuleSet(made)
        question = evolve(question, facts=figures(rules, question.on.year))
        situation = Situation.of(rules, question)
        if situation.stopped:
            return False
        case = Case(made, question.matter, question.body, question.on, question.facts)
        exprs = list(conditions(case))
        names = [name for name in names_in(exprs) if name not in question.facts]
        if prod(len(samples(name, exprs, case)) for name in names) > MOST_COMPLETIONS:
            return False
        rulings = [rule_on(each) for each in completions(case, names, exprs, strict=True)]
        assert {(box.ruling.outcome.value, box.ruling.deciders) for box in situation.boxes} == {
            (each.outcome, each.deciders) for each in rulings
        }
        return len(rulings) > 1

    compare("brute force", one)


def test_z3_agrees() -> None:
    """Condition satisfiable, gap, contradiction, overlap, and step unreachable."""

    def one(made: Corpus, question: Question) -> bool:
        made = evolve(made, bars=(), circles=(), orders=tuple(map(_plain, made.orders)))
        rules = RuleSet(made)
        formulas = Formulas(made, question.matter, question.body, question.on, FIGURES)
        found = list(of_matter(rules, question))
        kinds = {finding.kind for finding in found}
        if Kind.STOPPED in kinds:
            return False
        rows = [rule for _, rule in formulas.rows]
        assert (Kind.CONTRADICTION in kinds) is formulas.possible(formulas.conflict())
        assert (Kind.OVERLAP in kinds) is formulas.possible(formulas.overlap())
        silent = formulas.possible(formulas.gap()) and formulas.possible(z3.Not(formulas.silence()))
        assert (Kind.GAP in kinds) is (silent and not any(rule.unknown for rule in rows))
        same = {
            (each.place, each.condition): each.kind
            for each in found
            if each.kind in (Kind.NEVER, Kind.ALWAYS)
        }
        for clause in (clause for rule in rows for clause in clauses(rule)):
            holds = formulas.formula(clause.when)
            never, always = not formulas.possible(holds), not formulas.possible(z3.Not(holds))
            wanted = Kind.NEVER if never else Kind.ALWAYS if always else None
            assert same.get((clause.place, clause.when)) is wanted
        dead = {(rule.place, number) for rule in rows for number in _dead(rule, formulas)}
        # A step that changes nothing may be first all the same, with one after it that says no less.
        assert _steps(found, Kind.UNREACHABLE, Kind.SHADOWED) <= dead
        assert dead <= _steps(found, Kind.UNREACHABLE, Kind.SHADOWED, Kind.REDUNDANT_STEP)
        return bool(rows)

    compare("z3", one)


def _plain(order: Order) -> Order:
    """Nobody decides what is urgent, every row can be read, and it holds whenever the case was opened.

    No case is opened after its decision: the solver knows nothing of that, and a finding for no other case is not told.
    """
    return evolve(
        order, urgent=(), opened=None, rules=tuple(evolve(rule, readable=True) for rule in order.rules)
    )


def _steps(found: list[Finding], *kinds: Kind) -> set[tuple[object, int]]:
    return {(each.rows[0].place, each.step) for each in found if each.kind in kinds and each.step >= 0}


def _dead(rule: Rule, formulas: Formulas) -> set[int]:
    """Steps that are first in no case, but for those whose reason is found by itself."""
    said = [each for each in formulas.said if each.row is rule]
    if len(rule.alternatives) < 2 or not formulas.possible(z3.Or([each.when for each in said])):
        return set()
    order = next(order for order, row in formulas.rows if row is rule)
    dead = set()
    for number, step in enumerate(rule.alternatives):
        first = z3.Or([each.when for each in said if each.step == number])
        last = step.when is None and not step.otherwise and number == len(rule.alternatives) - 1
        before = (*rule.alternatives[:number], *rule.overrides)
        given = [formulas.formula(each.when) for each in before if each.when is not None]
        explained = any(not formulas.possible(z3.Not(each)) for each in given)
        held = step.otherwise or formulas.possible(formulas.meant(order, rule), formulas.formula(step.when))
        if held and not last and not explained and not formulas.possible(first):
            dead.add(number)
    return dead
