"""Conditions: facts compared with constants, with every name looked up.

In: an expression as written.  Out: the same over typed facts, or None after a report.  Refuses to know what clause it
stands in, and whether it ever holds.
"""

from typing import assert_never

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Not, Operator
from styrregler.logic.expr import NO, YES
from styrregler.model import Fact, FactKind
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.measures import EXAMPLE_OF, measured
from styrregler.resolve.scope import Scope, did_you_mean, listed
from styrregler.syntax import ast
from styrregler.values import Fault, Quantity


def condition(expr: ast.Expr, clause: ast.Clause, scope: Scope, vocabulary: Vocabulary) -> Expr | None:
    """The condition with its facts and units looked up; None after a report."""
    match expr:
        case ast.Flag(word):
            return _flag(word, clause, scope, vocabulary)
        case ast.Is(word, values):
            return _is(word, values, clause, scope, vocabulary)
        case ast.Limit():
            return _limit(expr, clause, scope, vocabulary)
        case ast.Not(operand):
            inner = condition(operand, clause, scope, vocabulary)
            return Not(inner) if inner else None
        case ast.AnyOf(operands) if (answers := _answers_apart(operands, vocabulary)) is not None:
            scope.error("SR401", scope.clause(clause), *answers)
            return None
        case ast.AllOf(operands) | ast.AnyOf(operands):
            parts = [condition(operand, clause, scope, vocabulary) for operand in operands]
            sound = tuple(part for part in parts if part is not None)
            if len(sound) < len(parts):
                return None
            return AllOf(sound) if isinstance(expr, ast.AllOf) else AnyOf(sound)
        case _:
            assert_never(expr)


def _known_fact(word: ast.Word, clause: ast.Clause, scope: Scope, vocabulary: Vocabulary) -> Fact | None:
    fact = vocabulary.fact(word.text)
    if fact is None:
        remedy = did_you_mean(
            word.text,
            vocabulary.facts,
            f'lägg till «uppgift {word.text} "…?"» med anges i, svar eller bedöms av',
        )
        scope.error("SR401", scope.within(clause, word.span), f"uppgiften «{word.text}» finns inte", remedy)
        return None
    return None if fact.name in vocabulary.broken else fact


def _flag(word: ast.Word, clause: ast.Clause, scope: Scope, vocabulary: Vocabulary) -> Expr | None:
    fact = _known_fact(word, clause, scope, vocabulary)
    if fact is None:
        return None
    place = scope.within(clause, word.span)
    if fact.kind is FactKind.MEASURED:
        assert fact.unit is not None
        scope.error(
            "SR701",
            place,
            f"«{fact.name}» är ingen ja/nej-fråga utan anges i {fact.unit.value}",
            f"skriv till exempel «{fact.name} högst {EXAMPLE_OF[fact.unit]}»",
        )
        return None
    if set(fact.answers) != {YES, NO}:
        scope.error(
            "SR701",
            place,
            f"«{fact.name}» är ingen ja/nej-fråga",
            f"skriv till exempel «{fact.name} är {fact.answers[0]}»",
        )
        return None
    return Is(fact.name, frozenset({YES}))


def _is(
    word: ast.Word, values: tuple[ast.Word, ...], clause: ast.Clause, scope: Scope, vocabulary: Vocabulary
) -> Expr | None:
    subject = (
        vocabulary.fact(values[0].text) if len(values) == 1 and vocabulary.fact(word.text) is None else None
    )
    if subject is not None and set(subject.answers) == {YES, NO}:
        scope.error(
            "SR401",
            scope.within(clause, word.span),
            f"uppgiften «{word.text}» finns inte",
            f"skriv «när {subject.name}»",
        )
        return None
    fact = _known_fact(word, clause, scope, vocabulary)
    if fact is None:
        return None
    if fact.kind is FactKind.MEASURED:
        assert fact.unit is not None
        scope.error(
            "SR701",
            scope.within(clause, word.span),
            f"«{fact.name}» anges i {fact.unit.value}",
            f"skriv till exempel «{fact.name} högst {EXAMPLE_OF[fact.unit]}»",
        )
        return None
    sound = True
    for value in values:
        if value.text not in fact.answers:
            remedy = did_you_mean(value.text, fact.answers, f"{fact.name} kan vara {listed(fact.answers)}")
            scope.error(
                "SR702",
                scope.within(clause, value.span),
                f"«{fact.name}» kan inte vara «{value.text}»",
                remedy,
            )
            sound = False
    return Is(fact.name, frozenset(value.text for value in values)) if sound else None


def _limit(limit: ast.Limit, clause: ast.Clause, scope: Scope, vocabulary: Vocabulary) -> Expr | None:
    fact = _known_fact(limit.fact, clause, scope, vocabulary)
    if fact is None:
        return None
    place = scope.within(clause, limit.span)
    if fact.kind is not FactKind.MEASURED or fact.unit is None:
        scope.error(
            "SR701", place, f"«{fact.name}» är ingen mängd", f"skriv «{fact.name} är {fact.answers[0]}»"
        )
        return None
    constant = measured(limit.amount, fact, vocabulary)
    if isinstance(constant, Fault):
        scope.error("SR701", place, constant.message, constant.remedy, why=constant.why)
        return None
    if constant.kind is None and constant.unit and constant.unit in vocabulary.broken:
        return None
    return Compare(fact.name, Operator.written(limit.operator), constant)


def _answers_apart(operands: tuple[ast.Expr, ...], vocabulary: Vocabulary) -> tuple[str, str] | None:
    """«utfall är avslag eller avvisning»: a message and a remedy when the flags beside an answer are answers too."""
    flags = [operand.fact.text for operand in operands if isinstance(operand, ast.Flag)]
    for operand in operands:
        fact = vocabulary.fact(operand.fact.text) if isinstance(operand, ast.Is) else None
        if flags and isinstance(operand, ast.Is) and fact and all(flag in fact.answers for flag in flags):
            answers = ", ".join([*(value.text for value in operand.values), *flags])
            return (
                f"«{flags[0]}» är ett svar, ingen uppgift",
                f"skriv «{operand.fact.text} är någon av {answers}»",
            )
    return None


def opened_condition(opened: ast.Opened) -> Expr:
    """``gäller ärenden inledda före/från``, as a condition on the day the case was opened."""
    return Compare(
        "inlett", Operator.UNDER if opened.before else Operator.AT_LEAST, Quantity.of_day(opened.day)
    )
