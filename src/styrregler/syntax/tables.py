"""`tabell`: rows without conditions, one point each, as pasted from Word or Excel."""

import re
from collections.abc import Iterable

from attrs import evolve

from styrregler.syntax import ast
from styrregler.syntax.blocks import ALSO_CALLED, ANYWHERE, BLOCKS, COLUMNS, keyword_of
from styrregler.syntax.clauses import LONGEST, RawClause, parse_clause
from styrregler.syntax.finding import Finding
from styrregler.text import Line, Span
from styrregler.values import fold, nearest

_NUMBER = re.compile(r"[0-9A-ZÅÄÖ]\w*(?:[.:-]\w+)*(?: [a-zåäö])?")
_RULE = re.compile(r"[\s|+:=–—-]+")
_GAP = re.compile(r"[^|\s] {3,}[^|\s]")
_QUOTATION = re.compile(r"[\"“”„][^\"“”]*[\"“”]")
_DECIDING = ("delegat", "beslutas av", "verkställs")
_QUOTED = {"villkor", "anmärkning", "kallas även", "innefattar"}
_YES, _NO = {"ja", "j"}, {"nej", "n"}
_FIRST_LINE = "börja med en rubrikrad: punkt | ärende | delegat"


def is_row(line: Line) -> bool:
    """Whether a line in column 0 under ``tabell`` is a row that lost its indentation, and no block."""
    cells = _cells(line)
    return len(cells) > 1 and (cells[0].text.lower() == "punkt" or not cells[0].text[:1].islower())


def parse_table(
    lines: Iterable[Line],
) -> tuple[tuple[str, ...], tuple[ast.Row, ...], list[Finding]]:
    """The columns, the rows and what is wrong with them; a faulty row is kept, marked broken."""
    said = [line for line in lines if line.content]
    too_long = [line for line in said if len(line.content) > LONGEST]
    if too_long:
        others = [line for line in said[1:] if len(line.content) <= LONGEST]
        return (), tuple(_unread(line, ()) for line in others), [_too_long(too_long[0])]
    if not said:
        empty = Finding("SR111", Span(0, len("tabell")), "tabellen är tom", _FIRST_LINE)
        return (), (), [empty]
    found = _outside(said)
    head = _cells(said[0])
    columns = tuple(cell.text.lower() for cell in head)
    wrong = _check_columns(head)
    if wrong:
        # Without its columns nobody knows what a row says: a misspelt «delegat» must not let it inherit another.
        lost = _NUMBER.fullmatch(head[0].text) is not None and columns[0] != "punkt"
        return columns, tuple(_unread(line, columns) for line in said[0 if lost else 1 :]), found + wrong
    rows: list[ast.Row] = []
    for line in said[1:]:
        if _RULE.fullmatch(line.content):
            found.append(_line_of_dashes(line))
            continue
        row, wrong = _row(_cells(line), columns, line)
        rows.append(evolve(row, broken=row.broken or line.indent == 0))
        found += wrong
    return columns, tuple(rows), found


def _too_long(line: Line) -> Finding:
    span = Span(line.content_start, line.content_start + 60)
    return Finding("SR901", span, f"raden är längre än {LONGEST} tecken", "dela upp den")


def _outside(lines: list[Line]) -> list[Finding]:
    """Rows in column 0, as they come when pasted; one finding for them all."""
    outside = [line for line in lines if line.indent == 0]
    if not outside:
        return []
    more = f" (så är det på {len(outside)} rader)" if len(outside) > 1 else ""
    start = outside[0].content_start
    return [
        Finding(
            "SR103",
            Span(start, start + len(outside[0].content)),
            f"tabellens rad är inte indragen{more}",
            "dra in tabellens rader fyra steg",
        )
    ]


def _line_of_dashes(line: Line) -> Finding:
    span = Span(line.content_start, line.content_start + len(line.content))
    return Finding(
        "SR111", span, "raden har bara streck", "ta bort den; rubrikraden behöver ingen linje under sig"
    )


def _cells(line: Line) -> list[ast.Cell]:
    """Split at | (or, as pasted from Excel, at tabs) outside quoted text."""
    blanked = _without_texts(line)
    separator = "|" if "|" in blanked else "\t"
    cells, at = [], 0
    for part in blanked.split(separator):
        raw = line.content[at : at + len(part)]
        start = line.content_start + at + len(raw) - len(raw.lstrip())
        cells.append(ast.Cell(" ".join(raw.split()), Span(start, start + max(1, len(raw.strip())))))
        at += len(part) + 1
    if cells and not cells[-1].text and line.content.rstrip().endswith(separator) and len(cells) > 1:
        return cells[:-1] if line.content.startswith(separator) else cells
    return cells


def _without_texts(line: Line) -> str:
    """What the line says, as long as it was, with nothing left of what is within quotation marks."""
    return _QUOTATION.sub(lambda match: "\0" * len(match[0]), line.content)


# ---------- the columns


def _check_columns(cells: list[ast.Cell]) -> list[Finding]:
    names = [cell.text.lower() for cell in cells]
    if not COLUMNS.keys() & set(names):
        return [Finding("SR111", cells[0].span, "tabellens rubrikrad saknas", _FIRST_LINE)]
    found = [
        _unknown_column(cell) if name not in COLUMNS else _column_twice(cell)
        for at, (cell, name) in enumerate(zip(cells, names, strict=True))
        if name not in COLUMNS or name in names[:at]
    ]
    if names[:2] != ["punkt", "ärende"] and not found:
        found.append(Finding("SR111", cells[0].span, "tabellen inleds inte av punkt och ärende", _FIRST_LINE))
    return found


def _unknown_column(cell: ast.Cell) -> Finding:
    name = cell.text.lower()
    folded = {fold(other): column for other, column in ALSO_CALLED.items() if column in COLUMNS}
    meant = folded.get(fold(name)) or nearest(name, COLUMNS)
    remedy = f"menade du «{meant}»?" if meant else f"kolumner kan heta {', '.join(COLUMNS)}"
    message = f"okänd kolumn «{cell.text}»" if cell.text else "en kolumn har ingen rubrik"
    return Finding("SR111", cell.span, message, remedy)


def _column_twice(cell: ast.Cell) -> Finding:
    return Finding("SR111", cell.span, f"kolumnen «{cell.text.lower()}» finns två gånger", "ta bort den ena")


# ---------- a row


def _row(cells: list[ast.Cell], columns: tuple[str, ...], line: Line) -> tuple[ast.Row, list[Finding]]:
    if keyword_of(line.content) in ANYWHERE:
        return _unread(line, columns), [_clause_for_all(line)]
    if len(cells) > len(columns):
        return _unread(line, columns), [_miscounted(cells, columns, line)]
    by_column = dict(zip(columns, cells, strict=False))
    found = _unnamed(by_column["punkt"], by_column.get("ärende", ast.Cell("", cells[0].span)))
    clauses: list[ast.Clause] = []
    for column, cell in by_column.items():
        if cell.text and COLUMNS.get(column):
            content = _as_clause(column, cell.text)
            # Where the clause would begin for its words to stand where they do in the cell.
            before = content.find(cell.text) if cell.text in content else len(content) - len(cell.text)
            raw = RawClause(cell.span.start - before, content, keyword_of(content))
            clause, wrong = parse_clause(raw, BLOCKS["punkt"])
            found += wrong
            if clause:
                clauses.append(clause)
    if len(cells) < len(columns) and (found or _lacks_separator(cells, columns, line)):
        return _unread(line, columns), [_miscounted(cells, columns, line)]
    return evolve(_unread(line, columns), clauses=tuple(clauses), broken=bool(found)), found


def _lacks_separator(cells: list[ast.Cell], columns: tuple[str, ...], line: Line) -> bool:
    """Whether a row that ends early does so because a | is missing, and not because its last cells are empty.

    Then a wide gap is left in some cell, or the row ends before it says who decides.
    """
    said = _without_texts(line)
    if "|" not in said:
        return False
    deciding = [at for at, column in enumerate(columns) if column in _DECIDING]
    return _GAP.search(said) is not None or bool(deciding and len(cells) <= deciding[0])


def _unread(line: Line, columns: tuple[str, ...]) -> ast.Row:
    """A row of which only the number and the title are known, with the cells left out at its end put back."""
    nothing = ast.Cell("", Span(line.content_start, line.content_start + len(line.content)))
    cells = _cells(line)
    cells += [nothing] * (len(columns) - len(cells))
    by_column = dict(zip(columns, cells, strict=False))
    number = by_column.get("punkt", cells[0])
    title = by_column.get("ärende", cells[1] if len(cells) > 1 else nothing)
    return ast.Row(
        ast.Word(number.text.rstrip("."), number.span),
        ast.Text(title.text.strip('"“”„'), title.span),
        tuple(cells),
        (),
        line.content_start,
        broken=True,
    )


def _miscounted(cells: list[ast.Cell], columns: tuple[str, ...], line: Line) -> Finding:
    return Finding(
        "SR111",
        Span(line.content_start, line.content_start + len(line.content)),
        f"raden har {_counted(len(cells), 'ruta', 'rutor')} men tabellen {_counted(len(columns), 'kolumn', 'kolumner')}",
        "ta bort överflödiga |, eller lägg till en kolumn i rubrikraden"
        if len(cells) > len(columns)
        else "sätt | mellan alla rutor, även de tomma",
    )


def _clause_for_all(line: Line) -> Finding:
    """A clause that other blocks take, among the rows."""
    return Finding(
        "SR111",
        Span(line.content_start, line.content_start + len(line.content)),
        f"«{keyword_of(line.content)}» kan inte stå i en tabell",
        "skriv raden på avsnittet eller ordningen ovanför; där gäller den tabellens alla rader",
    )


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _unnamed(number: ast.Cell, title: ast.Cell) -> list[Finding]:
    found = []
    if not _NUMBER.fullmatch(number.text.rstrip(".")):
        what = f"«{number.text}» är inget punktnummer" if number.text else "raden saknar punktnummer"
        found.append(Finding("SR111", number.span, what, "skriv till exempel 4.2 eller F.1.3 i första rutan"))
    if not title.text:
        found.append(
            Finding("SR111", title.span, "raden saknar ärende", "skriv vad raden gäller i andra rutan")
        )
    return found


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
