"""SR416: a substitute from the administration of another board."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import BodyRef, OrderKind, RoleKind, RoleRef
from styrregler.query.people import title_of
from styrregler.ruleset import RuleSet
from styrregler.text import Place


@check("SR416", "ersättaren hör till en annan nämnds förvaltning", Severity.INFO)
def substitute_elsewhere(review: Review) -> Iterator[Remark]:
    """Den som ska träda in är anställd under en annan nämnd än den vars ärende det är, och inte chef för delegaten.

    Lagen kräver bara att den är anställd i kommunen, så raden gäller. Men delegaten hör till nämndens egen förvaltning,
    och oftast är det en kollega där som är menad: två förvaltningar kan ha roller med liknande namn.

    Är det meningen: låt raden stå. Den som leder eller är ledamot i en annan nämnd talar SR203 om.
    """
    told: set[Place] = set()
    for order, rule in review.rows(OrderKind.DELEGATION):
        delegates = [
            party for step in rule.alternatives for party in step.parties if isinstance(party, RoleRef)
        ]
        own = [each for each in delegates if review.rules.hierarchy.board_of(each.name) == rule.body]
        for line in rule.substitutes if own else ():
            for party in line.parties:
                other = (
                    _other_board(party.name, rule.body, review.rules) if isinstance(party, RoleRef) else ""
                )
                if not other or not isinstance(party, RoleRef) or party in delegates or line.place in told:
                    continue
                if any(party.name in review.rules.hierarchy.chiefs(each.name) for each in own):
                    continue
                told.add(line.place)
                yield Remark.on(
                    rule,
                    order,
                    f"{title_of(party, review.rules)} hör till {title_of(BodyRef(other), review.rules)}, men träder in för {title_of(own[0], review.rules)}",
                    line.place,
                    why="den som träder in är oftast en kollega i samma förvaltning",
                    remedy="nämn någon i nämndens egen förvaltning, eller låt raden stå om det är meningen",
                )


def _other_board(name: str, board: str, rules: RuleSet) -> str:
    """The board whose administration an employee belongs to, where it is another; empty where that cannot be told."""
    role = rules.corpus.roles.get(name)
    of = rules.hierarchy.board_of(name) if role is not None and role.kind is RoleKind.EMPLOYEE else ""
    return of if of != board else ""
