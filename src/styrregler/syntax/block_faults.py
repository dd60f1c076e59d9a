"""What is wrong with the clauses of a block together: clauses of another kind of block, missing ones, one given twice.

In: the clauses that could be read.  Out: findings, at most one of a sort for a block, as they usually have one cause.
"""

from collections.abc import Iterable
from itertools import groupby

from styrregler.syntax import ast
from styrregler.syntax.blocks import BLOCKS, BlockShape, keyword_of
from styrregler.syntax.clauses import RawClause
from styrregler.syntax.cutting import DELEGATING
from styrregler.syntax.examples import EXAMPLES
from styrregler.syntax.finding import Finding
from styrregler.syntax.slips.instead import meant_instead
from styrregler.text import Line, Span

SHOWN = 3
"""How many of the clauses that would do are named where one is missing."""
_STEPS = (
    "delegat",
    "samråd med",
    "informera",
    "steg",
    "rapporteras till",
    "åtgärd",
    "följs upp av",
    "antagen av",
    "nästa",
)
_MEANT = {
    "undantag": "skriv vem som då beslutar, till exempel «dock nämnden när utfall är avslag», eller «gäller inte när …»",
    "informeras": "menade du «informera»? Skriv till exempel «informera ekonomichef inom 3 arbetsdagar efter beslut»",
    "beslutat av": "menade du «delegat»? Skriv till exempel «delegat enhetschef när belopp högst 100 000 kr»",
}
"""What a clause of another block was probably meant as, where an order says something."""
_LISTS = ("lagrum", "rör", "kallas även", "omfattar", "svar", "sammanträder", "tillåter", "punkter", "person", "givet",
          "frånvarande", "jäviga", "informeras", "ansvarar för", "tidigare nummer", "för kommun", "villkor")  # fmt: skip


def misplaced_clauses(clauses: list[RawClause], shape: BlockShape) -> Finding:
    """Clauses that belong to another kind of block; one finding, as they usually have one cause."""
    keywords = list(dict.fromkeys(keyword_of(raw.text) or "" for raw in clauses))
    homes = [other.kind for other in BLOCKS.values() if all(keyword in other.clauses for keyword in keywords)]
    where = f"«{keywords[0]}» hör hemma i {_either(homes)}; " if 0 < len(homes) <= 4 else ""
    start = clauses[0].start
    _, meant = meant_instead(clauses[0].text, shape.kind, shape.clauses)
    return Finding(
        "SR106",
        Span(start, start + len(keywords[0])),
        f"«{'», «'.join(keywords)}» kan inte stå i blocket {shape.kind}",
        f"menade du «{meant}»? Så här: «{EXAMPLES[meant]}»"
        if meant
        else _MEANT[keywords[0]]
        if shape.kind in DELEGATING and keywords[0] in _MEANT
        else f"{where}flytta raden, eller har en rubrikrad fallit bort ovanför den?",
    )


def missing(given: set[str | None], shape: BlockShape, head: Line) -> list[Finding]:
    if shape.fillable and "ska fyllas i" in given:
        return []
    span = Span(0, len(head.content))
    return [
        Finding(
            "SR109",
            span,
            f"{shape.kind} saknar {_either(f'«{word}»' for word in words[:SHOWN])}",
            f"lägg till en rad, till exempel {_either(f'«{_example(word, shape)}»' for word in words[:SHOWN])}",
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


def given_twice(clauses: list[ast.Clause], text: str, shape: BlockShape) -> list[Finding]:
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
