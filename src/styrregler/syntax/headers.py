"""The header of a block; what can be made out of it when it cannot be read whole."""

from styrregler.syntax import ast
from styrregler.syntax.blocks import BlockShape, HeaderForm
from styrregler.syntax.clauses import header_of, parsed, told, unclosed
from styrregler.syntax.finding import Finding
from styrregler.syntax.grammar import Stopped
from styrregler.syntax.slips import Opening, explain_header
from styrregler.text import Line, Span


def parse_header(line: Line, opening: Opening, shape: BlockShape) -> tuple[ast.Header, list[Finding]]:
    """The header; what can be made out of it when it cannot be read whole."""
    text = opening.header
    shift = len(line.content) - len(text)
    if line.open_quote is not None:
        closed = parsed(text + '"', "header")
        header = _guess(text, shape) if isinstance(closed, Stopped) else header_of(closed.tree)
        return header, [unclosed(line.content, line.open_quote, 0)]
    outcome = parsed(text, "header")
    if isinstance(outcome, Stopped):
        return _guess(text, shape), [told("SR112", explain_header(text, outcome, shape.kind), shift)]
    header = header_of(outcome.tree)
    untitled = header.title is None and shape.titled and shape.form is not HeaderForm.BARE
    if untitled or (header.title is not None and not header.title.value):
        what = f"{shape.kind} saknar titel" if untitled else "titeln är tom"
        remedy = f"skriv en titel inom citattecken: «{shape.example}»"
        return header, [Finding("SR112", Span(0, len(line.content)), what, remedy)]
    return header, []


def _guess(text: str, shape: BlockShape) -> ast.Header:
    """Enough of a faulty header to know what the block is about."""
    words = text.split(maxsplit=2)
    if len(words) > 1 and words[1][0] in '"“”„»«':
        return ast.Header(shape.kind, None, None, ast.Text(text.partition(" ")[2].strip("\"'“”„»« ")))
    title = ast.Text(words[2].strip("\"'“”„»« ")) if len(words) > 2 else None
    word = (
        ast.Word(words[1].strip("\"'“”„»«"), Span(text.index(words[1]), text.index(words[1]) + len(words[1])))
        if len(words) > 1
        else None
    )
    if shape.form is HeaderForm.NUMBERED:
        return ast.Header(shape.kind, None, word, title)
    if shape.form is HeaderForm.TITLED:
        return ast.Header(shape.kind, None, None, ast.Text(text.partition(" ")[2].strip("'")))
    return ast.Header(shape.kind, word, None, title)
