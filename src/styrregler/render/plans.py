"""Goals, purposes and assignments as text: what is wanted, how it stands, what comes next.

In: the answers of :mod:`styrregler.query.goals` and :mod:`styrregler.query.commissions`.  Out: lines for people.
"""

from collections.abc import Iterable, Iterator

from styrregler.model import OpenPoint, StageStatus
from styrregler.query.commissions import BoardPlan, CommissionAnswer, CommissionsAnswer, StageAnswer
from styrregler.query.goals import (
    FigureAnswer,
    FollowUpAnswer,
    GoalAnswer,
    GoalsAnswer,
    GoalStatus,
    PurposeAnswer,
    PurposeStatus,
)
from styrregler.query.named import Someone
from styrregler.render.answer import labelled
from styrregler.render.open_points import open_lines

GOAL_WORDS = {
    GoalStatus.REACHED: "uppnått",
    GoalStatus.MISSED: "inte uppnått",
    GoalStatus.NO_RESULT: "utan resultat",
    GoalStatus.NO_TARGET: "utan målvärde",
}
PURPOSE_WORDS = {
    PurposeStatus.WRITTEN: "skriven",
    PurposeStatus.PROPOSED: "förslag",
    PurposeStatus.TO_FILL: "ska fyllas i",
    PurposeStatus.MISSING: "saknas",
}


def goals_text(answer: GoalsAnswer) -> str:
    """Every goal, and what the boards are for."""
    parts = ["\n".join([_goal_head(each), *_goal(each)]) for each in answer.goals]
    if answer.purposes:
        lines = [line for each in answer.purposes for line in _purpose(each)]
        parts.append("\n".join(["Verksamhetsidéer", *lines]))
    return "\n\n".join(parts) or f"Inget effektmål gäller {answer.on}"


def _goal_head(answer: GoalAnswer) -> str:
    return f"{answer.goal.agreed.title}: {GOAL_WORDS[answer.status]}"


def _goal(answer: GoalAnswer) -> Iterator[str]:
    yield from _who("beslutas av", answer.decided_by)
    yield from _who("ansvarig", answer.responsible)
    yield from _lines("varför", answer.goal.why)
    yield from _lines("nyckeltal", map(_figure, answer.figures))
    yield from _who("aktiviteter", answer.activities_by)
    yield from _lines("följs upp av", map(_follow_up, answer.follow_ups))
    contracts = (
        f"{each.text} ({each.party})" + (f" {each.period}" if each.period.start or each.period.end else "")
        for each in answer.goal.contracts
    )
    yield from _lines("kontrakt", contracts)
    yield from _lines("obs", answer.remarks)
    yield from _open(answer.open_points, answer.goal.agreed.title)


def _figure(each: FigureAnswer) -> str:
    figure = each.figure
    target = f": {figure.operator} {figure.target}" if figure.target else ""
    timing = f" {figure.timing}" if figure.timing else ""
    result = f", {each.result} {each.year}" if each.result else ""
    return f"{figure.text}{target}{timing}{result} ({GOAL_WORDS[each.status]})"


def _follow_up(each: FollowUpAnswer) -> str:
    occasions = f" i {', '.join(each.follow_up.occasions)}" if each.follow_up.occasions else ""
    timing = f" {each.follow_up.timing}" if each.follow_up.timing else ""
    return f"{each.by.title}{occasions}{timing}" + (f" ({each.day})" if each.day else "")


def _purpose(each: PurposeAnswer) -> Iterator[str]:
    said = each.purpose
    open_points = [f"    {label}: {text}" for label, text in open_lines(each.open_points)]
    if said is None or not said.written:
        yield f"  {each.body.title}: {PURPOSE_WORDS[each.status]}"
        yield from open_points
        return
    yield f"  {each.body.title}: {said.agreed.title}" + (" (förslag)" if said.agreed.draft else "")
    for label, words in (("för vem", said.for_whom), ("varför", said.why)):
        yield from (f"    {label}: {text}" for text in words)
    if each.depends_on:
        yield f"    beror av: {', '.join(who.title for who in each.depends_on)}"
    yield from open_points


# ---------- assignments


def commissions_text(answer: CommissionsAnswer) -> str:
    """Every assignment: who is what to it, its steps, and what each board has."""
    parts = ["\n".join([_head(each), *_commission(each)]) for each in answer.commissions]
    return "\n\n".join(parts) or f"Inget uppdrag gäller {answer.on}"


def _head(answer: CommissionAnswer) -> str:
    return f"{answer.commission.agreed.title}, {answer.on}"


def _commission(answer: CommissionAnswer) -> Iterator[str]:
    commission = answer.commission
    for part, who in answer.parts:
        yield from _who(part, who)
    yield from _lines("för vem", commission.for_whom)
    yield from _lines("varför", commission.why)
    for label, success in (("mål", False), ("framgång", True)):
        factors = (each for each in commission.goals if each.success is success)
        yield from _lines(
            label, (each.text + (f" ({', '.join(each.met_by)})" if each.met_by else "") for each in factors)
        )
    yield from _lines("deltagare", [", ".join(map(str, commission.members))] if commission.members else ())
    yield from _lines("etapper", (_stage_of_all(each, answer) for each in answer.stages))
    if answer.following is not None:
        following = answer.following
        yield labelled("nästa", f"{following.stage.title} ({following.time})")
    for board in answer.boards:
        yield from _board(board)
    yield from _lines("obs", answer.remarks)
    yield from _open(answer.open_points, answer.commission.agreed.title)


def _stage_of_all(each: StageAnswer, answer: CommissionAnswer) -> str:
    """One step; where each board does it by itself, in how many it is done."""
    name = each.stage.name
    own = [one for board in answer.boards for one in board.stages if one.stage.name == name]
    if not own or not _apart(each):
        return stage_text(each)
    done = sum(one.status is StageStatus.DONE for one in own)
    when = str(each.time) if each.time else "en tid för varje organ"
    return f"{each.stage.title}: {when} (klar i {done} av {len(own)})"


def _apart(each: StageAnswer) -> bool:
    """Whether boards have times of their own in the step."""
    return any(time.body for time in (*each.stage.times, *each.stage.done))


def stage_text(each: StageAnswer) -> str:
    """One step: when, and how it stands."""
    done = f" {each.done}" if each.done else ""
    if each.time is None and not done:
        return f"{each.stage.title}: ingen tid"
    status = each.status.value.replace("-", " ")
    return f"{each.stage.title}: {each.time or 'ingen tid'} ({status}{done})"


def _board(board: BoardPlan) -> Iterator[str]:
    yield f"  {board.board.title}"
    for group in board.groups:
        members = f": {', '.join(map(str, group.members))}" if group.members else ""
        yield f"    grupp: {group.title}{members}"
    for each in board.stages:
        if _apart(each):
            yield f"    {stage_text(each)}"
    if board.missing:
        yield f"    saknas: {'; '.join(board.missing)}"


def _open(points: Iterable[OpenPoint], title: str) -> Iterator[str]:
    for label, text in open_lines(points, title):
        yield labelled(label, text)


def _who(label: str, who: Iterable[Someone]) -> Iterator[str]:
    titles = ", ".join(each.title for each in who)
    if titles:
        yield labelled(label, titles)


def _lines(label: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield labelled(label, line)
        label = ""
