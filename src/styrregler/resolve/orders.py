"""Orders: which blocks belong to which order, and what each part of one becomes.

In: the blocks of a file.  Out: its orders.  Refuses to read what a row says: ``rows`` does.
"""

from collections.abc import Iterable

from attrs import evolve

from styrregler.model import Appointment, CharterClause, FreeText, Level, Order, OrderKind, Provision, Section
from styrregler.resolve.acts import Acts, legal_bases
from styrregler.resolve.draft import OrderDraft
from styrregler.resolve.filling import Given, Known
from styrregler.resolve.order_heads import adoption_of, begin_order, say_for_all
from styrregler.resolve.organisation import period_of
from styrregler.resolve.rows import read_row
from styrregler.resolve.scope import Scope, words_of
from styrregler.resolve.texts import texts_of
from styrregler.syntax import ast
from styrregler.text import Place

ORDERS = frozenset(kind.value for kind in OrderKind)
PARTS = frozenset({"avsnitt", "bestämmelse", "punkt", "tabell", "förordnande"})


def read_orders(scopes: Iterable[Scope], known: Known) -> list[Order]:
    """All orders in one file."""
    done: list[Order] = []
    draft: OrderDraft | None = None
    lost: Scope | None = None
    for scope in scopes:
        kind = scope.block.header.kind
        if kind in ORDERS:
            if draft is not None:
                scope.warning(
                    "SR114",
                    scope.header(),
                    "filen har mer än en ordning",
                    "lägg varje ordning i en egen fil; punkterna här nedan räknas till den här ordningen",
                )
                done.append(draft.finished())
            draft = begin_order(scope, known.names)
        elif kind in PARTS:
            if draft is None:
                lost = lost or scope
            else:
                _part(evolve(scope, heading=draft.order.title), draft, known)
    if lost is not None:
        lost.error(
            "SR115",
            lost.header(),
            f"{lost.block.header.kind} hör inte till någon ordning",
            'inled filen med ordningen, till exempel «delegationsordning socialnämnden "Delegationsordning"»',
            why="avsnitt, punkter och tabeller läses tillsammans med den ordning som står först i samma fil",
        )
    return [*done, draft.finished()] if draft else done


def _part(scope: Scope, draft: OrderDraft, known: Known) -> None:
    header = scope.block.header
    number = header.number.text if header.number else ""
    title = header.title.value if header.title else ""
    if header.kind != "tabell":
        draft.texts += texts_of(scope, f"{number} {title}".strip())
    match header.kind:
        case "avsnitt":
            draft.section = Given.of(Level.SECTION, scope)
            draft.sections.append(Section(number, title, scope.header(), period_of(scope)))
            draft.headed.append([])
            draft.section_title = f"{number} {title}".strip()
            draft.area = next(
                (
                    word.text
                    for given in (draft.section, draft.own)
                    for word in words_of(given.scope.value("ärende"))
                ),
                "",
            )
        case "bestämmelse":
            say_for_all(scope, draft, known.names)
            draft.stands_here(number)
            draft.own = draft.own.extended(scope)
            draft.provisions.append(_provision(scope, draft, number, title, known.acts))
            draft.readable = draft.readable and not scope.block.broken
        case "förordnande":
            _appointment(scope, draft, known.acts)
        case "tabell":
            for row in scope.block.rows:
                row_scope = evolve(scope, clauses=row.clauses, heading=draft.heading(row.number.text))
                place = Place(
                    scope.block.source,
                    scope.block.start + row.number.span.start,
                    scope.block.start + row.title.span.end,
                )
                readable = not row.broken and not scope.block.broken
                label = f"{row.number.text} {row.title.value}"
                draft.texts.append(FreeText(row.title.value, row_scope.header_part(row.title.span), label))
                draft.texts += texts_of(row_scope, label, titled=False)
                read_row(
                    row_scope, draft, row.number.text, row.title.value, place, readable=readable, known=known
                )
        case _:
            scope = evolve(scope, heading=draft.heading(number))
            if draft.order.kind is OrderKind.CHARTER:
                areas = tuple(word.text for word in words_of(scope.value("ansvarar för")))
                bases = legal_bases(scope, known.acts, draft.order.written)
                draft.charter.append(CharterClause(number, title, areas, scope.header(), bases))
            else:
                read_row(
                    scope, draft, number, title, scope.header(), readable=not scope.block.broken, known=known
                )


def _provision(scope: Scope, draft: OrderDraft, number: str, title: str, acts: Acts) -> Provision:
    conditions, remarks = (
        tuple(
            text.value
            for clause in scope.all(keyword)
            if isinstance(clause.value, ast.Texts)
            for text in clause.value.texts
        )
        for keyword in ("villkor", "anmärkning")
    )
    return Provision(
        number=number,
        title=title,
        place=scope.header(),
        law=legal_bases(scope, acts, draft.order.written),
        conditions=conditions,
        remarks=remarks,
        urgent=scope.first("brådskande") is not None,
    )


def _appointment(scope: Scope, draft: OrderDraft, acts: Acts) -> None:
    header = scope.block.header
    clause, persons = scope.first("punkter"), scope.value("person")
    numbers = clause.value if clause is not None else None
    adopted = scope.first("beslutad")
    if clause is None or not isinstance(numbers, ast.Numbers) or not isinstance(persons, ast.Texts):
        return
    draft.appointed += [(number, scope, clause) for number in numbers.numbers]
    draft.appointments.append(
        Appointment(
            name=header.name.text if header.name else "",
            title=header.title.value if header.title else "",
            order=draft.order.name,
            numbers=tuple(number.text for number in numbers.numbers),
            persons=tuple(text.value for text in persons.texts),
            period=period_of(scope),
            place=scope.header(),
            adoption=adoption_of(adopted) if adopted else None,
            law=legal_bases(scope, acts, draft.order.written),
        )
    )
