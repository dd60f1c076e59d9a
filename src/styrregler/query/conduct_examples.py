"""Running examples about what has happened and about codes of conduct.

In: an example.  Out: what the answer has otherwise.  Asks as everybody else does.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from styrregler.model import ConductExample, DeviationExample, ExpectedDuty
from styrregler.query.answer import Duty
from styrregler.query.conduct import binds, code_named, conduct
from styrregler.query.deviation import Handling, what_now
from styrregler.query.mismatch import Mismatch, sets
from styrregler.query.people import name_of
from styrregler.query.question import UnreadableRules
from styrregler.query.within_board import within_board
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, TimingKind, fold


def deviation_mismatches(rules: RuleSet, example: DeviationExample, today: date) -> Iterator[Mismatch]:
    """What the answer to «hänt» has otherwise."""
    try:
        answer = what_now(example.happened, rules, example.on or today, example.body, dict(example.facts))
    except UnreadableRules as error:
        yield Mismatch("avvikelser", ", ".join(example.deviations) or "ingen", str(error))
        return
    yield from sets(
        "avvikelser", set(example.deviations), {each.deviation.name for each in answer.candidates}
    )
    handling = answer.handling
    if handling is None:
        if len(example.deviations) == 1 and answer.candidates:
            yield Mismatch("avvikelser", example.deviations[0], "flera passar, eller ingen helt")
        return
    if example.severity and handling.severity != example.severity:
        yield Mismatch("allvar", example.severity, handling.severity or "inte angivet")
    yield from _handled(rules, example, handling)


def _handled(rules: RuleSet, example: DeviationExample, handling: Handling) -> Iterator[Mismatch]:
    groups: tuple[tuple[str, tuple[ExpectedDuty, ...] | None, list[tuple[Duty, str]]], ...] = (
        ("rapporteras till", example.reports, [(each, "") for each in handling.reports]),
        ("åtgärd", example.measures, [(each.duty, each.text) for each in handling.measures]),
        ("följs upp av", example.follow_ups, [(each, "") for each in handling.follow_ups]),
    )
    for what, expected, got in groups:
        certain = [(duty, text) for duty, text in got if not duty.condition]
        if expected is not None:
            yield from _duties(what, expected, certain, rules, example.body)
    if example.escalations is not None:
        certain_ways = {each.name for each in handling.escalations if not each.condition}
        yield from sets("eskaleras enligt", set(example.escalations) - {"ingen"}, certain_ways)


def _duties(
    what: str, expected: Iterable[ExpectedDuty], got: list[tuple[Duty, str]], rules: RuleSet, body: str
) -> Iterator[Mismatch]:
    """Each expected duty has one that fits, and there are no others. «senast» a day is the day that it falls on."""
    left = list(got)
    for duty in expected:
        fits = next((each for each in left if _fits(duty, *each, rules, body)), None)
        if fits is None:
            yield Mismatch(what, _said(duty), "; ".join(_got(*each) for each in got) or "ingen")
        else:
            left.remove(fits)
    for each in left:
        yield Mismatch(what, "inget mer", _got(*each))


def _fits(expected: ExpectedDuty, duty: Duty, text: str, rules: RuleSet, body: str) -> bool:
    if name_of(within_board(expected.party, body, rules)) != name_of(duty.party):
        return False
    if not fold(text).startswith(fold(expected.text)):
        return False
    timing = expected.timing
    if timing is None:
        return True
    on_day = timing.kind is TimingKind.LATEST and timing.day is not None
    return duty.deadline == timing.day if on_day else duty.timing == timing


def _said(duty: ExpectedDuty) -> str:
    return " ".join(filter(None, [name_of(duty.party), duty.text, str(duty.timing) if duty.timing else ""]))


def _got(duty: Duty, text: str) -> str:
    day = f"senast {duty.deadline}" if duty.deadline else str(duty.timing) if duty.timing else ""
    return " ".join(filter(None, [name_of(duty.party), text, day]))


def conduct_mismatches(rules: RuleSet, example: ConductExample, today: date) -> Iterator[Mismatch]:
    """What the answer to «kod» has otherwise."""
    on = example.on or today
    code = code_named(example.code, rules, on)
    if isinstance(code, Fault):
        yield Mismatch("kod", example.code, code.message)
        return
    try:
        answer = conduct(code, rules, on)
    except UnreadableRules as error:
        yield Mismatch("kod", example.code, str(error))
        return
    if example.bound is not None:
        unbound = [each for each in example.bound if not binds(code, each, rules)]
        if unbound:
            yield Mismatch("binder", ", ".join(example.bound), f"inte {', '.join(unbound)}")
    if example.adopted is not None:
        yield from sets("har antagit", set(example.adopted), {each.body.name for each in answer.adopted})
    if example.not_adopted is not None:
        yield from sets("har inte antagit", set(example.not_adopted), {each.name for each in answer.missing})
    if example.values is not None:
        yield from sets("värdegrund", set(example.values), set(code.values))
    stand = {
        "gör": (example.does, [text for rule in code.rules for text in rule.does]),
        "undvik": (example.avoids, [text for rule in code.rules for text in rule.avoids]),
    }
    for what, (meant, got) in stand.items():
        for text in meant:
            if not any(fold(each).startswith(fold(text)) for each in got):
                yield Mismatch(what, text, "; ".join(got) or "ingenting")
