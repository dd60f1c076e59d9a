"""Deviations: names found, levels and conditions read.

In: the blocks ``avvikelse``.  Out: the values of :mod:`styrregler.model.deviation`.  Refuses to say whether anything is
missing in them: the checks do.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from styrregler.logic import Expr
from styrregler.model import (
    BODY_SORTS,
    GENERAL,
    SEVERITY,
    Agreed,
    BodyRef,
    Deviation,
    Measure,
    Notice,
    Onwards,
    Party,
    RoleRef,
)
from styrregler.resolve.conditions import condition
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.interplay import InterplayReader
from styrregler.resolve.names import BOARDS, OWN_BOARD, Names
from styrregler.resolve.scope import Scope, aliases_of, did_you_mean, listed, words_of
from styrregler.syntax import ast

EVERYONE = "alla"


@frozen
class DeviationReader:
    """Reads the blocks of deviations, one at a time."""

    names: Names
    vocabulary: Vocabulary
    interplay: InterplayReader

    def deviation(self, scope: Scope) -> Deviation:
        told = len(scope.reporter.found)
        agreed = self.interplay.agreed(scope, told)
        board = self._board(agreed)
        reports, follow_ups = (
            tuple(self._notices(scope.all(keyword), scope, board))
            for keyword in ("rapporteras till", "följs upp av")
        )
        deviation = Deviation(
            agreed=agreed,
            wordings=(*(text.value for text in _texts(scope.value("kännetecken"))), *aliases_of(scope)),
            severity=self._severity(scope),
            found_by=tuple(self._found_by(scope)),
            reports=reports,
            measures=tuple(self._measures(scope, board)),
            onwards=tuple(self._onwards(scope)),
            follow_ups=follow_ups,
            protection=tuple(each for each in agreed.texts if each.keyword == "skydd"),
        )
        return evolve(deviation, agreed=self.interplay.sound(agreed, scope, told))

    def _found_by(self, scope: Scope) -> Iterator[str]:
        clause = scope.first("upptäcks av")
        for word in words_of(clause.value) if clause else ():
            if clause and (
                name := word.text if word.text == EVERYONE else self.interplay.who(word, clause, scope)
            ):
                yield name

    def _board(self, agreed: Agreed) -> str:
        """«nämnden», where the deviation is about the matters of one board."""
        boards = [body for body in agreed.bodies if self.names.parties[body].kind in BOARDS]
        return boards[0] if len(boards) == 1 else ""

    def _severity(self, scope: Scope) -> str:
        clause, fact = scope.first("allvar"), self.vocabulary.fact(SEVERITY)
        if clause is None or fact is None:
            return ""
        (word,) = words_of(clause.value)
        if word.text not in fact.answers:
            scope.error(
                "SR702",
                scope.within(clause, word.span),
                f"allvaret kan inte vara «{word.text}»",
                did_you_mean(word.text, fact.answers, f"skriv {listed(fact.answers)}"),
            )
            return ""
        return word.text

    # ---------- who, when

    def _notices(self, clauses: Iterable[ast.Clause], scope: Scope, board: str) -> Iterator[Notice]:
        for clause in clauses:
            for item in clause.value.items if isinstance(clause.value, ast.NotedList) else ():
                if item.occasions:
                    scope.error(
                        "SR107",
                        scope.within(clause, item.occasions[0].span),
                        "uppföljningen av en avvikelse har en tid, inte «i …»",
                        "skriv när den sker, till exempel «nästa sammanträde»",
                    )
                yield Notice(
                    self.parties(item.refs, clause, scope, board),
                    scope.within(clause, item.span),
                    item.timing,
                    self._when(item.when, clause, scope),
                )

    def _measures(self, scope: Scope, board: str) -> Iterator[Measure]:
        for clause in scope.all("åtgärd"):
            for item in clause.value.items if isinstance(clause.value, ast.Measures) else ():
                yield Measure(
                    self.parties(item.refs, clause, scope, board),
                    item.text.value,
                    scope.within(clause, item.span),
                    item.timing,
                    self._when(item.when, clause, scope),
                )

    def _onwards(self, scope: Scope) -> Iterator[Onwards]:
        for clause in scope.all("eskaleras enligt"):
            when = clause.value.when if isinstance(clause.value, ast.Escalated) else None
            (word,) = words_of(clause.value)
            if known_name(word, clause, scope, self.names.escalations, "eskaleringen", "eskalering"):
                yield Onwards(word.text, scope.within(clause, word.span), self._when(when, clause, scope))

    def _when(self, when: ast.Expr | None, clause: ast.Clause, scope: Scope) -> Expr | None:
        return condition(when, clause, scope, self.vocabulary) if when is not None else None

    def parties(
        self, refs: Iterable[ast.Ref], clause: ast.Clause, scope: Scope, board: str = ""
    ) -> tuple[Party, ...]:
        """Those named, or a general word as a role or body of that name; what is unknown is reported and left out."""
        found: list[Party] = []
        for ref in refs:
            word = ref.name.text if isinstance(ref, ast.RoleName) else ""
            general = word in GENERAL and word not in self.names.parties and not (board and word == OWN_BOARD)
            if general:
                found.append(BodyRef(word) if GENERAL[word] in BODY_SORTS else RoleRef(word))
            else:
                found += self.names.parties_of((ref,), clause, scope, board) or ()
        return tuple(dict.fromkeys(found))


def _texts(value: ast.ClauseValue | None) -> tuple[ast.Text, ...]:
    return value.texts if isinstance(value, ast.Texts) else ()


def known_name(
    word: ast.Word, clause: ast.Clause, scope: Scope, known: Iterable[str], called: str, block: str
) -> bool:
    """Whether a block of that name is declared; told when it is not."""
    every = list(known)
    if word.text in every:
        return True
    scope.error(
        "SR401",
        scope.within(clause, word.span),
        f"{called} «{word.text}» finns inte",
        did_you_mean(
            word.text, every, f'rätta stavningen, eller lägg till blocket «{block} {word.text} "…"»'
        ),
    )
    return False
