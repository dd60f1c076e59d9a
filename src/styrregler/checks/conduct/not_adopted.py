"""SR443: a body that is bound by the code and has not adopted it."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.query.conduct import conduct


@check("SR443", "ett organ har inte antagit uppförandekoden", Severity.WARNING)
def not_adopted(review: Review) -> Iterator[Remark]:
    """Ett organ som uppförandekoden ska antas av har inte antagit den.

    En kod binder genom att man har ställt sig bakom den. Den som ser att den egna nämnden inte har antagit den läser den som
    någon annans.

    Låt organet anta koden, och lägg till det i `antagen av` med datum och paragraf. Vilka organ som ska anta den står i
    `antas av`; utan den raden är det de organ som koden omfattar, och för förtroendevalda fullmäktige och nämnderna. Har
    fullmäktige antagit koden, och `antas av` saknas, är det en upplysning. Ett beslut med en dag som inte har kommit än räknas
    inte.
    """
    for code in review.decided(review.rules.corpus.codes):
        answer = conduct(code, review.rules, review.on)
        council = any(each.body.name == review.rules.council for each in answer.adopted)
        for body in answer.missing:
            yield Remark(
                f"{body.title} har inte antagit uppförandekoden",
                code.agreed.place,
                why="en kod binder dem som har ställt sig bakom den",
                remedy=f"lägg till «antagen av {body.name} ÅÅÅÅ-MM-DD § …» när organet har antagit den",
                heading=code.agreed.title,
                severity=Severity.INFO if council and not code.adopted_by else None,
            )
