"""Conditions that never hold, or always do, wherever in a row they stand."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from styrregler.analysis.findings import Finding, Kind
from styrregler.analysis.situation import Situation
from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Known, truth
from styrregler.model import Rule
from styrregler.text import Place


@frozen
class Clause:
    """A condition and the clause that it stands in."""

    word: str
    when: Expr
    place: Place


def clauses(rule: Rule) -> Iterator[Clause]:
    """Every condition of a row."""
    for word, lines in (
        ("delegat", rule.alternatives),
        ("dock", rule.overrides),
        ("beslutas av", rule.elsewhere),
        ("gäller inte", rule.exceptions),
        ("samråd med", rule.consult),
        ("informera", rule.inform),
        ("anmäls", rule.reporting),
        ("förutsätter", rule.preconditions),
    ):
        for line in lines:
            if line.when is not None:
                yield Clause(word, line.when, line.place)
    for word, one in (("verkställs", rule.execution), ("vidaredelegeras", rule.subdelegation)):
        if one is not None and one.when is not None:
            yield Clause(word, one.when, one.place)
    for requirement in rule.requirements:
        yield Clause("krav på delegat", requirement, rule.place)


def conditions(situation: Situation, rule: Rule, among: Iterable[Clause]) -> Iterator[Finding]:
    """One for each condition ``among`` those of ``rule`` that is the same in all cases. Raises Stopped."""
    for clause in among:
        state = constant(situation, clause.when)
        if state is None:
            continue
        witness = situation.witness(_nearest(situation, clause.when, holds=state))
        if witness is None:
            continue
        yield Finding(
            Kind.ALWAYS if state else Kind.NEVER,
            (rule,),
            clause.place,
            witness.on,
            witness,
            what=clause.word,
            condition=clause.when,
        )


def constant(situation: Situation, condition: Expr) -> bool | None:
    """Whether the condition has one truth in all cases; None when it has both."""
    space, known = situation.space, situation.asked.known
    if (
        isinstance(condition, Compare | Is)
        and truth(condition, known) is None
        and len(space.cut(condition, known)) == 2
    ):
        # A single comparison is either cut in two or not; most are.
        return None
    if space.where(condition, known) is None:
        return False
    return True if space.where(condition, known, holds=False) is None else None


def _nearest(situation: Situation, condition: Expr, *, holds: bool) -> Known:
    """A case that shows it: one in which as many parts of the condition as can be go the way the writer meant them to."""
    at = situation.asked.known
    for part in _parts(condition):
        at = situation.space.where(part, at, holds=not holds) or at
    for part in _parts(condition):
        at = situation.space.where(part, at) or situation.space.where(part, at, holds=False) or at
    return at


def _parts(condition: Expr) -> tuple[Expr, ...]:
    match condition:
        case AllOf(operands) | AnyOf(operands):
            return operands
        case _:
            return (condition,)
