"""An escalation as a state machine: no path is stuck, every declared end can be reached, and dates never run backwards.

A random municipality writes escalations that carry each other on.  The machine takes a disagreement through one: at every
step it is settled, or nobody agrees before the last day and it goes on; people fall ill and become disqualified on the
way, and roles fall vacant.  What the engine says beforehand must be what the machine meets.
"""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from styrregler.checks import Review
from styrregler.checks.escalation import CHECKS
from styrregler.library import Rules
from styrregler.query import EscalationAnswer
from styrregler.query.people import name_of
from styrregler.values.calendar import is_working_day
from styrregler.workspace import compile_sources
from tests import kit

EMPLOYED = ("enhetschef", "socialchef", "kommundirektör", "jurist", "närmaste chef")
ELECTED = ("sn-vice", "sn-ordförande", "ks-ordförande")
ROLES = tuple(each for each in (*EMPLOYED, *ELECTED) if each != "närmaste chef")
BODIES = ("socialnämnden", "kommunstyrelsen", "kommunfullmäktige")
STARTS = st.dates(date(2025, 1, 1), date(2031, 12, 31))
"""Over two leap days, every kind of new year's eve, and a year of 53 weeks."""

amounts = st.integers(1, 40)
timings = st.one_of(
    amounts.map(lambda count: f"inom {count} arbetsdagar"),
    amounts.map(lambda count: f"inom {count} dagar"),
    amounts.map(lambda count: f"inom {count} veckor"),
    st.integers(1, 14).map(lambda count: f"inom {count} månader"),
    st.sampled_from(("samma dag", "genast", "nästa sammanträde")),
    STARTS.map(lambda day: f"senast {day}"),
)
loose = st.one_of(timings, st.sampled_from(("", "snarast", "löpande", "inom 5 dagar efter beslut")))


def stages(times: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    who = st.tuples(
        st.sampled_from(EMPLOYED),
        st.sampled_from(ELECTED),
        st.sampled_from(("", ", jurist", ", socialnämnden")),
    )
    one = st.tuples(who, times).map(lambda each: f"{each[0][0]}, {each[0][1]}{each[0][2]} {each[1]}")
    return st.lists(one, min_size=1, max_size=5).map("\n            ".join)


def paths(times: st.SearchStrategy[str], *, sound: bool) -> st.SearchStrategy[str]:
    """One to three escalations: each carried on by the next, the last settled (or, unless ``sound``, by any of them)."""

    def written(bodies: list[str], ends: list[str], number: int) -> str:
        last = number == len(bodies) - 1
        if sound:
            end = f"avgörs av {ends[0]}" if last else f"eskaleras enligt väg-{number + 1}"
        else:
            end = ends[number]
        return f'    eskalering väg-{number} "Väg {number}"\n        steg\n            {bodies[number]}\n        {end}\n'

    def text(bodies: list[str], ends: list[str]) -> str:
        return "".join(written(bodies, ends, number) for number in range(len(bodies)))

    def ends(count: int) -> st.SearchStrategy[list[str]]:
        if sound:
            return st.lists(st.sampled_from(BODIES), min_size=1, max_size=1)
        any_end = st.sampled_from(
            [
                *(f"eskaleras enligt väg-{each}" for each in range(count)),
                *(f"avgörs av {each}" for each in BODIES),
            ]
            + ["avgörs av jurist", "informera jurist"]
        )
        return st.lists(any_end, min_size=count, max_size=count)

    return st.integers(1, 3).flatmap(
        lambda count: st.builds(text, st.lists(stages(times), min_size=count, max_size=count), ends(count))
    )


holders = st.lists(st.tuples(st.sampled_from(ROLES), STARTS, st.integers(0, 1500)), max_size=4).map(
    lambda held: "".join(
        f'    innehavare {role} "Person {number}"\n        gäller från {start} till {start + timedelta(length)}\n'
        for number, (role, start, length) in enumerate(held)
    )
)
MEETINGS = [date(2025, 1, 8) + timedelta(21 * each) for each in range(1200)]
"""Far beyond the longest path."""
ORGANISATION = (
    kit.ORGANISATION.replace("2026-02-24, 2026-03-24", ", ".join(map(str, MEETINGS)))
    .replace("2026-03-18, 2026-04-22", ", ".join(map(str, MEETINGS[1:])))
    .replace(
        '"Kommunfullmäktige" (KF)',
        f'"Kommunfullmäktige" (KF)\n        sammanträder {", ".join(map(str, MEETINGS[2:]))}',
    )
)
slowly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def loaded(*texts: str) -> Rules:
    """Without the statutes, which nothing here rests on."""
    sources = [
        kit.source(text, f"prov{number}.styr") for number, text in enumerate((ORGANISATION, *texts)) if text
    ]
    return kit.sound(Rules(compile_sources(sources, "prov", law=False)))


class Disagreement(RuleBasedStateMachine):
    """One disagreement, from the day it is raised until somebody has settled it."""

    @initialize(text=paths(timings, sound=True), held=holders, begins=STARTS)
    def raised(self, text: str, held: str, begins: date) -> None:
        self.rules = loaded(text, held)
        self.begins = self.today = begins
        self.at, self.ended = 0, False
        self.absent: set[str] = set()
        self.disqualified: set[str] = set()
        self.plan = self.answer()

    def answer(self) -> EscalationAnswer:
        return self.rules.escalate("väg-0", self.begins, absent=self.absent, disqualified=self.disqualified)

    @property
    def going(self) -> bool:
        return not self.ended

    @precondition(lambda self: self.going)
    @rule(role=st.sampled_from(ROLES), how=st.sampled_from(("absent", "disqualified")))
    def falls_away(self, role: str, how: str) -> None:
        """Who is away never moves a day."""
        days = [(step.begins, step.deadline) for step in self.plan.steps]
        getattr(self, how).add(role)
        self.plan = self.answer()
        assert [(step.begins, step.deadline) for step in self.plan.steps] == days

    @precondition(lambda self: self.going)
    @rule()
    def nobody_agrees(self) -> None:
        """The last day of the step comes, and it goes on: to the next step, or to the body that settles it."""
        step = self.plan.steps[self.at]
        assert step.begins is not None and step.begins <= self.today
        assert step.deadline is not None and step.deadline >= self.today
        self.today = step.deadline
        self.at += 1
        if self.at == len(self.plan.steps):
            settled = self.plan.settled
            assert settled is not None and settled.day is not None and settled.day > self.today
            assert name_of(settled.party) in BODIES
            assert settled.day in self.rules.index.corpus.bodies[name_of(settled.party)].meetings
            self.today, self.ended = settled.day, True
        else:
            assert self.plan.steps[self.at].begins == self.today

    @precondition(lambda self: self.going)
    @rule()
    def they_agree(self) -> None:
        self.ended = True

    @precondition(lambda self: self.ended)
    @rule()
    def it_is_raised_again(self) -> None:
        """Settled or agreed: a new disagreement begins the same day, with those away who were."""
        self.begins, self.at, self.ended = self.today, 0, False
        self.plan = self.answer()
        assert self.plan.steps[0].begins == self.today

    @invariant()
    def whoever_is_away_is_told_and_never_steps_in(self) -> None:
        away = self.absent | self.disqualified
        for step in self.plan.steps:
            names = [name_of(each.party) for each in step.participants]
            stepping_in = [name_of(each.stand_in.party) for each in step.participants if each.stand_in]
            assert all(each.away for each in step.participants if name_of(each.party) in away)
            assert all((each.stand_in is None) or each.away for each in step.participants)
            assert not set(stepping_in) & (away | set(names))
            assert len(set(stepping_in)) == len(stepping_in)


TestDisagreement = Disagreement.TestCase
TestDisagreement.settings = settings(slowly, stateful_step_count=20)


@slowly
@given(paths(loose, sound=False), holders, STARTS)
def test_any_path_answers_and_its_days_never_run_backwards(text: str, held: str, begins: date) -> None:
    answer = loaded(text, held).escalate("väg-0", begins)
    days = [begins, *(day for step in answer.steps for day in (step.begins, step.deadline) if day)]
    assert days == sorted(days)
    known = [step.deadline is not None for step in answer.steps]
    assert known == sorted(known, reverse=True)
    assert [step.number for step in answer.steps] == list(range(1, len(answer.steps) + 1))
    for step in answer.steps:
        if step.timing and "arbetsdagar" in str(step.timing) and step.deadline:
            assert is_working_day(step.deadline)
    if answer.settled and answer.settled.day:
        assert answer.settled.day > days[-1]


@slowly
@given(paths(loose, sound=False), STARTS)
def test_what_the_checks_let_pass_has_days_and_an_end(text: str, begins: date) -> None:
    """The checks and the engine agree on which escalations end, and in which every step has a day."""
    rules = loaded(text)
    found = {each.code for check in CHECKS for each in check.run(Review(rules.index, begins))}
    answers = [rules.escalate(name, begins) for name in rules.index.corpus.escalations]
    endless = [each for each in answers if each.settled is None]
    assert bool(endless) == bool(found & {"SR501", "SR502"}) or "SR501" in found
    if not found & {"SR501", "SR502", "SR503"}:
        for answer in answers:
            assert answer.settled is not None and answer.settled.day is not None
            assert all(step.deadline for step in answer.steps)
