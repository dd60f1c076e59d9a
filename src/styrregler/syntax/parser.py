"""Blocks of a file, each parsed by itself."""

from attrs import evolve

from styrregler.diagnostics import Diagnostic
from styrregler.syntax import ast
from styrregler.syntax.block_clauses import parse_clauses
from styrregler.syntax.blocks import BLOCKS, HeaderForm
from styrregler.syntax.clauses import LONGEST, told
from styrregler.syntax.cutting import RawBlock, indented, levelled, raw_blocks, tabs
from styrregler.syntax.finding import Finding
from styrregler.syntax.headers import parse_header
from styrregler.syntax.slips import opening_of
from styrregler.syntax.tables import parse_table
from styrregler.text import Line, SourceText, Span, split_lines


def parse_source(source: SourceText) -> tuple[ast.Document, tuple[Diagnostic, ...]]:
    """The document, whatever its faults, and what is wrong with it."""
    diagnostics: list[Diagnostic] = []
    blocks: list[ast.Block] = []
    for raw in raw_blocks(source.text):
        block, found = _parse_block(raw, source)
        if block is not None:
            blocks.append(block)
        elif blocks:
            # Nobody knows whether these lines were meant for the block above, so what it says is not known either.
            blocks[-1] = evolve(blocks[-1], broken=True)
        diagnostics += [finding.placed(source, raw.start) for finding in found]
    return ast.Document(source, tuple(blocks)), tuple(diagnostics)


def _parse_block(raw: RawBlock, source: SourceText) -> tuple[ast.Block | None, list[Finding]]:
    head, *rest = split_lines(raw.text)
    if len(head.content) > LONGEST:
        return None, [Finding("SR901", Span(0, 60), f"raden är längre än {LONGEST} tecken", "dela upp den")]
    if not raw.word:
        return None, [_homeless(head)]
    opening = opening_of(head.content)
    found = [] if opening.slip is None else [told("SR104", opening.slip)]
    if not opening.kind:
        return None, found
    shape = BLOCKS[opening.kind]
    header, wrong = parse_header(head, opening, shape)
    found += [*wrong, *indented(raw, head), *tabs(rest)]
    lines = levelled(rest, raw)
    if shape.form is HeaderForm.BARE:
        columns, rows, wrong = parse_table(lines)
        # The rows of a table are broken each on their own.
        broken = bool(found) or not rows
        return ast.Block(header, (), source, raw.start, raw.text, columns, rows, broken), found + wrong
    clauses, wrong = parse_clauses(lines, raw.text, shape, head)
    found += wrong
    return ast.Block(header, clauses, source, raw.start, raw.text, broken=bool(found)), found


def _homeless(line: Line) -> Finding:
    return Finding(
        "SR113",
        Span(line.indent, line.indent + len(line.content)),
        "raden hör inte till något block",
        'inled med ett block, till exempel «roll enhetschef "Enhetschef"», längst till vänster',
    )
