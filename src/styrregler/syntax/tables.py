"""`tabell`: rows without conditions, one point each, as pasted from Word or Excel."""

import re
from collections.abc import Iterable

from attrs import evolve

from styrregler.syntax import ast
from styrregler.syntax.blocks import BLOCKS, COLUMNS
from styrregler.syntax.clauses import RawClause, parse_clause
from styrregler.syntax.finding import Finding
from styrregler.text import Line, Span
from styrregler.values import nearest

_NUMBER = re.compile(r"[0-9A-ZÅÄÖ]\w*(?:[.:-]\w+)*(?: [a-zåäö])?")
_QUOTED = {"villkor", "anmärkning", "kallas även", "innefattar"}
_YES, _NO = {"ja", "j"}, {"nej", "n"}


def parse_table(
    lines: Iterable[Line],
) -> tuple[tuple[str, ...], tuple[ast.Row, ...], list[Finding]]:
    """The columns, the rows and what is wrong with them; a faulty row is kept, marked broken."""
    found: list[Finding] = []
    columns: tuple[str, ...] = ()
    rows: list[ast.Row] = []
    sound_header = True
    for line in lines:
        if not line.content:
            continue
        cells = _cells(line)
        if not columns:
            columns = tuple(cell.text.lower() for cell in cells)
            found += _check_columns(cells)
            sound_header = not found
            continue
        row, wrong = _row(cells, columns, line)
        # Without its columns nobody knows what a row says: a misspelt «delegat» must not let it inherit another.
        rows.append(row if sound_header else evolve(row, broken=True))
        found += wrong
    if not columns:
        found.append(
            Finding(
                "SR111",
                Span(0, len("tabell")),
                "tabellen är tom",
                "börja med en rubrikrad: punkt | ärende | delegat",
            )
        )
    return columns, tuple(rows), found


def _cells(line: Line) -> list[ast.Cell]:
    """Split at | (or, as pasted from Excel, at tabs) outside quoted text."""
    blanked = re.sub(r"[\"“”„][^\"“”]*[\"“”]", lambda match: "\0" * len(match[0]), line.content)
    separator = "|" if "|" in blanked else "\t"
    cells, at = [], 0
    for part in blanked.split(separator):
        raw = line.content[at : at + len(part)]
        start = line.content_start + at + len(raw) - len(raw.lstrip())
        cells.append(ast.Cell(" ".join(raw.split()), Span(start, start + max(1, len(raw.strip())))))
        at += len(part) + 1
    if len(cells) > 2 and line.content.startswith(separator) and line.content.endswith(separator):
        # A row framed with | on both sides, as Markdown has it.
        return cells[1:-1]
    return cells


def _check_columns(cells: list[ast.Cell]) -> list[Finding]:
    found = []
    names = [cell.text.lower() for cell in cells]
    for cell, name in zip(cells, names, strict=True):
        if name not in COLUMNS:
            meant = nearest(name, COLUMNS)
            remedy = f"menade du «{meant}»?" if meant else f"kolumner kan heta: {', '.join(COLUMNS)}"
            found.append(Finding("SR111", cell.span, f"okänd kolumn «{cell.text}»", remedy))
        elif names.count(name) > 1 and cell is cells[len(names) - 1 - names[::-1].index(name)]:
            found.append(
                Finding("SR111", cell.span, f"kolumnen «{name}» finns två gånger", "ta bort den ena")
            )
    if names[:2] != ["punkt", "ärende"] and not found:
        found.append(
            Finding(
                "SR111",
                cells[0].span,
                "tabellens rubrikrad saknas",
                "börja med en rubrikrad: punkt | ärende | delegat",
            )
        )
    return found


def _row(cells: list[ast.Cell], columns: tuple[str, ...], line: Line) -> tuple[ast.Row, list[Finding]]:
    whole = Span(line.content_start, line.content_start + len(line.content))
    found: list[Finding] = []
    if len(cells) > len(columns):
        found.append(
            Finding(
                "SR111",
                whole,
                f"raden har {len(cells)} rutor men tabellen {len(columns)} kolumner",
                "ta bort överflödiga | eller lägg till en kolumn i rubrikraden",
            )
        )
    by_column = dict(zip(columns, cells, strict=False))
    number = by_column.get("punkt", ast.Cell("", whole))
    title = by_column.get("ärende", ast.Cell("", whole))
    if not _NUMBER.fullmatch(number.text.rstrip(".")):
        found.append(
            Finding(
                "SR111",
                number.span,
                "raden saknar punktnummer" if not number.text else f"«{number.text}» är inget punktnummer",
                "skriv till exempel 4.2 eller F.1.3 i första rutan",
            )
        )
    if not title.text:
        found.append(
            Finding("SR111", title.span, "raden saknar ärende", "skriv vad raden gäller i andra rutan")
        )
    clauses: list[ast.Clause] = []
    for column, cell in by_column.items():
        if cell.text and COLUMNS.get(column):
            content = _as_clause(column, cell.text)
            raw = RawClause(cell.span.start - (len(content) - len(cell.text)), content)
            clause, wrong = parse_clause(raw, BLOCKS["punkt"])
            found += wrong
            if clause:
                clauses.append(clause)
    row = ast.Row(
        ast.Word(number.text.rstrip("."), number.span),
        ast.Text(title.text.strip('"“”„'), title.span),
        tuple(cells),
        tuple(clauses),
        line.content_start,
        bool(found),
    )
    return row, found


def _as_clause(column: str, cell: str) -> str:
    """The clause that a cell stands for."""
    word = cell.casefold()
    if column == "anmäls":
        return f"anmäls {'inte' if word in _NO else 'till nämnden' if word in _YES else cell}"
    if column == "överklagas":
        return f"överklagas {'inte' if word in _NO | {'inte'} else cell if word.startswith('genom ') else f'genom {cell}'}"
    if column == "verkställs" and not word.startswith(("av ", "när ")):
        return "verkställs" if word in _YES else f"verkställs av {cell}"
    if column in _QUOTED and cell[0] not in '"“”„':
        return f'{column} "{cell}"'
    return f"{column} {cell}"
