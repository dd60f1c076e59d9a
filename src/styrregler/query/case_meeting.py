"""The meeting that a case is to be decided at: a day or a week as asked, and whether the body meets then.

In: a day or a week, and the question.  Out: the day of the meeting, or what is wrong with it and when the body does meet.
"""

from datetime import date

from styrregler.query.case_way import CaseQuestion, anchor_of, way_of
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Week


def met_on(asked: date | Week, question: CaseQuestion, rules: RuleSet) -> date | Fault:
    """The day on which the body of the case meets. A body whose days nobody has listed may meet any day."""
    stages, _, _ = way_of(rules, question)
    at = anchor_of(stages, rules)
    if at is None:
        return Fault(
            "i ärendegången sammanträder inget organ", "fråga utan sammanträde, med den dag då ärendet väcks"
        )
    stage = stages[at]
    body = rules.corpus.bodies.get(stage.body)
    if body is None:
        concerned = sorted(rules.corpus.routes[question.name].agreed.bodies)
        return Fault(
            "det är inte sagt vilken nämnd som sammanträder",
            f"ange nämnden med --organ{': ' + ', '.join(concerned) if concerned else ''}",
        )
    if question.start is not None and isinstance(asked, date) and question.start > asked:
        return Fault(
            f"ärendet väcks {question.start}, efter sammanträdet {asked}",
            "ange ett sammanträde efter den dag då ärendet väcks",
        )
    if isinstance(asked, Week):
        days = sorted(day for day in stage.listed if day in asked)
        if days:
            return days[0]
        return Fault(f"{body.title} sammanträder inte {asked}", _near(asked.start, stage.listed))
    if stage.listed and asked not in stage.listed:
        return Fault(f"{body.title} sammanträder inte {asked}", _near(asked, stage.listed))
    return asked


def _near(day: date, listed: tuple[date, ...]) -> str:
    """The meetings on either side."""
    before = max((each for each in listed if each < day), default=None)
    after = min((each for each in listed if each > day), default=None)
    near = " och ".join(str(each) for each in (before, after) if each)
    return f"sammanträden i närheten: {near}" if near else "lägg till sammanträdesdagar i organets block"
