"""Which rows may answer at all: time, then scope, then competence. What falls away keeps its reason."""

from datetime import date
from typing import TypeVar

from attrs import evolve, field, frozen

from styrregler.logic import AllOf, Expr, Is, Known, Not, describe, truth
from styrregler.model import (
    Alternative,
    Bar,
    BodyKind,
    BodyRef,
    Level,
    Order,
    Override,
    Party,
    RespectiveRole,
    RoleKind,
    RoleRef,
    Rule,
    RuleKind,
    Substitutes,
)
from styrregler.query.answer import Excluded
from styrregler.query.people import title_of
from styrregler.query.question import Question, UnreadableRules
from styrregler.ruleset import RuleSet

Line = TypeVar("Line", Alternative, Override, Substitutes)


@frozen
class Candidate:
    """A row that is in force, in scope and lawful. ``needs`` must all hold for it to say anything."""

    rule: Rule
    order: Order
    needs: tuple[Expr, ...] = ()
    law: tuple[Override, ...] = ()
    """Statutory bars that hold only in some cases."""


@frozen
class Candidates:
    """The rows that may answer, those that may not, and what is quoted rather than asked."""

    kept: tuple[Candidate, ...]
    excluded: tuple[Excluded, ...]
    further: tuple[Candidate, ...] = ()
    """Rows of sub-delegations."""
    barred: tuple[Override, ...] = ()
    """Statutory bars that took a row away altogether."""
    quoted: tuple[str, ...] = ()
    barred_rules: tuple[Rule, ...] = field(default=())


def candidates_for(question: Question, body: str, rules: RuleSet, known: Known) -> Candidates:
    """Sort every row about the matter into kept and excluded.

    Raises UnreadableRules when a row in force cannot be read.
    """
    sorting = _Sorting(question, body, rules, known)
    for rule in rules.rules_for(body, question.matter):
        sorting.sort(rule)
    sorting.openings()
    for rule in rules.subdelegated(body, question.matter):
        sorting.sort_subdelegated(rule)
    if sorting.unreadable:
        raise UnreadableRules(tuple(sorting.unreadable))
    return Candidates(
        kept=tuple(sorting.kept),
        excluded=tuple(sorting.excluded),
        further=tuple(sorting.further),
        barred=tuple(sorting.barred),
        quoted=tuple(sorting.quoted),
        barred_rules=tuple(sorting.barred_rules),
    )


class _Sorting:
    def __init__(self, question: Question, body: str, rules: RuleSet, known: Known) -> None:
        self.question, self.body, self.rules, self.known = question, body, rules, known
        self.kept: list[Candidate] = []
        self.further: list[Candidate] = []
        self.excluded: list[Excluded] = []
        self.barred: list[Override] = []
        self.barred_rules: list[Rule] = []
        self.quoted: list[str] = []
        self.unreadable: list[object] = []

    def sort(self, rule: Rule) -> None:
        order = self.rules.orders[rule.order]
        if not self._in_force(rule, order):
            return
        needs: list[Expr] = []
        if rule.municipalities:
            ours = Is("kommun", rule.municipalities)
            match truth(ours, self.known):
                case False:
                    self._exclude(rule, "scope", f"gäller bara {', '.join(sorted(rule.municipalities))}")
                    return
                case None:
                    needs.append(ours)
        self._competent(Candidate(rule, order, tuple(needs)), self.kept)

    def _in_force(self, rule: Rule, order: Order) -> bool:
        """Whether the row is in force and can be read; what is not in force need not be readable."""
        if reason := not_in_force(rule, order, self.question.on, self.rules):
            self._exclude(rule, "time", reason)
            return False
        if not rule.readable:
            self.unreadable += rule.faults or (rule.place,)
        return rule.readable

    # ---------- time: cases opened before or from a day

    def openings(self) -> None:
        """An order for cases opened in a period asks for the day only where another order covers the matter too."""
        orders = {candidate.rule.order for candidate in self.kept}
        kept = []
        newest = max((candidate.order.period.start or date.min for candidate in self.kept), default=date.min)
        for candidate in self.kept:
            opened = candidate.order.opened
            if (
                candidate.rule.kind is RuleKind.GENERAL
                and (candidate.order.period.start or date.min) < newest
            ):
                # Of general rules the newest order's hold, whenever the case was opened.
                self._exclude(candidate.rule, "time", "en nyare ordning har en egen allmän regel")
                continue
            if opened is None or candidate.rule.kind is RuleKind.GENERAL:
                kept.append(candidate)
                continue
            holds = truth(opened, self.known)
            if holds is False:
                self._exclude(
                    candidate.rule, "time", f"ordningen gäller bara {_opened_text(candidate.order)}"
                )
            elif holds is None and len(orders) == 1:
                self.quoted.append(f"Ordningen gäller bara {_opened_text(candidate.order)}.")
                kept.append(candidate)
            else:
                kept.append(candidate if holds else evolve(candidate, needs=(*candidate.needs, opened)))
        self.kept = kept

    # ---------- competence

    def _competent(self, candidate: Candidate, kept: list[Candidate]) -> None:
        rule = candidate.rule
        if rule.alternatives or rule.overrides:
            rule = self._permitted(rule)
            if candidate.rule.alternatives and not rule.alternatives:
                return
        # Urgent decisions and the order's other general rules rest on rules of their own in the law.
        if rule.kind is not RuleKind.GENERAL and rule.alternatives:
            law = []
            for bar in self.rules.bars_on(rule):
                bound = bar_on(bar, rule, self.rules, self.question.on) if bar.verified else None
                if bound is None:
                    continue
                if bound.when is None:
                    self._exclude(
                        rule,
                        "competence",
                        f"får inte delegeras: {bar.title.lower()} ({', '.join(map(str, bar.law))})",
                    )
                    self.barred.append(bound)
                    self.barred_rules.append(rule)
                    return
                law.append(bound)
            candidate = evolve(candidate, law=tuple(law))
        kept.append(evolve(candidate, rule=rule))

    def _permitted(self, rule: Rule) -> Rule:
        """``rule`` without delegates, exceptions and substitutes that the law does not let a board delegate to."""
        circles = [
            circle
            for circle in self.rules.corpus.circles
            if circle.verified and self.question.on in circle.period
        ]
        if not circles or rule.kind is RuleKind.GENERAL:
            return rule
        permits = frozenset().union(*(circle.permits for circle in circles))
        law = ", ".join(dict.fromkeys(str(ref) for circle in circles for ref in circle.law))

        def allowed(party: Party) -> bool:
            kinds = legal_kinds(party, self.rules, self.body)
            if not kinds or kinds & permits:
                return True
            self._exclude(
                rule, "competence", f"{title_of(party, self.rules)} får inte ta emot delegation ({law})"
            )
            return False

        def lawful(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            kept = ((each, tuple(filter(allowed, each.parties))) for each in lines)
            return tuple(evolve(each, parties=parties) for each, parties in kept if parties)

        return evolve(
            rule,
            alternatives=lawful(rule.alternatives),
            overrides=lawful(rule.overrides),
            substitutes=lawful(rule.substitutes),
        )

    # ---------- sub-delegation

    def sort_subdelegated(self, rule: Rule) -> None:
        order = self.rules.orders[rule.order]
        if not self._in_force(rule, order):
            return
        above = next((each for each in self.kept if each.rule.number == rule.number), None)
        if above is None:
            self._exclude(rule, "competence", "nämndens egen punkt gäller inte den dagen")
            return
        permit = above.rule.subdelegation
        groups = self.rules.corpus.groups
        allowed = {
            name
            for by in (permit.by if permit else ())
            for name in (groups[by].roles if by in groups else (by,))
        }
        if not any(self.rules.hierarchy.is_a(order.by, name) for name in allowed):
            self._exclude(
                rule,
                "competence",
                f"nämnden har inte medgett {title_of(RoleRef(order.by), self.rules)} att vidaredelegera punkt {rule.number}",
            )
            return
        if not self._holds(order.by, above):
            who = title_of(RoleRef(order.by), self.rules)
            self._exclude(
                rule,
                "competence",
                f"{who} är inte själv delegat i punkt {rule.number} och har inget att lämna vidare",
            )
            return
        needs = (*above.needs, permit.when) if permit and permit.when is not None else above.needs
        self._competent(Candidate(rule, order, needs), self.further)

    def _holds(self, giver: str, above: Candidate) -> bool:
        """Whether the board's own row gives ``giver`` the decision: by name, as one of a kind, or as a superior."""
        hierarchy = self.rules.hierarchy
        named = [
            party.name
            for each in above.rule.alternatives
            for party in each.parties
            if isinstance(party, RoleRef)
        ]
        superiors = (
            [chief for name in named for chief in hierarchy.superiors(name, self.body)]
            if above.order.always_superior
            else []
        )
        return any(hierarchy.is_a(giver, name) for name in (*named, *superiors))

    def _exclude(self, rule: Rule, stage: str, reason: str) -> None:
        self.excluded.append(Excluded(rule.number, rule.title, stage, reason, rule.place))


def bar_on(bar: Bar, rule: Rule, rules: RuleSet, on: date) -> Override | None:
    """``bar`` as something that takes the decision from the delegate, or None when it does not concern the row.

    Says nothing of whether the bar has been verified: an unverified one is for the checks to warn of.
    """
    if on not in bar.period or (bar.route and (rule.appeal is None or rule.appeal.route != bar.route)):
        return None
    parties = [party for each in rule.alternatives for party in each.parties]
    if bar.to_kinds:
        kinds = [legal_kinds(party, rules, rule.body) for party in parties]
        if all(bool(each & bar.to_kinds) is bar.only for each in kinds):
            return None
    to = bar.lifted_to or BodyRef(rule.body)
    if parties and all(party == to for party in parties):
        return None
    when = bar.when
    if bar.except_when is not None:
        when = Not(bar.except_when) if when is None else AllOf((when, Not(bar.except_when)))
    return Override((to,), bar.place, Level.LAW, when, bar.law, bar.title)


def not_in_force(rule: Rule, order: Order, on: date, rules: RuleSet) -> str:
    """Why the row is not in force on ``on``; empty when it is."""
    if order.draft:
        return "ordningen är ett förslag"
    for period, what in ((order.period, "ordningen"), (rule.period, "punkten")):
        if period.start is not None and on < period.start:
            return f"{what} gäller först från {period.start}"
        if period.end is not None and on > period.end:
            return f"{what} gällde till {period.end}"
    if order.opened is None:
        for other in rules.corpus.orders:
            replaces = (
                other.replaces
                and other.body == order.body
                and other.kind is order.kind
                and other.name != order.name
            )
            if (
                replaces
                and other.replaces.casefold() in (order.title.casefold(), order.name)
                and on in other.period
                and not other.draft
            ):
                return f"ordningen är ersatt av {other.title} från {other.period.start}"
    return ""


def legal_kinds(party: Party, rules: RuleSet, board: str) -> frozenset[str]:
    """What the law calls a recipient: «anställd», «utskott», «ledamot» …; empty when that is not known as data."""
    match party:
        case RoleRef(name) | RespectiveRole(name):
            role = rules.corpus.roles.get(name)
            if role is None:
                return frozenset()
            if role.kind is RoleKind.ELECTED:
                return frozenset({"ledamot", "ersättare", role.kind.value})
            return frozenset({role.kind.value})
        case BodyRef(name):
            body = rules.corpus.bodies.get(name)
            # The board itself and the council are no delegates, so the law on delegates does not concern them.
            if body is None or name == board or body.kind is BodyKind.COUNCIL:
                return frozenset()
            return frozenset({body.kind.value})
        case _:
            return frozenset()


def _opened_text(order: Order) -> str:
    assert order.opened is not None
    return f"ärenden som {describe(order.opened).replace('inlett', 'inletts')}"
