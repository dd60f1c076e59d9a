"""What is told of one decision: the verdict, the row that determines it, the reason and the duties, as flat text.

In: a :class:`CheckResult`.  Out: the cells of its row in an audit.  Days are kept apart from the rest: they are all that
differs between two decisions in the same case.
"""

from collections.abc import Iterable
from datetime import date

from attrs import fields, frozen

from styrregler.model import BodyRef, Outcome
from styrregler.query import Answer, CheckResult
from styrregler.query.answer import Decider, Duty, ReportDuty
from styrregler.query.deadlines import day_by, meetings_of
from styrregler.ruleset import RuleSet
from styrregler.values import Timing

NOT_CHECKED = "not_checked"
"""The verdict on a row that cannot be read as a decision; its reason says why."""


@frozen(cache_hash=True)
class Told:
    """The cells of a row that are the same for every decision in its case; several of a thing are joined by «; »."""

    verdict: str
    reason: str
    rule: str = ""
    title: str = ""
    order: str = ""
    body: str = ""
    deciders: str = ""
    requires: str = ""
    consult: str = ""
    inform: str = ""
    report: str = ""
    form: str = ""
    appeal: str = ""
    missing: str = ""

    @property
    def checked(self) -> bool:
        return self.verdict != NOT_CHECKED


@frozen
class Due:
    """Something to be done within a time; ``body`` is whose meetings count."""

    timing: Timing | None
    body: str


@frozen(cache_hash=True)
class Case:
    """What is told, and what falls due when."""

    told: Told
    inform: tuple[Due, ...] = ()
    report: tuple[Due, ...] = ()


@frozen
class Checked:
    """A row: what is told, and the first days by which somebody is to be informed, and the decision reported."""

    told: Told
    inform_by: date | None = None
    report_by: date | None = None
    report_to: tuple[str, ...] = ()
    """The bodies that it is to be reported to."""


RESULTS = (*(each.name for each in fields(Told)), "inform_by", "report_by")
"""The columns that an audit adds, in order."""


def unchecked(why: str) -> Case:
    return Case(Told(NOT_CHECKED, why))


def checked(result: CheckResult) -> Checked:
    """The row of one decision that was checked by itself."""
    case, found = case_of(result), result.answer
    return Checked(
        case.told,
        min((each.deadline for each in found.inform if each.deadline), default=None),
        min((each.deadline for each in found.report if each.deadline), default=None),
        tuple(each.body for each in case.report),
    )


def on_day(case: Case, on: date, rules: RuleSet, *, dated: bool) -> Checked:
    """The row of a decision in ``case`` made on a day; no day by which when nobody gave the day (``dated``)."""
    inform, report = (first_day(dues, on, rules) if dated else None for dues in (case.inform, case.report))
    return Checked(case.told, inform, report, tuple(each.body for each in case.report))


def first_day(dues: Iterable[Due], on: date, rules: RuleSet) -> date | None:
    """The first day by which any of ``dues`` is to be done, for a decision made ``on``."""
    days = (day_by(each.timing, on, ("beslut", "beslutet"), meetings_of(rules, each.body)) for each in dues)
    return min((day for day in days if day is not None), default=None)


def case_of(result: CheckResult) -> Case:
    """What is told of every decision in the case of ``result``."""
    found = result.answer
    told = Told(
        result.verdict.value,
        result.reason,
        rule=_joined(row.number for row in found.rules) or found.matter.number,
        title=found.matter.title,
        order=found.matter.order,
        body=found.matter.body_title,
        deciders=_deciders(found),
        requires=_joined(_when(each.text, each.condition) for each in found.requires),
        consult=_joined(map(_duty, found.consult)),
        inform=_joined(map(_duty, found.inform)),
        report=_joined(map(_report, found.report)),
        form=_joined(each.form for each in found.report),
        appeal=found.appeal.route if found.appeal else "",
        missing=_joined(each.question for each in result.missing),
    )
    return Case(
        told,
        inform=tuple(Due(each.timing, found.matter.body) for each in found.inform if each.timing),
        report=tuple(
            Due(each.timing, each.to.name if isinstance(each.to, BodyRef) else found.matter.body)
            for each in found.report
            if each.to is not None
        ),
    )


def _deciders(found: Answer) -> str:
    if found.outcome is Outcome.DEPENDS:
        return _joined(f"{each.when}: {_deciders(each.answer)}" for each in found.branches)
    return " eller ".join(map(_decider, found.deciders))


def _decider(each: Decider) -> str:
    return f"{each.title} (om {each.condition})" if each.condition else each.title


def _duty(each: Duty) -> str:
    return _when(f"{each.title} {each.timing}" if each.timing else each.title, each.condition)


def _report(each: ReportDuty) -> str:
    if each.to is None:
        return _when("anmäls inte", each.condition) if each.decided else ""
    words = (each.title, f"via {each.via}" if each.via else "", str(each.timing or ""))
    return _when(" ".join(filter(None, words)), each.condition)


def _when(text: str, condition: str) -> str:
    return f"{text} (när {condition})" if condition else text


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, texts)))
