"""Kinds of matter, and what the law says of matters of a kind: bars and limits."""

from attrs import evolve

from styrregler.model import Bar, BodyKind, BodyRef, MatterKind, StatutoryLimit
from styrregler.resolve.acts import Acts, plain_refs, verification
from styrregler.resolve.conditions import condition
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.names import DECIDING, OWN_BOARD, Names
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast
from styrregler.values import Period


def resolve_kinds(names: Names, acts: Acts) -> dict[str, MatterKind]:
    return {
        name: _kind(name, declared.scope, acts) for name, declared in names.kinds.items() if declared.readable
    }


def _kind(name: str, scope: Scope, acts: Acts) -> MatterKind:
    title, meaning, wordings = scope.block.header.title, scope.value("betyder"), scope.value("kännetecken")
    return MatterKind(
        name=name,
        title=title.value if title else name,
        meaning=meaning.texts[0].value if isinstance(meaning, ast.Texts) else "",
        place=scope.header(),
        wordings=tuple(text.value for text in wordings.texts) if isinstance(wordings, ast.Texts) else (),
        law=plain_refs(scope, acts),
        verified=verification(scope)[0],
    )


def tags_of(scope: Scope, names: Names) -> frozenset[str] | None:
    """The kinds that a block of the law names with ``rör``; None when one of them is unknown, which is reported."""
    clause = scope.first("rör")
    if clause is None:
        return frozenset()
    return names.kinds_of(clause, scope)


def resolve_limit(scope: Scope, acts: Acts, names: Names, vocabulary: Vocabulary) -> StatutoryLimit | None:
    header, clause = scope.block.header, scope.first("tak")
    tags = tags_of(scope, names)
    if clause is None or not isinstance(clause.value, ast.Requirement) or tags is None:
        return None
    limit = condition(clause.value.when, clause, scope, vocabulary)
    if limit is None:
        return None
    return StatutoryLimit(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=plain_refs(scope, acts),
        tags=tags,
        limit=limit,
        period=period_of(scope),
        place=scope.header(),
        verified=verification(scope)[0],
    )


def resolve_bars(scope: Scope, acts: Acts, names: Names, vocabulary: Vocabulary) -> list[Bar]:
    """One bar for each ``delegeras`` and for ``lyfts till``; they share the rest of the block."""
    header = scope.block.header
    unless = scope.first("undantag")
    except_when = None
    if unless is not None and isinstance(unless.value, ast.Condition):
        except_when = condition(unless.value.when, unless, scope, vocabulary)
    tags = tags_of(scope, names)
    if tags is None:
        return []
    shared = Bar(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=plain_refs(scope, acts),
        tags=tags,
        place=scope.header(),
        period=period_of(scope) if scope.first("gäller") else Period(),
        except_when=except_when,
        verified=verification(scope)[0],
        decided_by=_decided_by(scope),
    )
    return [bar for clause in scope.clauses if (bar := _bar(shared, clause, scope, names, vocabulary))]


def _decided_by(scope: Scope) -> frozenset[str]:
    """The kinds of body that ``beslutas av`` names: the law knows a council, and not what a municipality calls it."""
    clause = scope.first("beslutas av")
    if clause is None or not isinstance(clause.value, ast.Deciders):
        return frozenset()
    allowed = (BodyKind.COUNCIL.value, BodyKind.BOARD.value)
    found = set()
    for item in clause.value.items:
        names = [ref.name.text for ref in item.refs if isinstance(ref, ast.RoleName)]
        if (
            item.when is not None
            or item.otherwise
            or len(names) < len(item.refs)
            or set(names) - set(allowed)
        ):
            scope.error(
                "SR406",
                scope.within(clause, item.span),
                "ett förbud säger bara vilka slag av organ som får besluta",
                "skriv «beslutas av fullmäktige» eller «beslutas av fullmäktige eller nämnd»",
            )
        found |= set(names) & set(allowed)
    return frozenset(found)


def _bar(shared: Bar, clause: ast.Clause, scope: Scope, names: Names, vocabulary: Vocabulary) -> Bar | None:
    match clause.value:
        case ast.Delegable(only, kinds, when):
            route = ""
            if isinstance(when, ast.Is) and when.fact.text == "överklagas":
                route, when = when.values[0].text, None
            resolved = condition(when, clause, scope, vocabulary) if when else None
            if when is not None and resolved is None:
                return None
            return evolve(
                shared, only=only, to_kinds=frozenset(word.text for word in kinds), when=resolved, route=route
            )
        case ast.Lifted(to, when):
            resolved = condition(when, clause, scope, vocabulary)
            if resolved is None:
                return None
            name = to.text if to.text == OWN_BOARD else names.party(to, clause, scope, DECIDING)
            return (
                evolve(shared, when=resolved, lifted_to=BodyRef(name))
                if name and name != OWN_BOARD
                else evolve(shared, when=resolved)
            )
        case _:
            return None
