"""What to do about a deviation, as text for people and as data.

In: a :class:`DeviationAnswer`.  Out: lines, or ``styrregler.deviation/1``.
"""

from collections.abc import Iterator

from styrregler.query.answer import Duty
from styrregler.query.deviation import Carried, DeviationAnswer, Handling, MeasureDue, Recognised
from styrregler.render.answer import duty_text, labelled
from styrregler.render.data import Data, duty_data, place_data, receipt_data
from styrregler.render.open_points import open_data, open_lines


def deviation_text(answer: DeviationAnswer) -> str:
    """What to do; or those that fit, for the reader to choose."""
    if answer.handling is not None:
        return "\n".join(_lines(answer.handling, answer))
    if not answer.candidates:
        return "\n".join([f"Ingen avvikelse i reglerna liknar «{answer.happened}»", *_open(answer)])
    head = (
        f"Ingen avvikelse passar helt på «{answer.happened}»; närmast:"
        if answer.near
        else f"Flera avvikelser passar på «{answer.happened}»:"
    )
    return "\n".join([head, *map(_candidate, answer.candidates), *_open(answer)])


def _open(answer: DeviationAnswer) -> Iterator[str]:
    for label, text in open_lines(answer.open_points, None if answer.handling else ""):
        yield labelled(label, text)


def _candidate(each: Recognised) -> str:
    wording = f" – känns igen på «{each.likeness.wording}»"
    return f"  {each.deviation.name}  {each.deviation.title}{wording}"


def _lines(handling: Handling, answer: DeviationAnswer) -> Iterator[str]:
    deviation = handling.deviation
    yield f"{deviation.title}, upptäckt {answer.on}"
    if answer.candidates[0].likeness.found:
        yield labelled("känns igen", f"på «{answer.candidates[0].likeness.wording}»")
    if handling.severity:
        yield labelled("allvar", handling.severity)
    for duty in handling.reports:
        yield labelled("rapportera", f"till {duty_text(duty)}")
    for measure in handling.measures:
        yield labelled("åtgärd", _measure(measure))
    for each in handling.escalations:
        yield labelled("eskaleras", _carried(each))
    for duty in handling.follow_ups:
        yield labelled("följs upp", f"av {duty_text(duty)}")
    for text in handling.protection:
        yield labelled("skydd", text)
    for law in handling.law:
        yield labelled("alltid", f"{law}{'' if law.verified else ' – inte kontrollerat mot lagtexten'}")
    for remark in handling.remarks:
        yield labelled("obs", remark)
    yield from _open(answer)
    agreed = deviation.agreed
    adopted = f", beslutad {agreed.adoption}" if agreed.adoption else ""
    yield labelled("grund", f"{agreed.name}{adopted} ({agreed.place.path}:{agreed.place.line})")


def _measure(measure: MeasureDue) -> str:
    return f"{duty_text(measure.duty)}: {measure.text}"


def _carried(each: Carried) -> str:
    return f"enligt {each.title} ({each.name})" + (f" (när {each.condition})" if each.condition else "")


def deviation_data(answer: DeviationAnswer) -> Data:
    """``styrregler.deviation/1``."""
    handling = answer.handling
    return {
        "format": "styrregler.deviation/1",
        "happened": answer.happened,
        "on": answer.on.isoformat(),
        "body": answer.body or None,
        "candidates": [_candidate_data(each) for each in answer.candidates],
        "near": answer.near,
        "open": open_data(answer.open_points),
        "handling": _handling(handling) if handling else None,
        "receipt": receipt_data(answer.receipt),
    }


def _candidate_data(each: Recognised) -> Data:
    return {
        "name": each.deviation.name,
        "title": each.deviation.title,
        "wording": each.likeness.wording,
        "share": round(each.likeness.share, 3),
    }


def _handling(handling: Handling) -> Data:
    agreed = handling.deviation.agreed
    return {
        "name": agreed.name,
        "title": agreed.title,
        "severity": handling.severity or None,
        "report": _duties(handling.reports),
        "measures": [{**duty_data(each.duty), "text": each.text} for each in handling.measures],
        "escalations": [
            {"name": each.name, "title": each.title, "condition": each.condition or None}
            for each in handling.escalations
        ],
        "follow_up": _duties(handling.follow_ups),
        "protection": list(handling.protection),
        "law": [
            {"title": duty.title, "law": [str(ref) for ref in duty.law], "verified": duty.verified}
            for duty in handling.law
        ],
        "remarks": list(handling.remarks),
        "draft": agreed.draft,
        "adopted": str(agreed.adoption) if agreed.adoption else None,
        "source": place_data(agreed.place),
    }


def _duties(duties: tuple[Duty, ...]) -> list[Data]:
    return [duty_data(each) for each in duties]
