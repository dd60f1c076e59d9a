"""Escalations: each step with those who talk and their time, and who settles it.

In: a rule set, and at most the name of an escalation.  Out: a :class:`Picture`, without days: those depend on when it begins.
"""

from collections.abc import Iterator

from styrregler.exporters.pictures.graph import BULLET, Arrow, Box, Outline, Picture
from styrregler.model import BodyRef, EscalationPath, Notice
from styrregler.query import UnreadableRules
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet
from styrregler.values import TimingKind

_STILL = "fortfarande oeniga"


def escalations(rules: RuleSet, name: str = "") -> Picture:
    """The escalation called ``name`` and those that carry it on, or all. Raises UnreadableRules where one has a fault."""
    paths = _carried_on(rules, name) if name else tuple(rules.corpus.escalations.values())
    if unread := tuple(path.place for path in paths if not path.readable):
        raise UnreadableRules(unread)
    boxes = [box for path in paths for box in _boxes(path, rules)]
    arrows = [arrow for path in paths for arrow in _arrows(path)]
    title = paths[0].title if name else "Eskalering"
    steps = sum(len(path.stages) for path in paths)
    return Picture(
        title,
        f"Hur en oenighet förs vidare, {steps} steg, och vem som avgör till slut.",
        tuple(boxes),
        tuple(arrows),
    )


def _carried_on(rules: RuleSet, name: str) -> tuple[EscalationPath, ...]:
    chain: dict[str, EscalationPath] = {}
    while name and name not in chain:
        chain[name] = rules.corpus.escalations[name]
        name = chain[name].continues
    return tuple(chain.values())


def _boxes(path: EscalationPath, rules: RuleSet) -> Iterator[Box]:
    bodies = rules.corpus.bodies
    concerned = [bodies[each].title if each in bodies else each for each in path.bodies]
    told = [_notice(each, rules) for each in path.informs]
    lines = [
        *([f"omfattar: {', '.join(concerned)}"] if concerned else []),
        *([f"avser: {', '.join(sorted(path.about))}"] if path.about else []),
        *told,
    ]
    yield Box(path.name, path.title, tuple(lines), Outline.ROUNDED)
    for number, stage in enumerate(path.stages, 1):
        who = [f"{BULLET}{title_of(party, rules)}" for party in stage.parties]
        when = f", {stage.timing}" if stage.timing else ""
        yield Box(f"{path.name}/{number}", f"Steg {number}{when}", tuple(who))
    if path.settled_by is not None:
        says = "avgör, nästa sammanträde" if isinstance(path.settled_by, BodyRef) else "avgör"
        yield Box(_end(path), title_of(path.settled_by, rules), (says,), Outline.DOUBLE)


def _end(path: EscalationPath) -> str:
    return f"{path.name}/avgörs"


def _notice(notice: Notice, rules: RuleSet) -> str:
    who = ", ".join(title_of(party, rules) for party in notice.parties)
    every = notice.timing is not None and notice.timing.kind is TimingKind.EVERY_STEP
    when = " vid varje steg" if every else f" {notice.timing}" if notice.timing else ""
    return f"informera: {who}{when}"


def _arrows(path: EscalationPath) -> Iterator[Arrow]:
    names = [path.name, *(f"{path.name}/{number}" for number in range(1, len(path.stages) + 1))]
    end = _end(path) if path.settled_by is not None else path.continues
    for number, (one, other) in enumerate(zip(names, [*names[1:], end], strict=True)):
        if other:
            yield Arrow(one, other, _STILL if number else "")
