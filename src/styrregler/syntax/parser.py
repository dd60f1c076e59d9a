"""Blocks of a file, each parsed by itself."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve, frozen

from styrregler.diagnostics import Diagnostic
from styrregler.syntax import ast
from styrregler.syntax.blocks import BLOCKS, BlockShape, HeaderForm, keyword_of
from styrregler.syntax.clauses import LONGEST, RawClause, header_of, parse_clause, parsed, told, unclosed
from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.finding import Finding
from styrregler.syntax.grammar import Stopped
from styrregler.syntax.slips import Opening, explain_header, opening_of
from styrregler.syntax.tables import is_row, parse_table
from styrregler.text import Line, SourceText, Span, split_lines

INDENT = 4
_INDENTED_HEADER = re.compile(
    rf"tabell$|(?:{'|'.join(BLOCKS)}) +[^\s\"“”„»«]*(?: [a-zåäö])? *(?:[\"“”„»«]|$)".replace(
        " ", r"[ \u00a0]"
    )
)
_SUBDELEGATION = re.compile('vidaredelegation(?![\\w-])[^"“”„»«]*$')
_DELEGATING = ("delegationsordning", "avsnitt", "bestämmelse", "punkt")
_STEPS = ("delegat", "samråd med", "informera", "steg")
_MEANT = {
    "undantag": "skriv vem som då beslutar, till exempel «dock nämnden när utfall är avslag», eller «gäller inte när …»",
    "informeras": "menade du «informera»? Skriv till exempel «informera ekonomichef inom 3 arbetsdagar efter beslut»",
    "beslutat av": "menade du «delegat»? Skriv till exempel «delegat enhetschef när belopp högst 100 000 kr»",
}
"""What a clause of another block was probably meant as, where an order says something."""
_LISTS = ("lagrum", "rör", "kallas även", "omfattar", "svar", "sammanträder", "tillåter", "punkter", "person", "givet",
          "frånvarande", "jäviga", "informeras", "ansvarar för", "tidigare nummer", "för kommun", "villkor")  # fmt: skip


def parse_source(source: SourceText) -> tuple[ast.Document, tuple[Diagnostic, ...]]:
    """The document, whatever its faults, and what is wrong with it."""
    diagnostics: list[Diagnostic] = []
    blocks: list[ast.Block] = []
    for raw in _raw_blocks(source.text):
        block, found = _parse_block(raw, source)
        if block is not None:
            blocks.append(block)
        elif blocks:
            # Nobody knows whether these lines were meant for the block above, so what it says is not known either.
            blocks[-1] = evolve(blocks[-1], broken=True)
        diagnostics += [finding.placed(source, raw.start) for finding in found]
    return ast.Document(source, tuple(blocks)), tuple(diagnostics)


# ---------- from lines to blocks


@frozen
class _RawBlock:
    """The text of a block from its first word, and how far that word is indented.

    ``word`` is empty for lines that stand before any block.
    """

    word: str
    start: int
    indent: int
    text: str


def _raw_blocks(text: str) -> Iterator[_RawBlock]:
    """Cut ``text`` where a block begins."""
    word, start, indent, end = "", 0, 0, 0
    for line in split_lines(text):
        if not line.content:
            continue
        begins = _begins_block(line, word)
        if begins or end == 0:
            if end:
                yield _RawBlock(word, start, indent, text[start:end])
            word = line.content.split(maxsplit=1)[0] if begins else ""
            start, indent = (line.content_start, line.indent) if begins else (line.start, 0)
        end = line.content_start + len(line.content)
    if end:
        yield _RawBlock(word, start, indent, text[start:end])


def _begins_block(line: Line, word: str) -> bool:
    """A line in column 0 that is no clause, or an indented one that can only be a header.

    ``word`` opened the block that the line would else belong to.
    """
    if line.indent:
        # «vidaredelegation ja» under a point is a misspelt «vidaredelegeras».
        if word in _DELEGATING and _SUBDELEGATION.match(line.content):
            return False
        return _INDENTED_HEADER.match(line.content) is not None and keyword_of(line.content) is None
    if word == "tabell" and is_row(line):
        return False
    return line.content.split(maxsplit=1)[0] in BLOCKS or not (keyword_of(line.content) and word)


# ---------- one block


def _parse_block(raw: _RawBlock, source: SourceText) -> tuple[ast.Block | None, list[Finding]]:
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
    header, wrong = _parse_header(head, opening, shape)
    found += [*wrong, *_indented(raw, head), *_tabs(rest)]
    lines = _levelled(rest, raw)
    if shape.form is HeaderForm.BARE:
        columns, rows, wrong = parse_table(lines)
        # The rows of a table are broken each on their own.
        broken = bool(found) or not rows
        return ast.Block(header, (), source, raw.start, raw.text, columns, rows, broken), found + wrong
    clauses, wrong = _parse_clauses(lines, raw.text, shape, head)
    found += wrong
    return ast.Block(header, clauses, source, raw.start, raw.text, broken=bool(found)), found


def _homeless(line: Line) -> Finding:
    return Finding(
        "SR113",
        Span(line.indent, line.indent + len(line.content)),
        "raden hör inte till något block",
        'inled med ett block, till exempel «roll enhetschef "Enhetschef"», längst till vänster',
    )


def _indented(raw: _RawBlock, head: Line) -> list[Finding]:
    if not raw.indent:
        return []
    return [
        Finding(
            "SR103",
            Span(0, len(head.content)),
            "rubriken är indragen",
            "ta bort indraget: ett block börjar längst till vänster",
        )
    ]


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


def _levelled(lines: list[Line], raw: _RawBlock) -> list[Line]:
    """The lines under a header with their indentation as it was meant.

    A tab is four steps, and what lies under an indented header is counted from there.
    """
    said = [line for line in lines if line.content]
    if not raw.indent and not any(line.tab for line in said):
        return said
    depths = [len(raw.text[line.start : line.content_start].expandtabs(INDENT)) for line in said]
    base = raw.indent if depths and min(depths) > raw.indent else 0
    return [
        evolve(line, indent=depth - base, start=line.content_start - depth + base)
        for line, depth in zip(said, depths, strict=True)
    ]


# ---------- the header


def _parse_header(line: Line, opening: Opening, shape: BlockShape) -> tuple[ast.Header, list[Finding]]:
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


# ---------- the clauses


def _parse_clauses(
    lines: list[Line], text: str, shape: BlockShape, head: Line
) -> tuple[tuple[ast.Clause, ...], list[Finding]]:
    """Every clause of a block that can be read, and what is wrong with the others and with all of them together."""
    found: list[Finding] = []
    clauses: list[ast.Clause] = []
    misplaced: list[RawClause] = []
    given: set[str | None] = set()
    for group in _groups(lines, shape):
        found += _misindented(group[0], shape)
        raw = _raw_clause(group, text)
        keyword = keyword_of(raw.text)
        opener = shape.under.get(keyword or "")
        if opener is not None and opener not in given:
            found.append(_ownerless(raw, keyword or "", opener))
        given.add(keyword)
        if keyword is not None and keyword not in shape.clauses:
            misplaced.append(raw)
            continue
        clause, wrong = parse_clause(raw, shape)
        found += wrong
        if clause is not None:
            clauses.append(clause)
    if misplaced:
        return tuple(clauses), [*found, _misplaced(misplaced, shape)]
    if None not in given:
        found += _missing(given, shape, head)
    return tuple(clauses), found + _twice(clauses, text, shape)


def _groups(lines: list[Line], shape: BlockShape) -> list[list[Line]]:
    """Each clause with the deeper lines that continue it."""
    groups: list[list[Line]] = []
    for line in lines:
        keyword = keyword_of(line.content)
        deeper = line.indent >= 2 * INDENT or (line.indent > INDENT and keyword not in shape.clauses)
        if groups and deeper and not (keyword in shape.under and line.indent < 3 * INDENT):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _raw_clause(group: list[Line], text: str) -> RawClause:
    """The text of a clause, comments blanked out, and its first quotation mark that is never closed."""
    first = group[0]
    open_quote = None
    parts = []
    for line, following in zip(group, [*group[1:], None], strict=True):
        end = following.content_start if following else line.content_start + len(line.content)
        piece = text[line.content_start : end]
        parts.append(line.content.replace("\t", " ") + _blank(piece[len(line.content) :]))
        if line.open_quote is not None and open_quote is None:
            open_quote = line.content_start - first.content_start + line.open_quote
    return RawClause(first.content_start, "".join(parts), open_quote)


def _blank(text: str) -> str:
    """Comments and space between the lines of a clause, as space and line feeds of the same length."""
    return "".join("\n" if char == "\n" else " " for char in text)


# ---------- what is wrong with the clauses of a block together


def _misindented(line: Line, shape: BlockShape) -> list[Finding]:
    """Tabs have been told already."""
    deep = keyword_of(line.content) in shape.under and line.indent == 2 * INDENT
    if line.indent == INDENT or deep or line.tab:
        return []
    word = keyword_of(line.content) or line.content.split(maxsplit=1)[0]
    span = Span(line.content_start, line.content_start + len(word))
    if line.indent == 0:
        return [Finding("SR103", span, f"«{word}» är inte indragen", "dra in raden fyra steg")]
    return [
        Finding(
            "SR103",
            span,
            f"raden är indragen {line.indent} steg",
            "dra in den fyra steg, som blockets andra satser",
        )
    ]


def _ownerless(raw: RawClause, keyword: str, opener: str) -> Finding:
    """A clause that belongs to another, with none of them above it."""
    return Finding(
        "SR106",
        Span(raw.start, raw.start + len(keyword)),
        f"«{keyword}» hör till ett «{opener}», och inget står ovanför",
        f"skriv raden under det «{opener}» som den gäller, till exempel «{EXAMPLES[opener]}»",
    )


def _misplaced(clauses: list[RawClause], shape: BlockShape) -> Finding:
    """Clauses that belong to another kind of block; one finding, as they usually have one cause."""
    keywords = list(dict.fromkeys(keyword_of(raw.text) or "" for raw in clauses))
    homes = [other.kind for other in BLOCKS.values() if all(keyword in other.clauses for keyword in keywords)]
    where = f"«{keywords[0]}» hör hemma i {_either(homes)}; " if 0 < len(homes) <= 4 else ""
    start = clauses[0].start
    return Finding(
        "SR106",
        Span(start, start + len(keywords[0])),
        f"«{'», «'.join(keywords)}» kan inte stå i blocket {shape.kind}",
        _MEANT[keywords[0]]
        if shape.kind in _DELEGATING and keywords[0] in _MEANT
        else f"{where}flytta raden, eller har en rubrikrad fallit bort ovanför den?",
    )


def _missing(given: set[str | None], shape: BlockShape, head: Line) -> list[Finding]:
    span = Span(0, len(head.content))
    return [
        Finding(
            "SR109",
            span,
            f"{shape.kind} saknar {_either(f'«{word}»' for word in words)}",
            f"lägg till en rad, till exempel {_either(f'«{_example(word, shape)}»' for word in words)}",
        )
        for words in shape.required
        if given.isdisjoint(words)
    ]


def _example(keyword: str, shape: BlockShape) -> str:
    """In an example ``svar`` names who decides, elsewhere what a fact can be."""
    return "svar enhetschef" if (keyword, shape.kind) == ("svar", "exempel") else EXAMPLES[keyword]


def _either(words: Iterable[str]) -> str:
    *head, last = words
    return f"{', '.join(head)} eller {last}" if head else last


def _twice(clauses: list[ast.Clause], text: str, shape: BlockShape) -> list[Finding]:
    """Single clauses given more than once; one finding a block, as they usually have one cause."""
    twice = []
    starts = {opener: [c.start for c in clauses if c.keyword == opener] for opener in shape.under.values()}

    def owned(clause: ast.Clause) -> tuple[str, int]:
        """The keyword, and which of the clauses above it belongs to."""
        opener = shape.under.get(clause.keyword, "")
        return clause.keyword, sum(start < clause.start for start in starts.get(opener, ()))

    for (keyword, _), group in groupby(sorted(clauses, key=owned), key=owned):
        same = sorted(group, key=lambda clause: clause.start)
        if len(same) > 1 and not shape.clauses[keyword]:
            twice.append((same[1], same[0]))
    if not twice:
        return []
    second, first = min(twice, key=lambda pair: pair[0].start)
    words = "», «".join(sorted({pair[0].keyword for pair in twice}))
    return [
        Finding(
            "SR108",
            Span(second.start, second.start + len(second.keyword)),
            f"«{words}» är given två gånger i samma {shape.kind}",
            _advice(first, second, text)
            if len(twice) == 1
            else "har en rubrikrad fallit bort ovanför den här raden?",
            related=((Span(first.start, first.start + len(first.keyword)), "första gången"),),
        )
    ]


def _advice(first: ast.Clause, second: ast.Clause, text: str) -> str:
    """How one clause says what two were meant to say."""
    lost = "eller har en rubrikrad fallit bort ovanför den här raden?"
    keyword = first.keyword
    if keyword in _STEPS:
        return f"skriv nästa steg på en egen, djupare rad under det första, utan «{keyword}»; {lost}"
    if keyword in _LISTS:
        values = [
            text[clause.start :].split("\n", maxsplit=1)[0].split(" #", maxsplit=1)[0]
            for clause in (first, second)
        ]
        listed = ", ".join(" ".join(value.split()).removeprefix(keyword).strip() for value in values)
        return f"skriv dem efter varandra: «{keyword} {listed}»; {lost}"
    return f"ta bort den ena; {lost}"
