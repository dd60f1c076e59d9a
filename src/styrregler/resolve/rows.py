"""The rows of an order: points, and the rows of tables.

In: a row as written, and the order so far.  Out: the row in the draft, with all that it inherits.  Refuses to know what
each clause means: ``clauses`` does.
"""

from attrs import evolve

from styrregler.model import Level, OrderKind, Rule, RuleKind
from styrregler.resolve.clauses import fill
from styrregler.resolve.draft import OrderDraft
from styrregler.resolve.filling import Given, Known
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import Period, slug


def read_row(
    scope: Scope, draft: OrderDraft, number: str, title: str, place: Place, *, readable: bool, known: Known
) -> None:
    """Read a row into ``draft``; one that cannot be read is there too, and answers nothing."""
    order = draft.order
    if number in draft.numbers:
        first = draft.numbers[number]
        scope.error(
            "SR305",
            place,
            f"punkt {number} finns två gånger i ordningen",
            f"byt nummer på den ena; den första står på rad {first.line}",
        )
    draft.numbers.setdefault(number, place)
    draft.stands_here(number)
    sub = order.kind is OrderKind.SUBDELEGATION
    if scope.block.header.title is None and scope.block.header.kind == "punkt" and not sub:
        scope.error(
            "SR112",
            place,
            f"punkt {number} saknar titel",
            f'skriv en titel inom citattecken: «punkt {number} "Återkrav"»',
        )
        readable = False
    own = Given.of(Level.POINT, scope)
    matters = tuple(word.text for word in words_of(scope.value("ärende")))
    leaf = slug(title) or f"punkt-{slug(number)}"
    rule = Rule(
        kind=RuleKind.SUBDELEGATED if sub else RuleKind.POINT,
        order=order.name,
        body=order.body,
        number=number,
        title=title,
        matter=matters[0] if matters else f"{draft.area}.{leaf}" if draft.area else leaf,
        matters=matters,
        section=draft.section_title,
        area=draft.area,
        place=place,
        period=period_of(scope) if scope.first("gäller") else _section_period(draft),
    )
    # A row that begins later speaks of the law of its own first day.
    begins = max((day for day in (order.written, rule.period.start) if day is not None), default=None)
    filled = fill(rule, [own, *draft.levels], order, begins, known)
    section_broken = draft.section is not None and draft.section.broken
    if not readable or section_broken:
        filled = evolve(filled, readable=False, faults=(*filled.faults, place))
    if filled.readable and not sub and not _says_something(filled):
        scope.error("SR303", place, f"punkt {number} säger inte vem som beslutar", _who(scope))
        filled = evolve(filled, readable=False, faults=(*filled.faults, place))
    draft.rules.append(filled)


def _section_period(draft: OrderDraft) -> Period:
    return period_of(draft.section.scope) if draft.section is not None else Period()


def _who(scope: Scope) -> str:
    """Advice for a row that says nothing, or nothing but ``dock``."""
    for clause in scope.all("dock"):
        for item in clause.value.items if isinstance(clause.value, ast.Deciders) else ():
            if item.when is None and len(item.refs) == 1 and isinstance(item.refs[0], ast.RoleName):
                return f"«dock» är ett undantag; skriv «beslutas av {item.refs[0].name.text}» om det alltid är så"
    return "lägg till en rad, till exempel «delegat enhetschef», «beslutas av nämnden» eller «verkställs»"


def _says_something(rule: Rule) -> bool:
    return bool(rule.alternatives or rule.elsewhere or rule.execution or rule.own_right or rule.unknown)
