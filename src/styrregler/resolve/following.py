"""What follows on who decides: stand-ins, passing on, reports, notices, steps before, and appeal.

In: a row being filled.  Out: these parts as the model has them.  Refuses to compute a day.
"""

from collections.abc import Iterator

from styrregler.logic import Expr
from styrregler.model import Appeal, Notice, Precondition, Reporting, RoleRef, SubDelegation, Substitutes
from styrregler.resolve.appeals import known_route
from styrregler.resolve.filling import Filling
from styrregler.resolve.names import BODIES, PARTIES, ROLES
from styrregler.syntax import ast
from styrregler.values import TimingKind


def substitutes(row: Filling) -> Iterator[Substitutes]:
    for clause, scope in row.nearest("ersättare"):
        if isinstance(clause.value, ast.Turn):
            only_for = clause.value.only_for
            name = row.known.names.party(only_for, clause, scope, PARTIES) if only_for else ""
            yield Substitutes(row.parties(clause.value.refs, clause, scope), scope.clause(clause), name or "")


def subdelegation(row: Filling) -> SubDelegation | None:
    for clause, scope in row.nearest("vidaredelegeras"):
        if isinstance(clause.value, ast.SubDelegable):
            names = [
                row.known.names.party(word, clause, scope, ROLES | {"rollgrupp"}) for word in clause.value.by
            ]
            return SubDelegation(
                tuple(filter(None, names)),
                scope.clause(clause),
                row.when(clause.value.when, clause, scope),
                readable=None not in names,
            )
    return None


def reporting(row: Filling) -> Iterator[Reporting]:
    """In a sub-delegation only what it says itself: the board's own rule is added when the question is answered."""
    for clause, scope in row.nearest("anmäls"):
        if not isinstance(clause.value, ast.Reported):
            continue
        value = clause.value
        to = row.parties((ast.RoleName(value.to),), clause, scope, BODIES | ROLES) if value.to else ()
        via = row.parties((ast.RoleName(value.via),), clause, scope) if value.via else ()
        if (
            to
            and isinstance(to[0], RoleRef)
            and value.timing
            and value.timing.kind is TimingKind.NEXT_MEETING
        ):
            scope.warning(
                "SR402",
                scope.clause(clause),
                f"«{to[0].name}» är en roll och har inga sammanträden",
                f"skriv en tid, till exempel «anmäls till {to[0].name} snarast», eller ett organ som sammanträder",
            )
        yield Reporting(
            to[0] if to else None,
            scope.clause(clause),
            via[0] if via else None,
            value.timing,
            value.form.text if value.form else "",
            row.when(value.when, clause, scope),
        )


def notices(row: Filling, keyword: str) -> Iterator[Notice]:
    for clause, scope in row.nearest(keyword):
        if isinstance(clause.value, ast.NotedList):
            for item in clause.value.items:
                yield Notice(
                    row.parties(item.refs, clause, scope),
                    scope.within(clause, item.span),
                    item.timing,
                    row.when(item.when, clause, scope),
                )


def preconditions(row: Filling) -> Iterator[Precondition]:
    for clause, scope in row.nearest("förutsätter"):
        if isinstance(clause.value, ast.Precondition):
            value = clause.value
            by = row.parties((value.by,), clause, scope) if value.by else ()
            yield Precondition(
                value.step.text,
                scope.clause(clause),
                row.law(value, clause, scope),
                by[0] if by else None,
                value.granted,
                row.when(value.when, clause, scope),
            )


def requirements(row: Filling) -> Iterator[Expr]:
    for clause, scope in row.nearest("krav på delegat"):
        if isinstance(clause.value, ast.Requirement) and (when := row.when(clause.value.when, clause, scope)):
            yield when


def appeal(row: Filling) -> Appeal | None:
    for clause, scope in row.nearest("överklagas"):
        if isinstance(clause.value, ast.Appeal):
            value = clause.value
            if value.route is not None and not known_route(value.route, clause, scope, row.known.routes):
                row.faults.append(scope.clause(clause))
            return Appeal(
                value.route.text if value.route else "",
                value.to.value if value.to else "",
                scope.clause(clause),
            )
    return None
