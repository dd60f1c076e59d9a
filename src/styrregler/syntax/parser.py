"""Blocks of a file, each parsed by itself."""

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from styrregler.diagnostics import Diagnostic
from styrregler.syntax import ast
from styrregler.syntax.blocks import BLOCKS, BlockShape, HeaderForm, keyword_of
from styrregler.syntax.clauses import LONGEST, RawClause, header_of, parse_clause, parsed
from styrregler.syntax.finding import Finding
from styrregler.syntax.grammar import Stopped
from styrregler.syntax.slips import explain_header
from styrregler.syntax.tables import parse_table
from styrregler.text import Line, SourceText, Span, split_lines
from styrregler.values import nearest

INDENT = 4


def parse_source(source: SourceText) -> tuple[ast.Document, tuple[Diagnostic, ...]]:
    """The document, whatever its faults, and what is wrong with it."""
    diagnostics: list[Diagnostic] = []
    blocks: list[ast.Block] = []
    for raw in _raw_blocks(source.text):
        if not raw.word:
            found = [
                Finding(
                    "SR113",
                    Span(0, len(raw.text.split("\n")[0])),
                    "raden hör inte till något block",
                    'inled med ett block, till exempel «roll enhetschef "Enhetschef"», längst till vänster',
                )
            ]
        else:
            block, found = _parse_block(raw, source)
            if block:
                blocks.append(block)
        diagnostics += [finding.placed(source, raw.start) for finding in found]
    return ast.Document(source, tuple(blocks)), tuple(diagnostics)


@frozen
class _RawBlock:
    """The text of a block; ``word`` is its first word (empty for lines that stand before any block)."""

    word: str
    start: int
    text: str


def _raw_blocks(text: str) -> Iterator[_RawBlock]:
    """Cut ``text`` where a line begins in column 0 with something other than a clause keyword."""
    word, start, end = "", 0, 0
    for line in split_lines(text):
        if not line.content:
            continue
        first = line.content.split(maxsplit=1)[0]
        begins = line.indent == 0 and (first in BLOCKS or not (keyword_of(line.content) and word))
        if begins or (not word and end == 0):
            if end:
                yield _RawBlock(word, start, text[start:end])
            word, start = (first, line.start) if line.indent == 0 else ("", line.start)
        end = line.start + line.indent + len(line.content)
    if end:
        yield _RawBlock(word, start, text[start:end])


def _parse_block(raw: _RawBlock, source: SourceText) -> tuple[ast.Block | None, list[Finding]]:
    kind = raw.word.rstrip(":")
    found: list[Finding] = []
    if kind not in BLOCKS:
        meant = nearest(kind, BLOCKS)
        remedy = (
            f"menade du «{meant}»?"
            if meant
            else "dra in raden fyra steg om den hör till blocket ovanför, eller sätt # framför en kommentar"
        )
        if kind.lower() in BLOCKS:
            remedy = f"blockord skrivs med små bokstäver: «{kind.lower()}»"
        found.append(Finding("SR104", Span(0, len(raw.word)), f"«{kind}» är inget block", remedy))
        if not meant:
            return None, found
        kind = meant
    shape = BLOCKS[kind]
    head, *body = split_lines(raw.text)
    header, wrong = _parse_header(head, shape, raw.word)
    found += wrong
    found += _tabs(body)
    outside = tuple(found)
    columns: tuple[str, ...] = ()
    rows: tuple[ast.Row, ...] = ()
    clauses: list[ast.Clause] = []
    if shape.form is HeaderForm.BARE:
        columns, rows, wrong = parse_table(body)
        found += wrong
    else:
        for clause, wrong in _parse_clauses(body, raw.text, shape):
            found += wrong
            if clause:
                clauses.append(clause)
        if not any(finding.code in ("SR105", "SR107", "SR110") for finding in found):
            found += _missing(clauses, shape, head)
        found += _twice(clauses, shape)
    # The rows of a table are broken each on their own.
    broken = bool(outside) if rows else bool(found)
    return ast.Block(header, tuple(clauses), source, raw.start, raw.text, columns, rows, broken), found


def _parse_header(line: Line, shape: BlockShape, word: str) -> tuple[ast.Header, list[Finding]]:
    """The header; what can be made out of it when it cannot be read whole."""
    text = line.content
    if len(text) > LONGEST:
        return ast.Header(shape.kind), [
            Finding("SR901", Span(0, 60), f"raden är längre än {LONGEST} tecken", "dela upp den")
        ]
    if word != shape.kind:
        text = shape.kind + text[len(word) :]
    if line.open_quote is not None:
        closed = parsed(text + '"', "header")
        header = ast.Header(shape.kind) if isinstance(closed, Stopped) else header_of(closed.tree)
        return header, [
            Finding(
                "SR110",
                Span(line.open_quote, len(line.content)),
                "citattecknet är inte stängt",
                'sätt " i slutet av texten',
            )
        ]
    outcome = parsed(text, "header")
    if isinstance(outcome, Stopped):
        slip = explain_header(text, outcome, shape.kind)
        return _guess(text, shape), [Finding("SR112", slip.span, slip.message, slip.remedy, slip.why)]
    header = header_of(outcome.tree)
    if shape.titled and header.title is None and shape.form is not HeaderForm.BARE:
        return header, [
            Finding(
                "SR112",
                Span(0, len(line.content)),
                f"{shape.kind} saknar titel",
                f"skriv en titel inom citattecken: «{shape.example}»",
            )
        ]
    if header.title is not None and not header.title.value:
        return header, [
            Finding(
                "SR112",
                Span(0, len(line.content)),
                "titeln är tom",
                f"skriv en titel inom citattecken: «{shape.example}»",
            )
        ]
    return header, []


def _guess(text: str, shape: BlockShape) -> ast.Header:
    """Enough of a faulty header to know what the block is about."""
    words = text.split(maxsplit=2)
    title = ast.Text(words[2].strip("\"'“”„»« ")) if len(words) > 2 else None
    word = (
        ast.Word(words[1].strip("\"'“”„»«"), Span(text.index(words[1]), text.index(words[1]) + len(words[1])))
        if len(words) > 1
        else None
    )
    if shape.form is HeaderForm.NUMBERED:
        return ast.Header(shape.kind, None, word, title)
    if shape.form is HeaderForm.TITLED:
        return ast.Header(shape.kind, None, None, ast.Text(text.partition(" ")[2].strip("\"'“”„»« ")))
    return ast.Header(shape.kind, word, None, title)


def _tabs(lines: list[Line]) -> list[Finding]:
    tabbed = [line for line in lines if line.tab and line.content]
    if not tabbed:
        return []
    more = f" (så är det på {len(tabbed)} rader)" if len(tabbed) > 1 else ""
    return [
        Finding(
            "SR102",
            Span(tabbed[0].start, tabbed[0].content_start),
            f"tabb i indraget{more}",
            "använd fyra mellanslag",
        )
    ]


def _parse_clauses(
    lines: list[Line], text: str, shape: BlockShape
) -> Iterator[tuple[ast.Clause | None, list[Finding]]]:
    """Every clause of a block, with what is wrong with each and with its indentation."""
    groups: list[list[Line]] = []
    for line in lines:
        if not line.content:
            continue
        if not groups or _begins_clause(line, shape):
            groups.append([line])
        else:
            groups[-1].append(line)
    for group in groups:
        found = []
        first = group[0]
        if first.indent != INDENT and not first.tab:
            span = Span(first.start, first.content_start + len(first.content.split(maxsplit=1)[0]))
            if first.indent == 0:
                found.append(
                    Finding(
                        "SR103",
                        span,
                        f"«{keyword_of(first.content)}» är inte indragen",
                        "dra in raden fyra steg",
                    )
                )
            else:
                found.append(
                    Finding("SR103", span, f"indraget är {first.indent} steg", "det ska vara 4 steg")
                )
        open_quote = None
        parts = []
        for line, following in zip(group, [*group[1:], None], strict=True):
            end = following.content_start if following else line.content_start + len(line.content)
            piece = text[line.content_start : end]
            parts.append(line.content + _blank(piece[len(line.content) :]))
            if line.open_quote is not None and open_quote is None:
                open_quote = line.content_start - first.content_start + line.open_quote
        clause, wrong = parse_clause(RawClause(first.content_start, "".join(parts), open_quote), shape)
        yield clause, found + wrong


def _begins_clause(line: Line, shape: BlockShape) -> bool:
    if line.indent <= INDENT or (line.tab and line.indent == 1):
        return True
    return line.indent < 2 * INDENT and keyword_of(line.content) in shape.clauses


def _blank(text: str) -> str:
    """Comments and space between the lines of a clause, as space and line feeds of the same length."""
    return "".join("\n" if char == "\n" else " " for char in text)


def _missing(clauses: list[ast.Clause], shape: BlockShape, head: Line) -> list[Finding]:
    given = {clause.keyword for clause in clauses}
    span = Span(0, len(head.content))
    return [
        Finding(
            "SR109",
            span,
            f"{shape.kind} saknar «{'» eller «'.join(words)}»",
            f"lägg till en rad med {' eller '.join(words)}",
        )
        for words in shape.required
        if given.isdisjoint(words)
    ]


def _twice(clauses: list[ast.Clause], shape: BlockShape) -> list[Finding]:
    """Single clauses given more than once; one finding a block, as they usually have one cause."""
    twice = []
    for keyword, group in groupby(
        sorted(clauses, key=lambda clause: clause.keyword), key=lambda clause: clause.keyword
    ):
        same = sorted(group, key=lambda clause: clause.start)
        if len(same) > 1 and not shape.clauses[keyword]:
            twice.append((same[1], same[0]))
    if not twice:
        return []
    second, first = min(twice, key=lambda pair: pair[0].start)
    words = ", ".join(sorted({pair[0].keyword for pair in twice}))
    return [
        Finding(
            "SR108",
            Span(second.start, second.start + len(second.keyword)),
            f"{words} är given två gånger i samma {shape.kind}",
            "ta bort den ena; eller har en rubrikrad fallit bort ovanför den här raden?",
            related=((Span(first.start, first.start + len(first.keyword)), "första gången"),),
        )
    ]
