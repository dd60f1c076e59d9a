"""Facts, yearly amounts, and the conditions that compare them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from attrs import frozen

from styrregler.logic import AllOf, AnyOf, Compare, Expr, Is, Not, Operator
from styrregler.logic.expr import NO, YES
from styrregler.model import Fact, FactKind, YearlyAmount
from styrregler.resolve.names import Names
from styrregler.resolve.scope import Scope, aliases_of, listed, words_of
from styrregler.syntax import ast
from styrregler.values import Fault, Quantity, UnitKind, nearest

_EXAMPLE = {
    UnitKind.MONEY: "5 000 kr",
    UnitKind.TIME: "4 år",
    UnitKind.SHARE: "95 %",
    UnitKind.COUNT: "3",
    UnitKind.DATE: "2026-01-01",
}
_UNITS = {
    UnitKind.MONEY: ("kr", "tkr", "mkr"),
    UnitKind.TIME: ("dagar", "veckor", "månader", "år"),
    UnitKind.SHARE: ("%",),
    UnitKind.COUNT: (),
    UnitKind.DATE: (),
}
_ALSO_WRITTEN = {"msek": "mkr", "ksek": "tkr", "tsek": "tkr", "procent": "%", "mån": "månader"}


@frozen
class Vocabulary:
    """The facts and yearly amounts that conditions may use, each also by its synonyms."""

    facts: Mapping[str, Fact]
    amounts: Mapping[str, YearlyAmount]
    broken: frozenset[str]
    """Declared, but unreadable: whoever uses them is unreadable too, without another message."""

    def fact(self, name: str) -> Fact | None:
        return self.facts.get(name) or next(
            (fact for fact in self.facts.values() if name in fact.aliases), None
        )

    def amount(self, name: str) -> YearlyAmount | None:
        return self.amounts.get(name) or next(
            (each for each in self.amounts.values() if name in each.aliases), None
        )


def resolve_vocabulary(names: Names) -> Vocabulary:
    facts: dict[str, Fact] = {}
    amounts: dict[str, YearlyAmount] = {}
    broken = set()
    for name, declared in names.facts.items():
        if not declared.readable:
            broken.add(name)
        if declared.kind == "uppgift":
            facts[name] = _fact(name, declared.scope)
        else:
            amounts[name] = _amount(name, declared.scope)
    return Vocabulary(facts, amounts, frozenset(broken))


def _fact(name: str, scope: Scope) -> Fact:
    title = scope.block.header.title
    question = title.value if title else name
    judged, answers, unit = scope.value("bedöms av"), scope.value("svar"), scope.first("anges i")
    place, aliases = scope.header(), aliases_of(scope)
    if judged is not None:
        return Fact(
            name,
            question,
            FactKind.JUDGEMENT,
            place=place,
            answers=(YES, NO),
            judged_by=words_of(judged)[0].text,
            aliases=aliases,
        )
    if isinstance(answers, ast.Answers):
        given = tuple(ref.name.text for ref in answers.refs if isinstance(ref, ast.RoleName))
        return Fact(name, question, FactKind.CHOICE, place=place, answers=given, aliases=aliases)
    return Fact(name, question, FactKind.MEASURED, place=place, unit=_unit(scope, unit), aliases=aliases)


def _unit(scope: Scope, clause: ast.Clause | None) -> UnitKind:
    words = words_of(clause.value) if clause else ()
    if clause is None or not words:
        return UnitKind.COUNT
    units = {unit.value: unit for unit in UnitKind}
    if words[0].text in units:
        return units[words[0].text]
    meant = nearest(words[0].text, units)
    scope.error(
        "SR406",
        scope.within(clause, words[0].span),
        f"en uppgift kan inte anges i «{words[0].text}»",
        f"menade du «{meant}»?" if meant else f"skriv {listed(units)}",
    )
    return UnitKind.COUNT


def _amount(name: str, scope: Scope) -> YearlyAmount:
    figures: dict[int, Fraction] = {}
    for clause in scope.all("år"):
        if not isinstance(clause.value, ast.Yearly):
            continue
        year, amount = clause.value.year, clause.value.amount
        if amount.kind is not UnitKind.MONEY:
            scope.error(
                "SR701",
                scope.clause(clause),
                f"beloppet för {year} är inte i kronor",
                f"skriv till exempel «år {year} 59 200 kr»",
            )
        elif year in figures:
            scope.error(
                "SR403", scope.clause(clause), f"året {year} finns två gånger", "ta bort den ena raden"
            )
        else:
            figures[year] = amount.measure
    title = scope.block.header.title
    return YearlyAmount(name, title.value if title else name, figures, scope.header(), aliases_of(scope))


# ---------- conditions


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
        meant = nearest(word.text, vocabulary.facts)
        remedy = (
            f"menade du «{meant}»?"
            if meant
            else f'lägg till «uppgift {word.text} "…?"» med anges i, svar eller bedöms av'
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
            f"skriv till exempel «{fact.name} högst {_EXAMPLE[fact.unit]}»",
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
            f"skriv till exempel «{fact.name} högst {_EXAMPLE[fact.unit]}»",
        )
        return None
    sound = True
    for value in values:
        if value.text not in fact.answers:
            meant = nearest(value.text, fact.answers)
            remedy = f"menade du «{meant}»?" if meant else f"{fact.name} kan vara {listed(fact.answers)}"
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


def measured(amount: Quantity, fact: Fact, vocabulary: Vocabulary) -> Quantity | Fault:
    """``amount`` in a unit that fits the measured ``fact``; or what is wrong with it."""
    assert fact.unit is not None
    constant = typed(amount, fact, vocabulary)
    number = str(Quantity(amount.number, ""))
    if isinstance(constant, str):
        message = f"{fact.name} anges i {fact.unit.value}, inte i {constant}"
        return Fault(message, _unit_remedy(amount, number, fact, vocabulary), _unit_why(amount))
    if not constant.unit and fact.unit is not UnitKind.COUNT:
        unit = {UnitKind.MONEY: " kr", UnitKind.TIME: " månader", UnitKind.SHARE: " %"}.get(fact.unit, "")
        remedy = f"skriv «{number}{unit}»" + (
            ", eller dagar, veckor eller år" if fact.unit is UnitKind.TIME else ""
        )
        return Fault(f"enheten saknas: {fact.name} anges i {fact.unit.value}", remedy)
    return constant


def _unit_why(amount: Quantity) -> str:
    return "hur lång tid arbetsdagar är beror på helgerna" if amount.unit == "arbetsdagar" else ""


def _unit_remedy(amount: Quantity, number: str, fact: Fact, vocabulary: Vocabulary) -> str:
    """The unit that was probably meant, else the fact that is measured so, else an example."""
    assert fact.unit is not None
    example = f"skriv till exempel «{fact.name} högst {_EXAMPLE[fact.unit]}»"
    if amount.kind is None:
        units = (*_UNITS[fact.unit], *(vocabulary.amounts if fact.unit is UnitKind.MONEY else ()))
        meant = _ALSO_WRITTEN.get(amount.unit.lower()) or nearest(amount.unit, units)
        return f"menade du «{number} {meant}»?" if meant in units else example
    others = [other.name for other in vocabulary.facts.values() if other.unit is amount.kind is not fact.unit]
    return (
        f"{example}, eller menade du {listed(f'«{other}»' for other in others[:3])}?" if others else example
    )


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


def typed(amount: Quantity, fact: Fact, vocabulary: Vocabulary) -> Quantity | str:
    """``amount`` in a unit that fits ``fact``; or, as text, what it is in instead."""
    if amount.unit == "arbetsdagar":
        return "arbetsdagar"
    if amount.kind is None and amount.unit:
        yearly = vocabulary.amount(amount.unit)
        if yearly is None:
            return f"«{amount.unit}»"
        if fact.unit is not UnitKind.MONEY:
            return yearly.name
        return Quantity(amount.number, yearly.name)
    if amount.kind is not None and amount.kind is not fact.unit:
        return amount.kind.value
    return amount


def opened_condition(opened: ast.Opened) -> Expr:
    """``gäller ärenden inledda före/från``, as a condition on the day the case was opened."""
    return Compare(
        "inlett", Operator.UNDER if opened.before else Operator.AT_LEAST, Quantity.of_day(opened.day)
    )


def builtin_facts(municipalities: tuple[str, ...]) -> dict[str, Fact]:
    """Facts that the language itself asks for: the day a case was opened, and whose it is in a joint board."""
    return {
        "inlett": Fact("inlett", "Vilken dag inleddes ärendet?", FactKind.MEASURED, unit=UnitKind.DATE),
        "kommun": Fact("kommun", "Vilken kommun gäller ärendet?", FactKind.CHOICE, answers=municipalities),
    }
