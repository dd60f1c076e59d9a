"""Who a general word stands for when one board is meant: «ordförande» is its chair, «förvaltningschef» its head.

In: a name or a general word, and a board.  Out: a name; the word itself where the rules do not show one and no other.
"""

from collections.abc import Iterable

from styrregler.model import GENERAL, BodyKind, Sort
from styrregler.ruleset import RuleSet

DECIDING = (BodyKind.COUNCIL, BodyKind.BOARD, BodyKind.COMMITTEE, BodyKind.PRESIDIUM)
"""Bodies that meet and decide."""
_OF_A_BOARD = {
    Sort.PRESIDIUM: BodyKind.PRESIDIUM,
    Sort.COMMITTEE: BodyKind.COMMITTEE,
    Sort.ADMINISTRATION: BodyKind.ADMINISTRATION,
}


def at_board(word: str, board: str, rules: RuleSet) -> str:
    """``word`` at ``board`` (empty: none is meant)."""
    corpus = rules.corpus
    role = corpus.roles.get(word)
    if role is not None and role.in_each == BodyKind.ADMINISTRATION.value and board:
        return _only(rules.hierarchy.heads(board)) or word
    if role is not None or word in corpus.bodies or word in corpus.groups:
        return word
    sort = GENERAL.get(word)
    if sort is Sort.COUNCIL:
        return _only(each.name for each in corpus.bodies.values() if each.kind is BodyKind.COUNCIL) or word
    body = corpus.bodies.get(board)
    if body is None or sort is None:
        return word
    if sort in _OF_A_BOARD:
        kind = _OF_A_BOARD[sort]
        inside = (each.name for each in corpus.bodies.values() if each.kind is kind)
        return _only(name for name in inside if corpus.bodies[name].belongs_to == board) or word
    match sort:
        case Sort.BOARD:
            return board
        case Sort.CHAIR:
            return body.chair or word
        case Sort.VICE_CHAIR:
            return next(iter(body.vice_chairs), word)
        case Sort.HEAD:
            return _only(rules.hierarchy.heads(board)) or word
        case _:
            return word


def meets(name: str, rules: RuleSet) -> bool:
    """Whether a party meets and decides: a deciding body, or a general word for such."""
    body = rules.corpus.bodies.get(name)
    if body is not None:
        return body.kind in DECIDING
    return name not in rules.corpus.roles and GENERAL.get(name) in (
        Sort.COUNCIL,
        Sort.BOARD,
        Sort.COMMITTEE,
        Sort.PRESIDIUM,
    )


def decides(name: str, rules: RuleSet) -> bool:
    """Whether it is a board or the council, or a general word for one."""
    body = rules.corpus.bodies.get(name)
    if body is not None:
        return body.kind in (BodyKind.COUNCIL, BodyKind.BOARD)
    return name not in rules.corpus.roles and GENERAL.get(name) in (Sort.COUNCIL, Sort.BOARD)


def _only(names: Iterable[str]) -> str:
    found = set(names)
    return found.pop() if len(found) == 1 else ""
