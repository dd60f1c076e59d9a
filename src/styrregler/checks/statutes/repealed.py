"""SR202: references to an act that has been repealed as of the day of the review."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Citation, Review
from styrregler.diagnostics import Severity
from styrregler.logic import Known, truth
from styrregler.model import Act, Order
from styrregler.values import Quantity

SHOWN = 5
_NUMBER = re.compile(r"(?<!\d)\d{4}:\d+(?!\d)")


@check("SR202", "upphävd författning", Severity.WARNING)
def repealed(review: Review) -> Iterator[Remark]:
    """Lagrummet står i en lag som har upphört att gälla. Beslut i dag kan inte stödjas på den.

    En förkortning betyder den lag som gällde när ordningen skrevs, eller senast ändrades eller gicks igenom
    (`ändrad`, `granskad`). En ordning från 2014 som hänvisar till KL menar 1991 års kommunallag, också i dag.

    Ta reda på vilket lagrum som gäller nu, skriv det, och skriv när ordningen ändrades. Meddelandet nämner den nya lagen
    och, där det är känt, paragrafen. Samma nummer betyder sällan samma sak i den nya lagen.

    Ett `villkor` i fritext som nämner en upphävd lag med dess nummer, «(1991:900)», är samma sak.

    En ordning för äldre ärenden (`gäller ärenden inledda före …`) får hänvisa till lagen som gällde då. Det är en upplysning.
    """
    groups: dict[tuple[str, str], list[Citation]] = {}
    for each in review.citations:
        act = review.rules.acts.get(each.basis.act)
        if act is not None and act.period.end is not None and act.period.end < review.day(each.order):
            groups.setdefault((each.order.name, act.name), []).append(each)
    successors = _Successors({act.replaces: act for act in review.rules.corpus.acts if act.replaces})
    for (_, name), cited in groups.items():
        act, order = review.rules.acts[name], cited[0].order
        older = _for_older_cases(order, act)
        remark = Remark(
            _message(act, cited),
            cited[0].basis.place,
            why="lagen gällde när ärendena inleddes, och ordningen är bara för dem"
            if older
            else "ett beslut kan inte stödjas på en lag som inte gäller",
            remedy="låt det stå så länge sådana ärenden pågår; avsluta sedan ordningen («gäller från … till …»)"
            if older
            else successors.advice(act, cited),
            heading=cited[0].heading if len(cited) == 1 else order.title,
            related=tuple((each.basis.place, str(each.basis.ref)) for each in cited[1:SHOWN]),
        )
        yield remark.at_most(Severity.INFO) if older else remark
    yield from _in_words(review, successors)


def _in_words(review: Review, successors: "_Successors") -> Iterator[Remark]:
    """Conditions in free text that name a repealed act by its number: «enligt kommunallagen (1991:900)»."""
    by_number = {act.sfs: act for act in review.rules.corpus.acts if act.period.end is not None}
    for order in review.orders:
        for text in order.texts:
            if text.keyword != "villkor":
                continue
            for number in dict.fromkeys(_NUMBER.findall(text.text)):
                act = by_number.get(number)
                if act is None or (act.period.end or date.max) >= review.day(order):
                    continue
                remark = Remark(
                    f"villkoret nämner {act.abbreviation} ({number}), som gällde till och med {act.period.end}",
                    text.place,
                    why="den som läser villkoret söker i en lag som inte gäller",
                    remedy=successors.advice(act, []),
                    heading=f"{order.title} › {text.where}" if text.where else order.title,
                )
                yield remark.at_most(Severity.INFO) if _for_older_cases(order, act) else remark


def _message(act: Act, cited: list[Citation]) -> str:
    ended = f"{act.abbreviation} ({act.sfs}), som gällde till och med {act.period.end}"
    if len(cited) == 1:
        ref = cited[0].basis.ref
        return (
            f"{ref} är ett lagrum i {ended}"
            if ref.chapter or ref.sections
            else f"hänvisningen är till {ended}"
        )
    return f"{len(cited)} lagrum i ordningen står i {ended}"


def _for_older_cases(order: Order, act: Act) -> bool:
    """Whether the order is for cases opened while the act was in force."""
    if order.opened is None or act.period.end is None:
        return False
    return truth(order.opened, Known({"inlett": Quantity.of_day(act.period.end)})) is True


@frozen
class _Successors:
    """The acts that stand in the place of others, by the name of the one replaced."""

    heirs: Mapping[str, Act]

    def advice(self, act: Act, cited: list[Citation]) -> str:
        heir = self.heirs.get(act.name)
        while heir is not None and heir.name in self.heirs:
            heir = self.heirs[heir.name]
        if heir is None:
            return "ta bort hänvisningen, eller skriv det lagrum som gäller nu"
        pairs = [
            f"{each.old} motsvaras av {each.new}" + ("" if each.verified else " (inte kontrollerat)")
            for cite in cited
            for each in act.equivalents_of(cite.basis.ref)
        ]
        told = "; ".join(list(dict.fromkeys(pairs))[:SHOWN])
        which = told or "slå upp vilket lagrum där som motsvarar det"
        return f"ersatt av {heir.in_a_sentence}: {which}"
