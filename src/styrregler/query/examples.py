"""Running the examples of a policy: the question asked, the answer compared with what the board means."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import assert_never

from attrs import frozen

from styrregler.model import (
    ConductExample,
    DeviationExample,
    Example,
    InterplayExample,
    Party,
    PlanExample,
)
from styrregler.query.answer import Answer, CheckResult
from styrregler.query.case_examples import case_mismatches
from styrregler.query.cases import answer
from styrregler.query.conduct_examples import conduct_mismatches, deviation_mismatches
from styrregler.query.interplay_examples import interplay_mismatches
from styrregler.query.lookup import look_up
from styrregler.query.mismatch import Mismatch, sets
from styrregler.query.people import name_of
from styrregler.query.plan_examples import plan_mismatches
from styrregler.query.question import Question, UnknownMatter, UnreadableRules
from styrregler.query.verdict import Routing, check
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity

AnyExample = Example | DeviationExample | ConductExample | PlanExample | InterplayExample


@frozen
class Ran:
    """An example that was run. Without mismatches it holds."""

    example: AnyExample
    mismatches: tuple[Mismatch, ...]

    @property
    def holds(self) -> bool:
        return not self.mismatches


def run_example(
    rules: RuleSet, example: AnyExample, today: date, known: Callable[[Question], Question] | None = None
) -> Ran:
    """Ask what ``example`` asks. ``today`` stands in where it gives no date; ``known`` adds what is known beside it."""
    match example:
        case Example():
            return _run(rules, example, today, known)
        case DeviationExample():
            return Ran(example, tuple(deviation_mismatches(rules, example, today)))
        case ConductExample():
            return Ran(example, tuple(conduct_mismatches(rules, example, today)))
        case PlanExample():
            return Ran(example, tuple(plan_mismatches(rules, example, today)))
        case InterplayExample():
            return Ran(example, tuple(interplay_mismatches(rules, example, today)))
        case _:
            assert_never(example)


def _run(rules: RuleSet, example: Example, today: date, known: Callable[[Question], Question] | None) -> Ran:
    """An example about a matter, or about the way of a case."""
    if example.case is not None:
        return Ran(
            example, tuple(Mismatch(*each) for each in case_mismatches(rules, example, example.case, today))
        )
    facts: dict[str, Quantity | str] = {}
    matter = example.matter
    if not matter:
        found = look_up(example.question, rules, example.body, example.on or today)
        if found.clear is None:
            candidates = ", ".join(each.rule.label for each in found.candidates) or "inget ärende"
            return Ran(example, (Mismatch("fråga", example.question, f"oklart vilket ärende: {candidates}"),))
        matter = found.clear.matter
        facts.update(found.clear.facts)
    for given in example.given:
        facts[given.name] = Quantity.of_day(given.value) if isinstance(given.value, date) else given.value
    question = Question(
        matter=matter,
        on=example.on or today,
        facts=facts,
        body=example.body,
        absent=frozenset(example.absent),
        disqualified=frozenset(example.disqualified),
        dated=example.on is not None,
    )
    question = question if known is None else known(question)
    try:
        got = answer(rules, question)
        verdict = (
            check(rules, Routing(question, example.decided_by)) if example.decided_by is not None else None
        )
    except UnknownMatter as error:
        return Ran(example, (Mismatch("ärende", matter, str(error)),))
    except UnreadableRules as error:
        return Ran(example, (Mismatch("svar", "ett svar", str(error)),))
    return Ran(example, tuple(_compare(example, got, verdict)))


def _compare(example: Example, got: Answer, verdict: CheckResult | None) -> Iterator[Mismatch]:
    if example.outcome is not None:
        outcome = verdict.verdict if verdict is not None else got.outcome
        if outcome is not example.outcome:
            reason = f" ({verdict.reason})" if verdict is not None else ""
            yield Mismatch("utfall", example.outcome.word, outcome.word + reason)
    if example.deciders is not None:
        yield from _deciders(_names(example.deciders), got, checked=verdict is not None)
    if example.missing is not None:
        missing = tuple(each.fact for each in got.missing)
        if set(missing) != set(example.missing) or missing[:1] != example.missing[:1]:
            yield Mismatch("saknas", ", ".join(example.missing), ", ".join(missing) or "ingenting")
    if example.numbers is not None:
        yield from sets("enligt punkt", set(example.numbers), {rule.number for rule in got.rules})
    if example.also_competent is not None:
        yield from sets(
            "även behörig", set(example.also_competent), {name_of(each.party) for each in got.also_competent}
        )
    if example.informed is not None:
        yield from sets(
            "informeras",
            set(example.informed),
            {name_of(each.party) for each in got.inform if not each.condition},
        )
    if example.not_reported and any(each.to is not None and not each.condition for each in got.report):
        yield Mismatch("anmäls", "inte", ", ".join(each.title for each in got.report))
    if example.reported_to is not None:
        yield from sets(
            "anmäls till",
            {name_of(example.reported_to)},
            {name_of(each.to) for each in got.report if each.to and not each.condition},
        )
    if example.substitutes is not None:
        expected, got_names = (
            [name_of(each) for each in example.substitutes],
            [name_of(each.party) for each in got.substitutes],
        )
        if expected != got_names:
            yield Mismatch(
                "ersättare", ", därefter ".join(expected), ", därefter ".join(got_names) or "ingen"
            )
    if example.law is not None:
        yield from sets("lagrum", set(example.law), {each.text for each in got.law})
    if example.appeal is not None:
        route = got.appeal.route if got.appeal is not None else ""
        if route != example.appeal:
            yield Mismatch("överklagas", example.appeal or "inte", route or "inte")


def _deciders(expected: set[str], got: Answer, *, checked: bool) -> Iterator[Mismatch]:
    """Who decides. For a checked decision that depends on missing facts, whoever is right in some case is right to name."""
    answers = [branch.answer for branch in got.branches] if checked and got.branches else [got]
    named = [{name_of(each.party) for each in answer.deciders if not each.condition} for answer in answers]
    if expected not in named:
        yield from sets("svar", expected, set().union(*named))


def _names(parties: tuple[Party, ...]) -> set[str]:
    return {name_of(party) for party in parties}
