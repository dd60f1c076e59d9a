"""What a row says in the end: its own clauses, and where it is silent the section's, then the order's."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from styrregler.logic import Expr
from styrregler.model import (
    Alternative,
    Appeal,
    BodyRef,
    Elsewhere,
    Execution,
    LegalBasis,
    Level,
    Notice,
    Order,
    Override,
    OwnRight,
    Party,
    Precondition,
    Reporting,
    RoleRef,
    Rule,
    SubDelegation,
    Substitutes,
    Synonym,
    Unless,
)
from styrregler.resolve.acts import Acts, bases_of, legal_basis
from styrregler.resolve.appeals import known_route
from styrregler.resolve.facts import Vocabulary, condition, typed
from styrregler.resolve.names import BODIES, DECIDING, PARTIES, ROLES, Names
from styrregler.resolve.scope import Scope, words_of
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import Quantity, TimingKind, nearest

# A row that says who decides, in any of these ways, inherits no `delegat`.
DECIDING_CLAUSES = frozenset({"delegat", "beslutas av", "verkställs", "egen beslutanderätt", "arbetsuppgift"})


@frozen
class Given:
    """The clauses given at one level, each with the block it stands in."""

    level: Level
    scope: Scope
    scopes: tuple[Scope, ...]

    @classmethod
    def of(cls, level: Level, scope: Scope) -> "Given":
        return cls(level, scope, (scope,))

    def extended(self, scope: Scope) -> "Given":
        """With the clauses of a numbered general rule, which hold for the whole order."""
        return evolve(self, scopes=(*self.scopes, scope))

    def all(self, keyword: str) -> list[tuple[ast.Clause, Scope]]:
        # The statute and the remarks of a general rule are its own, not the order's.
        scopes = self.scopes[:1] if keyword in ("lagrum", "villkor", "anmärkning") else self.scopes
        return [(clause, scope) for scope in scopes for clause in scope.all(keyword)]

    @property
    def broken(self) -> bool:
        return any(scope.block.broken for scope in self.scopes)


@frozen
class Reference:
    """``delegat enligt "ORDNING" punkt NR``, to be followed when all orders are known."""

    order: str
    number: str
    scope: Scope
    place: Place


@frozen
class ClauseReader:
    """Turns clauses into the parts of a rule."""

    names: Names
    vocabulary: Vocabulary
    acts: Acts
    routes: tuple[str, ...]
    """Ways of appeal."""
    references: dict[tuple[str, str], Reference] = field(factory=dict)

    def fill(self, rule: Rule, levels: list[Given], order: Order, day: date | None) -> Rule:
        """``rule`` with all that it says and inherits; ``levels`` from the nearest outwards."""
        return _Filling(self, rule, levels, order, day).done()


class _Filling:
    """One row being filled. ``faults`` are the places that keep it from being read."""

    def __init__(
        self, reader: ClauseReader, rule: Rule, levels: list[Given], order: Order, day: date | None
    ) -> None:
        self.reader, self.rule, self.levels, self.order, self.day = reader, rule, levels, order, day
        self.board = order.body
        self.faults: list[Place] = []

    def done(self) -> Rule:
        rule = evolve(
            self.rule,
            synonyms=tuple(self.synonyms()),
            former_numbers=tuple(
                word.text
                for clause, _ in self.own("tidigare nummer")
                if isinstance(clause.value, ast.Numbers)
                for word in clause.value.numbers
            ),
            overrides=tuple(self.overrides()),
            exceptions=tuple(self.exceptions()),
            municipalities=frozenset(
                name
                for clause, scope in self.own("för kommun")
                for word in words_of(clause.value)
                if (name := self.reader.names.party(word, clause, scope, frozenset({"kommun"})))
            ),
            law=tuple(
                basis
                for clause, scope in self.nearest("lagrum")
                for basis in bases_of(clause, scope, self.reader.acts, self.day)
            ),
            tags=self.tags(),
            substitutes=tuple(self.substitutes()),
            subdelegation=self.subdelegation(),
            reporting=tuple(self.reporting()),
            consult=tuple(self.notices("samråd med")),
            inform=tuple(self.notices("informera")),
            preconditions=tuple(self.preconditions()),
            requirements=tuple(self.requirements()),
            conditions=self.texts("villkor"),
            remarks=self.texts("anmärkning"),
            includes=self.included(negated=False),
            excludes=self.included(negated=True),
            appeal=self.appeal(),
        )
        rule = self.deciding(rule)
        return evolve(rule, readable=rule.readable and not self.faults, faults=(*rule.faults, *self.faults))

    # ---------- inheritance

    def nearest(self, keyword: str) -> list[tuple[ast.Clause, Scope]]:
        """The clauses of the nearest level that has any: it wins whole, nothing is merged."""
        return next((given for level in self.levels if (given := level.all(keyword))), [])

    def own(self, keyword: str) -> list[tuple[ast.Clause, Scope]]:
        return self.levels[0].all(keyword)

    # ---------- parts of clauses

    def parties(
        self, refs: tuple[ast.Ref, ...], clause: ast.Clause, scope: Scope, wanted: frozenset[str] = PARTIES
    ) -> tuple[Party, ...]:
        found = self.reader.names.parties_of(refs, clause, scope, self.board or None, wanted)
        if found is None:
            self.faults.append(scope.clause(clause))
            return ()
        return found

    def when(self, expr: ast.Expr | None, clause: ast.Clause, scope: Scope) -> Expr | None:
        if expr is None:
            return None
        found = condition(expr, clause, scope, self.reader.vocabulary)
        if found is None:
            self.faults.append(scope.clause(clause))
        return found

    def tags(self) -> frozenset[str]:
        """The kinds of matter that the row is marked with. With an unknown one, what bars the row is not known."""
        found: frozenset[str] = frozenset()
        for clause, scope in self.nearest("rör"):
            kinds = self.reader.names.kinds_of(clause, scope)
            if kinds is None:
                self.faults.append(scope.clause(clause))
            found |= kinds or frozenset()
        return found

    # ---------- who decides

    def deciding(self, rule: Rule) -> Rule:
        says_itself = any(self.own(keyword) for keyword in DECIDING_CLAUSES)
        delegat = self.own("delegat") if says_itself else self.nearest("delegat")
        alternatives: list[Alternative] = []
        for clause, scope in delegat:
            match clause.value:
                case ast.Deciders(items):
                    alternatives += [
                        Alternative(
                            self.below(self.parties(item.refs, clause, scope), clause, scope),
                            scope.within(clause, item.span),
                            self.when(item.when, clause, scope),
                            item.otherwise,
                        )
                        for item in items
                    ]
                case ast.UnknownDelegate(reason):
                    rule = evolve(rule, unknown=reason.value)
                case ast.DelegateAs(named, number):
                    call = named.text if isinstance(named, ast.Word) else named.value
                    self.reader.references[(self.order.name, rule.number)] = Reference(
                        call, number.text, scope, scope.clause(clause)
                    )
                    # Until the reference is followed, the row says something without saying what.
                    rule = evolve(rule, unknown=f"enligt {call} punkt {number.text}")
        return evolve(
            rule,
            alternatives=tuple(alternatives),
            elsewhere=tuple(self.elsewhere()),
            execution=self.execution(),
            own_right=self.own_right(),
        )

    def below(self, parties: tuple[Party, ...], clause: ast.Clause, scope: Scope) -> tuple[Party, ...]:
        """``parties``, after seeing to it that none stands above the board that delegates."""
        for party in parties:
            if (
                isinstance(party, BodyRef)
                and party.name != self.board
                and self.reader.names.is_council(party.name)
            ):
                scope.error(
                    "SR402",
                    scope.clause(clause),
                    f"«{party.name}» står över nämnden och kan inte vara dess delegat",
                    f"skriv «beslutas av {party.name}»",
                    why="en nämnd delegerar nedåt; det som fullmäktige beslutar är inte delegerat",
                )
                self.faults.append(scope.clause(clause))
        return parties

    def elsewhere(self) -> Iterator[Elsewhere]:
        for clause, scope in self.own("beslutas av"):
            if isinstance(clause.value, ast.Deciders):
                for item in clause.value.items:
                    parties = self.parties(item.refs, clause, scope, DECIDING)
                    yield Elsewhere(
                        parties,
                        scope.within(clause, item.span),
                        self.when(item.when, clause, scope),
                        item.otherwise,
                    )

    def execution(self) -> Execution | None:
        for clause, scope in self.own("verkställs"):
            if isinstance(clause.value, ast.Execution):
                by = self.parties((clause.value.by,), clause, scope) if clause.value.by else ()
                return Execution(
                    by[0] if by else None, scope.clause(clause), self.when(clause.value.when, clause, scope)
                )
        for clause, scope in self.own("arbetsuppgift"):
            if isinstance(clause.value, ast.OwnRight):
                by = self.parties((clause.value.ref,), clause, scope)
                return Execution(
                    by[0] if by else None,
                    scope.clause(clause),
                    task=True,
                    law=self._law(clause.value, clause, scope),
                )
        return None

    def own_right(self) -> OwnRight | None:
        for clause, scope in self.own("egen beslutanderätt"):
            if isinstance(clause.value, ast.OwnRight) and (
                by := self.parties((clause.value.ref,), clause, scope)
            ):
                return OwnRight(by[0], self._law(clause.value, clause, scope), scope.clause(clause))
        return None

    def _law(
        self, value: ast.OwnRight | ast.Precondition, clause: ast.Clause, scope: Scope
    ) -> LegalBasis | None:
        return legal_basis(value.law, clause, scope, self.reader.acts, self.day) if value.law else None

    def overrides(self) -> Iterator[Override]:
        """``dock`` and ``lyfts till`` add up: the row's own, the section's and the order's all hold."""
        for given in self.levels:
            for clause, scope in given.all("dock"):
                if isinstance(clause.value, ast.Deciders):
                    for item in clause.value.items:
                        parties = self.parties(item.refs, clause, scope)
                        yield Override(
                            parties,
                            scope.within(clause, item.span),
                            given.level,
                            self.when(item.when, clause, scope),
                        )

            for clause, scope in given.all("lyfts till"):
                if isinstance(clause.value, ast.Lifted):
                    parties = self.parties((ast.RoleName(clause.value.to),), clause, scope, DECIDING)
                    yield Override(
                        parties,
                        scope.clause(clause),
                        given.level,
                        self.when(clause.value.when, clause, scope),
                    )

    def exceptions(self) -> Iterator[Unless]:
        for clause, scope in self.nearest("gäller inte"):
            if isinstance(clause.value, ast.Condition) and (
                when := self.when(clause.value.when, clause, scope)
            ):
                yield Unless(when, scope.clause(clause))

    # ---------- what follows

    def substitutes(self) -> Iterator[Substitutes]:
        for clause, scope in self.nearest("ersättare"):
            if isinstance(clause.value, ast.Turn):
                only_for = clause.value.only_for
                name = self.reader.names.party(only_for, clause, scope, PARTIES) if only_for else ""
                yield Substitutes(
                    self.parties(clause.value.refs, clause, scope), scope.clause(clause), name or ""
                )

    def subdelegation(self) -> SubDelegation | None:
        for clause, scope in self.nearest("vidaredelegeras"):
            if isinstance(clause.value, ast.SubDelegable):
                names = [
                    self.reader.names.party(word, clause, scope, ROLES | {"rollgrupp"})
                    for word in clause.value.by
                ]
                return SubDelegation(
                    tuple(filter(None, names)),
                    scope.clause(clause),
                    self.when(clause.value.when, clause, scope),
                )
        return None

    def reporting(self) -> Iterator[Reporting]:
        """In a sub-delegation only what it says itself: the board's own rule is added when the question is answered."""
        for clause, scope in self.nearest("anmäls"):
            if not isinstance(clause.value, ast.Reported):
                continue
            value = clause.value
            to = self.parties((ast.RoleName(value.to),), clause, scope, BODIES | ROLES) if value.to else ()
            via = self.parties((ast.RoleName(value.via),), clause, scope) if value.via else ()
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
                self.when(value.when, clause, scope),
            )

    def notices(self, keyword: str) -> Iterator[Notice]:
        for clause, scope in self.nearest(keyword):
            if isinstance(clause.value, ast.NotedList):
                for item in clause.value.items:
                    yield Notice(
                        self.parties(item.refs, clause, scope),
                        scope.within(clause, item.span),
                        item.timing,
                        self.when(item.when, clause, scope),
                    )

    def preconditions(self) -> Iterator[Precondition]:
        for clause, scope in self.nearest("förutsätter"):
            if isinstance(clause.value, ast.Precondition):
                value = clause.value
                by = self.parties((value.by,), clause, scope) if value.by else ()
                yield Precondition(
                    value.step.text,
                    scope.clause(clause),
                    self._law(value, clause, scope),
                    by[0] if by else None,
                    value.granted,
                    self.when(value.when, clause, scope),
                )

    def requirements(self) -> Iterator[Expr]:
        for clause, scope in self.nearest("krav på delegat"):
            if isinstance(clause.value, ast.Requirement) and (
                when := self.when(clause.value.when, clause, scope)
            ):
                yield when

    def appeal(self) -> Appeal | None:
        for clause, scope in self.nearest("överklagas"):
            if isinstance(clause.value, ast.Appeal):
                value = clause.value
                if value.route is not None and not known_route(
                    value.route, clause, scope, self.reader.routes
                ):
                    self.faults.append(scope.clause(clause))
                return Appeal(
                    value.route.text if value.route else "",
                    value.to.value if value.to else "",
                    scope.clause(clause),
                )
        return None

    def texts(self, keyword: str) -> tuple[str, ...]:
        given = self.nearest(keyword) if keyword == "villkor" else self.own(keyword)
        return tuple(
            text.value
            for clause, _ in given
            if isinstance(clause.value, ast.Texts)
            for text in clause.value.texts
        )

    def included(self, *, negated: bool) -> tuple[str, ...]:
        return tuple(
            text.value
            for clause, _ in self.own("innefattar")
            if isinstance(clause.value, ast.Includes) and clause.value.negated is negated
            for text in clause.value.texts
        )

    def synonyms(self) -> Iterator[Synonym]:
        for clause, scope in self.own("kallas även"):
            if not isinstance(clause.value, ast.Aliases):
                continue
            for alias in clause.value.aliases:
                if alias.fact is None:
                    yield Synonym(alias.text.value)
                elif (value := self._bound(alias, clause, scope)) is not None:
                    yield Synonym(alias.text.value, value[0], value[1])

    def _bound(self, alias: ast.Alias, clause: ast.Clause, scope: Scope) -> tuple[str, Quantity | str] | None:
        """The fact that a synonym settles: «"leasa bil" med finansiering leasing»."""
        assert alias.fact is not None
        fact = self.reader.vocabulary.fact(alias.fact.text)
        place = scope.within(clause, alias.fact.span)
        if fact is None:
            meant = nearest(alias.fact.text, self.reader.vocabulary.facts)
            scope.error(
                "SR401",
                place,
                f"uppgiften «{alias.fact.text}» finns inte",
                f"menade du «{meant}»?" if meant else "lägg till ett block uppgift",
            )
            return None
        match alias.value:
            case None:
                return fact.name, "ja"
            case ast.Word(text, span):
                if text in fact.answers:
                    return fact.name, text
                scope.error(
                    "SR702",
                    scope.within(clause, span),
                    f"«{fact.name}» kan inte vara «{text}»",
                    f"{fact.name} kan vara {', '.join(fact.answers) or 'en mängd'}",
                )
                return None
            case quantity:
                amount = typed(quantity, fact, self.reader.vocabulary)
                if isinstance(amount, str):
                    scope.error(
                        "SR701",
                        place,
                        f"«{fact.name}» anges inte i {amount}",
                        "skriv ett värde i uppgiftens enhet",
                    )
                    return None
                return fact.name, amount
