"""Who a general word comes to within one board: its chair, the head of its administration, the board itself.

In: a party as the rules write it, and a board.  Out: the party that it comes to, or itself where that is not one and clear.
"""

from styrregler.model import GENERAL, BodyRef, Party, RoleRef, Sort
from styrregler.ruleset import RuleSet


def within_board(party: Party, board: str, rules: RuleSet) -> Party:
    """``party`` as one of ``board``; as it is where no board is given or the rules declare the name otherwise."""
    body = rules.corpus.bodies.get(board)
    if body is None or not isinstance(party, RoleRef | BodyRef):
        return party
    if isinstance(party, RoleRef) and (role := rules.corpus.roles.get(party.name)) is not None:
        heads = rules.hierarchy.heads(board) if role.in_each == "förvaltning" else frozenset()
        return RoleRef(next(iter(heads))) if len(heads) == 1 else party
    if party.name in rules.corpus.bodies or party.name not in GENERAL:
        return party
    match GENERAL[party.name]:
        case Sort.BOARD:
            return BodyRef(board)
        case Sort.CHAIR if body.chair:
            return RoleRef(body.chair)
        case Sort.HEAD if len(heads := rules.hierarchy.heads(board)) == 1:
            return RoleRef(next(iter(heads)))
        case _:
            return party
