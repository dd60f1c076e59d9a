"""Elected offices of another board than the order's own.

In: a party and a board.  Out: the other board that it serves.  Refuses to know who sits on both.
"""

from styrregler.model import Party, RoleKind, RoleRef
from styrregler.ruleset import RuleSet


def serves_elsewhere(party: Party, board: str, rules: RuleSet) -> str:
    """The other board that ``party`` leads or is a member of, when it has no such office in ``board``."""
    if not isinstance(party, RoleRef):
        return ""
    own = rules.corpus.bodies.get(board)
    above = own.belongs_to if own else ""
    leads = rules.hierarchy.chaired(party.name)
    if any(body.name in (board, above) or body.belongs_to == board for body in leads):
        return ""
    if leads:
        return min(body.title for body in leads)
    role = rules.corpus.roles.get(party.name)
    unit = rules.corpus.bodies.get(role.unit) if role and role.kind is RoleKind.ELECTED else None
    if unit is None:
        return ""
    of = rules.hierarchy.board_of(unit.name)
    return rules.corpus.bodies[of].title if of not in ("", board, above) else ""
