"""What people have written in words, with its place: titles, conditions, remarks and the like.

In: a block with its places.  Out: :class:`FreeText`.  Refuses to read anything out of the words.
"""

from collections.abc import Iterator

from styrregler.model import FreeText
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast


def texts_of(scope: Scope, where: str = "", *, titled: bool = True) -> Iterator[FreeText]:
    """Every free text of a block, or of a row of a table, which has its title elsewhere (``titled`` false)."""
    title = scope.block.header.title
    if titled and title is not None:
        yield FreeText(title.value, scope.header_part(title.span), where)
    for clause in scope.clauses:
        for text in _in(clause.value):
            yield FreeText(text.value, scope.within(clause, text.span), where, clause.keyword)


def _in(value: ast.ClauseValue) -> Iterator[ast.Text]:
    match value:
        case ast.Texts(texts) | ast.Includes(_, texts):
            yield from texts
        case ast.ToFill(texts):
            yield from texts
        case ast.Factor(text) | ast.KeyFigure(text) | ast.Contract(_, text):
            yield text
        case ast.Aliases(aliases):
            yield from (alias.text for alias in aliases)
        case ast.Titled(_, title):
            yield title
        case ast.Measures(items):
            yield from (item.text for item in items)
        case ast.Expectations(items):
            yield from (item.text for item in items)
        case ast.Titled(_, title):
            yield title
        case ast.Steps(steps):
            yield from (step.text for step in steps)
        case ast.Back(_, ast.Text() as reason):
            yield reason
        case ast.UnknownDelegate(reason):
            yield reason
        case ast.Appeal(_, ast.Text() as to):
            yield to
