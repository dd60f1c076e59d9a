"""Examples that ask what has happened, about a code of conduct or a plan; any other is read as one about a matter.

In: the blocks ``exempel``.  Out: an example of the kind that its question makes it.  A clause that belongs to another kind of
question is told.
"""

from collections.abc import Iterator
from datetime import date

from styrregler.model import (
    ConductExample,
    DeviationExample,
    Example,
    ExpectedDuty,
    InterplayExample,
    PlanExample,
)
from styrregler.resolve.deviation import DeviationReader, known_name
from styrregler.resolve.examples import Reading, resolve_example
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.goals import texts
from styrregler.resolve.interplay_examples import INTERPLAY, resolve_interplay_example
from styrregler.resolve.names import BODIES, Names
from styrregler.resolve.plan_examples import ASKED, CLAUSES, resolve_plan_example
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast
from styrregler.values import Quantity

NOTHING = ("ingen", "inga")
_QUESTIONS = {
    "hänt": frozenset(
        ["givet", "datum", "organ", "avvikelser", "allvar", "rapporteras till", "åtgärd", "eskaleras enligt", "följs upp av"]
    ),
    "ärendets väg": frozenset(
        ["givet", "datum", "organ", "sammanträde", "fas", "faser", "ansvarig", "senast", "nästa"]
    ),
    "kod": frozenset(["datum", "binder", "har antagit", "har inte antagit", "värdegrund", "gör", "undvik"]),
    **dict.fromkeys(ASKED, CLAUSES),
    **INTERPLAY,
}  # fmt: skip
_SHARED = frozenset({"givet", "datum", "organ", "saknas", "svar"})


def resolve_any_example(
    scope: Scope, names: Names, vocabulary: Vocabulary, reader: DeviationReader
) -> Example | DeviationExample | ConductExample | PlanExample | InterplayExample | None:
    """The example, or None when something in it could not be read (which has been reported)."""
    asked = next((word for word in _QUESTIONS if scope.first(word)), "")
    if scope.block.broken or not _at_home(asked, scope):
        return None
    match asked:
        case "hänt":
            return _deviation(scope, names, vocabulary, reader)
        case "kod":
            return _conduct(scope, names, vocabulary, reader)
        case "ärendets väg":
            return resolve_example(scope, names, vocabulary)
        case _ if asked in ASKED:
            return resolve_plan_example(asked, scope, names, vocabulary)
        case _ if asked in INTERPLAY:
            return resolve_interplay_example(asked, scope, names, vocabulary, reader.interplay)
        case _:
            return resolve_example(scope, names, vocabulary) if _answered(scope) else None


def _answered(scope: Scope) -> bool:
    """Whether an example about a matter says what the answer is."""
    if scope.first("svar") or scope.first("utfall"):
        return True
    scope.error(
        "SR109",
        scope.header(),
        "exempel saknar «svar» eller «utfall»",
        "lägg till en rad, till exempel «svar enhetschef» eller «utfall beslutar»",
    )
    return False


def _at_home(asked: str, scope: Scope) -> bool:
    """Whether every clause belongs to the question that is asked."""
    foreign = frozenset().union(*_QUESTIONS.values()) - _SHARED
    for clause in scope.clauses:
        strange = clause.keyword in foreign if not asked else clause.keyword not in _QUESTIONS[asked]
        if strange and clause.keyword != asked:
            home = next(
                (word for word, each in _QUESTIONS.items() if clause.keyword in each - _SHARED), "fråga"
            )
            scope.error(
                "SR106",
                scope.clause(clause),
                f"«{clause.keyword}» hör inte till ett exempel med «{asked or 'fråga'}»",
                f"flytta raden till ett eget exempel med «{home}»",
            )
            return False
    return True


def _deviation(
    scope: Scope, names: Names, vocabulary: Vocabulary, reader: DeviationReader
) -> DeviationExample | None:
    told = len(scope.reporter.found)
    reading, header, clause = Reading(scope, names, vocabulary), scope.block.header, scope.first("avvikelser")
    words = [word for word in (words_of(clause.value) if clause else ()) if word.text not in NOTHING]
    known = [
        known_name(word, clause, scope, names.deviations, "avvikelsen", "avvikelse")
        for word in words
        if clause
    ]
    if clause is None:
        scope.error(
            "SR109", scope.header(), "exempel saknar «avvikelser»",
            "lägg till en rad, till exempel «avvikelser beslut-utan-delegation» eller «avvikelser ingen»",
        )  # fmt: skip
    board = reading.body("organ")
    escalated = scope.first("eskaleras enligt")
    example = DeviationExample(
        title=header.title.value if header.title else "",
        place=scope.header(),
        happened=reading.text("hänt"),
        deviations=tuple(word.text for word in words),
        on=reading.day(),
        body=board,
        facts=tuple((each.name, _value(each.value)) for each in reading.given()),
        severity=reading.word("allvar"),
        reports=_duties(scope, "rapporteras till", reader, board),
        measures=_measures(scope, reader, board),
        escalations=tuple(word.text for word in words_of(escalated.value)) if escalated else None,
        follow_ups=_duties(scope, "följs upp av", reader, board),
    )
    sound = clause is not None and all(known) and reading.sound and len(scope.reporter.found) == told
    return example if sound else None


def _value(value: Quantity | str | date) -> Quantity | str:
    return Quantity.of_day(value) if isinstance(value, date) else value


def _duties(
    scope: Scope, keyword: str, reader: DeviationReader, board: str
) -> tuple[ExpectedDuty, ...] | None:
    clauses = scope.all(keyword)
    return tuple(_noted(clauses, scope, reader, board)) if clauses else None


def _noted(
    clauses: tuple[ast.Clause, ...], scope: Scope, reader: DeviationReader, board: str
) -> Iterator[ExpectedDuty]:
    for clause in clauses:
        for item in clause.value.items if isinstance(clause.value, ast.NotedList) else ():
            for party in reader.parties(item.refs, clause, scope, board):
                yield ExpectedDuty(party, item.timing)


def _measures(scope: Scope, reader: DeviationReader, board: str) -> tuple[ExpectedDuty, ...] | None:
    clauses = scope.all("åtgärd")
    found = [
        ExpectedDuty(party, item.timing, item.text.value)
        for clause in clauses
        for item in (clause.value.items if isinstance(clause.value, ast.Measures) else ())
        for party in reader.parties(item.refs, clause, scope, board)
    ]
    return tuple(found) if clauses else None


def _conduct(
    scope: Scope, names: Names, vocabulary: Vocabulary, reader: DeviationReader
) -> ConductExample | None:
    told = len(scope.reporter.found)
    reading, header, code = Reading(scope, names, vocabulary), scope.block.header, scope.first("kod")
    if code is not None:
        known_name(words_of(code.value)[0], code, scope, names.codes, "uppförandekoden", "uppförandekod")
    bound, values = scope.first("binder"), scope.first("värdegrund")
    example = ConductExample(
        title=header.title.value if header.title else "",
        place=scope.header(),
        code=reading.word("kod"),
        on=reading.day(),
        bound=tuple(reader.interplay.who(word, bound, scope) for word in words_of(bound.value))
        if bound
        else None,
        adopted=_bodies(scope, "har antagit", names),
        not_adopted=_bodies(scope, "har inte antagit", names),
        values=tuple(word.text for word in words_of(values.value)) if values else None,
        does=texts(scope, "gör"),
        avoids=texts(scope, "undvik"),
    )
    if not any(scope.first(each) for each in _QUESTIONS["kod"] - {"datum"}):
        scope.error(
            "SR109",
            scope.header(),
            "exempel saknar «binder», «har antagit» eller «har inte antagit»",
            "lägg till en rad, till exempel «har antagit socialnämnden»",
        )
    return example if len(scope.reporter.found) == told else None


def _bodies(scope: Scope, keyword: str, names: Names) -> tuple[str, ...] | None:
    """Those named; empty for «ingen»."""
    clause = scope.first(keyword)
    if clause is None:
        return None
    words = [word for word in words_of(clause.value) if word.text not in NOTHING]
    return tuple(filter(None, (names.party(word, clause, scope, BODIES) for word in words)))
