"""Effect goals, purposes and open points: names found, and what stands under what.

In: the blocks ``effektmål`` and ``verksamhetsidé``, and what any block leaves open.  Out: the values of
:mod:`styrregler.model.goals`.  Refuses to say whether a goal has what it needs: the checks do.
"""

from collections.abc import Collection, Iterable, Iterator

from attrs import evolve, frozen

from styrregler.model import Contract, FollowUp, Goal, KeyFigure, OpenPoint, PurposeStatement
from styrregler.resolve.interplay import InterplayReader
from styrregler.resolve.names import BODIES
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast
from styrregler.values import Period, Quantity, nearest


@frozen
class PlanReader:
    """What goals and assignments share: who is meant, and texts. ``declared`` are the names of all blocks, by kind."""

    interplay: InterplayReader
    declared: dict[str, frozenset[str]]

    def everyone(self, scope: Scope, keyword: str) -> tuple[str, ...]:
        """Those that a clause names: declared, or general words."""
        return tuple(
            name
            for clause in scope.all(keyword)
            for name in self.all_of(words_of(clause.value), clause, scope)
        )

    def all_of(self, words: Iterable[ast.Word], clause: ast.Clause, scope: Scope) -> Iterator[str]:
        for word in words:
            if name := self.interplay.who(word, clause, scope):
                yield name

    def deciders(self, clause: ast.Clause, scope: Scope) -> tuple[str, ...]:
        """«beslutas av»: names alone; a plan has no conditions."""
        if not isinstance(clause.value, ast.Deciders):
            return ()
        words: list[ast.Word] = []
        for item in clause.value.items:
            if item.when is not None or item.otherwise:
                scope.error(
                    "SR107",
                    scope.within(clause, item.span),
                    "den som beslutar här kan inte ha villkor",
                    "ta bort «när …» eller «annars»",
                )
            words += [ref.name for ref in item.refs if isinstance(ref, ast.RoleName)]
        return tuple(self.all_of(words, clause, scope))

    def known(self, clause: ast.Clause, scope: Scope, *kinds: str) -> str:
        """The name of a block of one of ``kinds``; empty after a report."""
        (word,) = words_of(clause.value)
        return self.one_of(word, clause, scope, *kinds)

    def one_of(self, word: ast.Word, clause: ast.Clause, scope: Scope, *kinds: str) -> str:
        """As :meth:`known`; any kind where none is given."""
        names = {
            name for kind, found in self.declared.items() if not kinds or kind in kinds for name in found
        }
        if word.text in names:
            return word.text
        called = f"{kinds[0]}et" if kinds and kinds[0] == "uppdrag" else kinds[0] if kinds else "namnet"
        meant = nearest(word.text, names)
        block = f', eller lägg till blocket «{kinds[0]} {word.text} "…"»' if kinds else ""
        scope.error(
            "SR401",
            scope.within(clause, word.span),
            f"{called} «{word.text}» finns inte",
            f"menade du «{meant}»?" if meant else f"rätta stavningen{block}",
        )
        return ""

    def follow_ups(self, scope: Scope) -> Iterator[FollowUp]:
        for clause in scope.all("följs upp av"):
            for item in clause.value.items if isinstance(clause.value, ast.NotedList) else ():
                if item.when is not None:
                    scope.error(
                        "SR107",
                        scope.within(clause, item.span),
                        "den som följer upp här kan inte ha villkor",
                        "ta bort «när …»",
                    )
                occasions = tuple(word.text for word in item.occasions)
                for word in (ref.name for ref in item.refs if isinstance(ref, ast.RoleName)):
                    if by := self.interplay.who(word, clause, scope):
                        yield FollowUp(by, scope.within(clause, word.span), occasions, item.timing)


def texts(scope: Scope, keyword: str) -> tuple[str, ...]:
    """What a clause says in words."""
    return tuple(
        text.value
        for clause in scope.all(keyword)
        if isinstance(clause.value, ast.Texts)
        for text in clause.value.texts
    )


def resolve_goal(scope: Scope, reader: PlanReader) -> Goal:
    told = len(scope.reporter.found)
    decided, activities, part = (
        scope.first("beslutas av"),
        scope.first("aktiviteter av"),
        scope.first("del av"),
    )
    return Goal(
        decided_by=reader.deciders(decided, scope) if decided else (),
        responsible=reader.everyone(scope, "ansvarig"),
        figures=tuple(_figures(scope)),
        activities_by=reader.everyone(scope, "aktiviteter av"),
        activities_place=scope.clause(activities) if activities else None,
        follow_ups=tuple(reader.follow_ups(scope)),
        contracts=tuple(_contracts(scope, reader)),
        part_of=reader.known(part, scope, "effektmål") if part else "",
        why=texts(scope, "varför"),
        # Last: it tells whether anything above was found wrong.
        agreed=reader.interplay.agreed(scope, told),
    )


def _figures(scope: Scope) -> Iterator[KeyFigure]:
    """Key figures with the results that stand under them."""
    latest: KeyFigure | None = None
    results: dict[int, Quantity] = {}
    for clause in scope.clauses:
        match clause.value:
            case ast.KeyFigure(text, operator, target, timing):
                if latest is not None:
                    yield evolve(latest, results=results)
                place = scope.within(clause, text.span)
                latest, results = KeyFigure(text.value, place, operator, target, timing), {}
            case ast.Yearly(year, amount) if clause.keyword == "resultat" and latest is not None:
                if latest.target is not None and latest.target.unit != amount.unit:
                    scope.error(
                        "SR701",
                        scope.clause(clause),
                        f"resultatet {amount} har en annan enhet än målet {latest.target}",
                        "skriv resultatet i målets enhet",
                    )
                results[year] = amount
    if latest is not None:
        yield evolve(latest, results=results)


def _contracts(scope: Scope, reader: PlanReader) -> Iterator[Contract]:
    for clause in scope.all("kontrakt"):
        if isinstance(clause.value, ast.Contract):
            party = reader.interplay.who(clause.value.party, clause, scope)
            if party:
                yield Contract(
                    party, clause.value.text.value, scope.clause(clause), clause.value.period or Period()
                )


def resolve_purpose(scope: Scope, reader: PlanReader) -> PurposeStatement | None:
    """None where the block names nobody: that has been reported."""
    told = len(scope.reporter.found)
    header = scope.block.header
    if header.name is None:
        return None
    parties = reader.interplay.names.parties
    if header.name.text not in parties or parties[header.name.text].kind not in BODIES:
        meant = nearest(header.name.text, [name for name, each in parties.items() if each.kind in BODIES])
        scope.error(
            "SR401",
            scope.header_part(header.name.span),
            f"organet «{header.name.text}» finns inte",
            f"menade du «{meant}»?" if meant else "skriv namnet på en nämnd eller ett annat organ",
        )
    depends = reader.everyone(scope, "beror av")
    if header.title is None and not scope.first("ska fyllas i") and not scope.block.broken:
        scope.error(
            "SR112",
            scope.header(),
            "verksamhetsidén säger inte vad",
            f'skriv vad organet gör, «verksamhetsidé {header.name.text} "…"», eller «ska fyllas i» under rubriken',
        )
    return PurposeStatement(
        reader.interplay.agreed(scope, told),
        header.name.text,
        texts(scope, "för vem"),
        texts(scope, "varför"),
        depends,
        written=header.title is not None and not scope.first("ska fyllas i"),
    )


def resolve_open_points(scopes: Iterable[Scope]) -> Iterator[OpenPoint]:
    """What is left open in any block."""
    for scope in scopes:
        header = scope.block.header
        heading = (
            header.title.value
            if header.title
            else " ".join(filter(None, (header.kind, (header.name or header.number or ast.Word("")).text)))
        )
        block = header.name.text if header.name else ""
        for clause in scope.clauses:
            match clause.value:
                case ast.ToFill(said, until):
                    text = "; ".join(each.value for each in said)
                    yield OpenPoint(
                        text, heading, scope.clause(clause), scope.header(), until=until, block=block
                    )
                case ast.Texts(said) if clause.keyword == "öppen fråga":
                    for each in said:
                        place = scope.within(clause, each.span)
                        yield OpenPoint(
                            each.value, heading, place, scope.header(), question=True, block=block
                        )


def declared_names(scopes: Collection[Scope]) -> dict[str, frozenset[str]]:
    """The names of blocks, by kind."""
    found: dict[str, set[str]] = {}
    for scope in scopes:
        if scope.block.header.name:
            found.setdefault(scope.block.header.kind, set()).add(scope.block.header.name.text)
    return {kind: frozenset(names) for kind, names in found.items()}
