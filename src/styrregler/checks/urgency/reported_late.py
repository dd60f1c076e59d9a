"""SR213: urgent decisions reported otherwise than at the board's next meeting."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.checks.urgency.rows import conditions_of, urgent_rows
from styrregler.diagnostics import Severity
from styrregler.logic import Known, truth
from styrregler.logic.expr import NO, YES
from styrregler.model import BodyRef, Order, Reporting, Rule
from styrregler.query.otherwise import URGENCY
from styrregler.values import TimingKind

_IN_TIME = (TimingKind.NEXT_MEETING, TimingKind.AT_ONCE, TimingKind.SAME_DAY)


@check(
    "SR213",
    "brådskande beslut anmäls inte vid nästa sammanträde",
    Severity.ERROR,
    situation="brådskande-anmäls-senare",
)
def reported_late(review: Review) -> Iterator[Remark]:
    """Ett beslut som ordföranden eller en ledamot har fattat i nämndens ställe ska anmälas vid nämndens nästa sammanträde.

    Det gäller undantagslöst, också när andra delegationsbeslut anmäls mer sällan eller inte alls, och till nämnden själv. Lagens regel gäller
    även om ordningen säger något annat; svaret från `styrregler vem` säger därför nästa sammanträde.

    Skriv `anmäls till nämnden nästa sammanträde` i punkten. En punkt som bara heter «brådskande» utan att vara märkt
    med `rör` är en varning.
    """
    seen: set[tuple[str, int]] = set()
    for row in urgent_rows(review):
        seen.add(row.rule.key)
        yield from _late(
            row.order, row.rule, row.rule.reporting, severity=Severity.WARNING if row.seems else None
        )
    for order, rule in review.rows():
        if rule.key not in seen and _decides_urgently(rule):
            # What is said of other cases does not matter where something is said of the urgent ones.
            known = Known({URGENCY: YES})
            lines = [
                line for line in rule.reporting if line.when is None or truth(line.when, known) is not False
            ]
            yield from _late(order, rule, tuple(lines), severity=Severity.WARNING)


def _decides_urgently(rule: Rule) -> bool:
    """Whether somebody decides just when it is urgent: «dock sn-ordförande när brådska»."""
    urgent, other = Known({URGENCY: YES}), Known({URGENCY: NO})
    return any(
        truth(when, other) is False and truth(when, urgent) is not False for when in conditions_of(rule)
    )


def _late(
    order: Order, rule: Rule, lines: tuple[Reporting, ...], *, severity: Severity | None
) -> Iterator[Remark]:
    """A remark where something is said, but nothing of what the law demands."""
    board = BodyRef(order.body)
    in_time = [
        line for line in lines if line.to == board and (line.timing is None or line.timing.kind in _IN_TIME)
    ]
    if not lines or in_time or not (rule.alternatives or rule.overrides):
        return
    line = lines[0]
    how = (
        "anmäls inte"
        if line.to is None
        else f"anmäls {line.timing}"
        if line.to == board
        else "anmäls inte till nämnden"
    )
    yield Remark.on(
        rule,
        order,
        f"brådskande beslut {how}",
        line.place,
        remedy="skriv «anmäls till nämnden nästa sammanträde» i punkten",
        severity=severity,
    )
