"""What an example says of the way of a case.

In: an ``exempel`` block.  Out: what it means of a case, or None where it is not about one.  A name that is not found is told.
"""

from datetime import date

from styrregler.model import ExpectedCase
from styrregler.model.case import END
from styrregler.resolve.interplay import InterplayReader
from styrregler.resolve.names import Names
from styrregler.resolve.scope import Scope, did_you_mean, words_of
from styrregler.syntax import ast

_EXPECTED = ("faser", "ansvarig", "senast", "nästa")
_OF_A_PHASE = ("ansvarig", "senast", "nästa")


def expected_case(scope: Scope, names: Names) -> ExpectedCase | None:
    clause = scope.first("ärendets väg")
    if clause is None:
        return None
    _unanswered(scope)
    (word,) = words_of(clause.value)
    declared = names.routes.get(word.text)
    if declared is None:
        scope.error(
            "SR401",
            scope.within(clause, word.span),
            f"ärendegången «{word.text}» finns inte",
            did_you_mean(word.text, names.routes, "rätta stavningen, eller lägg till en sådan ärendegång"),
        )
        return None
    known = _phases(declared.scope)
    phase = _phase(scope, known)
    taken, onward = scope.first("faser"), scope.value("nästa")
    return ExpectedCase(
        route=word.text,
        phase=phase,
        meeting=_day(scope, "sammanträde"),
        phases=tuple(each.text for each in words_of(taken.value)) if taken else None,
        responsible=_responsible(scope, names),
        onward=tuple(each.to.text for each in onward.items) if isinstance(onward, ast.Onwards) else None,
        latest=_latest(scope),
    )


def _unanswered(scope: Scope) -> None:
    """An example that says no answer proves nothing."""
    if not any(scope.first(keyword) for keyword in _EXPECTED):
        scope.error(
            "SR109",
            scope.header(),
            "exempel saknar «faser», «ansvarig», «senast» eller «nästa»",
            "lägg till en rad, till exempel «faser väckt, beredning, sammanträde»",
        )


def _phases(scope: Scope) -> frozenset[str]:
    titled = (clause.value for clause in (*scope.all("fas"), *scope.all("slut")))
    return frozenset({END, *(each.name.text for each in titled if isinstance(each, ast.Titled))})


def _phase(scope: Scope, known: frozenset[str]) -> str:
    clause = scope.first("fas")
    words = words_of(clause.value) if clause else ()
    if clause is None:
        lonely = next((each for keyword in _OF_A_PHASE if (each := scope.first(keyword))), None)
        if lonely is not None:
            scope.error(
                "SR109",
                scope.clause(lonely),
                f"«{lonely.keyword}» gäller en fas, och exemplet säger inte vilken",
                "lägg till en rad, till exempel «fas beredning»",
            )
        return ""
    if not words:
        scope.error("SR107", scope.clause(clause), "här ska bara fasens namn stå", "ta bort titeln")
        return ""
    if words[0].text not in known:
        scope.error(
            "SR401",
            scope.within(clause, words[0].span),
            f"fasen «{words[0].text}» finns inte i ärendegången",
            did_you_mean(words[0].text, known, "rätta stavningen"),
        )
    return words[0].text


def _responsible(scope: Scope, names: Names) -> str:
    clause = scope.first("ansvarig")
    words = words_of(clause.value) if clause else ()
    return InterplayReader(names).who(words[0], clause, scope) if clause and words else ""


def _day(scope: Scope, keyword: str) -> date | None:
    value = scope.value(keyword)
    return value.dates[0] if isinstance(value, ast.Dates) else None


def _latest(scope: Scope) -> date | None:
    clause = scope.first("senast")
    if clause is None or not isinstance(clause.value, ast.Latest):
        return None
    if clause.value.timing.day is None:
        scope.error(
            "SR107", scope.clause(clause), "här ska en dag stå", "skriv till exempel «senast 2026-12-01»"
        )
    return clause.value.timing.day
