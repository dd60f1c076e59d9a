"""Every block that a goal may be fulfilled by, of whatever kind, under its name.

In: a rule set.  Out: :class:`Block`.  Refuses to say more of a block than what it is called, where and when it holds, and
whether anything is written in it.
"""

from collections.abc import Iterator

from attrs import frozen

from styrregler.model import Agreed
from styrregler.ruleset import RuleSet
from styrregler.text import Place
from styrregler.values import Period


@frozen
class Block:
    """A block (block): ``bodies`` empty for the whole municipality."""

    name: str
    title: str
    kind: str
    written: bool = True
    bodies: frozenset[str] = frozenset()
    period: Period = Period()
    draft: bool = False
    place: Place | None = None

    def concerns(self, board: str) -> bool:
        """Whether it holds for ``board``; for an empty one it does."""
        return not board or not self.bodies or board in self.bodies


def blocks_of(rules: RuleSet) -> dict[str, Block]:
    """All of them by name; of several with one name, the last that holds longest."""
    return {each.name: each for each in (*_organisation(rules), *interplay_blocks(rules))}


def _organisation(rules: RuleSet) -> Iterator[Block]:
    corpus = rules.corpus
    for bodies in corpus.bodies.values():
        yield Block(bodies.name, bodies.title, bodies.kind.value, not bodies.being_set_up)
    for role in corpus.roles.values():
        yield Block(role.name, role.title, "roll")
    for order in corpus.orders:
        yield Block(
            order.name,
            order.title,
            order.kind.value,
            bool(order.rules),
            period=order.period,
            draft=order.draft,
        )


def interplay_blocks(rules: RuleSet) -> Iterator[Block]:
    """What is agreed beside orders, kind by kind: from escalations to what the boards are for."""
    corpus = rules.corpus
    routes = {each.agreed.place for each in corpus.routes.values()}
    for path in corpus.escalations.values():
        yield Block(
            path.name,
            path.title,
            "eskalering",
            bool(path.stages),
            frozenset(path.bodies),
            draft=path.draft,
            place=path.place,
        )
    for boundary in corpus.boundaries:
        yield _agreed(boundary.agreed, "gräns", boundary.terms)
    for ways in corpus.assignments:
        yield _agreed(ways.agreed, "uppdragsvägar", ways.ways)
    for channels in corpus.channels:
        if channels.agreed.place not in routes:
            yield _agreed(channels.agreed, "kanaler", (*channels.channels, *channels.expectations))
    for route in corpus.routes.values():
        yield _agreed(route.agreed, "ärendegång", route.phases)
    for deviation in corpus.deviations:
        yield _agreed(deviation.agreed, "avvikelse", (*deviation.reports, *deviation.measures))
    for code in corpus.codes:
        yield _agreed(code.agreed, "uppförandekod", code.rules)
    for goal in corpus.goals:
        yield _agreed(goal.agreed, "effektmål", (goal.agreed,))
    for commission in corpus.commissions:
        yield _agreed(commission.agreed, "uppdrag", (commission.agreed,))
    for purpose in corpus.purposes:
        agreed = purpose.agreed
        yield Block(
            purpose.body, agreed.title, "verksamhetsidé", purpose.written, frozenset(), agreed.period, agreed.draft,
            agreed.place,
        )  # fmt: skip


def _agreed(agreed: Agreed, kind: str, holds: tuple[object, ...]) -> Block:
    return Block(
        agreed.name, agreed.title, kind, bool(holds), agreed.bodies, agreed.period, agreed.draft, agreed.place
    )
