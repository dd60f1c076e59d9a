"""Running examples about the interplay: where a boundary goes, and who may give assignments to, reach or expect what of whom.

In: an example.  Out: what the answer has otherwise.  Asks as everybody else does.
"""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from styrregler.model import AssignmentWay, Channel, Expectation, InterplayExample
from styrregler.query.agreements import in_force
from styrregler.query.assignment import may_assign
from styrregler.query.boundary import which_side
from styrregler.query.channel import channel_between
from styrregler.query.mismatch import Mismatch
from styrregler.query.named import someone
from styrregler.query.question import UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import fold


def interplay_mismatches(rules: RuleSet, example: InterplayExample, today: date) -> Iterator[Mismatch]:
    """What the rules have otherwise than the example."""
    on = example.on or today
    try:
        match example.asked:
            case str(question):
                yield from _boundary(question, example, rules, on)
            case AssignmentWay(sender, receiver):
                answer = may_assign(someone(sender, rules), someone(receiver, rules), rules, on, example.body)
                if answer.permission.value != example.meant:
                    yield Mismatch("svar", example.meant, answer.permission.value)
            case Channel():
                yield from _channel(example.asked, example, rules, on)
            case Expectation():
                yield from _expectation(example.asked, example, rules, on)
            case _:
                assert_never(example.asked)
    except UnreadableRules as error:
        yield Mismatch("svar", "ett svar", str(error))


def _boundary(question: str, example: InterplayExample, rules: RuleSet, on: date) -> Iterator[Mismatch]:
    answer = which_side(question, rules, on, example.body)
    sides = sorted({each.side.value for each in answer.sides}) or ["ingen"]
    if sides != [example.meant]:
        yield Mismatch("svar", example.meant, ", ".join(sides))
    settlers = sorted({each.settled_by.name for each in answer.sides if each.settled_by}) or ["ingen"]
    if example.settled_by and settlers != [example.settled_by]:
        yield Mismatch("avgörs av", example.settled_by, ", ".join(settlers))


def _channel(meant: Channel, example: InterplayExample, rules: RuleSet, on: date) -> Iterator[Mismatch]:
    ends = someone(meant.sender, rules), someone(meant.receiver, rules)
    for phase in meant.phases or ("",):
        answer = channel_between(*ends, rules, on, phase=phase, body=example.body)
        got = [each.channel.via for each in answer.channels]
        if meant.via not in got:
            ways = ", ".join(f"via {via}" if via else "direkt" for via in dict.fromkeys(got))
            yield Mismatch("om kanal", f"via {meant.via}" if meant.via else "direkt", ways or "sägs inte")


def _expectation(
    meant: Expectation, example: InterplayExample, rules: RuleSet, on: date
) -> Iterator[Mismatch]:
    said = [
        each.text
        for block in in_force(rules.corpus.channels, on, example.body)
        for each in block.expectations
        if (each.of, each.by) == (meant.of, meant.by)
    ]
    if not any(fold(text).startswith(fold(meant.text)) for text in said):
        yield Mismatch("om förväntan", meant.text, "; ".join(said) or "sägs inte")
