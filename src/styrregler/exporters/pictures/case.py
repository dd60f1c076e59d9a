"""The way of a case: its phases, what follows each, the ways back, and where it ends.

In: a rule set and the name of a way.  Out: a :class:`Picture`, without days: those depend on the meeting.
"""

from collections.abc import Iterator

from styrregler.exporters.pictures.graph import BULLET, Arrow, Box, Outline, Picture
from styrregler.logic import describe
from styrregler.model import CasePhase, CaseRoute
from styrregler.model.case import END
from styrregler.query import UnreadableRules
from styrregler.query.named import someone
from styrregler.ruleset import RuleSet

_START = "/början"
"""The name of the first box; no phase is called so."""


def way_of_case(rules: RuleSet, name: str) -> Picture:
    """The way called ``name``. Raises UnreadableRules where it has a fault."""
    route = rules.corpus.routes[name]
    if not route.agreed.readable:
        raise UnreadableRules((route.agreed.place,))
    arrows = tuple(_arrows(route))
    return Picture(
        route.agreed.title,
        f"Ett ärendes väg genom {len(route.phases)} faser, med vägar tillbaka och slut.",
        (
            _start(route, rules),
            *(_phase(each, rules) for each in route.phases),
            *_ends(route, {arrow.target for arrow in arrows}),
        ),
        arrows,
        note="Streckad pil: tillbaka." if any(arrow.weak for arrow in arrows) else "",
    )


def _start(route: CaseRoute, rules: RuleSet) -> Box:
    concerned = _titles([name for name in rules.corpus.bodies if name in route.agreed.bodies], rules)
    lines = (
        f"omfattar: {concerned}" if concerned else "",
        f"öppnas av: {_titles(route.opened_by, rules)}" if route.opened_by else "",
    )
    return Box(_START, route.agreed.title, tuple(filter(None, lines)), Outline.ROUNDED)


def _phase(phase: CasePhase, rules: RuleSet) -> Box:
    return Box(phase.name, phase.title, tuple(_lines(phase, rules)))


def _lines(phase: CasePhase, rules: RuleSet) -> Iterator[str]:
    if phase.responsible:
        yield f"ansvarig: {_titles([phase.responsible], rules)}"
    if phase.timing:
        yield f"tid: {phase.timing}"
    if phase.statute:
        yield f"lagens tid: {phase.statute}"
    for moment in phase.moments:
        who = f"{_titles([moment.who], rules)}: " if moment.who else ""
        yield f"{BULLET}{who}{moment.text}" + (f", {moment.timing}" if moment.timing else "")
    for sent in phase.referrals:
        yield f"remiss: {_titles(sent.to, rules)}" + (f" {sent.timing}" if sent.timing else "")
    if phase.tabled:
        yield f"bordläggs: {phase.tabled}"


def _ends(route: CaseRoute, reached: set[str]) -> Iterator[Box]:
    titles = {END: "Slut", **{end.name: end.title for end in route.ends}}
    for name, title in titles.items():
        if name in reached:
            yield Box(name, title, outline=Outline.DOUBLE)


def _arrows(route: CaseRoute) -> Iterator[Arrow]:
    known = {*route.by_name, *route.end_names}
    if route.phases:
        yield Arrow(_START, route.phases[0].name)
    for phase in route.phases:
        for number, onward in enumerate(phase.onward):
            when = "annars" if number else ""
            if onward.to in known:
                yield Arrow(phase.name, onward.to, f"när {describe(onward.when)}" if onward.when else when)
        for back in phase.returns:
            if back.to in known:
                yield Arrow(phase.name, back.to, back.reason, weak=True)


def _titles(names: tuple[str, ...] | list[str], rules: RuleSet) -> str:
    return ", ".join(someone(name, rules).title for name in names)
