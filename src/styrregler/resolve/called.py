"""What a row is called and says in words: synonyms, former numbers, conditions and remarks."""

from collections.abc import Iterator

from styrregler.model import Synonym
from styrregler.resolve.filling import Filling
from styrregler.resolve.measures import typed
from styrregler.resolve.scope import Scope, did_you_mean
from styrregler.syntax import ast
from styrregler.values import Quantity


def synonyms(row: Filling) -> Iterator[Synonym]:
    for clause, scope in row.own("kallas även"):
        if not isinstance(clause.value, ast.Aliases):
            continue
        for alias in clause.value.aliases:
            if alias.fact is None:
                yield Synonym(alias.text.value)
            elif (value := _bound(row, alias, clause, scope)) is not None:
                yield Synonym(alias.text.value, value[0], value[1])


def _bound(
    row: Filling, alias: ast.Alias, clause: ast.Clause, scope: Scope
) -> tuple[str, Quantity | str] | None:
    """The fact that a synonym settles: «"leasa bil" med finansiering leasing»."""
    assert alias.fact is not None
    fact = row.known.vocabulary.fact(alias.fact.text)
    place = scope.within(clause, alias.fact.span)
    if fact is None:
        scope.error(
            "SR401",
            place,
            f"uppgiften «{alias.fact.text}» finns inte",
            did_you_mean(alias.fact.text, row.known.vocabulary.facts, "lägg till ett block uppgift"),
        )
        return None
    match alias.value:
        case None:
            return fact.name, "ja"
        case ast.Word(text, span):
            if text in fact.answers:
                return fact.name, text
            scope.error(
                "SR702",
                scope.within(clause, span),
                f"«{fact.name}» kan inte vara «{text}»",
                f"{fact.name} kan vara {', '.join(fact.answers) or 'en mängd'}",
            )
            return None
        case quantity:
            amount = typed(quantity, fact, row.known.vocabulary)
            if isinstance(amount, str):
                scope.error(
                    "SR701",
                    place,
                    f"«{fact.name}» anges inte i {amount}",
                    "skriv ett värde i uppgiftens enhet",
                )
                return None
            return fact.name, amount


def texts(row: Filling, keyword: str) -> tuple[str, ...]:
    given = row.nearest(keyword) if keyword == "villkor" else row.own(keyword)
    return tuple(
        text.value
        for clause, _ in given
        if isinstance(clause.value, ast.Texts)
        for text in clause.value.texts
    )


def included(row: Filling, *, negated: bool) -> tuple[str, ...]:
    return tuple(
        text.value
        for clause, _ in row.own("innefattar")
        if isinstance(clause.value, ast.Includes) and clause.value.negated is negated
        for text in clause.value.texts
    )


def former_numbers(row: Filling) -> Iterator[str]:
    for clause, _ in row.own("tidigare nummer"):
        if isinstance(clause.value, ast.Numbers):
            yield from (word.text for word in clause.value.numbers)
