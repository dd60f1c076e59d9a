"""Priority and conditions: what the candidates say together, given what is known.

This is the heart, and it is small on purpose.  ``rule_on`` either gives a ruling or says that something it needs is not
known; everything about unknown facts is left to the table of cases.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from styrregler.logic import UNDECIDED, Expr, Known, residual, truth
from styrregler.model import BodyRef, Level, Outcome, Override, Party, RoleKind, RoleRef
from styrregler.query.bars import BarOn
from styrregler.query.candidates import Candidate, Candidates
from styrregler.ruleset import RuleSet


@frozen
class Spoken:
    """What one row says in one case."""

    candidate: Candidate
    outcome: Outcome
    parties: tuple[Party, ...]
    step: int = -1
    """Which alternative of `delegat` it was."""
    overrides: tuple[Override, ...] = ()
    """Which `dock` took over."""
    bars: tuple[BarOn, ...] = ()
    """Which statutory bars took the decision from every delegate."""
    kept_out: frozenset[Party] = frozenset()
    """Delegates of the row whom a bar keeps from deciding in this case."""


@frozen
class Ruling:
    """What all rows say together. ``conflict`` says why, when they contradict each other."""

    outcome: Outcome
    deciders: frozenset[Party]
    spoken: tuple[Spoken, ...]
    conflict: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """Two rulings with the same key decide the same: outcome, deciders and determining rows."""
        rows = frozenset(
            (said.candidate.rule.order, said.candidate.rule.number, said.candidate.rule.place.start)
            for said in self.spoken
        )
        return (self.outcome, self.deciders, rows, self.conflict)


class _Unknown(Exception):
    """``condition`` is needed, and is not known to hold or not."""

    def __init__(self, condition: Expr) -> None:
        self.condition = condition
        super().__init__()


def _holds(expr: Expr | None, known: Known) -> bool:
    if expr is None:
        return True
    value = truth(expr, known)
    if value is None:
        raise _Unknown(expr)
    return value


def rule_on(candidates: Candidates, known: Known, rules: RuleSet, board: str) -> Ruling | object:
    """The ruling, or UNDECIDED."""
    found = ruling_or_open(candidates, known, rules, board)
    return found if isinstance(found, Ruling) else UNDECIDED


def ruling_or_open(candidates: Candidates, known: Known, rules: RuleSet, board: str) -> Ruling | Expr:
    """The ruling, or else the first condition that it waits for."""
    try:
        spoken = [said for candidate in candidates.kept for said in _speaks(candidate, known, rules)]
    except _Unknown as unknown:
        return unknown.condition
    return _together(spoken, board)


def _speaks(candidate: Candidate, known: Known, rules: RuleSet) -> Iterator[Spoken]:
    """What one row says; several things only when the row contradicts itself."""
    rule = candidate.rule
    if not all(_holds(need, known) for need in candidate.needs):
        return
    if any(_holds(exception.when, known) for exception in rule.exceptions):
        return
    elsewhere = [each for each in rule.elsewhere if not each.otherwise and _holds(each.when, known)]
    executed = rule.execution is not None and _holds(rule.execution.when, known)
    # `annars` counts every line of the row: whoever is delegated to, whatever is reserved or executed.
    rest = not (elsewhere or executed)

    def held() -> Iterator[int]:
        """The steps that hold, as far as anybody asks: what comes after the first seldom needs to be known."""
        for number, each in enumerate(rule.alternatives):
            if rest if each.otherwise else _holds(each.when, known):
                yield number

    if rest and any(each.otherwise for each in rule.elsewhere) and next(held(), None) is None:
        elsewhere = [each for each in rule.elsewhere if each.otherwise]
    for line in elsewhere:
        yield _reserved(candidate, line.parties, known, rules)
    if rule.execution is not None and executed:
        yield Spoken(candidate, Outcome.EXECUTION, (rule.execution.by,) if rule.execution.by else ())
    if rule.own_right is not None:
        yield Spoken(candidate, Outcome.RESERVED, (rule.own_right.by,))
    if not candidate.delegates or ((elsewhere or executed) and next(held(), None) is None):
        return
    yield from _delegates(candidate, held(), known, rules, instead=not (elsewhere or executed))


def _reserved(candidate: Candidate, parties: tuple[Party, ...], known: Known, rules: RuleSet) -> Spoken:
    """Whoever the row reserves the decision for, or the council where the law leaves it to the council alone."""
    board = candidate.rule.body
    for bar in candidate.law:
        if (
            bar.by_council
            and any(bar.keeps_out(party, rules, board) for party in parties)
            and _holds(bar.when, known)
        ):
            return Spoken(candidate, Outcome.RESERVED, (bar.to,), bars=(bar,))
    return Spoken(candidate, Outcome.RESERVED, parties)


def _delegates(
    candidate: Candidate, held: Iterator[int], known: Known, rules: RuleSet, *, instead: bool
) -> Iterator[Spoken]:
    """What a row says of delegation: a bar, a `dock` (where nothing else is said ``instead``), or the ladder's step."""
    rule = candidate.rule
    law = [bar for bar in candidate.law if _holds(bar.when, known)]

    def lawful(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return (
            parties
            if not law
            else tuple(
                party for party in parties if not any(bar.keeps_out(party, rules, rule.body) for bar in law)
            )
        )

    hit = [override for override in rule.overrides if _holds(override.when, known)]
    docks = [
        each if parties == each.parties else evolve(each, parties=parties)
        for each in hit
        if (parties := lawful(each.parties))
    ]
    wanted = [party for each in rule.alternatives or hit for party in each.parties] if law else []
    kept_out = frozenset(party for party in wanted if not lawful((party,)))
    if wanted and kept_out >= set(wanted):
        bars = tuple(bar for bar in law if any(bar.keeps_out(party, rules, rule.body) for party in wanted))
        highest = min((bar.to for bar in bars), key=lambda party: _rank(party, rules))
        yield Spoken(candidate, Outcome.RESERVED, (highest,), bars=bars, kept_out=kept_out)
    elif docks and instead:
        yield overridden(candidate, docks, rules)
    else:
        for number in held:
            if parties := lawful(rule.alternatives[number].parties):
                yield Spoken(candidate, Outcome.DECIDES, parties, step=number, kept_out=kept_out)
                return


def overridden(candidate: Candidate, hit: list[Override], rules: RuleSet) -> Spoken:
    """Of the `dock` that hold, the highest body decides; those of one level must agree."""
    named = tuple(dict.fromkeys(party for override in hit for party in override.parties))
    conflict = Spoken(candidate, Outcome.CONFLICT, named, overrides=tuple(hit))
    for level in Level:
        if len({frozenset(override.parties) for override in hit if override.level is level}) > 1:
            return conflict
    ranks = [min((_rank(party, rules) for party in override.parties), default=99) for override in hit]
    highest = [override for override, rank in zip(hit, ranks, strict=True) if rank == min(ranks)]
    if len({frozenset(override.parties) for override in highest}) > 1:
        return conflict
    return Spoken(candidate, Outcome.DECIDES, highest[0].parties, overrides=tuple(hit))


def _rank(party: Party, rules: RuleSet) -> int:
    """Smaller is higher: bodies by kind, then elected members, then employees by the length of their chain of chiefs."""
    if isinstance(party, BodyRef):
        body = rules.corpus.bodies.get(party.name)
        return body.kind.rank if body else 5
    if isinstance(party, RoleRef) and (role := rules.corpus.roles.get(party.name)):
        return (
            10 if role.kind is RoleKind.ELECTED else 20 + sum(1 for _ in rules.hierarchy.chiefs(party.name))
        )
    return 99


def _together(spoken: list[Spoken], board: str) -> Ruling:
    """One ruling from all that was said."""
    own_right = [said for said in spoken if said.candidate.rule.own_right is not None]
    if own_right:
        # What the law gives someone, the board cannot delegate: rows that try are no rivals.
        spoken = own_right
    barred = [said for said in spoken if said.bars]
    valid = [said for said in spoken if not said.bars]
    if conflict := _conflict(valid):
        return Ruling(Outcome.CONFLICT, _parties(valid), tuple(valid), conflict)
    for outcome in (Outcome.RESERVED, Outcome.EXECUTION, Outcome.DECIDES):
        if group := [said for said in valid if said.outcome is outcome]:
            return Ruling(outcome, _parties(group), tuple(group))
    if barred:
        return Ruling(Outcome.RESERVED, _parties(barred), tuple(barred))
    return Ruling(Outcome.DEFAULT, frozenset({BodyRef(board)}), ())


def _parties(spoken: Iterable[Spoken]) -> frozenset[Party]:
    return frozenset(party for said in spoken for party in said.parties)


def _conflict(spoken: list[Spoken]) -> str:
    """Why the rows contradict each other; empty when they do not. Delegates side by side are no contradiction."""
    if not spoken or (len(spoken) == 1 and spoken[0].outcome is not Outcome.CONFLICT):
        return ""
    outcomes = {said.outcome for said in spoken}
    if Outcome.CONFLICT in outcomes:
        return "två undantag (dock) gäller samtidigt och pekar ut olika beslutsfattare"
    if {Outcome.DECIDES, Outcome.RESERVED} <= outcomes:
        return "ärendet är både delegerat och förbehållet ett organ"
    if {Outcome.DECIDES, Outcome.EXECUTION} <= outcomes:
        return "ärendet är både delegerat och verkställighet"
    if {Outcome.RESERVED, Outcome.EXECUTION} <= outcomes:
        return "ärendet är både förbehållet ett organ och verkställighet"
    if len({frozenset(said.parties) for said in spoken if said.outcome is Outcome.RESERVED}) > 1:
        return "ärendet är förbehållet två olika organ"
    by_order: dict[str, set[Party]] = {}
    for said in spoken:
        if said.outcome is Outcome.DECIDES:
            by_order.setdefault(said.candidate.rule.order, set()).update(said.parties)
    if len({frozenset(parties) for parties in by_order.values()}) > 1:
        return "två ordningar som gäller samtidigt pekar ut olika beslutsfattare"
    return ""


def docks_open(candidate: Candidate, known: Known, rules: RuleSet) -> list[Expr | None]:
    """What must not hold for the ladder to count: the `dock` whose condition is open; None for one that holds.

    A `dock` to someone whom a bar keeps out takes nothing from the ladder.
    """
    rule = candidate.rule
    law = [bar for bar in candidate.law if bar.when is None or truth(bar.when, known)]
    states = [
        (each.when, True if each.when is None else truth(each.when, known))
        for each in rule.overrides
        if not all(any(bar.keeps_out(party, rules, rule.body) for bar in law) for party in each.parties)
    ]
    return [
        None if holds or when is None else residual(when, known)
        for when, holds in states
        if holds is not False
    ]
