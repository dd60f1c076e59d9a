"""What the law keeps from delegates: who they are to the law, and the bars on a row, party by party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from styrregler.logic import AllOf, Expr, Known, Not, residual, truth
from styrregler.model import BodyKind, BodyRef, RespectiveRole, RoleKind, RoleRef
from styrregler.query.people import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from styrregler.model import Bar, DelegateCircle, Party, Rule
    from styrregler.ruleset import RuleSet

DELEGATION, SUBDELEGATION, IN_URGENCY = "delegation", "vidaredelegation", "brådska"
"""What a circle of recipients (delegatkrets) may be about."""
OF_ANOTHER_BOARD = "en annan nämnds"
_OF_A_BOARD = (BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
URGENT_KINDS = "brådskande"
"""How the names of kinds of matter begin that cannot wait for the board."""


@frozen
class BarOn:
    """A statutory bar that concerns a row: when it holds, and who decides instead of a delegate whom it keeps out."""

    bar: Bar
    to: BodyRef
    when: Expr | None

    def keeps_out(self, party: Party, rules: RuleSet, board: str) -> bool:
        """Whether ``party`` may not decide under the bar. Whose kind is not known as data, it never keeps out."""
        kinds = legal_kinds(party, rules, board)
        if party == BodyRef(board) and self.bar.decided_by:
            return BodyKind.BOARD.value not in self.bar.decided_by
        if party == self.to or (self.bar.to_kinds and not kinds):
            return False
        return not self.bar.to_kinds or bool(kinds & self.bar.to_kinds) is not self.bar.only

    @property
    def by_council(self) -> bool:
        """Whether the matter is the council's, which the board has not got to decide or to give away."""
        return BodyKind.COUNCIL.value in self.bar.decided_by

    @property
    def instead(self) -> str:
        """What the row may say lawfully."""
        if not self.bar.only and self.bar.to_kinds == {RoleKind.AUTOMATED.value}:
            return "låt en anställd besluta"
        board = "«beslutas av nämnden»"
        if not self.by_council:
            return f"skriv {board}"
        council = f"skriv «beslutas av {self.to.name}»"
        if BodyKind.BOARD.value in self.bar.decided_by:
            return f"{council}, eller {board} om fullmäktige har låtit nämnden besluta"
        return council

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
    """To whom the law lets a decision be given, and where it says so."""

    kinds: frozenset[str]
    circles: tuple[DelegateCircle, ...]
    what: str = DELEGATION

    @property
    def law(self) -> str:
        """The statutes, in words."""
        return ", ".join(dict.fromkeys(str(ref) for circle in self.circles for ref in circle.law))

    def includes(self, party: Party, rules: RuleSet, board: str) -> bool:
        """Whether ``party`` may be given a decision. Whose kind is not known as data, it may.

        To pass a decision on gives nothing to the board or to the council, which do not have theirs from the giver.
        """
        if self.what == SUBDELEGATION and _gives_itself(party, rules, board):
            return False
        kinds = legal_kinds(party, rules, board)
        return not kinds or bool(kinds & self.kinds)

    def refusal(self, party: Party, rules: RuleSet) -> str:
        """Said of one whom it does not include."""
        what = "brådskande ärenden" if self.what == IN_URGENCY else self.what
        return f"{title_of(party, rules)} får inte ta emot {what}" + (f" ({self.law})" if self.law else "")


def circles(rules: RuleSet, on: date, what: str) -> tuple[DelegateCircle, ...]:
    """The verified statutes in force on ``on`` about giving away decisions in the way of ``what``."""
    return tuple(
        each for each in rules.corpus.circles if each.verified and on in each.period and what in each.concerns
    )


def recipients(rules: RuleSet, on: date, what: str = DELEGATION) -> Recipients | None:
    """Who may receive a delegation, a sub-delegation or the urgent decisions on ``on``; None: no verified statute says.

    To whom a board may not delegate, nobody may sub-delegate either, so its statute does where there is none of its own.
    """
    found = circles(rules, on, what)
    if not found:
        return recipients(rules, on) if what == SUBDELEGATION else None
    return Recipients(frozenset[str]().union(*(circle.permits for circle in found)), found, what)


def about_urgency(tags: Iterable[str]) -> bool:
    """Whether kinds of matter are all about decisions that cannot wait; such kinds are named «brådskande-…»."""
    named = [tag.startswith(URGENT_KINDS) for tag in tags]
    return bool(named) and all(named)


def bars_on(rule: Rule, rules: RuleSet, on: date, *, verified: bool = True) -> tuple[BarOn, ...]:
    """The bars on ``rule`` by the kinds of matter it is marked with and its way of appeal.

    Only verified ones change answers; those that nobody has verified are for a check to warn of.
    """
    return tuple(
        bar_on(bar, rule, rules)
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


def bar_on(bar: Bar, rule: Rule, rules: RuleSet) -> BarOn:
    """``bar`` as it would stand to ``rule``, whether the row is marked with what it concerns or not."""
    council = BodyKind.COUNCIL.value
    own = BodyRef((rules.council or council) if council in bar.decided_by else rule.body)
    return BarOn(bar, bar.lifted_to or own, _when(bar))


def _when(bar: Bar) -> Expr | None:
    if bar.except_when is None:
        return bar.when
    return Not(bar.except_when) if bar.when is None else AllOf((bar.when, Not(bar.except_when)))


def _gives_itself(party: Party, rules: RuleSet, board: str) -> bool:
    return isinstance(party, BodyRef) and party.name in (board, rules.council)


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
            if body.kind in _OF_A_BOARD and rules.hierarchy.board_of(name) not in ("", board):
                # The law means the board's own.
                return frozenset({f"{OF_ANOTHER_BOARD} {body.kind.value}"})
            return frozenset({body.kind.value})
        case _:
            return frozenset()
