"""How an assignment stands on a day: what is done, what is late, what comes next, and what each board lacks.

In: a rule set, a day, and at most one name.  Out: a :class:`CommissionAnswer` for each.  Refuses to take a day that has
passed for a step that is done: only the text says what is done.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from styrregler.model import (
    LEADERSHIP,
    BodyKind,
    Commission,
    Dated,
    Member,
    OpenPoint,
    PurposeStatement,
    Stage,
    StageStatus,
    WorkGroup,
)
from styrregler.query.agreements import in_force
from styrregler.query.named import Someone, someone
from styrregler.query.open_points import open_in
from styrregler.ruleset import RuleSet
from styrregler.values import Moment


@frozen
class StageAnswer:
    """A step as it stands; ``time`` and ``done`` are None where the text gives none."""

    stage: Stage
    status: StageStatus
    time: Moment | None = None
    done: Moment | None = None


@frozen
class BoardPlan:
    """What one board has of the assignment. ``missing`` says, in words, what it does not have: «grupp», «tid för …»."""

    board: Someone
    stages: tuple[StageAnswer, ...]
    groups: tuple[WorkGroup, ...] = ()
    missing: tuple[str, ...] = ()


@frozen
class CommissionAnswer:
    """An assignment on a day (uppdragssvar).

    ``stages`` are steps as all have them; ``boards`` what each board has. ``following`` is the step that comes next.
    ``open_points`` are what it and its groups leave open.
    """

    commission: Commission
    on: date
    parts: tuple[tuple[str, tuple[Someone, ...]], ...]
    stages: tuple[StageAnswer, ...]
    boards: tuple[BoardPlan, ...] = ()
    following: StageAnswer | None = None
    remarks: tuple[str, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()


@frozen
class CommissionsAnswer:
    """Assignments in force ``on`` the day, or the one asked for."""

    on: date
    commissions: tuple[CommissionAnswer, ...]


def commissions_on(rules: RuleSet, on: date, name: str = "") -> CommissionsAnswer:
    """The assignments in force on ``on``, or the one called ``name`` whatever its dates. Raises UnreadableRules."""
    every = rules.corpus.commissions
    if name:
        named = [each for each in every if each.agreed.name == name]
        chosen = in_force(named, on, proposals=True) or named
    else:
        chosen = in_force(every, on, proposals=True)
    return CommissionsAnswer(on, tuple(_answer(each, rules, on) for each in chosen))


def boards_of(commission: Commission, rules: RuleSet) -> tuple[str, ...]:
    """The bodies that each have the assignment: those it names, or all of the kind that it says."""
    named = [name for name in rules.corpus.bodies if name in commission.agreed.bodies]
    if not named and commission.in_each:
        named = [name for name, body in rules.corpus.bodies.items() if body.kind.value == commission.in_each]
    dated = [each.body for stage in commission.stages for each in stage.times if each.body]
    return tuple(name for name in dict.fromkeys([*named, *dated]) if name not in commission.except_bodies)


def groups_of(commission: Commission, board: str, rules: RuleSet) -> tuple[WorkGroup, ...]:
    """The groups of ``board`` for the assignment."""
    return tuple(
        each
        for each in rules.corpus.work_groups
        if each.commission == commission.agreed.name and each.body == board
    )


def status_of(time: Dated | None, done: Dated | None, on: date, *, told: bool) -> StageStatus:
    """How a step stands; ``told`` when the assignment says of its steps when they were done."""
    if done is not None and (done.moment.last is None or done.moment.last <= on):
        return StageStatus.DONE
    if time is None or (time.moment.first is None and time.moment.last is None):
        return StageStatus.UNDATED
    moment = time.moment
    if moment.last is not None and moment.last < on:
        return StageStatus.LATE if told or moment.deadline else StageStatus.PASSED
    if moment.first is not None and moment.first <= on and not moment.deadline:
        return StageStatus.ONGOING
    return StageStatus.UPCOMING


def tells_what_is_done(commission: Commission) -> bool:
    return any(stage.done for stage in commission.stages)


def _answer(commission: Commission, rules: RuleSet, on: date) -> CommissionAnswer:
    told = tells_what_is_done(commission)
    stages = tuple(_stage(each, "", on, told=told) for each in commission.stages)
    boards = tuple(_board(commission, name, rules, on) for name in boards_of(commission, rules))
    return CommissionAnswer(
        commission,
        on,
        tuple((part, tuple(someone(name, rules) for name in names)) for part, names in commission.parts),
        stages,
        boards,
        _following([*stages, *(each for board in boards for each in board.stages)], on),
        tuple(_remarks(commission, on)),
        open_in(rules, [commission.agreed.place, *(each.place for board in boards for each in board.groups)]),
    )


def _stage(stage: Stage, board: str, on: date, *, told: bool) -> StageAnswer:
    time, done = stage.time_of(board), stage.done_in(board)
    return StageAnswer(
        stage,
        status_of(time, done, on, told=told),
        time.moment if time else None,
        done.moment if done else None,
    )


def _following(stages: Iterable[StageAnswer], on: date) -> StageAnswer | None:
    """The first that is yet to come; one with a last day alone counts as that day."""

    def day(each: StageAnswer) -> date:
        assert each.time is not None
        return each.time.first or each.time.last or on

    coming = [each for each in stages if each.status is StageStatus.UPCOMING]
    return min(coming, key=day, default=None)


def _board(commission: Commission, board: str, rules: RuleSet, on: date) -> BoardPlan:
    told = tells_what_is_done(commission)
    stages = tuple(_stage(each, board, on, told=told) for each in commission.stages)
    groups = groups_of(commission, board, rules)
    decided = (each for each in rules.corpus.purposes if each.body == board and not each.agreed.draft)
    said = next(decided, None)
    return BoardPlan(
        someone(board, rules), stages, groups, tuple(_missing(commission, stages, groups, said, board, rules))
    )


def _missing(
    commission: Commission,
    stages: Iterable[StageAnswer],
    groups: tuple[WorkGroup, ...],
    said: PurposeStatement | None,
    board: str,
    rules: RuleSet,
) -> Iterator[str]:
    if commission.members and not groups:
        yield "grupp"
    for group in groups:
        for part in lacking(commission, group, board, rules):
            yield f"{part} i {group.title}"
    for each in stages:
        if each.stage.per_body and (each.time is None or each.time.undecided):
            yield f"tid för {each.stage.title}"
    if commission.leads_to and (said is None or not said.written):
        yield commission.leads_to


# ---------- the composition of groups


def lacking(commission: Commission, group: WorkGroup, board: str, rules: RuleSet) -> list[Member]:
    """The parts that the assignment demands and ``group`` does not have; none where its members are not written."""
    if not group.members:
        return []
    return [part for part in commission.members if not _has(group, part, board, rules)]


def _has(group: WorkGroup, part: Member, board: str, rules: RuleSet) -> bool:
    meant = meant_in(part.name, board, rules)
    if part.count is not None:
        found = sum(
            each.count if each.count is not None else 1
            for each in group.members
            if each.name == part.name or each.name in meant
        )
        return found >= part.count
    return any(each.name == part.name or each.name in meant for each in group.members)


def meant_in(word: str, board: str, rules: RuleSet) -> frozenset[str]:
    """Who ``word`` stands for in ``board``: its own chair, its own administration's management group."""
    corpus = rules.corpus
    body = corpus.bodies.get(board)
    if body is None:
        return frozenset()
    match word:
        case "ordförande" | "nämndordförande" if word not in corpus.roles:
            return frozenset({body.chair} - {""})
        case "vice-ordförande" if word not in corpus.roles:
            return frozenset(body.vice_chairs)
    if word in LEADERSHIP:
        own = {
            name
            for name, each in corpus.bodies.items()
            if each.kind is BodyKind.ADMINISTRATION and each.belongs_to == board
        }
        return frozenset(
            name
            for name, each in corpus.bodies.items()
            if each.kind is BodyKind.GROUP and each.belongs_to in own
        )
    # What is somebody else's chair or head is not of this board.
    return rules.circles.members(word) if word not in corpus.roles else frozenset({word})


def _remarks(commission: Commission, on: date) -> Iterator[str]:
    if commission.agreed.draft:
        yield "uppdraget är ett förslag"
    if on not in commission.agreed.period:
        yield f"uppdraget gäller inte {on} ({commission.agreed.period})"
    open_times = [stage.title for stage in commission.stages if not stage.times]
    if open_times:
        yield f"utan tid: {', '.join(open_times)}"
