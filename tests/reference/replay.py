"""A finding's witness put to the ordinary engine, through the ordinary ways in.

In: rules and a finding.  Out: whether the engine's answer in that case shows what the finding says.  Reads the witness as
whoever pastes it would: as a command line.
"""

import shlex
from datetime import date

from attrs import evolve

from styrregler.analysis import Finding, Kind, as_adopted
from styrregler.cli.options import facts_of
from styrregler.library import Rules
from styrregler.logic import truth
from styrregler.model import Outcome, Override, Party, Rule
from styrregler.query import Answer
from styrregler.query.asked import Asked
from styrregler.query.engine import answer
from styrregler.query.ruling import Ruling, Spoken, rule_on
from styrregler.ruleset import RuleSet


def pasted(command: str, rules: RuleSet) -> Answer:
    """What the command line asks, asked of the library."""
    styrregler, vem, matter, *rest = shlex.split(command)
    assert (styrregler, vem) == ("styrregler", "vem")
    options = list(zip(rest[::2], rest[1::2], strict=True))
    said = dict(options)
    return Rules(rules).who_decides(
        matter,
        facts_of(tuple(value for name, value in options if name == "-u")),
        on=date.fromisoformat(said["--datum"]),
        body=said["--organ"],
        disqualified=[value for name, value in options if name == "--javig"],
    )


def replays(finding: Finding, rules: RuleSet) -> bool:
    """Whether the engine says in the witness's case what the finding says of it."""
    if finding.kind is Kind.STOPPED:
        return finding.witness is None and bool(finding.what)
    assert finding.witness is not None
    question = finding.witness.question
    if finding.draft:
        rules = as_adopted(rules, rules.orders[finding.draft])
    given = pasted(finding.witness.command, rules)
    assert given == answer(rules, question), "the command line asks something else"
    known = Asked.of(rules, question, question.body).usual
    places = {each.place for each in finding.rows}
    match finding.kind:
        case Kind.GAP:
            return given.outcome is Outcome.DEFAULT
        case Kind.CONTRADICTION:
            return given.outcome is Outcome.CONFLICT and given.conflict == finding.what
        case Kind.OVERLAP:
            one, other = finding.parties
            meet = places <= {each.place for each in given.rules} and set(one) != set(other)
            return given.outcome is Outcome.DECIDES and meet
        case Kind.NEVER | Kind.ALWAYS:
            assert finding.condition is not None
            return truth(finding.condition, known) is (finding.kind is Kind.ALWAYS)
        case Kind.UNREACHABLE | Kind.SHADOWED:
            said = _alone(finding, rules)
            holds = finding.condition is None or truth(finding.condition, known) is True
            if finding.what == "dock":
                return holds and all(
                    set(each.parties) != set(finding.parties[0]) or not each.overrides for each in said
                )
            beside = all(not set(finding.parties[0]) <= set(each.parties) for each in said)
            return (
                holds
                and all(each.step != finding.step for each in said)
                and (beside or finding.kind is Kind.UNREACHABLE)
            )
        case Kind.REDUNDANT_STEP:
            (row,) = finding.rows
            kept = tuple(each for number, each in enumerate(row.alternatives) if number != finding.step)
            return _same(given, answer(_with(rules, row, evolve(row, alternatives=kept)), question))
        case Kind.REDUNDANT_ROW:
            return _same(given, answer(_with(rules, finding.rows[0], None), question))
        case Kind.LEADS_BACK:
            (row,) = finding.rows
            less = tuple(each for each in row.overrides if each.place != finding.place)
            back = _step_parties(finding, evolve(row, overrides=()), rules)
            held = any(
                _is(each, finding) and truth(each.when, known)
                for each in row.overrides
                if each.when is not None
            )
            return (
                len(less) < len(row.overrides)
                and back == set(finding.parties[0])
                and (held or finding.condition is None)
            )
        case Kind.EACH_OTHER:
            one, other = finding.parties
            return set(one) | set(other) <= {each.party for each in given.deciders}
        case Kind.DOWNWARDS:
            return any(set(each.parties) == set(finding.parties[0]) for each in _alone(finding, rules))
        case Kind.HOLE:
            return any(each.step == finding.step for each in _alone(finding, rules))
        case Kind.SAME_PERSON | Kind.SAME_BAR:
            (row,) = finding.rows
            (party,) = finding.parties[1]
            offered = {
                each.party for branch in _leaves(given) for each in (*branch.deciders, *branch.substitutes)
            }
            named = any(party in line.parties for line in row.substitutes)
            # The engine knows the law and leaves out whom a bar keeps from deciding; who holds a role it only shows.
            return named and (party in offered) is (finding.kind is Kind.SAME_PERSON)
    raise AssertionError(finding.kind)


def _leaves(given: Answer) -> list[Answer]:
    return (
        [leaf for branch in given.branches for leaf in _leaves(branch.answer)] if given.branches else [given]
    )


def _same(one: Answer, other: Answer) -> bool:
    parties = [{each.party for each in given.deciders} for given in (one, other)]
    return one.outcome is other.outcome and parties[0] == parties[1]


def _is(override: Override, finding: Finding) -> bool:
    return override.place == finding.place


def _alone(finding: Finding, rules: RuleSet, rule: Rule | None = None) -> tuple[Spoken, ...]:
    """What the finding's row says by itself in the witness's case, if no law barred it."""
    assert finding.witness is not None
    question = finding.witness.question
    asked = Asked.of(rules, question, question.body)
    kept = tuple(
        evolve(each, law=(), rule=rule or each.rule)
        for each in asked.candidates.kept
        if each.rule.place == finding.rows[0].place
    )
    ruling = rule_on(evolve(asked.candidates, kept=kept), asked.usual, rules, question.body)
    assert isinstance(ruling, Ruling)
    return ruling.spoken


def _step_parties(finding: Finding, rule: Rule, rules: RuleSet) -> set[Party]:
    return {party for said in _alone(finding, rules, rule) if said.step >= 0 for party in said.parties}


def _with(rules: RuleSet, row: Rule, instead: Rule | None) -> RuleSet:
    """``rules`` with ``instead`` in the place of ``row``."""
    orders = []
    for order in rules.corpus.orders:
        kept = [instead if each.place == row.place else each for each in order.rules]
        orders.append(evolve(order, rules=tuple(each for each in kept if each is not None)))
    return RuleSet(evolve(rules.corpus, orders=tuple(orders)))
