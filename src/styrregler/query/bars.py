"""What the law keeps from delegates: who they are to the law, and the bars on a row, party by party."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from styrregler.logic import AllOf, Expr, Known, Not, residual, truth
from styrregler.model import Bar, BodyKind, BodyRef, Party, RespectiveRole, RoleKind, RoleRef, Rule
from styrregler.ruleset import RuleSet


@frozen
class BarOn:
    """A statutory bar that concerns a row: when it holds, and who decides instead of a delegate whom it keeps out."""

    bar: Bar
    to: BodyRef
    when: Expr | None

    def keeps_out(self, party: Party, rules: RuleSet, board: str) -> bool:
        """Whether ``party`` may not decide under the bar. Whose kind is not known as data, it never keeps out."""
        kinds = legal_kinds(party, rules, board)
        if party == self.to or (self.bar.to_kinds and not kinds):
            return False
        return not self.bar.to_kinds or bool(kinds & self.bar.to_kinds) is not self.bar.only

    @property
    def within_sentence(self) -> str:
        """As :meth:`__str__`, but to stand after a colon."""
        text = str(self)
        return text[:1].lower() + text[1:]

    def __str__(self) -> str:
        law = ", ".join(map(str, self.bar.law))
        return f"{self.bar.title} ({law})" if law else self.bar.title


@frozen
class Recipients:
    """To whom the law lets a board delegate, and where it says so."""

    kinds: frozenset[str]
    law: str

    def includes(self, party: Party, rules: RuleSet, board: str) -> bool:
        """Whether ``party`` may be given a decision. Whose kind is not known as data, it may."""
        kinds = legal_kinds(party, rules, board)
        return not kinds or bool(kinds & self.kinds)


def recipients(rules: RuleSet, on: date) -> Recipients | None:
    """Who may receive a delegation on ``on``; None when no verified statute says."""
    circles = [
        each
        for each in rules.corpus.circles
        if each.verified and on in each.period and "delegation" in each.concerns
    ]
    if not circles:
        return None
    law = ", ".join(dict.fromkeys(str(ref) for circle in circles for ref in circle.law))
    return Recipients(frozenset[str]().union(*(circle.permits for circle in circles)), law)


def bars_on(rule: Rule, rules: RuleSet, on: date, *, verified: bool = True) -> tuple[BarOn, ...]:
    """The bars on ``rule`` by the kinds of matter it is marked with and its way of appeal.

    Only verified ones change answers; those that nobody has verified are for a check to warn of.
    """
    return tuple(
        BarOn(bar, bar.lifted_to or BodyRef(rule.body), _when(bar))
        for bar in rules.bars_on(rule)
        if bar.verified is verified and on in bar.period
        if not bar.route or (rule.appeal is not None and rule.appeal.route == bar.route)
    )


def unbarred(
    party: Party, law: Iterable[BarOn], known: Known, rules: RuleSet, board: str
) -> tuple[Expr, ...] | None:
    """What must hold for no bar to keep ``party`` out; None when one does."""
    found: list[Expr] = []
    for bar in law:
        if not bar.keeps_out(party, rules, board):
            continue
        holds = True if bar.when is None else truth(bar.when, known)
        if holds:
            return None
        if holds is None and bar.when is not None:
            found.append(Not(residual(bar.when, known)))
    return tuple(found)


def _when(bar: Bar) -> Expr | None:
    if bar.except_when is None:
        return bar.when
    return Not(bar.except_when) if bar.when is None else AllOf((bar.when, Not(bar.except_when)))


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
