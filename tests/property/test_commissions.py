"""The steps of an assignment as a state machine: none is stuck, all can be done, and a plan never runs backwards.

Random assignments have steps with times of every kind, for all or for each board, and steps that come after others. What the
checks let pass is carried out: a step is begun when those before it are done, and its day comes no earlier than theirs. As
days go by a step's standing only goes forward.
"""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrregler.checks import Review
from styrregler.checks.plans.stages_in_ring import stages_in_ring
from styrregler.checks.plans.too_early import too_early
from styrregler.library import Rules
from styrregler.model import Commission, Stage, StageStatus
from styrregler.query.commissions import StageAnswer
from styrregler.values.moments import Moment
from styrregler.workspace import compile_sources
from tests import kit

BOARDS = ("nämnd-a", "nämnd-b")
DAYS = st.dates(date(2025, 11, 1), date(2027, 2, 28))
"""Over two new year's eves and a year of 53 weeks."""
slowly = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"vecka {number} {year}"


times = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day} kl 09.00–12.00"),
    st.tuples(DAYS, st.integers(0, 60)).map(
        lambda each: f"från {each[0]} till {each[0] + timedelta(each[1])}"
    ),
    DAYS.map(week),
    DAYS.map(lambda day: f"senast {day}"),
    DAYS.map(lambda day: f"från {week(day)}"),
    st.sampled_from(("ej fastställd", "oktober 2026", "våren", "första kvartalet 2027", "hösten 2026")),
)


@st.composite
def assignments(draw: st.DrawFn, *, done: bool = False) -> str:
    count = draw(st.integers(1, 6))
    text = 'uppdrag arbetet "Arbetet"\n    omfattar nämnd-a, nämnd-b\n'
    for number in range(count):
        text += f'    etapp e{number} "Etapp {number}"\n'
        if draw(st.booleans()):
            text += f"        tid {draw(times)}\n"
        elif draw(st.booleans()):
            text += f"        tid nämnd-a {draw(times)}\n            nämnd-b {draw(times)}\n"
        others = [f"e{each}" for each in range(count) if each != number]
        after = draw(st.lists(st.sampled_from(others), max_size=2, unique=True)) if others else []
        text += f"        efter {', '.join(after)}\n" if after else ""
        if done and draw(st.booleans()):
            text += f"        klar {draw(DAYS)}\n"
    return text


def loaded(text: str) -> Rules:
    boards = "".join(f'nämnd {name} "Nämnd {name[-1]}"\n' for name in BOARDS)
    sources = [kit.source(each, f"prov{number}.styr") for number, each in enumerate((boards, text))]
    return kit.sound(Rules(compile_sources(sources, "prov", law=False)))


def assignment(rules: Rules) -> Commission:
    (found,) = rules.index.corpus.commissions
    return found


def codes(rules: Rules, on: date) -> set[str]:
    return {each.code for check in (stages_in_ring, too_early) for each in check.run(Review(rules.index, on))}


def carried_out(stages: tuple[Stage, ...]) -> list[Stage]:
    """Steps in the order that they can be begun, each when those before it are done."""
    known = {each.name for each in stages}
    waiting, order, done = list(stages), [], set[str]()
    while ready := [each for each in waiting if set(each.after) & known <= done]:
        order += ready
        done |= {each.name for each in ready}
        waiting = [each for each in waiting if each.name not in done]
    return order


def window(stage: Stage, board: str) -> Moment | None:
    time = stage.time_of(board)
    return time.moment if time else None


@slowly
@given(assignments(), DAYS)
def test_what_the_checks_let_pass_can_be_carried_out_in_order(text: str, on: date) -> None:
    """No step is stuck exactly where the check finds no ring; and no board has to do anything before what it comes after."""
    rules = loaded(text)
    stages, found = assignment(rules).stages, codes(rules, on)
    order = carried_out(stages)
    assert (len(order) < len(stages)) == ("SR641" in found)
    backwards = False
    for stage in order:
        for before in (each for each in stages if each.name in stage.after):
            for board in ("", *BOARDS):
                first, own = window(before, board), window(stage, board)
                if first and own and first.first and own.last:
                    backwards |= own.last < first.first
    assert not backwards or "SR640" in found


ONWARDS = {
    StageStatus.UPCOMING: 0,
    StageStatus.ONGOING: 1,
    StageStatus.PASSED: 2,
    StageStatus.LATE: 2,
    StageStatus.DONE: 3,
}


def standing(each: StageAnswer) -> int | None:
    """How far a step has come; None without a time."""
    return None if each.status is StageStatus.UNDATED else ONWARDS[each.status]


@slowly
@given(assignments(done=True), DAYS, st.lists(st.integers(1, 90), max_size=8))
def test_a_step_only_goes_forward_as_days_go_by(text: str, on: date, steps: list[int]) -> None:
    rules = loaded(text)
    told = any(each.done for each in assignment(rules).stages)
    before: dict[tuple[str, str], int] = {}
    for days in (0, *steps):
        on += timedelta(days)
        (answer,) = rules.commissions("arbetet", on=on).commissions
        listed = [("", answer.stages), *((each.board.name, each.stages) for each in answer.boards)]
        assert [name for name, _ in listed] == ["", *BOARDS]
        for board, stages in listed:
            assert [each.stage.name for each in stages] == [each.name for each in assignment(rules).stages]
            for each in stages:
                now = standing(each)
                if now is not None:
                    assert now >= before.get((board, each.stage.name), 0)
                    before[board, each.stage.name] = now
                assert each.status is not StageStatus.PASSED or not told
                if each.done is not None and each.done.last is not None:
                    assert (each.status is StageStatus.DONE) == (each.done.last <= on)
        coming = [each for _, stages in listed for each in stages if each.status is StageStatus.UPCOMING]
        assert (answer.following is None) == (not coming)
        if answer.following is not None and answer.following.time is not None:
            day = answer.following.time.first or answer.following.time.last
            assert day is not None and day >= on
            assert all(day <= (each.time.first or each.time.last or day) for each in coming if each.time)


@slowly
@given(assignments(), DAYS)
def test_every_step_with_a_last_day_is_over_some_day(text: str, on: date) -> None:
    """And is neither late nor passed before it; a step without one never becomes so by itself."""
    rules = loaded(text)
    for stage in assignment(rules).stages:
        for board in ("", *BOARDS):
            moment = window(stage, board)
            last = moment.last if moment else None
            for day in {on, *((last, last + timedelta(1)) if last else ())}:
                (answer,) = rules.commissions("arbetet", on=day).commissions
                plans = {"": answer.stages, **{each.board.name: each.stages for each in answer.boards}}
                (found,) = (each for each in plans[board] if each.stage.name == stage.name)
                over = found.status in (StageStatus.LATE, StageStatus.PASSED)
                assert over == (last is not None and day > last)
