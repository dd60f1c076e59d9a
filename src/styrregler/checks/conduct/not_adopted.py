"""SR443: a body that is bound by the code and has not adopted it."""

import re
from collections.abc import Iterable, Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import OpenPoint
from styrregler.query.conduct import conduct

_ADOPTS = re.compile(r"\ban(?:ta|tar|tas|tagit|tagen|taget|tagna|tagande|tagandet|tog)\b", re.IGNORECASE)
"""The verb, in the forms that a note on adoption may have."""


@check("SR443", "ett organ har inte antagit uppförandekoden", Severity.WARNING)
def not_adopted(review: Review) -> Iterator[Remark]:
    """Ett organ som uppförandekoden ska antas av har inte antagit den.

    En kod binder genom att man har ställt sig bakom den. Den som ser att den egna nämnden inte har antagit den läser den som
    någon annans.

    Låt organet anta koden, och lägg till det i `antagen av` med datum och paragraf. Vilka organ som ska anta den står i
    `antas av`; utan den raden är det de organ som koden omfattar, och för förtroendevalda fullmäktige och nämnderna. Har
    fullmäktige antagit koden, och `antas av` saknas, är det en upplysning. Det är det också när koden själv säger att det
    `ska fyllas i` vilka som ska anta den, eller när. Ett beslut med en dag som inte har kommit än räknas inte, och ett förslag
    till kod behöver ingen ha antagit.
    """
    for code in review.decided(review.rules.corpus.codes):
        answer = conduct(code, review.rules, review.on)
        council = any(each.body.name == review.rules.council for each in answer.adopted)
        undecided = (council and not code.adopted_by) or _left_open(answer.open_points)
        for body in answer.missing:
            yield Remark(
                f"{body.title} har inte antagit uppförandekoden",
                code.agreed.place,
                why="en kod binder dem som har ställt sig bakom den",
                remedy=f"lägg till «antagen av {body.name} ÅÅÅÅ-MM-DD § …» när organet har antagit den",
                heading=code.agreed.title,
                severity=Severity.INFO if undecided else None,
            )


def _left_open(points: Iterable[OpenPoint]) -> bool:
    """Whether the code says that its adoption is not decided: by a note on it, or one that says nothing but «ska fyllas i»."""
    return any(not each.text or _ADOPTS.search(each.text) for each in points if not each.question)
