"""What has happened: which deviation it is, what is to be done, by whom and by when, and who is told.

In: what has happened in words, the day it was found, and what is known of it.  Out: a :class:`DeviationAnswer`.  Refuses to
guess: where several deviations fit, or only nearly, they are listed and nothing is said of what to do.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from styrregler.logic import Expr, Known, describe, residual, truth
from styrregler.model import SEVERITY, BodyRef, Deviation, Notice, OpenPoint, Party, StatutoryDuty
from styrregler.query.agreements import in_force
from styrregler.query.answer import Duty, Receipt
from styrregler.query.deadlines import day_by, meetings_of
from styrregler.query.likeness import NEAR, Likeness, liken
from styrregler.query.open_points import open_around
from styrregler.query.people import name_of, title_of
from styrregler.query.question import Question, known_of
from styrregler.query.within_board import within_board
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, Timing, TimingKind, fold

REPORTED = "avvikelse-rapporteras"
"""The situation whose statutes protect whoever reports."""
EVENTS = (
    "avvikelse",
    "avvikelsen",
    "händelse",
    "händelsen",
    "upptäckt",
    "upptäckten",
    "rapport",
    "rapporten",
)
"""What the day of a deviation may be called in a time: «inom 5 arbetsdagar efter upptäckt»."""


@frozen
class Recognised:
    """A deviation that fits (igenkänd avvikelse), and what of the text it was recognised by."""

    deviation: Deviation
    likeness: Likeness


@frozen
class MeasureDue:
    """Something to do: who, what, and by when."""

    duty: Duty
    text: str


@frozen
class Carried:
    """The escalation that carries the deviation on; ``condition`` where it does so only then."""

    name: str
    title: str
    condition: str = ""


@frozen
class Handling:
    """How a deviation is handled (hantering), counted from the day of the answer."""

    deviation: Deviation
    severity: str
    reports: tuple[Duty, ...]
    measures: tuple[MeasureDue, ...]
    escalations: tuple[Carried, ...]
    follow_ups: tuple[Duty, ...]
    protection: tuple[str, ...]
    law: tuple[StatutoryDuty, ...]
    remarks: tuple[str, ...]


@frozen
class DeviationAnswer:
    """What the rules say of what has happened (avvikelsesvar). ``handling`` None: not clear which deviation it is.

    ``candidates`` are all that fit, best first; when none fits whole, those that nearly do, and ``near`` is true.
    ``open_points`` are what they leave open, or what all deviations do where none fits.
    """

    happened: str
    on: date
    body: str
    candidates: tuple[Recognised, ...]
    near: bool
    handling: Handling | None
    receipt: Receipt
    open_points: tuple[OpenPoint, ...] = ()


def what_now(
    happened: str,
    rules: RuleSet,
    on: date,
    body: str = "",
    facts: Mapping[str, Quantity | str] | None = None,
    *,
    proposals: bool = False,
) -> DeviationAnswer:
    """What to do about what has ``happened``, found on ``on``; raises UnreadableRules when a deviation has a fault.

    ``facts`` by name; «allvar» among them goes before the level that the text has.
    """
    known = dict(facts or {})
    deviations = in_force(rules.corpus.deviations, on, body, proposals=proposals)
    candidates, clear = recognise(happened, deviations)
    shown = {name: str(value) for name, value in known.items()}
    return DeviationAnswer(
        happened=happened,
        on=on,
        body=body,
        candidates=candidates,
        near=bool(candidates) and not candidates[0].likeness.whole,
        handling=_handling(clear, rules, on, body, known) if clear else None,
        receipt=Receipt(rules.name, rules.version, on, shown),
        open_points=open_around(
            rules, [each.deviation.agreed for each in candidates], [each.agreed for each in deviations]
        ),
    )


# ---------- which it is


def recognise(
    happened: str, deviations: Iterable[Deviation]
) -> tuple[tuple[Recognised, ...], Deviation | None]:
    """Those that fit, best first, and the one that is meant where that is clear.

    One that is recognised by all that another is recognised by, and by more, goes before it.
    """
    every = tuple(deviations)
    for deviation in every:
        if fold(happened.strip()) in (fold(deviation.name), fold(deviation.title)):
            named = Recognised(deviation, Likeness(deviation.title, frozenset(), 1))
            return (named,), deviation
    found = [
        Recognised(each, likeness) for each in every if (likeness := _best(happened, each)).share >= NEAR
    ]
    found.sort(key=lambda each: (-each.likeness.share, -len(each.likeness.found), each.deviation.name))
    whole = [each for each in found if each.likeness.whole]
    kept = [each for each in whole if not any(each.likeness.found < other.likeness.found for other in whole)]
    return tuple(kept or found), kept[0].deviation if len(kept) == 1 else None


def _best(happened: str, deviation: Deviation) -> Likeness:
    """The wording that fits best; what was found is all that the wordings that fit as well have found."""
    likened = [liken(happened, saying) for saying in deviation.sayings]
    best = max(likened, key=lambda each: (each.share, len(each.found)))
    found = frozenset[str]().union(*(each.found for each in likened if each.share == best.share))
    return evolve(best, found=found)


# ---------- what to do


def _handling(
    deviation: Deviation, rules: RuleSet, on: date, body: str, facts: dict[str, Quantity | str]
) -> Handling:
    severity = str(facts.get(SEVERITY, deviation.severity))
    given = {**facts, **({SEVERITY: severity} if severity else {})}
    case = _Case(rules, on, body, known_of(Question(deviation.name, on, given), rules))
    handling = Handling(
        deviation=deviation,
        severity=severity,
        reports=tuple(case.duties(deviation.reports)),
        measures=tuple(
            MeasureDue(duty, measure.text)
            for measure in deviation.measures
            for duty in case.each(measure.parties, measure.timing, measure.when)
        ),
        escalations=tuple(
            Carried(each.escalation, rules.corpus.escalations[each.escalation].title, condition)
            for each in deviation.onwards
            if (condition := case.condition(each.when)) is not None
        ),
        follow_ups=tuple(case.duties(deviation.follow_ups)),
        protection=tuple(each.text for each in deviation.protection),
        law=rules.duties(REPORTED, on),
        remarks=(),
    )
    return evolve(handling, remarks=tuple(_remarks(handling, rules.corpus.bodies)))


@frozen
class _Case:
    """What the times and conditions are read against."""

    rules: RuleSet
    on: date
    body: str
    known: Known

    def condition(self, when: Expr | None) -> str | None:
        """What is left to be known of a condition; empty when it holds, None when it does not."""
        if when is None:
            return ""
        match truth(when, self.known):
            case True:
                return ""
            case False:
                return None
            case None:
                return describe(residual(when, self.known))

    def duties(self, notices: Iterable[Notice]) -> Iterator[Duty]:
        for notice in notices:
            yield from self.each(notice.parties, notice.timing, notice.when)

    def each(self, parties: Iterable[Party], timing: Timing | None, when: Expr | None) -> Iterator[Duty]:
        condition = self.condition(when)
        for party in parties if condition is not None else ():
            who = within_board(party, self.body, self.rules)
            meeting = who.name if isinstance(who, BodyRef) else self.body
            deadline = day_by(timing, self.on, EVENTS, meetings_of(self.rules, meeting))
            yield Duty(who, title_of(who, self.rules), timing, deadline, condition or "")


def _remarks(handling: Handling, declared: Collection[str]) -> Iterator[str]:
    if handling.deviation.agreed.draft:
        yield "avvikelsen är ett förslag"
    if not handling.reports:
        yield "ingen sägs få veta"
    if not handling.measures:
        yield "ingen åtgärd sägs"
    for measure in handling.measures:
        if measure.duty.deadline is None:
            yield f"åtgärden «{measure.text}» har ingen sista dag"
    meetings = [each for each in duties_of(handling) if _meets(each) and each.deadline is None]
    for title in dict.fromkeys(each.title for each in meetings if name_of(each.party) in declared):
        yield f"{title} har inget kommande sammanträde i reglerna"
    if any(name_of(each.party) not in declared for each in meetings):
        yield "vilken nämnd det gäller är inte sagt, så «nästa sammanträde» har ingen dag"


def duties_of(handling: Handling) -> tuple[Duty, ...]:
    """Everybody who is to be told or to do something."""
    return (*handling.reports, *(each.duty for each in handling.measures), *handling.follow_ups)


def _meets(duty: Duty) -> bool:
    return duty.timing is not None and duty.timing.kind is TimingKind.NEXT_MEETING
