"""Codes of conduct: names found, and what stands under which rule.

In: the blocks ``uppförandekod``.  Out: the values of :mod:`styrregler.model.conduct`.  Refuses to say who should have
adopted a code: that is asked of the rule set.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from styrregler.model import Acceptance, Adoption, CodeOfConduct, ConductRule
from styrregler.resolve.deviation import known_name
from styrregler.resolve.interplay import InterplayReader
from styrregler.resolve.names import BODIES, Names
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast


@frozen
class ConductReader:
    """Reads the blocks of codes of conduct, one at a time."""

    names: Names
    interplay: InterplayReader

    def code(self, scope: Scope) -> CodeOfConduct:
        told = len(scope.reporter.found)
        # Whom a code binds are people as often as bodies, so it holds for the whole municipality.
        agreed = self.interplay.agreed(scope, told, for_bodies=False)
        binds, adopted_by = (self._people(scope, keyword) for keyword in ("omfattar", "antas av"))
        values = tuple(word.text for word in words_of(scope.value("värdegrund")))
        rules = tuple(self._rules(scope))
        acceptances = tuple(self._acceptances(scope))
        agreed = self.interplay.sound(agreed, scope, told)
        return CodeOfConduct(agreed, binds, values, rules, adopted_by, acceptances)

    def _people(self, scope: Scope, keyword: str) -> tuple[str, ...]:
        clause = scope.first(keyword)
        words = words_of(clause.value) if clause else ()
        found = [self.interplay.who(word, clause, scope) for word in words if clause]
        return tuple(filter(None, found))

    def _rules(self, scope: Scope) -> Iterator[ConductRule]:
        rule: ConductRule | None = None
        seen: set[str] = set()
        for clause in scope.clauses:
            match clause.value:
                case ast.Titled(name, title):
                    if rule is not None:
                        yield rule
                    rule = ConductRule(name.text, title.value, scope.clause(clause))
                    if name.text in seen:
                        scope.error(
                            "SR403",
                            scope.within(clause, name.span),
                            f"regeln «{name.text}» finns två gånger",
                            "slå ihop reglerna eller byt namn på den ena",
                        )
                    seen.add(name.text)
                case _ if rule is not None:
                    rule = self._under(rule, clause, scope)
        if rule is not None:
            yield rule

    def _under(self, rule: ConductRule, clause: ast.Clause, scope: Scope) -> ConductRule:
        words, texts = (
            words_of(clause.value),
            clause.value.texts if isinstance(clause.value, ast.Texts) else (),
        )
        said = tuple(text.value for text in texts)
        match clause.keyword:
            case "grundas på":
                return evolve(
                    rule, values=tuple((word.text, scope.within(clause, word.span)) for word in words)
                )
            case "gör":
                return evolve(rule, does=said)
            case "undvik":
                return evolve(rule, avoids=said)
            case "hanteras som":
                known = known_name(words[0], clause, scope, self.names.deviations, "avvikelsen", "avvikelse")
                return evolve(rule, deviation=words[0].text) if known else rule
            case _:
                return rule

    def _acceptances(self, scope: Scope) -> Iterator[Acceptance]:
        for clause in scope.all("antagen av"):
            for item in clause.value.items if isinstance(clause.value, ast.Acceptances) else ():
                body = self.names.party(item.body, clause, scope, BODIES)
                if body:
                    said = item.adoption
                    adoption = Adoption(said.day, said.section, said.reference)
                    yield Acceptance(body, adoption, scope.within(clause, item.body.span))
