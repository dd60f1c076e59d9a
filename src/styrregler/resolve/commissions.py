"""Assignments and the groups that work on them: names found, and what stands under which step.

In: the blocks ``uppdrag`` and ``grupp``.  Out: the values of :mod:`styrregler.model.commissions`.  Refuses to know the day.
"""

import re
from collections.abc import Iterator

from attrs import evolve

from styrregler.model import (
    GENERAL,
    IN_A_GROUP,
    Commission,
    Dated,
    Factor,
    Member,
    Stage,
    WorkGroup,
)
from styrregler.model.commissions import ROLES
from styrregler.resolve.goals import PlanReader, texts
from styrregler.resolve.names import BODIES
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast
from styrregler.syntax.slips.plans import FORMS
from styrregler.values import nearest

PURPOSE = "verksamhetsidé"


def resolve_commission(scope: Scope, reader: PlanReader) -> Commission:
    told = len(scope.reporter.found)
    leads, part, each_of = scope.first("leder till"), scope.first("del av"), scope.first("finns i varje")
    excepted = [
        reader.interplay.names.party(word, clause, scope, BODIES)
        for clause in scope.all("utom")
        for word in words_of(clause.value)
    ]
    return Commission(
        parts=tuple((role, found) for role in ROLES if (found := reader.everyone(scope, role))),
        in_each=_kind(each_of, scope, frozenset(BODIES)) if each_of else "",
        except_bodies=frozenset(filter(None, excepted)),
        members=tuple(_members(scope, reader)),
        stages=tuple(_stages(scope, reader)),
        for_whom=texts(scope, "för vem"),
        why=texts(scope, "varför"),
        goals=tuple(_factors(scope, reader)),
        part_of=reader.known(part, scope, "uppdrag", "effektmål") if part else "",
        leads_to=_kind(leads, scope, frozenset({PURPOSE})) if leads else "",
        leads_place=scope.clause(leads) if leads else None,
        follow_ups=tuple(reader.follow_ups(scope)),
        financing=texts(scope, "finansiering"),
        # Last: it tells whether anything above was found wrong.
        agreed=reader.interplay.agreed(scope, told),
    )


def _kind(clause: ast.Clause, scope: Scope, allowed: frozenset[str]) -> str:
    (word,) = words_of(clause.value)
    if word.text in allowed:
        return word.text
    meant = nearest(word.text, allowed) or min(allowed)
    scope.error(
        "SR406",
        scope.within(clause, word.span),
        f"«{word.text}» kan inte stå efter «{clause.keyword}»",
        f"menade du «{meant}»?",
    )
    return ""


def _members(scope: Scope, reader: PlanReader) -> Iterator[Member]:
    names = reader.interplay.names
    for clause in scope.all("deltagare"):
        for item in clause.value.items if isinstance(clause.value, ast.Members) else ():
            word = item.name
            if word.text in IN_A_GROUP or (word.text in GENERAL and word.text not in names.parties):
                name = word.text
            else:
                name = reader.interplay.who(word, clause, scope)
            if name:
                yield Member(name, scope.within(clause, word.span), item.count)


def _factors(scope: Scope, reader: PlanReader) -> Iterator[Factor]:
    for clause in scope.clauses:
        if isinstance(clause.value, ast.Factor):
            met = [reader.one_of(word, clause, scope) for word in clause.value.met_by]
            yield Factor(
                clause.value.text.value,
                scope.within(clause, clause.value.text.span),
                tuple(filter(None, met)),
                clause.keyword == "framgångsfaktor",
            )


# ---------- steps


def _stages(scope: Scope, reader: PlanReader) -> Iterator[Stage]:
    known = [clause.value.name.text for clause in scope.all("etapp") if isinstance(clause.value, ast.Titled)]
    stage: Stage | None = None
    seen: set[str] = set()
    for clause in scope.clauses:
        if isinstance(clause.value, ast.Titled):
            if stage is not None:
                yield stage
            name = clause.value.name
            if name.text in seen:
                scope.error(
                    "SR403",
                    scope.within(clause, name.span),
                    f"etappen «{name.text}» finns två gånger",
                    "byt namn på den ena",
                )
            seen.add(name.text)
            stage = Stage(name.text, clause.value.title.value, scope.clause(clause))
        elif stage is not None:
            stage = _filled(stage, clause, scope, reader, known)
    if stage is not None:
        yield stage


def _filled(stage: Stage, clause: ast.Clause, scope: Scope, reader: PlanReader, known: list[str]) -> Stage:
    """``stage`` with what one of the clauses under it says."""
    said = tuple(text.value for text in clause.value.texts) if isinstance(clause.value, ast.Texts) else ()
    match clause.keyword:
        case "tid":
            return evolve(stage, times=tuple(_times(clause, scope, reader)))
        case "klar":
            return evolve(stage, done=tuple(_times(clause, scope, reader)))
        case "efter":
            after = tuple(_after(clause, scope, known))
            return evolve(stage, after=after, after_place=scope.clause(clause))
        case "beslutas av":
            return evolve(stage, decided_by=reader.deciders(clause, scope))
        case "ansvarig":
            return evolve(stage, responsible=tuple(reader.all_of(words_of(clause.value), clause, scope)))
        case "syfte":
            return evolve(stage, purpose=said)
        case "innehåll":
            return evolve(stage, content=said)
        case "ger":
            return evolve(stage, gives=said)
        case _:
            return stage


def _times(clause: ast.Clause, scope: Scope, reader: PlanReader) -> Iterator[Dated]:
    seen: set[str] = set()
    for item in clause.value.items if isinstance(clause.value, ast.Plan) else ():
        if item.body and _is_time(item.body.text):
            scope.error(
                "SR107",
                scope.within(clause, item.body.span),
                f"«{item.body.text}» är varken ett organ eller en tid",
                f"skriv tiden så här: {FORMS}",
            )
            continue
        body = reader.interplay.names.party(item.body, clause, scope, BODIES) if item.body else ""
        if body is None:
            continue
        place = scope.within(clause, item.body.span if item.body else item.span)
        if body in seen:
            scope.error(
                "SR108",
                place,
                f"«{body}» har två tider i samma etapp" if body else "etappen har två tider för alla",
                "ta bort den ena, eller gör två etapper",
            )
        seen.add(body)
        yield Dated(item.moment, place, body)


_TIMES = re.compile(
    r"den|på|i|under|vid|innan|efter|före|omkring|runt|vår|vt|ht|höst|sommar|vinter|(?:mån|tis|ons|tors|fre|lör|sön)dag|q[1-4]|"
    r"början|mitten|slutet|mars?|jan|feb|apr|maj|juni?|juli?|aug|sept?|okt|nov|dec",
    re.IGNORECASE,
)


def _is_time(word: str) -> bool:
    """Whether a word before a time is part of how people write it: «den 5 mars», «fredag 5 mars», «vt 2027»."""
    return _TIMES.fullmatch(word) is not None


def _after(clause: ast.Clause, scope: Scope, known: list[str]) -> Iterator[str]:
    for word in words_of(clause.value):
        if word.text in known:
            yield word.text
            continue
        meant = nearest(word.text, known)
        scope.error(
            "SR401",
            scope.within(clause, word.span),
            f"etappen «{word.text}» finns inte i uppdraget",
            f"menade du «{meant}»?" if meant else f"uppdraget har etapperna {', '.join(known[:8])}",
        )


# ---------- groups


def resolve_work_group(scope: Scope, reader: PlanReader) -> WorkGroup | None:
    """A group that is for an assignment, or has its composition written; else None."""
    header, aim = scope.block.header, scope.first("för uppdrag")
    if header.name is None or not (aim or scope.first("deltagare")):
        return None
    body = next((word.text for word in words_of(scope.value("tillhör"))), "")
    return WorkGroup(
        name=header.name.text,
        title=header.title.value if header.title else header.name.text,
        place=scope.header(),
        body=body,
        commission=reader.known(aim, scope, "uppdrag") if aim else "",
        members=tuple(_members(scope, reader)),
    )
