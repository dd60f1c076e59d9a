"""Where in the files a thing stands, and what is said about it."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from styrregler.diagnostics import Diagnostic, Severity
from styrregler.syntax import ast
from styrregler.text import Place, Span
from styrregler.values import nearest


@frozen
class Reporter:
    """Collects what is found; the only thing in this stage that changes."""

    found: list[Diagnostic] = field(factory=list)

    def error(
        self,
        code: str,
        place: Place,
        message: str,
        remedy: str = "",
        *,
        label: str = "",
        why: str = "",
        heading: str = "",
    ) -> None:
        self.found.append(Diagnostic(code, Severity.ERROR, message, place, label, why, remedy, heading))

    def warning(self, code: str, place: Place, message: str, remedy: str = "", *, heading: str = "") -> None:
        self.found.append(Diagnostic(code, Severity.WARNING, message, place, remedy=remedy, heading=heading))


@frozen(slots=False)
class Scope:
    """A block (or a row of a table) with what is needed to speak of places in it."""

    block: ast.Block
    reporter: Reporter
    clauses: tuple[ast.Clause, ...]
    heading: str = ""
    shipped: bool = False

    @classmethod
    def of(cls, block: ast.Block, reporter: Reporter, heading: str = "", *, shipped: bool = False) -> "Scope":
        return cls(block, reporter, block.clauses, heading, shipped)

    @cached_property
    def _by_keyword(self) -> Mapping[str, tuple[ast.Clause, ...]]:
        found: dict[str, tuple[ast.Clause, ...]] = {}
        for clause in self.clauses:
            found[clause.keyword] = (*found.get(clause.keyword, ()), clause)
        return found

    def all(self, keyword: str) -> tuple[ast.Clause, ...]:
        return self._by_keyword.get(keyword, ())

    def first(self, keyword: str) -> ast.Clause | None:
        return next(iter(self.all(keyword)), None)

    def value(self, keyword: str) -> ast.ClauseValue | None:
        clause = self.first(keyword)
        return clause.value if clause else None

    # ---------- places

    def header(self) -> Place:
        """The whole header line."""
        return self._place(0, len(self.block.text.split("\n", 1)[0].split("#", 1)[0].rstrip()))

    def header_part(self, span: Span) -> Place:
        return self._place(span.start, span.end)

    def clause(self, clause: ast.Clause) -> Place:
        """The first line of a clause."""
        line_end = self.block.text.find("\n", max(0, clause.start))
        text = self.block.text[clause.start : line_end if line_end >= 0 else None]
        return self._place(clause.start, clause.start + len(text.split(" #")[0].rstrip()))

    def within(self, clause: ast.Clause, span: Span) -> Place:
        """A part of a clause; the whole of it when the part has no place of its own."""
        if span.end <= span.start:
            return self.clause(clause)
        return self._place(clause.start + span.start, clause.start + span.end)

    def _place(self, start: int, end: int) -> Place:
        base = self.block.start
        return Place(self.block.source, base + max(0, start), base + max(start + 1, end))

    # ---------- reports

    def error(
        self, code: str, place: Place, message: str, remedy: str = "", *, label: str = "", why: str = ""
    ) -> None:
        self.reporter.error(code, place, message, remedy, label=label, why=why, heading=self.heading)

    def warning(self, code: str, place: Place, message: str, remedy: str = "") -> None:
        self.reporter.warning(code, place, message, remedy, heading=self.heading)


def words_of(value: ast.ClauseValue | None) -> tuple[ast.Word, ...]:
    """The names in a clause that holds names."""
    match value:
        case ast.Single(name):
            return (name,)
        case ast.Names(names):
            return names
        case ast.Escalated(name):
            return (name,)
        case _:
            return ()


def unconditional(clause: ast.Clause, scope: Scope) -> bool:
    """Whether an escalation is named without «när»; reported where it is not. Only a deviation may have conditions."""
    if not isinstance(clause.value, ast.Escalated):
        return True
    scope.error(
        "SR107",
        scope.clause(clause),
        f"«eskaleras enligt» kan inte ha villkor i blocket {scope.block.header.kind}",
        f"ta bort «när …»: «eskaleras enligt {clause.value.name.text}»",
    )
    return False


def is_draft(scope: Scope, decided: str = "det som är beslutat") -> bool:
    """``läge förslag``. Any other word is reported, and counts as a draft: it must not be taken for a rule in force."""
    clause = scope.first("läge")
    if clause is None:
        return False
    for word in words_of(clause.value):
        if word.text != "förslag":
            scope.error(
                "SR406",
                scope.within(clause, word.span),
                f"«{word.text}» är inget läge",
                f"skriv «läge förslag»; {decided} har inget läge",
            )
    return True


def aliases_of(scope: Scope) -> tuple[str, ...]:
    """The plain synonyms of ``kallas även``."""
    value = scope.value("kallas även")
    return tuple(alias.text.value for alias in value.aliases) if isinstance(value, ast.Aliases) else ()


def listed(words: Iterable[str], last: str = "eller") -> str:
    """«a, b eller c»."""
    items = list(words)
    return f" {last} ".join(filter(None, [", ".join(items[:-1]), items[-1]])) if items else ""


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """Advice on a name that is not among ``known``: the one it is nearest to, or what to do ``otherwise``."""
    closest = nearest(name, known)
    return f"menade du «{closest}»?" if closest else otherwise
