"""SR408: an employed role that decides and has nobody above it."""

from collections.abc import Iterator, Mapping

from styrregler.checks.check import Remark, check
from styrregler.checks.people.deciding import Deciding, deciding, led
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Body, BodyKind, RoleKind

_TREE = (BodyKind.ADMINISTRATION, BodyKind.UNIT)


@check("SR408", "rollen har ingen chef", Severity.WARNING)
def no_chief(review: Review) -> Iterator[Remark]:
    """Rollen beslutar, är inte överst, och ändå går det inte att se vem som är dess chef.

    Chefen behövs när delegaten är jävig eller borta (`närmaste chef`, `överordnad`), och för den som undrar vem som kan ta
    över ärendet. Chefen följer trädet, `tillhör` och `leds av`, eller skrivs med `närmaste chef` på rollen.

    Att den som leder en förvaltning inte har någon chef är i sin ordning när ingen annan förvaltningschef har någon. Har
    de andra det är det oftast en rad som saknas. En roll som `finns i varje` enhet är bara en upplysning.
    """
    hierarchy = review.rules.hierarchy
    corpus = review.rules.corpus
    leads = {name: body for name, body in led(review).items() if body.kind in _TREE}
    heads = {name for name, body in leads.items() if body.kind is BodyKind.ADMINISTRATION}
    chiefs = {hierarchy.chief(name) for name in heads} - {""}
    derived = bool(leads) or any(role.chief for role in corpus.roles.values())
    for each in deciding(review) if derived else ():
        role = each.role
        if role.kind is not RoleKind.EMPLOYEE or hierarchy.chief(role.name):
            continue
        if role.in_each:
            if role.in_each == BodyKind.UNIT.value:
                yield _remark(each, Severity.INFO)
        elif role.name in leads:
            if chiefs and role.name not in chiefs and _is_top(leads[role.name], corpus.bodies):
                yield _remark(each)
        elif role.unit and not _is_headless(role.unit, corpus.bodies):
            yield _remark(each)


def _is_top(body: Body, bodies: Mapping[str, Body]) -> bool:
    """Whether no administration or unit stands above it, so that only a clause on the role can name a chief."""
    above = bodies.get(body.belongs_to)
    return above is None or above.kind not in _TREE


def _is_headless(name: str, bodies: Mapping[str, Body]) -> bool:
    """Whether a unit on the way up has no head: then the fault is the unit's."""
    body = bodies.get(name)
    while body is not None:
        if body.kind in _TREE and not body.led_by:
            return True
        body = bodies.get(body.belongs_to)
    return False


def _remark(each: Deciding, severity: Severity | None = None) -> Remark:
    return Remark(
        f"{each.role.title} har ingen chef",
        each.role.place,
        why="rollen beslutar enligt en ordning, och ingen kan träda in som överordnad",
        remedy=f"lägg till «närmaste chef …» på «roll {each.role.name}»",
        severity=severity,
        related=((each.place, "här beslutar rollen"),),
    )
