"""Examples about plans: an assignment, a goal or a purpose, and what is meant to stand there.

In: the blocks ``exempel`` that ask of one.  Out: :class:`PlanExample`.  Refuses to look the names up: running it tells.
"""

from collections.abc import Iterator

from styrregler.model import Factor, PlanExample
from styrregler.model.commissions import ROLES
from styrregler.resolve.examples import Reading
from styrregler.resolve.facts import Vocabulary
from styrregler.resolve.goals import texts
from styrregler.resolve.names import Names
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast

ASKED = {"om uppdrag": "uppdrag", "om effektmål": "effektmål", "om verksamhetsidé": "verksamhetsidé"}
_NAMES = (
    *(role for role in ROLES if role != "leds av"), "ansvarig", "aktiviteter av", "följs upp av", "deltagare", "beror av",
    "beslutas av", "saknas", "efter", "del av",
)  # fmt: skip
_TEXTS = ("varför", "för vem", "villkor", "innehåll", "syfte", "ger")
_FACTORS = ("mål", "framgångsfaktor")
EXPECTED = frozenset([*_NAMES, *_TEXTS, *_FACTORS, "tid", "status"])
"""What such an example may say that is meant."""
CLAUSES = EXPECTED | {"organ", "datum", "i etapp"}


def resolve_plan_example(
    asked: str, scope: Scope, names: Names, vocabulary: Vocabulary
) -> PlanExample | None:
    """The example, or None when something in it could not be read (which has been reported)."""
    reading, header = Reading(scope, names, vocabulary), scope.block.header
    plan, status = scope.value("tid"), scope.first("status")
    if not any(scope.first(each) for each in EXPECTED):
        scope.error(
            "SR109",
            scope.header(),
            "exempel saknar det som menas",
            "lägg till en rad, till exempel «status pågår» eller «samordnas av kommunstyrelsen»",
        )
        return None
    example = PlanExample(
        title=header.title.value if header.title else "",
        place=scope.header(),
        kind=ASKED[asked],
        name=reading.word(asked),
        body=reading.body("organ"),
        on=reading.day(),
        stage=reading.word("i etapp"),
        expected=tuple((each, _said(scope, each)) for each in _NAMES if scope.first(each)),
        texts=tuple((each, texts(scope, each)) for each in _TEXTS if scope.first(each)),
        factors=tuple(_factors(scope)),
        moment=plan.items[0].moment if isinstance(plan, ast.Plan) else None,
        status=next((each.text for each in words_of(status.value)), "") if status else None,
    )
    return example if reading.sound else None


def _factors(scope: Scope) -> Iterator[Factor]:
    for clause in scope.clauses:
        if isinstance(clause.value, ast.Factor):
            yield Factor(
                clause.value.text.value,
                scope.clause(clause),
                tuple(word.text for word in clause.value.met_by),
                clause.keyword == "framgångsfaktor",
            )


def _said(scope: Scope, keyword: str) -> tuple[str, ...]:
    match scope.value(keyword):
        case ast.NotedList(items):
            refs = [ref for item in items for ref in item.refs]
        case ast.Deciders(steps):
            refs = [ref for step in steps for ref in step.refs]
        case ast.Members(members):
            return tuple(
                each.name.text if each.count is None else f"{each.count} ur {each.name.text}"
                for each in members
            )
        case value:
            return tuple(word.text for word in words_of(value))
    return tuple(ref.name.text for ref in refs if isinstance(ref, ast.RoleName))
