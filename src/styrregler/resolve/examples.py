"""Examples: questions with the answers that are meant."""

from datetime import date

from styrregler.model import Example, ExpectedFact, Fact, Outcome, Party, Verdict
from styrregler.resolve.case_examples import expected_case
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.measures import measured
from styrregler.resolve.names import BODIES, PARTIES, Names
from styrregler.resolve.scope import Scope, did_you_mean, listed, words_of
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import Fault, Quantity


def resolve_example(scope: Scope, names: Names, vocabulary: Vocabulary) -> Example | None:
    """The example, or None when something in it could not be read (which has been reported)."""
    header = scope.block.header
    if scope.block.broken or header.title is None:
        return None
    told = len(scope.reporter.found)
    reading = Reading(scope, names, vocabulary)
    example = Example(
        title=header.title.value,
        place=scope.header(),
        question=reading.text("fråga"),
        matter=reading.word("ärende"),
        body=reading.body("organ"),
        given=reading.given(),
        on=reading.day(),
        absent=reading.names_of("frånvarande"),
        disqualified=reading.names_of("jäviga"),
        decided_by=reading.decided_by(),
        deciders=reading.deciders(),
        outcome=reading.outcome(),
        missing=reading.plain("saknas"),
        numbers=reading.numbers(),
        also_competent=reading.names_or_none("även behörig"),
        informed=reading.names_or_none("informeras"),
        reported_to=reading.reported(),
        not_reported=reading.not_reported(),
        substitutes=reading.substitutes(),
        law=reading.law(),
        appeal=reading.appeal(),
        case=expected_case(scope, names),
    )
    return example if reading.sound and len(scope.reporter.found) == told else None


class Reading:
    """The clauses of an example, read one by one. ``sound`` is false once one of them could not be."""

    def __init__(self, scope: Scope, names: Names, vocabulary: Vocabulary) -> None:
        self.scope, self.names, self.vocabulary = scope, names, vocabulary
        self.sound = True

    def text(self, keyword: str) -> str:
        value = self.scope.value(keyword)
        return value.texts[0].value if isinstance(value, ast.Texts) else ""

    def word(self, keyword: str) -> str:
        return next((word.text for word in words_of(self.scope.value(keyword))), "")

    def plain(self, keyword: str) -> tuple[str, ...] | None:
        clause = self.scope.first(keyword)
        return tuple(word.text for word in words_of(clause.value)) if clause else None

    def names_or_none(self, keyword: str) -> tuple[str, ...] | None:
        return self.names_of(keyword) if self.scope.first(keyword) else None

    def names_of(self, keyword: str) -> tuple[str, ...]:
        clause = self.scope.first(keyword)
        if clause is None:
            return ()
        found = [self.names.party(word, clause, self.scope, PARTIES) for word in words_of(clause.value)]
        self.sound = self.sound and None not in found
        return tuple(filter(None, found))

    def body(self, keyword: str) -> str:
        clause = self.scope.first(keyword)
        if clause is None:
            return ""
        found = [self.names.party(word, clause, self.scope, BODIES) for word in words_of(clause.value)]
        self.sound = self.sound and None not in found
        return found[0] or "" if found else ""

    def parties(self, refs: tuple[ast.Ref, ...], clause: ast.Clause) -> tuple[Party, ...] | None:
        found = self.names.parties_of(refs, clause, self.scope, self.word("organ"))
        self.sound = self.sound and found is not None
        return found

    def day(self) -> date | None:
        value = self.scope.value("datum")
        return value.dates[0] if isinstance(value, ast.Dates) else None

    def given(self) -> tuple[ExpectedFact, ...]:
        clause = self.scope.first("givet")
        if clause is None or not isinstance(clause.value, ast.GivenFacts):
            return ()
        return tuple(fact for given in clause.value.facts if (fact := self._fact(given, clause)))

    def _fact(self, given: ast.GivenFact, clause: ast.Clause) -> ExpectedFact | None:
        fact = self.vocabulary.fact(given.name.text)
        place = self.scope.within(clause, given.span)
        if isinstance(given.value, ast.Word) and (fact is None or not fact.answers):
            # Whoever settles a relation («ursprunglig-delegat är …») is a name, not an answer.
            return ExpectedFact(given.name.text, given.value.text)
        if fact is None:
            self._error(
                "SR401",
                place,
                f"uppgiften «{given.name.text}» finns inte",
                did_you_mean(given.name.text, self.vocabulary.facts, "lägg till ett block uppgift"),
            )
            return None
        match given.value:
            case None:
                return ExpectedFact(fact.name, "ja")
            case ast.Word(text):
                if text not in fact.answers:
                    self._error(
                        "SR702",
                        place,
                        f"«{fact.name}» kan inte vara «{text}»",
                        f"{fact.name} kan vara {listed(fact.answers)}",
                    )
                    return None
                return ExpectedFact(fact.name, text)
            case Quantity() as quantity:
                return self._amount(quantity, fact, place)
            case day:
                return ExpectedFact(fact.name, day)

    def _amount(self, quantity: Quantity, fact: Fact, place: Place) -> ExpectedFact | None:
        if fact.unit is None:
            self._error(
                "SR701", place, f"{fact.name} är ingen mängd", f"skriv «{fact.name} är {fact.answers[0]}»"
            )
            return None
        amount = measured(quantity, fact, self.vocabulary)
        if isinstance(amount, Fault):
            self._error("SR701", place, amount.message, amount.remedy)
            return None
        return ExpectedFact(fact.name, amount)

    def _error(self, code: str, place: Place, message: str, remedy: str) -> None:
        self.scope.error(code, place, message, remedy)
        self.sound = False

    def decided_by(self) -> Party | None:
        clause = self.scope.first("beslutat av")
        if clause is None or not isinstance(clause.value, ast.DecidedBy):
            return None
        found = self.parties((clause.value.ref,), clause)
        return found[0] if found else None

    def deciders(self) -> tuple[Party, ...] | None:
        clause = self.scope.first("svar")
        if clause is None or not isinstance(clause.value, ast.Answers):
            return None
        return self.parties(clause.value.refs, clause)

    def outcome(self) -> Outcome | Verdict | None:
        """A verdict where somebody's decision is checked, else an outcome."""
        clause = self.scope.first("utfall")
        if clause is None:
            return None
        word = self.word("utfall")
        kinds: type[Outcome | Verdict] = Verdict if self.scope.first("beslutat av") else Outcome
        known = {kind.word: kind for kind in kinds}
        if word not in known:
            self._error(
                "SR406",
                self.scope.clause(clause),
                f"«{word}» är inget utfall här",
                did_you_mean(word, known, f"skriv {listed(known)}"),
            )
        return known.get(word)

    def numbers(self) -> tuple[str, ...] | None:
        value = self.scope.value("enligt punkt")
        return tuple(word.text for word in value.numbers) if isinstance(value, ast.Numbers) else None

    def reported(self) -> Party | None:
        clause = self.scope.first("anmäls")
        if clause is None or not isinstance(clause.value, ast.Reported) or clause.value.to is None:
            return None
        found = self.parties((ast.RoleName(clause.value.to),), clause)
        return found[0] if found else None

    def not_reported(self) -> bool:
        value = self.scope.value("anmäls")
        return isinstance(value, ast.Reported) and value.to is None

    def substitutes(self) -> tuple[Party, ...] | None:
        clause = self.scope.first("ersättare")
        return (
            self.parties(clause.value.refs, clause) if clause and isinstance(clause.value, ast.Turn) else None
        )

    def law(self) -> tuple[str, ...] | None:
        value = self.scope.value("lagrum")
        return tuple(str(ref) for ref, _ in value.refs) if isinstance(value, ast.LegalRefs) else None

    def appeal(self) -> str | None:
        value = self.scope.value("överklagas")
        if not isinstance(value, ast.Appeal):
            return None
        return value.route.text if value.route else ""
