"""The organisation: who belongs to whom, and who leads what.

In: a rule set, a day, and at most the name of a body.  Out: a :class:`Picture`.  Refuses to guess where a body belongs: only
a board of a municipality with one council is placed under the council.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from styrregler.exporters.pictures.graph import BULLET, Arrow, Box, Outline, Picture
from styrregler.model import Body, BodyKind, Role
from styrregler.ruleset import RuleSet


def organisation(rules: RuleSet, on: date, name: str = "") -> Picture:
    """All bodies; or the one called ``name`` and all under it, then with their roles."""
    above = dict(_above(rules))
    below: dict[str, list[str]] = {}
    for each, parent in above.items():
        below.setdefault(parent, []).append(each)
    shown = (
        list(_under(name, below))
        if name
        else [each for each in rules.corpus.bodies if _connected(each, above, below, rules)]
    )
    bodies, known = rules.corpus.bodies, frozenset(shown)
    roles = _roles(rules) if name else {}
    boxes = tuple(_box(bodies[each], rules, on, roles.get(each, [])) for each in shown)
    arrows = tuple(
        _arrow(bodies[each], above[each])
        for each in sorted(shown, key=lambda each: bodies[each].kind.rank)
        if above.get(each, "") in known
    )
    title = f"Organisation, {bodies[name].title if name else _municipality(rules)}".removesuffix(", ")
    return Picture(
        title,
        f"Organisationen den {on}: {len(boxes)} organ och vilka de hör till.",
        boxes,
        arrows,
        across=True,
        wide=bool(name),
        note="Streckad pil: äger." if any(arrow.weak for arrow in arrows) else "",
    )


def _municipality(rules: RuleSet) -> str:
    """Whose organisation it is: the municipality where the rules name one, else what the folder is called."""
    titles = [each.title for each in rules.corpus.bodies.values() if each.kind is BodyKind.MUNICIPALITY]
    return titles[0] if len(titles) == 1 else rules.name


def _above(rules: RuleSet) -> Iterator[tuple[str, str]]:
    bodies = rules.corpus.bodies
    councils = [body.name for body in bodies.values() if body.kind is BodyKind.COUNCIL]
    for name, body in bodies.items():
        if body.belongs_to or body.owned_by:
            yield name, body.belongs_to or body.owned_by
        elif body.kind is BodyKind.BOARD and len(councils) == 1:
            yield name, councils[0]


def _connected(name: str, above: Mapping[str, str], below: Mapping[str, list[str]], rules: RuleSet) -> bool:
    """A municipality that nothing belongs to, as a neighbour named in an agreement, is no part of the organisation."""
    return rules.corpus.bodies[name].kind is not BodyKind.MUNICIPALITY or name in above or name in below


def _under(name: str, below: Mapping[str, list[str]]) -> Iterator[str]:
    waiting, seen = [name], {name}
    while waiting:
        yield (each := waiting.pop())
        new = [other for other in below.get(each, ()) if other not in seen]
        seen.update(new)
        waiting += reversed(new)


def _arrow(body: Body, parent: str) -> Arrow:
    owned = not body.belongs_to and bool(body.owned_by)
    return Arrow(parent, body.name, weak=owned)


def _box(body: Body, rules: RuleSet, on: date, roles: list[Role]) -> Box:
    corpus = rules.corpus
    lines = [body.kind.value + (f", {body.abbreviation}" if body.abbreviation else "")]
    if body.being_set_up:
        lines.append("håller på att inrättas")
    if body.chair and (persons := rules.persons(body.chair, on)):
        lines.append(f"ordförande: {', '.join(persons)}")
    if body.led_by in corpus.roles:
        lines.append(f"leds av: {corpus.roles[body.led_by].title}")
    lines += [f"{BULLET}{role.title}" for role in roles if role.name != body.led_by]
    top = body.kind in (BodyKind.COUNCIL, BodyKind.BOARD)
    return Box(body.name, body.title, tuple(lines), Outline.DOUBLE if top else Outline.PLAIN)


def _roles(rules: RuleSet) -> Mapping[str, list[Role]]:
    """The roles of each body: its chairs, and those that belong to it."""
    found: dict[str, list[Role]] = {}
    roles = rules.corpus.roles
    for body in rules.corpus.bodies.values():
        for name in (body.chair, *body.vice_chairs):
            if name in roles:
                found.setdefault(body.name, []).append(roles[name])
    for role in roles.values():
        known = found.setdefault(role.unit, [])
        if role.unit and role not in known:
            known.append(role)
    return found
