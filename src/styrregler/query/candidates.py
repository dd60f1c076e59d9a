"""Which rows may answer at all: time, then scope, then competence. What falls away keeps its reason."""

from datetime import date
from typing import TypeVar

from attrs import evolve, frozen

from styrregler.logic import Expr, Is, Known, describe, truth
from styrregler.model import (
    Alternative,
    Order,
    Override,
    Party,
    Rule,
    RuleKind,
    Substitutes,
)
from styrregler.model.general import URGENT
from styrregler.query.answer import Excluded
from styrregler.query.bars import DELEGATION, IN_URGENCY, SUBDELEGATION, BarOn, bars_on, recipients
from styrregler.query.passing_on import first_of, hindrance
from styrregler.query.question import Question, UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.text import Place
from styrregler.values import Period

Line = TypeVar("Line", Alternative, Override, Substitutes)


@frozen
class Candidate:
    """A row that is in force, in scope and lawful. ``needs`` must all hold for it to say anything."""

    rule: Rule
    order: Order
    needs: tuple[Expr, ...] = ()
    law: tuple[BarOn, ...] = ()
    """Statutory bars that concern the row."""
    delegates: bool = True
    """The row speaks of delegation; one that does not has nothing that `dock` could be an exception to."""
    above: tuple[str, int] | None = None
    """Of a sub-delegated row: the key of the board's own row that it passes on."""


@frozen
class Candidates:
    """The rows that may answer, those that may not, and what is quoted rather than asked."""

    kept: tuple[Candidate, ...]
    excluded: tuple[Excluded, ...]
    further: tuple[Candidate, ...] = ()
    """Rows of sub-delegations."""
    quoted: tuple[str, ...] = ()


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
        quoted=tuple(sorting.quoted),
    )


class _Sorting:
    def __init__(self, question: Question, body: str, rules: RuleSet, known: Known) -> None:
        self.question, self.body, self.rules, self.known = question, body, rules, known
        self.kept: list[Candidate] = []
        self.further: list[Candidate] = []
        self.excluded: list[Excluded] = []
        self.quoted: list[str] = []
        self.unreadable: list[Place] = []

    def sort(self, rule: Rule) -> None:
        order = self.rules.orders[rule.order]
        if not self._in_force(rule, order):
            return
        needs: list[Expr] = []
        if self._in_scope(rule, needs):
            self._competent(rule, order, tuple(needs), self.kept)

    def _in_force(self, rule: Rule, order: Order) -> bool:
        """Whether the row is in force and can be read; what is not in force need not be readable."""
        if reason := not_in_force(rule, order, self.question.on, self.rules):
            self._exclude(rule, "time", reason)
            return False
        if not rule.readable:
            self.unreadable += rule.faults or (rule.place,)
        return rule.readable

    def _in_scope(self, rule: Rule, needs: list[Expr]) -> bool:
        """Whether the row may concern the municipality asked about; where that is open it is added to ``needs``."""
        if not rule.municipalities or self._may_hold(Is("kommun", rule.municipalities), needs):
            return True
        self._exclude(rule, "scope", f"gäller bara {', '.join(sorted(rule.municipalities))}")
        return False

    def _may_hold(self, expr: Expr, needs: list[Expr]) -> bool:
        holds = truth(expr, self.known)
        if holds is None:
            needs.append(expr)
        return holds is not False

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

    def _competent(
        self,
        row: Rule,
        order: Order,
        needs: tuple[Expr, ...],
        kept: list[Candidate],
        above: tuple[str, int] | None = None,
    ) -> None:
        rule = row
        if row.alternatives or row.overrides:
            rule = self._permitted(row)
            left = rule.alternatives or rule.overrides or rule.elsewhere or rule.execution or rule.own_right
            if row.alternatives and not left:
                return
        # Urgent decisions and the order's other general rules rest on rules of their own in the law.
        law = bars_on(rule, self.rules, self.question.on) if rule.kind is not RuleKind.GENERAL else ()
        other = row.elsewhere or row.execution or row.own_right
        delegates = bool(row.alternatives or row.unknown or not other)
        kept.append(Candidate(rule, order, needs, law, delegates, above))

    def _permitted(self, rule: Rule) -> Rule:
        """``rule`` without delegates, exceptions and substitutes that the law does not let a board delegate to."""
        what = _giving(rule)
        permitted = recipients(self.rules, self.question.on, what) if what else None
        if permitted is None:
            return rule

        def allowed(party: Party) -> bool:
            if permitted.includes(party, self.rules, self.body):
                return True
            self._exclude(rule, "competence", permitted.refusal(party, self.rules))
            return False

        def lawful(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            kept = ((each, tuple(filter(allowed, each.parties))) for each in lines)
            return tuple(evolve(each, parties=parties) for each, parties in kept if parties)

        every: tuple[Alternative | Override | Substitutes, ...] = (
            *rule.alternatives, *rule.overrides, *rule.substitutes
        )  # fmt: skip
        if all(permitted.includes(party, self.rules, self.body) for each in every for party in each.parties):
            return rule
        return evolve(
            rule,
            alternatives=lawful(rule.alternatives),
            overrides=lawful(rule.overrides),
            substitutes=lawful(rule.substitutes),
        )

    # ---------- sub-delegation

    def sort_subdelegated(self, rule: Rule) -> None:
        """Keep the row once for each of the board's own rows that lets it be passed on; else say why none does."""
        order = self.rules.orders[rule.order]
        if not self._in_force(rule, order):
            return
        needs: list[Expr] = []
        if not self._in_scope(rule, needs):
            return
        if order.opened is not None and not self._may_hold(order.opened, needs):
            self._exclude(rule, "time", f"ordningen gäller bara {_opened_text(order)}")
            return
        rows = [each for each in self.kept if each.rule.number == rule.number]
        found = [
            hindrance(rule, order, above.rule, above.order, self.rules, self.question.on) for above in rows
        ]
        if in_the_way := first_of(found):
            self._exclude(rule, "competence", in_the_way.reason)
        for above, hindered in zip(rows, found, strict=True):
            if not hindered:
                self._pass_on(rule, order, above, needs)

    def _pass_on(self, rule: Rule, order: Order, above: Candidate, needs: list[Expr]) -> None:
        """The sub-delegated row as it stands to one row of the board: what bars the one bars the other.

        What the board demands of its delegate follows the decision to whomever it is passed on to.
        """
        permit = above.rule.subdelegation
        asked = [*needs, *above.needs, *([permit.when] if permit and permit.when is not None else [])]
        bound = evolve(
            rule,
            tags=rule.tags | above.rule.tags,
            appeal=rule.appeal or above.rule.appeal,
            requirements=tuple(dict.fromkeys((*above.rule.requirements, *rule.requirements))),
        )
        self._competent(bound, order, tuple(asked), self.further, above.rule.key)

    def _exclude(self, rule: Rule, stage: str, reason: str) -> None:
        self.excluded.append(Excluded(rule.number, rule.title, stage, reason, rule.place))


def _giving(rule: Rule) -> str:
    """How the row gives decisions away, to which the law sets bounds; empty for an order's other general rules."""
    match rule.kind:
        case RuleKind.POINT:
            return DELEGATION
        case RuleKind.SUBDELEGATED:
            return SUBDELEGATION
        case RuleKind.GENERAL:
            return IN_URGENCY if rule.matter == URGENT else ""


def not_in_force(rule: Rule, order: Order, on: date, rules: RuleSet) -> str:
    """Why the row is not in force on ``on``; empty when it is."""
    return order_not_in_force(order, on, rules) or _outside(rule.period, on, "punkten")


def order_not_in_force(order: Order, on: date, rules: RuleSet) -> str:
    """Why the order is not in force on ``on``; empty when it is."""
    if order.draft:
        return "ordningen är ett förslag"
    if reason := _outside(order.period, on, "ordningen"):
        return reason
    for other in rules.replacing(order) if order.opened is None else ():
        if on in other.period:
            return f"ordningen är ersatt av {other.title} från {other.period.start}"
    return ""


def _outside(period: Period, on: date, what: str) -> str:
    if period.start is not None and on < period.start:
        return f"{what} gäller först från {period.start}"
    return f"{what} gällde till {period.end}" if period.end is not None and on > period.end else ""


def _opened_text(order: Order) -> str:
    assert order.opened is not None
    return f"ärenden som {describe(order.opened).replace('inlett', 'inletts')}"
