"""SR440: a rule of conduct that rests on no value."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity


@check("SR440", "regeln grundas inte på någon värdering", Severity.WARNING)
def ungrounded(review: Review) -> Iterator[Remark]:
    """En regel i uppförandekoden säger inte vilken värdering den grundas på.

    En regel vars skäl ingen ser följs bara så länge någon tittar på. Utan värdering går det inte heller att säga vad som är
    rätt i det fall som regeln inte nämner.

    Lägg till `grundas på` under regeln, med ett eller flera av orden i `värdegrund`.
    """
    for code in review.in_force(review.rules.corpus.codes):
        for rule in code.rules:
            if not rule.values:
                example = code.values[0] if code.values else "respekt"
                yield Remark(
                    f"regeln «{rule.title}» grundas inte på någon värdering",
                    rule.place,
                    why="utan skäl vet ingen hur regeln ska förstås i ett nytt fall",
                    remedy=f"lägg till en rad under regeln, till exempel «grundas på {example}»",
                    heading=code.agreed.title,
                )
