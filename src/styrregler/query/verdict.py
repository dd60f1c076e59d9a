"""Checking a decision already routed: was it made by the right one? The same engine answers."""

from collections.abc import Iterable

from attrs import frozen

from styrregler.logic import Compare, atoms, describe, truth
from styrregler.model import (
    BodyRef,
    NearestChief,
    OriginalDelegate,
    Outcome,
    Party,
    RespectiveRole,
    RoleKind,
    RoleRef,
    Verdict,
)
from styrregler.query.answer import Answer, CheckResult, MissingFact
from styrregler.query.cases import Cases, answer
from styrregler.query.otherwise import URGENCY, urgent_order
from styrregler.query.people import ORIGINAL, leader_of, title_of
from styrregler.query.question import Question, known_of
from styrregler.ruleset import RuleSet


@frozen
class Routing:
    """A decision to check: the question it answered, and who made it."""

    question: Question
    decided_by: Party


def check(rules: RuleSet, decision: Routing) -> CheckResult:
    """The verdict, and who was right. Says what the rules hold, never whether the decision is valid.

    Raises as :func:`styrregler.query.engine.answer` does.
    """
    return judge(rules, decision, answer(rules, decision.question))


def judge(rules: RuleSet, decision: Routing, found: Answer) -> CheckResult:
    """The verdict on ``decision``, of which ``found`` is the answer."""
    who = title_of(decision.decided_by, rules)
    if (
        isinstance(decision.decided_by, RoleRef)
        and decision.decided_by.name in decision.question.disqualified
    ):
        return CheckResult(Verdict.WRONG_DECIDER, f"{who} var jävig och får inte besluta", found)
    match found.outcome:
        case Outcome.DEPENDS:
            return _in_cases(rules, decision, found, who)
        case Outcome.CONFLICT:
            return CheckResult(Verdict.CANNOT_TELL, f"reglerna motsäger varandra: {found.conflict}", found)
        case Outcome.EXECUTION:
            if not found.deciders or _among(decision.decided_by, right_parties(found), rules):
                return CheckResult(Verdict.RIGHT, "det är verkställighet, inget beslut", found)
            return CheckResult(
                Verdict.WRONG_DECIDER, f"det är verkställighet, som {_titles(found)} utför", found
            )
        case _:
            return _in_one_case(rules, decision, found, who)


def _in_cases(rules: RuleSet, decision: Routing, found: Answer, who: str) -> CheckResult:
    if not found.branches:
        return CheckResult(Verdict.CANNOT_TELL, "uppgifter saknas", found, found.missing)
    verdicts = {judge(rules, decision, branch.answer).verdict for branch in found.branches}
    if verdicts == {Verdict.RIGHT}:
        return CheckResult(Verdict.RIGHT, f"{who} får besluta i alla fall som återstår", found)
    if Verdict.RIGHT not in verdicts and Verdict.CANNOT_TELL not in verdicts:
        verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.WRONG_DECIDER
        return CheckResult(verdict, f"{who} får inte besluta i något av fallen som återstår", found)
    return CheckResult(Verdict.CANNOT_TELL, "det beror på uppgifter som saknas", found, found.missing)


def _in_one_case(rules: RuleSet, decision: Routing, found: Answer, who: str) -> CheckResult:
    by = decision.decided_by
    right = right_parties(found)
    board = BodyRef(found.matter.body)
    if _among(by, right, rules):
        return CheckResult(Verdict.RIGHT, f"{who} får besluta", found)
    if (appointed := _appointed(by, found, decision, rules)) is not None:
        return appointed
    relation = _open_relation(by, found, rules)
    if relation is not None and by != board:
        return CheckResult(
            Verdict.CANNOT_TELL, f"det beror på vem som är {_titles(found).lower()}", found, (relation,)
        )
    if by == board and found.outcome in (Outcome.DECIDES, Outcome.DEFAULT):
        return CheckResult(
            Verdict.RIGHT, "nämnden får alltid besluta så länge delegaten inte har gjort det", found
        )
    conditional = [
        each
        for each in (*found.deciders, *found.also_competent)
        if each.condition and _among(by, [each.party], rules)
    ]
    if conditional:
        return CheckResult(
            Verdict.CANNOT_TELL,
            f"{who} får besluta om {conditional[0].condition}",
            found,
            _asked_in(conditional[0].condition, rules),
        )
    if _among(by, (each.party for each in found.substitutes), rules):
        missing = MissingFact("frånvarande", f"Var {_titles(found)} frånvarande eller jävig?")
        return CheckResult(
            Verdict.CANNOT_TELL,
            f"{who} är ersättare: det beror på om {_titles(found)} var förhindrad",
            found,
            (missing,),
        )
    if _among(by, (each.party for each in found.superiors), rules):
        missing = MissingFact(
            "frånvarande", f"Var {_titles(found)} frånvarande eller jävig, och även ersättarna?"
        )
        return CheckResult(
            Verdict.CANNOT_TELL, f"{who} är överordnad och får besluta bara vid frånvaro", found, (missing,)
        )
    for case in found.unless:
        urgency = "brådskande" in case.when
        parties = (
            urgent_order(rules, found.matter.body, decision.question.on)
            if urgency
            else [each.party for each in case.deciders]
        )
        if _among(by, parties, rules):
            name = URGENCY if urgency else case.when
            fact = rules.fact(name)
            missing = MissingFact(name, fact.question if fact else f"Gäller det att {case.when}?")
            return CheckResult(Verdict.CANNOT_TELL, f"{who} beslutar bara om {case.when}", found, (missing,))
    if _barred(by, found, decision, rules):
        return CheckResult(
            Verdict.BARRED, f"lagen låter inte {who} besluta; rätt beslutsfattare är {_titles(found)}", found
        )
    board_decides = all(each.party == board for each in found.deciders)
    if board_decides and (limit := _limit_passed(by, found, decision, rules)):
        return CheckResult(
            Verdict.BEYOND_LIMIT, f"{who} får besluta bara när {limit}; här beslutar {_titles(found)}", found
        )
    expired = found.outcome is Outcome.DEFAULT and any(each.stage == "time" for each in found.excluded)
    no_delegation = "ingen delegation gäller den dagen; " if expired and not found.rules else ""
    return CheckResult(
        Verdict.WRONG_DECIDER, f"{no_delegation}rätt beslutsfattare är {_titles(found)}", found
    )


def _appointed(by: Party, found: Answer, decision: Routing, rules: RuleSet) -> CheckResult | None:
    """The verdict on an elected member of a board that has appointed members by name (förordnande) for the row."""
    on = decision.question.on
    persons = {
        person
        for row in found.rules
        for each in rules.orders[row.order].appointments
        if row.number in each.numbers and on in each.period
        for person in each.persons
    }
    role = rules.corpus.roles.get(by.name) if isinstance(by, RoleRef) else None
    if not persons or role is None or role.kind is not RoleKind.ELECTED:
        return None
    holders = {*rules.persons(role.name, on)}
    if named := sorted(holders & persons):
        return CheckResult(
            Verdict.RIGHT, f"{role.title} ({', '.join(named)}) är förordnad och får besluta", found
        )
    if holders:
        return None
    missing = MissingFact("person", f"Vem var {role.title}? Förordnade är {', '.join(sorted(persons))}.")
    return CheckResult(
        Verdict.CANNOT_TELL, f"det beror på om {role.title} är en av dem som är förordnade", found, (missing,)
    )


def right_parties(found: Answer) -> frozenset[Party]:
    """Everyone who is right whatever else holds: deciders, others competent, superiors with a standing right."""
    deciding = [each.party for each in (*found.deciders, *found.also_competent) if not each.condition]
    return frozenset([*deciding, *(each.party for each in found.superiors if not each.only_in_absence)])


def _asked_in(condition: str, rules: RuleSet) -> tuple[MissingFact, ...]:
    """The facts that a condition in words speaks of."""
    words = condition.replace("(", " ").replace(")", " ").split()
    return tuple(
        MissingFact(fact.name, fact.question) for fact in rules.corpus.facts.values() if fact.name in words
    )


def _titles(found: Answer) -> str:
    return " eller ".join(each.title for each in found.deciders) or "ingen som reglerna nämner"


def _among(party: Party, others: Iterable[Party], rules: RuleSet) -> bool:
    """Whether ``party`` is one of ``others``, or an instance of a generic role among them."""
    return any(party == other or _is_instance(party, other, rules) for other in others)


def _is_instance(party: Party, other: Party, rules: RuleSet) -> bool:
    """«socialchef» is a «förvaltningschef»; at a unit whose head is known, only that head is."""
    if not isinstance(party, RoleRef) or not isinstance(other, RoleRef):
        return False
    if other.unit and party.unit and other.unit != party.unit:
        return False
    led_by = leader_of(other.unit, rules) if other.unit and not party.unit else ""
    return party.name in (led_by, other.name) if led_by else rules.hierarchy.is_a(party.name, other.name)


def _open_relation(by: Party, found: Answer, rules: RuleSet) -> MissingFact | None:
    """What would settle whether ``by`` is the one that a relation points at; None when it cannot be them anyway."""
    for each in found.deciders:
        match each.party:
            case OriginalDelegate():
                return MissingFact(ORIGINAL, "Vem fattade det ursprungliga beslutet?")
            case NearestChief():
                return MissingFact("enhet", "Vilken enhet gäller det?")
            case RespectiveRole(role, fact) if _among(by, [RoleRef(role)], rules):
                return MissingFact(
                    fact or "enhet", f"Vilken är {fact}?" if fact else "Vilken enhet gäller det?"
                )
    return None


def _barred(by: Party, found: Answer, decision: Routing, rules: RuleSet) -> bool:
    """Whether a row names ``by`` but the law takes the row away."""
    known = known_of(decision.question, rules)
    candidates = rules.kept(Cases).candidates(decision.question, found.matter.body)
    for candidate in candidates.kept:
        bars = [bar for bar in candidate.law if bar.when is None or truth(bar.when, known)]
        named = [
            party
            for each in candidate.rule.alternatives
            for party in each.parties
            if _among(by, [party], rules)
        ]
        if any(bar.keeps_out(party, rules, found.matter.body) for bar in bars for party in named):
            return True
    title = title_of(by, rules)
    return any(
        each.stage == "competence" and each.reason.startswith(f"{title} får inte ta emot")
        for each in found.excluded
    )


def _limit_passed(by: Party, found: Answer, decision: Routing, rules: RuleSet) -> str:
    """The widest limit within which ``by`` decides, when that is what failed; empty otherwise.

    Where an exception (dock) took the decision it was no limit that was passed.
    """
    if any(each.stage == "priority" for each in found.excluded):
        return ""
    known = known_of(decision.question, rules)
    candidates = rules.kept(Cases).candidates(decision.question, found.matter.body)
    passed = [
        describe(each.when)
        for candidate in (*candidates.kept, *candidates.further)
        for each in candidate.rule.alternatives
        if each.when is not None
        and any(isinstance(atom, Compare) and truth(atom, known) is False for atom in atoms(each.when))
        and _among(by, each.parties, rules)
    ]
    # A ladder climbs: of the steps that name one and the same the last reaches furthest.
    return passed[-1] if passed else ""
