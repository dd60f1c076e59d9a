"""A case as a state machine: no way is stuck, every declared end can be reached, and dates never run backwards.

A random municipality writes ways with returns, conditions, referrals and meetings. The machine takes a case through one of
them from phase to phase: it goes on, is sent back, is tabled until the body meets again, or is opened anew. What the engine
says beforehand must be what the machine meets, and what the checks let pass must come to an end.
"""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from styrregler.checks import Review
from styrregler.checks.case import CHECKS
from styrregler.library import QuestionFault, Rules
from styrregler.model import CaseRoute
from styrregler.query.case import CaseAnswer
from styrregler.values.calendar import is_working_day
from styrregler.workspace import compile_sources
from tests import kit

STARTS = st.dates(date(2025, 1, 1), date(2031, 12, 31))
"""Over two leap days, every kind of new year's eve, and a year of 53 weeks."""
MEETINGS = [date(2025, 1, 8) + timedelta(21 * each) for each in range(1200)]
ORGANISATION = (
    kit.ORGANISATION.replace("2026-02-24, 2026-03-24", ", ".join(map(str, MEETINGS)))
    .replace("2026-03-18, 2026-04-22", ", ".join(map(str, MEETINGS[1:])))
    .replace(
        '"Kommunfullmäktige" (KF)',
        f'"Kommunfullmäktige" (KF)\n        sammanträder {", ".join(map(str, MEETINGS[2:]))}',
    )
)
WHO = ("jurist", "handläggare", "socialchef", "ordförande", "nämnden", "kommunstyrelsen", "kommunfullmäktige")
ENDS = ("slut", "avskrivet", "överlämnat")
FACTS = ("brådska", "principiellt")

amounts = st.integers(1, 30)
times = st.one_of(
    amounts.map(lambda count: f"inom {count} arbetsdagar"),
    amounts.map(lambda count: f"inom {count} dagar"),
    st.integers(1, 6).map(lambda count: f"inom {count} veckor"),
    st.integers(1, 4).map(lambda count: f"inom {count} månader"),
    st.just("senast samma dag"),
    amounts.map(lambda count: f"senast {count} dagar före sammanträde"),
    amounts.map(lambda count: f"senast {count} arbetsdagar efter fas-0"),
    STARTS.map(lambda day: f"senast {day}"),
    st.just(""),
)
slowly = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def ways(draw: st.DrawFn, *, sound: bool) -> str:
    """A way of some phases. ``sound``: the last leads to the ends, and the others on; else anywhere."""
    count = draw(st.integers(1, 6))
    names = [f"fas-{number}" for number in range(count)]
    text = 'ärendegång väg "Väg"\n    slut avskrivet "Avskrivs"\n    slut överlämnat "Lämnas över"\n'
    for number, name in enumerate(names):
        text += f'    fas {name} "Fas {number}"\n        ansvarig {draw(st.sampled_from(WHO))}\n'
        if time := draw(times):
            text += f"        {time}\n"
        if draw(st.integers(0, 3)) == 0:
            text += f"        remiss socialchef, kommunstyrelsen inom {draw(amounts)} dagar\n"
        if draw(st.integers(0, 2)) == 0:
            text += f'        moment "Görs" senast {draw(amounts)} dagar före sammanträde\n'
        if draw(st.integers(0, 2)) == 0:
            text += f'        åter till {draw(st.sampled_from(names[: number + 1]))} "när något saknas"\n'
        text += _onward(draw, names, number, sound=sound)
    return text


def _onward(draw: st.DrawFn, names: list[str], number: int, *, sound: bool) -> str:
    if sound and number + 1 == len(names):
        return "        nästa avskrivet när brådska\n              överlämnat när principiellt\n              slut annars\n"
    if sound:
        skipped = draw(st.sampled_from(names[number + 1 :]))
        return f"        nästa {skipped} när {draw(st.sampled_from(FACTS))}\n              {names[number + 1]} annars\n"
    to = st.sampled_from([*names, *ENDS])
    lines = draw(st.lists(st.tuples(to, st.sampled_from((*FACTS, ""))), max_size=3))
    said = [f"{name}{f' när {fact}' if fact else ''}" for name, fact in lines]
    return "        nästa " + "\n              ".join(said) + "\n" if said else ""


def loaded(text: str) -> Rules:
    """Without the statutes, which nothing here rests on; with the two judgements that choose the way."""
    facts = "".join(f'uppgift {name} "Är det {name}?"\n    bedöms av delegaten\n' for name in FACTS)
    sources = [kit.source(each, f"prov{n}.styr") for n, each in enumerate((ORGANISATION, facts, text))]
    return kit.sound(Rules(compile_sources(sources, "prov", law=False)))


def route_of(rules: Rules) -> CaseRoute:
    return rules.index.corpus.routes["väg"]


def days_of(answer: CaseAnswer) -> list[date]:
    return [day for each in answer.phases if each.number for day in (each.begins, each.deadline) if day]


class Case(RuleBasedStateMachine):
    """One case, from the day it is opened until it ends."""

    @initialize(
        text=ways(sound=True),
        begins=STARTS,
        facts=st.fixed_dictionaries({each: st.booleans() for each in FACTS}),
    )
    def opened(self, text: str, begins: date, facts: dict[str, bool]) -> None:
        self.rules, self.facts = loaded(text), facts
        self.route = route_of(self.rules)
        self.begins = begins
        self.plan()

    def plan(self) -> None:
        self.answer = self.rules.case("väg", self.facts, start=self.begins, body="SN", on=self.begins)
        self.way = [each for each in self.answer.phases if each.number]
        self.at, self.ended, self.today = 0, False, self.begins
        assert days_of(self.answer) == sorted(days_of(self.answer))
        assert self.answer.ends in ENDS

    @property
    def phase(self) -> str:
        return self.way[self.at].name

    @precondition(lambda self: not self.ended)
    @rule()
    def goes_on(self) -> None:
        """The phase is over: the way out that the answer took leads to the next phase, or to the end it promised."""
        here = self.way[self.at]
        (taken,) = {each.to for each in here.ways if each.taken}
        if here.deadline is not None:
            assert here.deadline >= self.today or here.begins is None
            self.today = max(self.today, here.deadline)
        if self.at + 1 == len(self.way):
            assert taken == self.answer.ends
            self.ended = True
        else:
            self.at += 1
            assert taken == self.phase
            assert self.way[self.at].begins == here.deadline

    @precondition(lambda self: not self.ended)
    @rule(data=st.data())
    def is_sent_back(self, data: st.DataObject) -> None:
        """Wherever it is sent back to, an end can still be reached."""
        returns = self.route.by_name[self.phase].returns
        assume(returns)
        to = data.draw(st.sampled_from(returns)).to
        assert to in self.route.ending
        names = [each.name for each in self.way]
        if to in names[: self.at + 1]:
            self.at = names.index(to)
            self.today = self.way[self.at].begins or self.begins

    @precondition(lambda self: self.ended)
    @rule()
    def is_opened_again(self) -> None:
        self.begins = min(self.today, date(2040, 1, 1))
        self.plan()

    @rule(fact=st.sampled_from(FACTS))
    def turns_out_otherwise(self, fact: str) -> None:
        """What is known changes the way and never leaves it without an end."""
        self.facts = {**self.facts, fact: not self.facts[fact]}
        self.plan()


TestCase = Case.TestCase
TestCase.settings = settings(slowly, stateful_step_count=20)


@slowly
@given(ways(sound=True))
def test_every_declared_end_can_be_reached(text: str) -> None:
    rules = loaded(text)
    route = route_of(rules)
    assert set(ENDS) <= route.reached()
    assert route.ending == frozenset(route.by_name)
    asked = ({"brådska": True}, {"brådska": False, "principiellt": True}, dict.fromkeys(FACTS, False))
    reached = {rules.case("väg", facts, body="SN", start=date(2026, 1, 1)).ends for facts in asked}
    assert reached == {"avskrivet", "överlämnat", "slut"}


@slowly
@given(ways(sound=False), STARTS, st.sampled_from(("start", "meeting", "both")))
def test_any_way_answers_and_its_days_never_run_backwards(text: str, begins: date, known: str) -> None:
    rules = loaded(text)
    meeting = next(day for day in MEETINGS if day >= begins) if known != "start" else None
    start = begins if known != "meeting" else None
    try:
        answer = rules.case("väg", body="SN", start=start, meeting=meeting, on=begins)
    except QuestionFault:
        assert meeting  # nobody meets on the way, or another body does on other days
        return
    days = days_of(answer)
    assert days == sorted(days)
    if known == "start":  # a body meets after the day from which it is waited for, and never twice on a day
        met = [each.deadline for each in answer.phases if each.number and each.meets and each.deadline]
        assert all(one < other for one, other in pairwise([begins, *met]))
    for each in answer.phases:
        if each.number is None:
            assert each.begins is None and each.deadline is None
        elif each.meets and each.deadline and not answer.remarks:
            assert each.responsible is not None
            assert each.deadline in rules.index.corpus.bodies[each.responsible.name].meetings


@slowly
@given(st.lists(times, min_size=1, max_size=3), st.lists(times, max_size=2), STARTS)
def test_a_case_that_is_late_for_its_meeting_never_runs_backwards(
    before: list[str], after: list[str], begins: date
) -> None:
    """Opened on a day, and to be decided at the next meeting whether it can be or not."""
    phases = [*(("jurist", each) for each in before), ("nämnden", ""), *(("jurist", each) for each in after)]
    text = 'ärendegång väg "Väg"\n'
    for number, (who, time) in enumerate(phases):
        onward = f"fas-{number + 1}" if number + 1 < len(phases) else "slut"
        text += f'    fas fas-{number} "Fas {number}"\n        ansvarig {who}\n'
        text += (f"        {time}\n" if time else "") + f"        nästa {onward}\n"
    meeting = next(day for day in MEETINGS if day > begins)
    rules = loaded(text)
    answer = rules.case("väg", body="SN", start=begins, meeting=meeting, on=begins)
    days = days_of(answer)
    assert days == sorted(days) and days[0] == begins
    assert answer.phases[len(before)].deadline == meeting
    forwards = rules.case("väg", body="SN", start=begins, on=begins).phases[len(before)].deadline
    late = any("hinns inte med" in each for each in answer.remarks)
    assert forwards is None or forwards > begins  # None: a day that is set has passed
    assert late == (forwards != meeting)


@slowly
@given(st.integers(1, 60), STARTS)
def test_a_phase_counted_in_working_days_ends_on_one(count: int, begins: date) -> None:
    """Over weekends, holidays and year ends."""
    rules = loaded(
        f'ärendegång väg "Väg"\n    fas a "A"\n        ansvarig jurist\n        inom {count} arbetsdagar\n        nästa slut\n'
    )
    (phase,) = rules.case("väg", start=begins).phases
    assert phase.deadline is not None and phase.deadline > begins
    assert is_working_day(phase.deadline)


@slowly
@given(ways(sound=False), STARTS)
def test_what_the_checks_let_pass_comes_to_an_end(text: str, begins: date) -> None:
    """The checks and the engine agree on which ways end, whatever is known of the case."""
    rules = loaded(text)
    found = {each.code for check in CHECKS for each in check.run(Review(rules.index, begins))}
    ways_taken = [
        rules.case("väg", {"brådska": urgent, "principiellt": great}, body="SN", start=begins)
        for urgent in (True, False)
        for great in (True, False)
    ]
    if not found & {"SR622", "SR623"}:
        route = route_of(rules)
        assert route.reached() - route.end_names <= route.ending
        # One that rests on a fact alone may still go round: then the answer says so.
        assert all(each.ends or any("cirkel" in told for told in each.remarks) for each in ways_taken)
