"""Word lists: what people say for what, and what is not a municipality's at all.

In: the blocks `ordlista`.  Out: meanings and belongings, in order of writing.  Refuses to know whether any matter is called
that: the list that ships with the product is for every municipality.
"""

from collections.abc import Iterator

from styrregler.model import Belonging, Meaning
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast


def resolve_words(scope: Scope) -> Iterator[Meaning | Belonging]:
    title = scope.block.header.title.value if scope.block.header.title else ""
    for clause in scope.all("ord"):
        items = clause.value.items if isinstance(clause.value, ast.Meanings) else ()
        for item in items:
            last = item.means if isinstance(item, ast.Meaning) else item.owner
            empty = next((text for text in (*item.words, last) if not text.value), None)
            if empty is not None:
                scope.error(
                    "SR107",
                    scope.within(clause, empty.span),
                    "texten är tom",
                    "skriv ordet mellan citattecknen, eller ta bort raden",
                )
                continue
            words = tuple(text.value for text in item.words)
            place = scope.within(clause, item.words[0].span)
            if isinstance(item, ast.Meaning):
                yield Meaning(words, last.value, title, place, scope.shipped)
            else:
                yield Belonging(words, last.value, title, place)
