"""Word lists: what people say for what.

In: the blocks `ordlista`.  Out: meanings, in order of writing.  Refuses to know whether any matter is called that: the
list that ships with the product is for every municipality.
"""

from collections.abc import Iterator

from styrregler.model import Meaning
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast


def resolve_meanings(scope: Scope) -> Iterator[Meaning]:
    title = scope.block.header.title
    for clause in scope.all("ord"):
        items = clause.value.items if isinstance(clause.value, ast.Meanings) else ()
        for item in items:
            empty = next((text for text in (*item.words, item.means) if not text.value), None)
            if empty is not None:
                scope.error(
                    "SR107",
                    scope.within(clause, empty.span),
                    "texten är tom",
                    "skriv ordet mellan citattecknen, eller ta bort raden",
                )
                continue
            yield Meaning(
                words=tuple(text.value for text in item.words),
                means=item.means.value,
                area=title.value if title else "",
                place=scope.within(clause, item.words[0].span),
            )
