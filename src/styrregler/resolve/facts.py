"""Facts and yearly amounts, as the files declare them."""

from collections.abc import Mapping
from fractions import Fraction

from attrs import frozen

from styrregler.logic.expr import NO, YES
from styrregler.model import Fact, FactKind, YearlyAmount
from styrregler.resolve.names import Names
from styrregler.resolve.scope import Scope, aliases_of, did_you_mean, listed, words_of
from styrregler.syntax import ast
from styrregler.values import UnitKind


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
    scope.error(
        "SR406",
        scope.within(clause, words[0].span),
        f"en uppgift kan inte anges i «{words[0].text}»",
        did_you_mean(words[0].text, units, f"skriv {listed(units)}"),
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


def builtin_facts(municipalities: tuple[str, ...]) -> dict[str, Fact]:
    """Facts that the language itself asks for: the day a case was opened, and whose it is in a joint board."""
    return {
        "inlett": Fact("inlett", "Vilken dag inleddes ärendet?", FactKind.MEASURED, unit=UnitKind.DATE),
        "kommun": Fact("kommun", "Vilken kommun gäller ärendet?", FactKind.CHOICE, answers=municipalities),
    }
