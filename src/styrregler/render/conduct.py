"""A code of conduct as text for people and as data.

In: a :class:`ConductAnswer`.  Out: lines, or ``styrregler.conduct/1``.
"""

from collections.abc import Iterator

from styrregler.query.conduct import Adopted, ConductAnswer, Handled
from styrregler.query.named import Someone
from styrregler.render.answer import labelled
from styrregler.render.data import Data, place_data
from styrregler.render.open_points import open_data, open_lines
from styrregler.values import Period


def conduct_text(answer: ConductAnswer) -> str:
    """Whom it binds, its rules, who has adopted it and who has not."""
    return "\n".join(_lines(answer))


def _lines(answer: ConductAnswer) -> Iterator[str]:
    agreed = answer.code.agreed
    yield f"{agreed.title}" + (f", beslutad {agreed.adoption}" if agreed.adoption else "")
    if agreed.draft:
        yield labelled("läge", "förslag")
    if answer.code.agreed.period != Period():
        yield labelled("gäller", str(answer.code.agreed.period))
    if answer.binds:
        yield labelled("binder", ", ".join(each.title for each in answer.binds))
    if answer.code.values:
        yield labelled("värdegrund", ", ".join(answer.code.values))
    for each in answer.adopted:
        yield labelled("antagen av", f"{each.body.title} {each.acceptance.adoption}")
    for body in answer.missing:
        yield labelled("inte antagen", f"av {body.title}")
    for rule in answer.rules:
        yield from _rule(rule)
    for label, text in open_lines(answer.open_points):
        yield labelled(label, text)
    yield labelled("grund", f"{agreed.name} ({agreed.place.path}:{agreed.place.line})")


def _rule(handled: Handled) -> Iterator[str]:
    rule = handled.rule
    values = ", ".join(name for name, _ in rule.values)
    yield f"  {rule.title}" + (f" (grundas på {values})" if values else "")
    for text in rule.does:
        yield f"  {labelled('gör', text)}"
    for text in rule.avoids:
        yield f"  {labelled('undvik', text)}"
    if rule.deviation:
        yield f"  {labelled('hanteras', f'som {handled.deviation or rule.deviation} ({rule.deviation})')}"


def conduct_data(answer: ConductAnswer) -> Data:
    """``styrregler.conduct/1``."""
    agreed = answer.code.agreed
    return {
        "format": "styrregler.conduct/1",
        "name": agreed.name,
        "title": agreed.title,
        "on": answer.on.isoformat(),
        "decided": str(agreed.adoption) if agreed.adoption else None,
        "binds": [_someone(each) for each in answer.binds],
        "values": list(answer.code.values),
        "rules": [_rule_data(each) for each in answer.rules],
        "adopted": [_adopted(each) for each in answer.adopted],
        "not_adopted": [_someone(each) for each in answer.missing],
        "draft": agreed.draft,
        "open": open_data(answer.open_points),
        "source": place_data(agreed.place),
    }


def _someone(who: Someone) -> Data:
    return {"name": who.name, "title": who.title}


def _rule_data(handled: Handled) -> Data:
    rule = handled.rule
    return {
        "name": rule.name,
        "title": rule.title,
        "values": [name for name, _ in rule.values],
        "do": list(rule.does),
        "avoid": list(rule.avoids),
        "deviation": {"name": rule.deviation, "title": handled.deviation or rule.deviation}
        if rule.deviation
        else None,
        "source": place_data(rule.place),
    }


def _adopted(each: Adopted) -> Data:
    adoption = each.acceptance.adoption
    return {
        **_someone(each.body),
        "date": adoption.day.isoformat(),
        "section": adoption.section or None,
        "reference": adoption.reference or None,
    }
