"""What follows from a decision: whom to ask, inform and report to, by when, and how it is appealed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve

from styrregler.logic import Expr, Known, describe, residual, truth
from styrregler.model import BodyRef, LegalBasis, Notice, Party, Reporting, RoleRef, Rule, RuleKind
from styrregler.query.answer import AppealRoute, Duty, LawReference, ReportDuty, Step
from styrregler.query.asked import Asked
from styrregler.query.deadlines import day_by, meetings_of
from styrregler.query.people import settled, title_of
from styrregler.query.question import Question
from styrregler.ruleset import RuleSet
from styrregler.values import Timing, TimingKind

Following = TypeVar("Following", Duty, Step, ReportDuty)
"""What follows from a decision, perhaps on a condition."""


def condition_text(when: Expr | None, known: Known) -> str | None:
    """Empty when the condition holds, its words when that is not known, None when it does not hold."""
    if when is None:
        return ""
    holds = truth(when, known)
    return None if holds is False else "" if holds else describe(residual(when, known))


def told_apart(groups: Sequence[tuple[str, tuple[Following, ...]]]) -> tuple[Following, ...]:
    """What follows by several rows: what all say, and what only one says with whose decision it follows from.

    ``groups`` are who decides by a row, in words, and what follows by it.
    """
    common = [each for each in groups[0][1] if all(each in others for _, others in groups)] if groups else []
    found = dict.fromkeys(common)
    for who, following in groups:
        for each in following:
            if each not in common:
                condition = " och ".join(filter(None, (f"{who} beslutar", each.condition)))
                found[evolve(each, condition=condition)] = None
    return tuple(found)


def notices(lines: Iterable[Notice], asked: Asked, known: Known) -> tuple[Duty, ...]:
    """Everyone to ask or inform, each once for each time; without a condition where one line has none."""
    found: dict[tuple[Party, object], Duty] = {}
    for line in lines:
        condition = condition_text(line.when, known)
        if condition is None:
            continue
        for party in line.parties:
            party = settled(party, asked.question, asked.rules)
            deadline = deadline_of(line.timing, asked.body, asked.question, asked.rules)
            duty = Duty(party, title_of(party, asked.rules), line.timing, deadline, condition)
            earlier = found.get((party, line.timing))
            if earlier is None or (earlier.condition and not condition):
                found[(party, line.timing)] = duty
    return tuple(found.values())


def deadline_of(timing: Timing | None, body: str, question: Question, rules: RuleSet) -> date | None:
    """The day by which, when a decision date was given and the event is the decision or a meeting of ``body``."""
    if timing is None or not question.dated:
        return None
    return day_by(timing, question.on, ("beslut", "beslutet"), meetings_of(rules, body))


def report(lines: Iterable[Reporting], asked: Asked, known: Known) -> tuple[ReportDuty, ...]:
    """To whom the decision is reported. No line at all: the order does not say, which is said."""
    lines = tuple(lines)
    if not lines:
        return (ReportDuty(None, "", decided=False),)
    found = []
    for line in lines:
        condition = condition_text(line.when, known)
        if condition is None:
            continue
        found.append(
            ReportDuty(
                line.to,
                title_of(line.to, asked.rules) if line.to else "",
                title_of(line.via, asked.rules) if line.via else "",
                line.timing,
                line.form,
                report_by(line.to, line.timing, asked.body, asked.question, asked.rules),
                condition,
            )
        )
    return tuple(found) or (ReportDuty(None, ""),)


def report_by(
    to: Party | None, timing: Timing | None, board: str, question: Question, rules: RuleSet
) -> date | None:
    """The day by which it is to be reported: the meetings are of the body that is told, else of the board."""
    body = to.name if isinstance(to, BodyRef) else board
    return deadline_of(timing, body, question, rules) if to else None


def urgent_report(asked: Asked) -> tuple[ReportDuty, ...]:
    """Urgent decisions are reported at the board's next meeting, whatever the text says."""
    timing = Timing(TimingKind.NEXT_MEETING)
    body = BodyRef(asked.body)
    deadline = report_by(body, timing, asked.body, asked.question, asked.rules)
    return (ReportDuty(body, title_of(body, asked.rules), "", timing, "", deadline),)


def steps(rule: Rule, rules: RuleSet, known: Known) -> Iterator[Step]:
    """Steps before the decision; they do not move it."""
    for each in rule.preconditions:
        condition = condition_text(each.when, known)
        if condition is None:
            continue
        by = f" {'från' if each.granted else 'av'} {title_of(each.by, rules)}" if each.by else ""
        law = f" enligt {each.law.ref}" if each.law else ""
        yield Step(f"{each.step}{by}{law}", condition)


def subdelegation(rule: Rule, rules: RuleSet, known: Known) -> str:
    """Who may delegate the row further, in words; «nej» for nobody, which is also what silence means."""
    permit = rule.subdelegation
    condition = condition_text(permit.when, known) if permit and permit.by else None
    if permit is None or condition is None:
        return "nej"
    names = ", ".join(title_of(RoleRef(name), rules) for name in permit.by)
    return f"av {names}" + (f" när {condition}" if condition else "")


def appeal(rule: Rule, asked: Asked) -> AppealRoute:
    """The way of appeal that the row states, with the law's time for it and when that begins."""
    if rule.appeal is None:
        return AppealRoute("", decided=False)
    route = AppealRoute(rule.appeal.route, rule.appeal.to)
    path = asked.rules.corpus.appeal_paths.get(route.route)
    if path is None or not path.verified or asked.question.on not in path.period:
        return route
    return evolve(route, timing=path.timing, law=tuple(map(str, path.law)))


def bases_of(rule: Rule) -> Iterator[LegalBasis]:
    """The statutes that the row's deciding rests on."""
    yield from rule.law
    for said in (rule.own_right, rule.execution):
        if said and said.law:
            yield said.law


def law(rule: Rule, rules: RuleSet, on: date) -> tuple[LawReference, ...]:
    """The row's statute references, and which of them were repealed by ``on``."""
    return tuple(
        dict.fromkeys(
            LawReference(str(basis.ref), basis.sfs, _repealed(basis.act, rules, on))
            for basis in bases_of(rule)
        )
    )


def _repealed(act: str, rules: RuleSet, on: date) -> date | None:
    known = rules.acts.get(act)
    end = known.period.end if known else None
    return end if end is not None and end < on else None


def remarks(rule: Rule) -> Iterator[str]:
    """What the row says beside the decision: remarks, and what it includes or does not."""
    yield from rule.remarks
    for texts, words in ((rule.includes, "Innefattar"), (rule.excludes, "Innefattar inte")):
        if texts:
            yield f"{words}: {', '.join(texts)}."


def appointments(rows: Iterable[Rule], asked: Asked) -> tuple[str, ...]:
    """Persons appointed (förordnade) for the rows, in force on the day."""
    return tuple(
        dict.fromkeys(
            f"Förordnade: {', '.join(each.persons)} ({each.period})."
            for row in rows
            for each in asked.rules.orders[row.order].appointments
            if row.number in each.numbers and asked.question.on in each.period
        )
    )


def statutory(rule: Rule, asked: Asked, known: Known) -> tuple[str, ...]:
    """Duties that the law imposes because of how the decision is reported (lagplikt), in words."""
    if rule.kind is RuleKind.GENERAL:
        return ()
    lines = [line for line in rule.reporting if condition_text(line.when, known) is not None]
    situation = (
        "anmälan-oreglerad"
        if not rule.reporting
        else "anmäls-inte"
        if not any(line.to for line in lines)
        else ""
    )
    return tuple(
        f"{duty.title} ({', '.join(map(str, duty.law))})."
        for duty in asked.rules.corpus.duties
        if situation in duty.when and asked.question.on in duty.period and duty.applies_to(rule.appeal)
    )
