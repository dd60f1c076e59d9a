"""Escalations: names found, and what cannot be part of one told.

In: the blocks `eskalering`.  Out: paths by name.  Refuses to say whether a path leads anywhere: the checks do.
"""

from collections.abc import Iterable
from functools import cached_property

from attrs import field, frozen

from styrregler.model import (
    ABOUT_DECISION,
    ABOUT_FORMS,
    EscalationPath,
    EscalationStage,
    Notice,
    Party,
    Substitutes,
)
from styrregler.resolve.conditions import condition
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.law import chosen
from styrregler.resolve.names import BOARDS, BODIES, PARTIES, Names
from styrregler.resolve.scope import Scope, did_you_mean, is_draft, unconditional, words_of
from styrregler.syntax import ast


def resolve_escalations(names: Names, vocabulary: Vocabulary) -> dict[str, EscalationPath]:
    return {
        name: _Reader(declared.scope, names, vocabulary).path(name)
        for name, declared in names.escalations.items()
    }


@frozen(slots=False)
class _Reader:
    """One block. ``unsound`` fills with the clauses that could not be read whole."""

    scope: Scope
    names: Names
    vocabulary: Vocabulary
    unsound: list[ast.Clause] = field(factory=list)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Whose matters it is about."""
        clause = self.scope.first("omfattar")
        words = words_of(clause.value) if clause else ()
        found = [self.names.party(word, clause, self.scope, BODIES) for word in words if clause]
        return tuple(filter(None, found))

    @property
    def board(self) -> str:
        """«nämnden», where it is about the matters of one board."""
        boards = [body for body in self.bodies if self.names.parties[body].kind in BOARDS]
        return boards[0] if len(boards) == 1 else ""

    def path(self, name: str) -> EscalationPath:
        scope = self.scope
        title, settled, further = (
            scope.block.header.title,
            scope.first("avgörs av"),
            scope.first("eskaleras enligt"),
        )
        stages = tuple(stage for clause in scope.all("steg") for stage in self._stages(clause))
        deciders = self._parties(words_of(settled.value), settled) if settled else ()
        continues = self._continues(further) if further else ""
        if settled and further:
            self._both(settled, further)
        informs = tuple(each for clause in scope.all("informera") for each in self._notices(clause))
        substitutes = tuple(filter(None, map(self._substitutes, scope.all("ersättare"))))
        return EscalationPath(
            name=name,
            title=title.value if title else name,
            place=scope.header(),
            stages=stages,
            settled_by=deciders[0] if deciders else None,
            settled_place=scope.clause(settled) if settled else None,
            continues=continues,
            continues_place=scope.clause(further) if further else None,
            informs=informs,
            substitutes=substitutes,
            bodies=self.bodies,
            about=chosen(scope, "avser", (ABOUT_FORMS, ABOUT_DECISION)),
            readable=not scope.block.broken and not self.unsound,
            draft=is_draft(scope),
        )

    def _stages(self, clause: ast.Clause) -> Iterable[EscalationStage]:
        for item in clause.value.items if isinstance(clause.value, ast.NotedList) else ():
            place = self.scope.within(clause, item.span)
            if item.when is not None:
                self.unsound.append(clause)
                self.scope.error(
                    "SR107",
                    place,
                    "ett steg kan inte ha villkor",
                    "ta bort «när …», eller gör en egen eskalering för de fallen",
                    why="stegen tas i tur och ordning i varje ärende",
                )
            yield EscalationStage(self._refs(item.refs, clause), place, item.timing)

    def _notices(self, clause: ast.Clause) -> Iterable[Notice]:
        for item in clause.value.items if isinstance(clause.value, ast.NotedList) else ():
            when = condition(item.when, clause, self.scope, self.vocabulary) if item.when else None
            if item.when is not None and when is None:
                self.unsound.append(clause)
            place = self.scope.within(clause, item.span)
            yield Notice(self._refs(item.refs, clause), place, item.timing, when)

    def _substitutes(self, clause: ast.Clause) -> Substitutes | None:
        if not isinstance(clause.value, ast.Turn):
            return None
        replaced = (clause.value.only_for,) if clause.value.only_for else ()
        only_for = self.names.party(replaced[0], clause, self.scope, PARTIES) if replaced else ""
        if only_for is None:
            self.unsound.append(clause)
        return Substitutes(self._refs(clause.value.refs, clause), self.scope.clause(clause), only_for or "")

    def _continues(self, clause: ast.Clause) -> str:
        (word,) = words_of(clause.value)
        if not unconditional(clause, self.scope):
            self.unsound.append(clause)
        if word.text in self.names.escalations:
            return word.text
        self.unsound.append(clause)
        own = self.scope.block.header.name
        others = [name for name in self.names.escalations if own is None or name != own.text]
        self.scope.error(
            "SR401",
            self.scope.within(clause, word.span),
            f"eskaleringen «{word.text}» finns inte",
            did_you_mean(
                word.text, others, f'rätta stavningen, eller lägg till blocket «eskalering {word.text} "…"»'
            ),
        )
        return ""

    def _both(self, settled: ast.Clause, further: ast.Clause) -> None:
        self.unsound.append(further)
        self.scope.error(
            "SR108",
            self.scope.clause(further),
            "eskaleringen slutar på två sätt",
            "behåll «avgörs av» om någon ska avgöra här, eller «eskaleras enligt» om den ska föras vidare",
            why=f"på rad {self.scope.clause(settled).line} står vem som avgör",
        )

    def _parties(self, words: Iterable[ast.Word], clause: ast.Clause) -> tuple[Party, ...]:
        return self._refs([ast.RoleName(word) for word in words], clause)

    def _refs(self, refs: Iterable[ast.Ref], clause: ast.Clause) -> tuple[Party, ...]:
        found = self.names.parties_of(refs, clause, self.scope, self.board)
        if found is None:
            self.unsound.append(clause)
        return found or ()
