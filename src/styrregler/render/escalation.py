"""An escalation as text: each step with who, by when, and who steps in; last who settles it. And as data.

In: an :class:`EscalationAnswer`.  Out: lines for people, or ``styrregler.escalation/1``.
"""

from collections.abc import Iterator

from styrregler.model import ABOUT_DECISION, ABOUT_FORMS
from styrregler.query import EscalationAnswer, EscalationStep, Participant, Settlement
from styrregler.render.answer import duty_text, labelled
from styrregler.render.data import Data, duty_data, party_data, place_data, receipt_data, when_data
from styrregler.render.open_points import open_data, open_lines


def render_escalation(answer: EscalationAnswer) -> str:
    """The whole of it, a line for each thing to know."""
    return "\n".join([f"{answer.title}, från {answer.begins}", *_lines(answer)])


def _lines(answer: EscalationAnswer) -> Iterator[str]:
    for step in answer.steps:
        label = f"steg {step.number}"
        for line in _step(step):
            yield labelled(label, line)
            label = ""
    if answer.settled:
        yield labelled("avgörs av", _settled(answer.settled))
    if answer.about:
        yield labelled("avser", _about(answer.about))
    for duty in answer.inform:
        yield labelled("informera", duty_text(duty))
    for remark in answer.remarks:
        yield labelled("obs", remark)
    for label, text in open_lines(answer.open_points):
        yield labelled(label, text)


def _about(about: tuple[str, ...]) -> str:
    if ABOUT_FORMS not in about:
        return "beslutet"
    with_decision = ABOUT_DECISION in about
    return "beslutet, och hur man arbetar" if with_decision else "hur man arbetar, inte beslutet"


def _step(step: EscalationStep) -> Iterator[str]:
    *head, last = [_named(each.title, each.person) for each in step.participants] or ["ingen"]
    yield f"{', '.join(head)} och {last}" if head else last
    if step.timing:
        yield f"{step.timing}" + (
            f" ({step.deadline})" if step.deadline and str(step.deadline) not in str(step.timing) else ""
        )
    for each in step.participants:
        if each.away:
            yield _away(each)
    for duty in step.inform:
        yield f"informera {duty.title}" + (f" (när {duty.condition})" if duty.condition else "")


def _away(each: Participant) -> str:
    if each.stand_in is None:
        return f"{each.title} är {_reason(each.away)}: ingen träder in"
    stand_in = each.stand_in
    return (
        f"{each.title} är {_reason(each.away)}: "
        f"{_named(stand_in.title, stand_in.person)} träder in ({stand_in.why})"
    )


def _reason(away: str) -> str:
    return "vakant" if away == "ingen innehavare" else away


def _named(title: str, person: str) -> str:
    return f"{title} ({person})" if person else title


def _settled(settled: Settlement) -> str:
    return settled.title + (f" nästa sammanträde ({settled.day})" if settled.day else "")


def escalation_data(answer: EscalationAnswer) -> Data:
    """``styrregler.escalation/1``."""
    settled = answer.settled
    return {
        "format": "styrregler.escalation/1",
        "name": answer.name,
        "title": answer.title,
        "begins": answer.begins.isoformat(),
        "steps": [_step_data(each) for each in answer.steps],
        "settled": None
        if settled is None
        else {
            **party_data(settled.party, settled.title),
            "deadline": settled.day.isoformat() if settled.day else None,
        },
        "about": list(answer.about),
        "inform": [duty_data(each) for each in answer.inform],
        "remarks": list(answer.remarks),
        "draft": answer.draft,
        "open": open_data(answer.open_points),
        "sources": [place_data(each.place) for each in answer.sources],
        "receipt": receipt_data(answer.receipt),
    }


def _step_data(step: EscalationStep) -> Data:
    return {
        "number": step.number,
        "path": step.path,
        "participants": [_participant(each) for each in step.participants],
        "begins": step.begins.isoformat() if step.begins else None,
        **when_data(step.timing, step.deadline),
        "inform": [duty_data(each) for each in step.inform],
    }


def _participant(each: Participant) -> Data:
    stand_in = each.stand_in
    return {
        **party_data(each.party, each.title),
        "person": each.person or None,
        "away": each.away or None,
        "stand_in": None
        if stand_in is None
        else {
            **party_data(stand_in.party, stand_in.title),
            "person": stand_in.person or None,
            "reason": stand_in.why,
        },
    }
