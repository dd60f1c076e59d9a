"""What an order says of itself: whose it is, from when, how it came about, and what holds for all of its rows.

In: the block that opens an order, or a general rule in it.  Out: a draft with no rows yet.  Refuses to read rows.
"""

from datetime import date

from attrs import evolve

from styrregler.model import Adoption, Level, Order, OrderKind
from styrregler.resolve.conditions import opened_condition
from styrregler.resolve.draft import OrderDraft
from styrregler.resolve.filling import Given
from styrregler.resolve.names import BOARDS, ROLES, Names
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope, is_draft, words_of
from styrregler.resolve.texts import texts_of
from styrregler.syntax import ast
from styrregler.values import slug


def begin_order(scope: Scope, names: Names) -> OrderDraft:
    """The order that the block opens, with no parts yet."""
    header = scope.block.header
    kind = OrderKind(header.kind)
    title = header.title.value if header.title else header.kind
    scope = evolve(scope, heading=title)
    body, by = "", ""
    if header.name is not None:
        head = ast.Clause(header.kind, ast.Single(header.name), 0)
        found = names.party(header.name, head, scope, ROLES if kind is OrderKind.SUBDELEGATION else BOARDS)
        body, by = ("", found or "") if kind is OrderKind.SUBDELEGATION else (found or "", "")
    parent = scope.first("ur")
    if parent is not None:
        body = next(
            (name for word in words_of(parent.value) if (name := names.party(word, parent, scope, BOARDS))),
            "",
        )
    period = period_of(scope)
    adoptions = [adoption_of(clause) for keyword in ("beslutad", "ändrad") for clause in scope.all(keyword)]
    opened, replaces = scope.value("gäller ärenden"), scope.value("ersätter")
    adopted = scope.first("beslutad")
    if adopted is not None and adoptions and period.start and adoptions[0].day > period.start:
        scope.warning(
            "SR706",
            scope.clause(adopted),
            f"beslutad {adoptions[0].day} men gäller från {period.start}",
            "kontrollera datumen; ett beslut gäller inte bakåt i tiden",
        )
    draft_only = is_draft(scope, "en ordning som gäller")
    order = Order(
        # A proposal may have the title and the first day of the order that it is to replace.
        name=f"{kind.value}/{by or body}/{slug(title)}/{period.start or ''}{'/förslag' if draft_only else ''}",
        kind=kind,
        title=title,
        body=body,
        by=by,
        place=scope.header(),
        period=period,
        adoption=adoptions[0] if adopted is not None and adoptions else None,
        amendments=tuple(adoptions[1:] if adopted is not None else adoptions),
        opened=opened_condition(opened) if isinstance(opened, ast.Opened) else None,
        draft=draft_only,
        replaces=_replaced(replaces),
        reviewed=_reviewed(scope),
    )
    draft = OrderDraft(order, scope, Given.of(Level.ORDER, scope), readable=not scope.block.broken)
    draft.texts += texts_of(scope)
    draft.area = next((word.text for word in words_of(scope.value("ärende"))), "")
    say_for_all(scope, draft, names)
    return draft


def say_for_all(scope: Scope, draft: OrderDraft, names: Names) -> None:
    """What an order may say only once, itself or in a numbered general rule."""
    urgent, superior = scope.first("brådskande"), scope.first("överordnad")
    if urgent is not None and isinstance(urgent.value, ast.Turn):
        parties = names.parties_of(urgent.value.refs, urgent, scope, draft.order.body or None)
        if _said_before(urgent, scope, draft) and parties != draft.order.urgent:
            # Which of the two is meant cannot be told, so nobody is.
            parties = ()
        draft.order = evolve(draft.order, urgent=parties or (), urgent_place=scope.clause(urgent))
        draft.readable = draft.readable and parties is not None
    if superior is not None and isinstance(superior.value, ast.Superior):
        always = superior.value.always
        if _said_before(superior, scope, draft):
            # What both give is the lesser of the two.
            always = always and draft.order.always_superior is True
        draft.order = evolve(draft.order, always_superior=always)
    if (leave := scope.first("vidaredelegeras")) is not None:
        _said_before(leave, scope, draft)


def _said_before(clause: ast.Clause, scope: Scope, draft: OrderDraft) -> bool:
    """Whether the order has said it already, itself or in another general rule; that is told of."""
    first = draft.said.setdefault(clause.keyword, scope.clause(clause))
    if first == scope.clause(clause):
        return False
    scope.error(
        "SR108",
        scope.clause(clause),
        f"«{clause.keyword}» är sagt två gånger i ordningen",
        f"ta bort den ena; den första står på rad {first.line}",
        why="det som gäller hela ordningen sägs på ett ställe: på ordningen eller i en bestämmelse",
    )
    return True


def adoption_of(clause: ast.Clause) -> Adoption:
    value = clause.value
    assert isinstance(value, ast.Adoption)
    return Adoption(value.day, value.section, value.reference)


def _replaced(value: ast.ClauseValue | None) -> str:
    if not isinstance(value, ast.Replaces):
        return ""
    return value.order.text if isinstance(value.order, ast.Word) else value.order.value


def _reviewed(scope: Scope) -> date | None:
    """The last of the days on which the order was reviewed (``granskad``)."""
    days = [
        day
        for clause in scope.all("granskad")
        if isinstance(clause.value, ast.Dates)
        for day in clause.value.dates
    ]
    return max(days, default=None)
