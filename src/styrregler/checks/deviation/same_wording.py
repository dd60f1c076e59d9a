"""SR608: two deviations that are recognised by the same words."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Deviation
from styrregler.values import fold


@check("SR608", "två avvikelser känns igen på samma ord", Severity.INFO)
def same_wording(review: Review) -> Iterator[Remark]:
    """Samma kännetecken står i två avvikelser som gäller samma nämnd.

    Den som beskriver det som har hänt med de orden får då båda att välja mellan.

    Skriv kännetecknen så att de skiljer, eller slå ihop avvikelserna om de hanteras lika.
    """
    seen: dict[str, list[Deviation]] = {}
    for deviation in review.in_force(review.rules.corpus.deviations):
        for wording in dict.fromkeys(map(fold, deviation.wordings)):
            other = next((each for each in seen.get(wording, ()) if _meet(each, deviation)), None)
            seen.setdefault(wording, []).append(deviation)
            if other is not None:
                said = next(each for each in deviation.wordings if fold(each) == wording)
                place = next(text.place for text in deviation.agreed.texts if text.text == said)
                yield Remark(
                    f"«{said}» är kännetecken också för «{other.title}»",
                    place,
                    why="den som använder orden får båda avvikelserna att välja mellan",
                    remedy="skriv kännetecknen så att de skiljer, eller slå ihop avvikelserna",
                    heading=deviation.title,
                    related=((other.agreed.place, "den andra"),),
                )


def _meet(one: Deviation, other: Deviation) -> bool:
    """Whether both are about some same body, and decided."""
    a, b = one.agreed.bodies, other.agreed.bodies
    if one.agreed.draft or other.agreed.draft:
        return False
    return not a or not b or not a.isdisjoint(b)
