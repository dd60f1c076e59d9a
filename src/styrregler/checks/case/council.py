"""SR624 and SR625: a case that comes to the council without what the law demands before it."""

from collections.abc import Iterator

from attrs import evolve

from styrregler.checks.case.routes import executives, kind_of, routes
from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyKind, CasePhase, CaseRoute

_EXEMPT = "undantar lagen ärendet: skriv «bortse från {code} …» med skälet"


@check(
    "SR624",
    "fullmäktiges ärende är inte berett",
    Severity.ERROR,
    situation="fullmäktigeärende-utan-beredning",
)
def unprepared(review: Review) -> Iterator[Remark]:
    """En väg leder till fullmäktige utan att en nämnd har berett ärendet.

    Innan fullmäktige avgör ett ärende ska det ha beretts av en nämnd vars område det berör, eller av en
    fullmäktigeberedning; har bara beredningen berett det ska en sådan nämnd få yttra sig. Beslut utan beredning kan upphävas
    vid laglighetsprövning.

    Lägg en fas med nämnden som `ansvarig` före den där fullmäktige beslutar. Lagen undantar några slags ärenden, till exempel
    val och avsägelser: har ärendegången bara sådana, skriv `bortse från SR624` med skälet. Gäller vägen bara på villkor är
    meddelandet en varning.
    """
    for route in routes(review):
        prepared = frozenset(phase.name for phase in route.phases if _prepares(phase, review))
        yield from _without(route, prepared, review, "har inte beretts av någon nämnd", "nämnden", "SR624")


@check(
    "SR625",
    "styrelsen får inte yttra sig",
    Severity.ERROR,
    situation="fullmäktigeärende-utan-yttrande",
)
def unheard(review: Review) -> Iterator[Remark]:
    """En väg leder till fullmäktige utan att kommunstyrelsen har fått tillfälle att yttra sig.

    Har en annan nämnd eller en fullmäktigeberedning berett ärendet ska kommunstyrelsen alltid få yttra sig, och lägga fram
    ett förslag om ingen annan har gjort det.

    Lägg en fas med kommunstyrelsen som `ansvarig` före fullmäktige, eller en `remiss` dit. Vad lagen undantar från beredning
    behöver inte heller yttrandet: skriv då `bortse från SR625` med skälet. Gäller vägen bara på villkor är meddelandet en
    varning.
    """
    heads = executives(review)
    if not heads:
        return
    for route in routes(review):
        heard = frozenset(
            phase.name
            for phase in route.phases
            if phase.responsible in heads or any(heads & set(each.to) for each in phase.referrals)
        )
        yield from _without(
            route, heard, review, "har inte varit hos kommunstyrelsen", "kommunstyrelsen", "SR625"
        )


def _prepares(phase: CasePhase, review: Review) -> bool:
    """A board's own phase, or that of a committee of the council that also asks a board."""
    if kind_of(phase.responsible, review) is BodyKind.BOARD:
        return True
    body = review.rules.corpus.bodies.get(phase.responsible)
    of_council = body is not None and kind_of(body.belongs_to, review) is BodyKind.COUNCIL
    return of_council and any(
        kind_of(name, review) is BodyKind.BOARD for each in phase.referrals for name in each.to
    )


def _without(
    route: CaseRoute, needed: frozenset[str], review: Review, lacks: str, who: str, code: str
) -> Iterator[Remark]:
    """The council's phases that are reached by a way round ``needed``; on condition only, a warning."""
    around = route.reached(without=needed)
    always = evolve(route, phases=tuple(map(_unconditional, route.phases))).reached(without=needed)
    for phase in route.phases:
        if kind_of(phase.responsible, review) is BodyKind.COUNCIL and phase.name in around:
            yield Remark(
                f"ett ärende som kommer till fasen «{phase.name}» {lacks}",
                phase.place,
                remedy=f"lägg en fas med «ansvarig {who}» före, eller {_EXEMPT.format(code=code)}",
                heading=route.agreed.title,
                severity=None if phase.name in always else Severity.WARNING,
            )


def _unconditional(phase: CasePhase) -> CasePhase:
    return evolve(phase, onward=tuple(each for each in phase.onward if each.when is None))
