"""Examples about plans: an assignment, a goal or a purpose as it stands, compared with what is meant.

In: a :class:`PlanExample`.  Out: what differs.  Refuses to guess a name.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from styrregler.model import Commission, Member, PlanExample
from styrregler.query.commissions import BoardPlan, CommissionAnswer, StageAnswer, commissions_on, groups_of
from styrregler.query.goals import goals_on, purpose_of
from styrregler.query.mismatch import Mismatch, sets
from styrregler.query.question import UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import fold, nearest


def plan_mismatches(rules: RuleSet, example: PlanExample, today: date) -> Iterator[Mismatch]:
    """What the rules have otherwise than the example."""
    try:
        yield from _compared(rules, example, example.on or today)
    except UnreadableRules as error:
        yield Mismatch("svar", "ett svar", str(error))


def _compared(rules: RuleSet, asked: PlanExample, on: date) -> Iterator[Mismatch]:
    match asked.kind:
        case "uppdrag":
            found = commissions_on(rules, on, asked.name).commissions
            if not found:
                yield _unknown(asked, [each.agreed.name for each in rules.corpus.commissions])
                return
            yield from _commission(found[0], asked.body, asked, rules)
        case "effektmål":
            yield from _goal(rules, on, asked)
        case _:
            yield from _purpose(rules, asked)


def _unknown(asked: PlanExample, known: list[str]) -> Mismatch:
    meant = nearest(asked.name, known)
    return Mismatch(asked.kind, asked.name, f"finns inte; menade du «{meant}»?" if meant else "finns inte")


def _commission(
    answer: CommissionAnswer, body: str, asked: PlanExample, rules: RuleSet
) -> Iterator[Mismatch]:
    commission = answer.commission
    board = next((each for each in answer.boards if each.board.name == body), None)
    if body and board is None:
        yield Mismatch("organ", body, "har inte uppdraget")
        return
    stages = board.stages if board else answer.stages
    has: dict[str, tuple[str, ...]] = {
        **dict(commission.parts),
        "deltagare": tuple(map(str, _members(commission, board, rules))),
        "följs upp av": tuple(each.by for each in commission.follow_ups),
        "saknas": _missing(answer, board),
        "del av": (commission.part_of,) if commission.part_of else (),
    }
    texts = {
        "varför": commission.why,
        "för vem": commission.for_whom,
        "villkor": tuple(each.text for each in commission.agreed.texts),
    }
    if asked.stage:
        stage = next((each for each in stages if each.stage.name == asked.stage), None)
        if stage is None:
            known = ", ".join(each.stage.name for each in stages)
            yield Mismatch("i etapp", asked.stage, f"finns inte; etapper: {known}")
            return
        has["ansvarig"], has["beslutas av"] = stage.stage.responsible, stage.stage.decided_by
        has["efter"] = stage.stage.after
        texts |= {"syfte": stage.stage.purpose, "innehåll": stage.stage.content, "ger": stage.stage.gives}
        yield from _stage(stage, asked)
    yield from _names(asked, has)
    yield from _texts(asked, texts)
    yield from _factors(asked, commission)


def _texts(asked: PlanExample, has: Mapping[str, tuple[str, ...]]) -> Iterator[Mismatch]:
    """Each text that is meant stands there, by its beginning; there may be more."""
    for keyword, expected in asked.texts:
        got = has.get(keyword, ())
        for text in expected:
            if not any(fold(each).startswith(fold(text)) for each in got):
                yield Mismatch(keyword, text, "; ".join(got) or "ingenting")


def _factors(asked: PlanExample, commission: Commission) -> Iterator[Mismatch]:
    """Each goal or success factor that is meant stands there, with the same blocks that fulfil it."""
    for meant in asked.factors:
        what = "framgångsfaktor" if meant.success else "mål"
        found = next(
            (
                each
                for each in commission.goals
                if each.success == meant.success and fold(each.text).startswith(fold(meant.text))
            ),
            None,
        )
        if found is None:
            yield Mismatch(what, meant.text, "finns inte")
        else:
            yield from sets(f"uppfylls av ({meant.text})", set(meant.met_by), set(found.met_by))


def _members(commission: Commission, board: BoardPlan | None, rules: RuleSet) -> tuple[Member, ...]:
    """Those of the board's own group where they are written, else those that each group is to have, or the one of all."""
    if board and any(group.members for group in board.groups):
        return tuple(each for group in board.groups for each in group.members)
    return commission.members or tuple(
        each for group in groups_of(commission, "", rules) for each in group.members
    )


def _missing(answer: CommissionAnswer, board: BoardPlan | None) -> tuple[str, ...]:
    """Without a board: the boards that lack something. With one: the steps that it has no time for, and the like."""
    if board is None:
        return tuple(each.board.name for each in answer.boards if each.missing)
    undated = (
        each.stage.name
        for each in board.stages
        if each.stage.per_body and (each.time is None or each.time.undecided)
    )
    group = ("grupp",) if "grupp" in board.missing else ()
    purpose = tuple(each for each in board.missing if each == answer.commission.leads_to)
    return (*group, *undated, *purpose)


def _stage(stage: StageAnswer, asked: PlanExample) -> Iterator[Mismatch]:
    if asked.moment is not None and asked.moment != stage.time:
        yield Mismatch("tid", str(asked.moment), str(stage.time or "ingen"))
    if asked.status is not None and asked.status != stage.status.value:
        yield Mismatch("status", asked.status, stage.status.value)


def _goal(rules: RuleSet, on: date, asked: PlanExample) -> Iterator[Mismatch]:
    found = goals_on(rules, on, asked.name).goals
    if not found:
        yield _unknown(asked, [each.agreed.name for each in rules.corpus.goals])
        return
    goal = found[0].goal
    if asked.status is not None and asked.status != found[0].status.value:
        yield Mismatch("status", asked.status, found[0].status.value)
    yield from _names(
        asked,
        {
            "ansvarig": goal.responsible,
            "aktiviteter av": goal.activities_by,
            "beslutas av": goal.decided_by,
            "följs upp av": tuple(each.by for each in goal.follow_ups),
        },
    )


def _purpose(rules: RuleSet, asked: PlanExample) -> Iterator[Mismatch]:
    said = next((each for each in rules.corpus.purposes if each.body == asked.name), None)
    answer = purpose_of(asked.name, said, rules)
    if asked.status is not None and asked.status != answer.status.value:
        yield Mismatch("status", asked.status, answer.status.value)
    yield from _names(asked, {"beror av": said.depends_on if said else ()})


def _names(asked: PlanExample, has: dict[str, tuple[str, ...]]) -> Iterator[Mismatch]:
    """Names under a keyword, in any order."""
    for keyword, expected in asked.expected:
        got = has.get(keyword, ())
        if set(expected) != set(got):
            yield Mismatch(keyword, ", ".join(expected), ", ".join(got) or "ingen")
