"""«bortse från»: what each covers.

In: the blocks of one file, in order.  Out: suppressions.  Refuses to know which codes there are: the checks lie further up.
"""

from collections.abc import Iterator, Sequence

from styrregler.diagnostics import Suppression
from styrregler.resolve.orders import ORDERS, PARTS
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast
from styrregler.text import Place


def resolve_suppressions(scopes: Sequence[Scope]) -> Iterator[Suppression]:
    """Those of one file. What stands on an order or a section covers what lies under it."""
    title = ""
    for at, scope in enumerate(scopes):
        header = scope.block.header
        if header.kind in ORDERS:
            title = header.title.value if header.title else header.kind
        label = " ".join(part for part in _label(header) if part)
        for clause in scope.all("bortse från"):
            value = clause.value
            assert isinstance(value, ast.SetAside)
            if not value.reason.value:
                scope.error(
                    "SR904",
                    scope.within(clause, value.reason.span),
                    "skälet är tomt",
                    "skriv varför meddelandet inte behöver åtgärdas",
                )
                continue
            yield Suppression(
                code=value.code.text,
                reason=value.reason.value,
                place=scope.clause(clause),
                covers=(_place(scope), *(_place(other) for other in _under(header.kind, scopes[at + 1 :]))),
                until=value.until,
                heading=" › ".join(filter(None, [title, label])) if header.kind in PARTS else label,
                shipped=scope.shipped,
            )


def _under(kind: str, following: Sequence[Scope]) -> Iterator[Scope]:
    """The blocks after one of ``kind`` that lie under it."""
    if kind not in ORDERS and kind != "avsnitt":
        return
    # General rules and appointments belong to the order, also where they stand after a section.
    under = PARTS if kind in ORDERS else frozenset({"punkt", "tabell"})
    for scope in following:
        other = scope.block.header.kind
        if other in ORDERS or other == kind:
            return
        if other in under:
            yield scope


def _label(header: ast.Header) -> tuple[str, str]:
    """How people cite the block: «4.2 Ekonomiskt bistånd»."""
    return (
        header.number.text if header.number else "",
        header.title.value if header.title else "",
    )


def _place(scope: Scope) -> Place:
    block = scope.block
    return Place(block.source, block.start, block.start + len(block.text))
