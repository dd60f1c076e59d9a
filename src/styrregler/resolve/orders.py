"""Orders: which blocks belong to which order, and what is inherited from where."""

from collections.abc import Iterable
from datetime import date

from attrs import define, evolve, field

from styrregler.model import (
    Adoption,
    Appointment,
    CharterClause,
    FreeText,
    Level,
    Order,
    OrderKind,
    Provision,
    Rule,
    RuleKind,
    Section,
)
from styrregler.resolve.acts import Acts, legal_bases
from styrregler.resolve.clauses import ClauseReader, Given
from styrregler.resolve.facts import Vocabulary, opened_condition
from styrregler.resolve.names import BOARDS, ROLES, Names
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope, listed, words_of
from styrregler.resolve.texts import texts_of
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import Period, nearest, slug

ORDERS = frozenset(kind.value for kind in OrderKind)
PARTS = frozenset({"avsnitt", "bestämmelse", "punkt", "tabell", "förordnande"})


@define
class _Draft:
    """An order while its blocks are read: the order's own clauses, the section one stands in, the rows so far."""

    order: Order
    scope: Scope
    own: Given
    section: Given | None = None
    section_title: str = ""
    area: str = ""
    rules: list[Rule] = field(factory=list)
    sections: list[Section] = field(factory=list)
    headed: list[list[str]] = field(factory=list)
    """The numbers under each of the sections."""
    texts: list[FreeText] = field(factory=list)
    charter: list[CharterClause] = field(factory=list)
    appointments: list[Appointment] = field(factory=list)
    provisions: list[Provision] = field(factory=list)
    numbers: dict[str, Place] = field(factory=dict)
    appointed: list[tuple[ast.Word, Scope, ast.Clause]] = field(factory=list)
    """The numbers that appointments name; rows may still come below."""
    readable: bool = True

    def stands_here(self, number: str) -> None:
        """Note that a point or a general rule stands under the present heading."""
        if self.headed:
            self.headed[-1].append(number)

    def finished(self) -> Order:
        for number, scope, clause in self.appointed:
            if number.text not in self.numbers:
                _unknown_number(number, clause, scope, self.order, self.numbers)
        rules = [
            rule if self.readable and rule.readable else evolve(rule, readable=False)
            for rule in _distinct_matters(self.rules)
        ]
        return evolve(
            self.order,
            rules=tuple(rules),
            sections=tuple(
                evolve(section, numbers=tuple(numbers))
                for section, numbers in zip(self.sections, self.headed, strict=True)
            ),
            texts=tuple(self.texts),
            charter=tuple(self.charter),
            appointments=tuple(self.appointments),
            provisions=tuple(self.provisions),
            readable=self.readable,
        )


class OrderReader:
    """Reads the orders of one file after another."""

    def __init__(self, names: Names, vocabulary: Vocabulary, acts: Acts, routes: tuple[str, ...]) -> None:
        self.names, self.vocabulary, self.acts = names, vocabulary, acts
        self.clauses = ClauseReader(names, vocabulary, acts, routes)

    def read(self, scopes: Iterable[Scope]) -> list[Order]:
        """All orders in one file."""
        done: list[Order] = []
        draft: _Draft | None = None
        lost: Scope | None = None
        for scope in scopes:
            kind = scope.block.header.kind
            if kind in ORDERS:
                if draft is not None:
                    scope.warning(
                        "SR114",
                        scope.header(),
                        "filen har mer än en ordning",
                        "lägg varje ordning i en egen fil; punkterna här nedan räknas till den här ordningen",
                    )
                    done.append(draft.finished())
                draft = self._begin(scope)
            elif kind in PARTS:
                if draft is None:
                    lost = lost or scope
                else:
                    self._part(evolve(scope, heading=draft.order.title), draft)
        if lost is not None:
            lost.error(
                "SR115",
                lost.header(),
                f"{lost.block.header.kind} hör inte till någon ordning",
                'inled filen med ordningen, till exempel «delegationsordning socialnämnden "Delegationsordning"»',
                why="avsnitt, punkter och tabeller läses tillsammans med den ordning som står först i samma fil",
            )
        return [*done, draft.finished()] if draft else done

    # ---------- the order itself

    def _begin(self, scope: Scope) -> _Draft:
        header = scope.block.header
        kind = OrderKind(header.kind)
        title = header.title.value if header.title else header.kind
        scope = evolve(scope, heading=title)
        body, by = "", ""
        if header.name is not None:
            head = ast.Clause(header.kind, ast.Single(header.name), 0)
            found = self.names.party(
                header.name, head, scope, ROLES if kind is OrderKind.SUBDELEGATION else BOARDS
            )
            body, by = ("", found or "") if kind is OrderKind.SUBDELEGATION else (found or "", "")
        parent = scope.first("ur")
        if parent is not None:
            body = next(
                (
                    name
                    for word in words_of(parent.value)
                    if (name := self.names.party(word, parent, scope, BOARDS))
                ),
                "",
            )
        period = period_of(scope)
        adoptions = [
            self.adoption(clause) for keyword in ("beslutad", "ändrad") for clause in scope.all(keyword)
        ]
        opened, replaces = scope.value("gäller ärenden"), scope.value("ersätter")
        adopted = scope.first("beslutad")
        if adopted is not None and adoptions and period.start and adoptions[0].day > period.start:
            scope.warning(
                "SR706",
                scope.clause(adopted),
                f"beslutad {adoptions[0].day} men gäller från {period.start}",
                "kontrollera datumen; ett beslut gäller inte bakåt i tiden",
            )
        draft_only = _is_draft(scope)
        order = Order(
            # A proposal may have the title and the first day of the order that it is to replace.
            name=f"{kind.value}/{by or body}/{slug(title)}/{period.start or ''}{'/förslag' if draft_only else ''}",
            kind=kind,
            title=title,
            body=body,
            by=by,
            place=scope.header(),
            period=period,
            adoption=adoptions[0] if adopted is not None and adoptions else None,
            amendments=tuple(adoptions[1:] if adopted is not None else adoptions),
            opened=opened_condition(opened) if isinstance(opened, ast.Opened) else None,
            draft=draft_only,
            replaces=self._replaced(replaces),
            reviewed=_reviewed(scope),
        )
        draft = _Draft(order, scope, Given.of(Level.ORDER, scope), readable=not scope.block.broken)
        draft.texts += texts_of(scope)
        draft.area = next((word.text for word in words_of(scope.value("ärende"))), "")
        return self._general(scope, draft)

    def adoption(self, clause: ast.Clause) -> Adoption:
        value = clause.value
        assert isinstance(value, ast.Adoption)
        return Adoption(value.day, value.section, value.reference)

    def _replaced(self, value: ast.ClauseValue | None) -> str:
        if not isinstance(value, ast.Replaces):
            return ""
        return value.order.text if isinstance(value.order, ast.Word) else value.order.value

    def _general(self, scope: Scope, draft: _Draft) -> _Draft:
        """``brådskande`` and ``överordnad``, on the order or in a numbered general rule."""
        urgent, superior = scope.first("brådskande"), scope.value("överordnad")
        if urgent is not None and isinstance(urgent.value, ast.Turn):
            parties = self.names.parties_of(urgent.value.refs, urgent, scope, draft.order.body or None)
            draft.order = evolve(draft.order, urgent=parties or (), urgent_place=scope.clause(urgent))
            draft.readable = draft.readable and parties is not None
        if isinstance(superior, ast.Superior):
            draft.order = evolve(draft.order, always_superior=superior.always)
        return draft

    # ---------- its parts

    def _part(self, scope: Scope, draft: _Draft) -> None:
        header = scope.block.header
        number = header.number.text if header.number else ""
        title = header.title.value if header.title else ""
        if header.kind != "tabell":
            draft.texts += texts_of(scope, f"{number} {title}".strip())
        match header.kind:
            case "avsnitt":
                draft.section = Given.of(Level.SECTION, scope)
                draft.sections.append(Section(number, title, scope.header(), period_of(scope)))
                draft.headed.append([])
                draft.section_title = f"{number} {title}".strip()
                draft.area = next(
                    (
                        word.text
                        for given in (draft.section, draft.own)
                        for word in words_of(given.scope.value("ärende"))
                    ),
                    "",
                )
            case "bestämmelse":
                self._general(scope, draft)
                draft.stands_here(number)
                draft.own = draft.own.extended(scope)
                draft.provisions.append(self._provision(scope, draft, number, title))
                draft.readable = draft.readable and not scope.block.broken
            case "förordnande":
                self._appointment(scope, draft)
            case "tabell":
                for row in scope.block.rows:
                    row_scope = evolve(scope, clauses=row.clauses, heading=_heading(draft, row.number.text))
                    place = Place(
                        scope.block.source,
                        scope.block.start + row.number.span.start,
                        scope.block.start + row.title.span.end,
                    )
                    readable = not row.broken and not scope.block.broken
                    label = f"{row.number.text} {row.title.value}"
                    draft.texts.append(
                        FreeText(row.title.value, row_scope.header_part(row.title.span), label)
                    )
                    draft.texts += texts_of(row_scope, label, titled=False)
                    self._row(row_scope, draft, row.number.text, row.title.value, place, readable=readable)
            case _:
                scope = evolve(scope, heading=_heading(draft, number))
                if draft.order.kind is OrderKind.CHARTER:
                    areas = tuple(word.text for word in words_of(scope.value("ansvarar för")))
                    bases = legal_bases(scope, self.acts, draft.order.written)
                    draft.charter.append(CharterClause(number, title, areas, scope.header(), bases))
                else:
                    self._row(scope, draft, number, title, scope.header(), readable=not scope.block.broken)

    def _provision(self, scope: Scope, draft: _Draft, number: str, title: str) -> Provision:
        conditions, remarks = (
            tuple(
                text.value
                for clause in scope.all(keyword)
                if isinstance(clause.value, ast.Texts)
                for text in clause.value.texts
            )
            for keyword in ("villkor", "anmärkning")
        )
        return Provision(
            number=number,
            title=title,
            place=scope.header(),
            law=legal_bases(scope, self.acts, draft.order.written),
            conditions=conditions,
            remarks=remarks,
            urgent=scope.first("brådskande") is not None,
        )

    def _row(
        self, scope: Scope, draft: _Draft, number: str, title: str, place: Place, *, readable: bool
    ) -> None:
        order = draft.order
        if number in draft.numbers:
            first = draft.numbers[number]
            scope.error(
                "SR305",
                place,
                f"punkt {number} finns två gånger i ordningen",
                f"byt nummer på den ena; den första står på rad {first.line}",
            )
        draft.numbers.setdefault(number, place)
        draft.stands_here(number)
        sub = order.kind is OrderKind.SUBDELEGATION
        if scope.block.header.title is None and scope.block.header.kind == "punkt" and not sub:
            scope.error(
                "SR112",
                place,
                f"punkt {number} saknar titel",
                f'skriv en titel inom citattecken: «punkt {number} "Återkrav"»',
            )
            readable = False
        own = Given.of(Level.POINT, scope)
        matters = tuple(word.text for word in words_of(scope.value("ärende")))
        leaf = slug(title) or f"punkt-{slug(number)}"
        rule = Rule(
            kind=RuleKind.SUBDELEGATED if sub else RuleKind.POINT,
            order=order.name,
            body=order.body,
            number=number,
            title=title,
            matter=matters[0] if matters else f"{draft.area}.{leaf}" if draft.area else leaf,
            matters=matters,
            section=draft.section_title,
            area=draft.area,
            place=place,
            period=period_of(scope) if scope.first("gäller") else self._section_period(draft),
        )
        levels = [own, *([draft.section] if draft.section else []), draft.own]
        # A row that begins later speaks of the law of its own first day.
        begins = max((day for day in (order.written, rule.period.start) if day is not None), default=None)
        filled = self.clauses.fill(rule, levels, order, begins)
        section_broken = draft.section is not None and draft.section.broken
        if not readable or section_broken:
            filled = evolve(filled, readable=False, faults=(*filled.faults, place))
        if filled.readable and not sub and not self._says_something(filled):
            scope.error("SR303", place, f"punkt {number} säger inte vem som beslutar", self._who(scope))
            filled = evolve(filled, readable=False, faults=(*filled.faults, place))
        draft.rules.append(filled)

    def _section_period(self, draft: _Draft) -> Period:
        return period_of(draft.section.scope) if draft.section is not None else Period()

    def _who(self, scope: Scope) -> str:
        """Advice for a row that says nothing, or nothing but ``dock``."""
        for clause in scope.all("dock"):
            for item in clause.value.items if isinstance(clause.value, ast.Deciders) else ():
                if item.when is None and len(item.refs) == 1 and isinstance(item.refs[0], ast.RoleName):
                    return f"«dock» är ett undantag; skriv «beslutas av {item.refs[0].name.text}» om det alltid är så"
        return "lägg till en rad, till exempel «delegat enhetschef», «beslutas av nämnden» eller «verkställs»"

    def _says_something(self, rule: Rule) -> bool:
        return bool(rule.alternatives or rule.elsewhere or rule.execution or rule.own_right or rule.unknown)

    def _appointment(self, scope: Scope, draft: _Draft) -> None:
        header = scope.block.header
        clause, persons = scope.first("punkter"), scope.value("person")
        numbers = clause.value if clause is not None else None
        adopted = scope.first("beslutad")
        if clause is None or not isinstance(numbers, ast.Numbers) or not isinstance(persons, ast.Texts):
            return
        draft.appointed += [(number, scope, clause) for number in numbers.numbers]
        draft.appointments.append(
            Appointment(
                name=header.name.text if header.name else "",
                title=header.title.value if header.title else "",
                order=draft.order.name,
                numbers=tuple(number.text for number in numbers.numbers),
                persons=tuple(text.value for text in persons.texts),
                period=period_of(scope),
                place=scope.header(),
                adoption=self.adoption(adopted) if adopted else None,
                law=legal_bases(scope, self.acts, draft.order.written),
            )
        )


def _reviewed(scope: Scope) -> date | None:
    """The last of the days on which the order was reviewed (``granskad``)."""
    days = [
        day
        for clause in scope.all("granskad")
        if isinstance(clause.value, ast.Dates)
        for day in clause.value.dates
    ]
    return max(days, default=None)


def _unknown_number(
    number: ast.Word, clause: ast.Clause, scope: Scope, order: Order, known: Iterable[str]
) -> None:
    """An appointment for a point that the order does not have."""
    meant = nearest(number.text, known)
    some = listed(list(known)[:5], "och")
    scope.error(
        "SR801",
        scope.within(clause, number.span),
        f"punkt {number.text} finns inte i {order.title}",
        f"menade du {meant}?"
        if meant
        else f"rätta numret; där finns {some}"
        if some
        else "rätta numret; ordningen har inga punkter",
    )


def _is_draft(scope: Scope) -> bool:
    """``läge förslag``. Any other word is reported, and counts as a draft: it must not be taken for a rule in force."""
    clause = scope.first("läge")
    if clause is None:
        return False
    for word in words_of(clause.value):
        if word.text != "förslag":
            scope.error(
                "SR406",
                scope.within(clause, word.span),
                f"«{word.text}» är inget läge",
                "skriv «läge förslag»; en ordning som gäller har inget läge",
            )
    return True


def _heading(draft: _Draft, number: str) -> str:
    return " › ".join(filter(None, [draft.order.title, draft.section_title, number]))


def _distinct_matters(rules: list[Rule]) -> list[Rule]:
    """Rows of different sections that happen to share a title are different matters, told apart by their section."""
    sections: dict[str, set[str]] = {}
    for rule in rules:
        if not rule.matters:
            sections.setdefault(rule.matter, set()).add(rule.section)
    told_apart = []
    for rule in rules:
        if not rule.matters and len(sections[rule.matter]) > 1 and rule.section:
            prefix = slug(rule.section.partition(" ")[2]) or slug(rule.section)
            matter = f"{prefix}.{rule.matter}"
            told_apart.append(evolve(rule, matter=matter, matters=(matter,)))
        else:
            told_apart.append(rule if rule.matters else evolve(rule, matters=(rule.matter,)))
    return told_apart
