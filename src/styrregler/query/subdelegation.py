"""Sub-delegation: one step further than the board's own row, and never instead of it.

In: the candidates and the ruling of one case.  Out: who else may decide, and on what conditions that are still open.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from styrregler.logic import AnyOf, Expr, Known, Not, residual, truth
from styrregler.model import BodyRef, Outcome, Party, RoleKind
from styrregler.query.bars import legal_kinds, unbarred
from styrregler.query.candidates import Candidate, Candidates
from styrregler.query.passing_on import is_given
from styrregler.query.ruling import Ruling, Spoken, docks_open, overridden
from styrregler.ruleset import RuleSet


@frozen
class SubDecider:
    """A row of a sub-delegation that adds a decider; ``conditions`` where something it needs is not known."""

    candidate: Candidate
    parties: tuple[Party, ...]
    conditions: tuple[Expr, ...] = ()
    beside: bool = False
    """A later step of the ladder: competent too, but not first."""


def subdelegated(
    candidates: Candidates, ruling: Ruling, known: Known, rules: RuleSet
) -> Iterator[SubDecider]:
    """Who else may decide by sub-delegation.

    It never moves the decision: where the board's own row gives it to an employee, the sub-delegate is competent
    beside them; elsewhere a sub-delegation gives nothing.
    """
    if ruling.outcome is not Outcome.DECIDES:
        return
    for candidate in candidates.further:
        for said in ruling.spoken:
            if said.candidate.rule.key == candidate.above and passes_on(said, rules):
                yield from _passed_on(candidate, said, known, rules)


def passes_on(said: Spoken, rules: RuleSet) -> bool:
    """Whether the board's row gives the decision to an employee, who alone can have it passed on."""
    board = said.candidate.rule.body
    return any(
        not isinstance(party, BodyRef) and legal_kinds(party, rules, board) <= {RoleKind.EMPLOYEE.value}
        for party in said.parties
    )


def _passed_on(candidate: Candidate, said: Spoken, known: Known, rules: RuleSet) -> Iterator[SubDecider]:
    """What a sub-delegated row adds, where all it needs holds or may hold and no exception does."""
    own = _givers_own(candidate.order.by, said, rules)
    if own is None:
        return
    barring: list[Expr | None] = docks_open(said.candidate, known, rules)
    barring += [each.when for each in candidate.rule.exceptions]
    needed = [*candidate.needs, *own, *(Not(each) for each in barring if each is not None)]
    states = [truth(need, known) for need in needed]
    if None in barring or False in states:
        return
    open_ones = [residual(need, known) for need, holds in zip(needed, states, strict=True) if holds is None]
    yield from _by_dock(candidate, open_ones, known, rules)


def _givers_own(giver: str, said: Spoken, rules: RuleSet) -> tuple[Expr, ...] | None:
    """What must hold for ``giver`` to have the decision at all in this case; None when nothing would do.

    Nobody can pass on more than the board's row gives them: as its delegate, as one beside, or as their superior.
    """
    row = said.candidate
    if is_given(giver, said.parties, row.order, rules):
        return ()
    beside = [
        each.when
        for each in row.rule.alternatives[said.step + 1 :]
        if not each.otherwise
        and is_given(giver, (who for who in each.parties if who not in said.kept_out), row.order, rules)
    ]
    if None in beside:
        return ()
    return (AnyOf(tuple(each for each in beside if each is not None)),) if beside else None


def _by_dock(
    candidate: Candidate, open_ones: list[Expr], known: Known, rules: RuleSet
) -> Iterator[SubDecider]:
    """The row's own `dock` before its ladder: one that holds decides, one that may is told with its condition.

    A row that a bar takes from every delegate is not saved by a `dock`.
    """
    named = [party for each in candidate.rule.alternatives for party in each.parties]
    if named and all(
        unbarred(party, candidate.law, known, rules, candidate.rule.body) is None for party in named
    ):
        return
    docks = [
        evolve(each, parties=parties)
        for each in candidate.rule.overrides
        if (
            parties := tuple(
                party
                for party in each.parties
                if unbarred(party, candidate.law, known, rules, candidate.rule.body) is not None
            )
        )
    ]
    states = [True if each.when is None else truth(each.when, known) for each in docks]
    undecided = [
        (each, residual(each.when, known))
        for each, holds in zip(docks, states, strict=True)
        if holds is None and each.when is not None
    ]
    without = [*open_ones, *(Not(when) for _, when in undecided)]
    for dock, when in undecided:
        yield SubDecider(candidate, dock.parties, (*open_ones, when))
    hit = [each for each, holds in zip(docks, states, strict=True) if holds]
    if not hit:
        yield from _sub_ladder(candidate, without, known, rules)
    elif (taken := overridden(candidate, hit, rules)).outcome is Outcome.DECIDES:
        yield SubDecider(candidate, taken.parties, tuple(without))


def _sub_ladder(
    candidate: Candidate, open_ones: list[Expr], known: Known, rules: RuleSet
) -> Iterator[SubDecider]:
    """The steps of a sub-delegated row: the first that holds decides, those after it that hold are competent beside."""
    before: list[Expr] = []
    held = False
    for each in candidate.rule.alternatives:
        holds = True if each.when is None else truth(each.when, known)
        if holds is False or (each.otherwise and held):
            continue
        own = [residual(each.when, known)] if holds is None and each.when is not None else []
        rest = [Not(other) for other in before] if each.otherwise else []
        lawful = [
            (party, unbarred(party, candidate.law, known, rules, candidate.rule.body))
            for party in each.parties
        ]
        for party, needs in lawful:
            if needs is not None:
                yield SubDecider(candidate, (party,), (*open_ones, *own, *rest, *needs), beside=held)
        before += own
        held = held or (holds is True and any(needs == () for _, needs in lawful))
