"""Statutes: acts and their periods, who may receive a delegation, what may not be delegated, deadlines."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, frozen

from styrregler.model import (
    SITUATIONS,
    Act,
    Bar,
    BodyRef,
    DelegateCircle,
    LegalBasis,
    StatutoryDeadline,
    StatutoryDuty,
)
from styrregler.resolve.facts import Vocabulary, condition
from styrregler.resolve.names import DECIDING, OWN_BOARD, Names
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope, listed, words_of
from styrregler.syntax import ast
from styrregler.text import Span
from styrregler.values import LegalRef, Period, nearest


@frozen
class Acts:
    """All acts, found by name or abbreviation and day."""

    by_call: Mapping[str, tuple[Act, ...]]

    def find(self, call: str, day: date | None) -> Act | None:
        """The act that ``call`` means on ``day``: the one in force, else the nearest before it, else any."""
        acts = self.by_call.get(call, ())
        if day is None:
            return acts[-1] if acts else None
        in_force = [act for act in acts if day in act.period]
        earlier = [act for act in acts if act.period.start is None or act.period.start <= day]
        return next(iter((in_force or earlier or list(acts))[-1:]), None)

    def numbered(self, ref: LegalRef) -> str | None:
        """The abbreviation of the act whose number in the statute book stands in its place («SFS 2025:400»)."""
        number = f"{ref.chapter}:{''.join(ref.sections)}" if ref.act.upper() == "SFS" else ""
        return next(
            (act.abbreviation for acts in self.by_call.values() for act in acts if act.sfs == number), None
        )

    def meant(self, call: str) -> str | None:
        """The abbreviation that was probably meant by ``call``, an unknown one or the title of an act."""
        by_title = {act.title.casefold(): act.abbreviation for acts in self.by_call.values() for act in acts}
        title = call.casefold().replace("-", " ")
        near = nearest(title.removesuffix("en"), by_title)
        return by_title.get(title) or nearest(call, self.by_call) or (by_title[near] if near else None)


def resolve_acts(scopes: Iterable[Scope]) -> tuple[tuple[Act, ...], Acts]:
    acts: dict[str, tuple[Act, Scope]] = {}
    for scope in scopes:
        header = scope.block.header
        sfs, replaces = scope.value("sfs"), scope.value("ersätter")
        if header.name is None or not isinstance(sfs, ast.Number):
            continue
        name = header.name.text
        if name in acts and acts[name][1].shipped == scope.shipped:
            scope.error(
                "SR403",
                scope.header_part(header.name.span),
                f"«{name}» finns två gånger",
                "ta bort det ena blocket eller byt namn",
            )
            continue
        verified, note = verification(scope)
        acts[name] = (
            Act(
                name=name,
                title=header.title.value if header.title else name,
                abbreviation=header.abbreviation or name,
                sfs=sfs.value,
                period=period_of(scope),
                place=scope.header(),
                replaces=replaces.order.text
                if isinstance(replaces, ast.Replaces) and isinstance(replaces.order, ast.Word)
                else "",
                verified=verified,
                note=note,
            ),
            scope,
        )
    found = tuple(act for act, _ in acts.values())
    by_call: dict[str, list[Act]] = {}
    for act in sorted(found, key=lambda act: act.period.start or date.min):
        for call in {act.abbreviation, act.name}:
            by_call.setdefault(call, []).append(act)
    return found, Acts({call: tuple(group) for call, group in by_call.items()})


def verification(scope: Scope) -> tuple[bool, str]:
    """Whether somebody has read the statute, and what they noted. Nothing said counts as read."""
    value = scope.value("kontrollerad")
    if not isinstance(value, ast.Verified):
        return True, ""
    return value.day is not None, value.note.value if value.note else ""


def legal_basis(
    ref: LegalRef, clause: ast.Clause, scope: Scope, acts: Acts, day: date | None, span: Span | None = None
) -> LegalBasis:
    """The reference with the act it means on ``day``; an unknown abbreviation and a repealed act are reported."""
    place = scope.within(clause, span) if span is not None else scope.clause(clause)
    act = acts.find(ref.act, day)
    if act is None:
        meant = acts.numbered(ref) or acts.meant(ref.act)
        remedy = (
            f"menade du «{meant}»?"
            if meant
            else f'lägg till «lag {ref.act} "…" ({ref.act})» med sfs och gäller'
        )
        scope.error("SR201", place, f"författningen «{ref.act}» är okänd", remedy)
        return LegalBasis(ref, "", "", place)
    if day is not None and act.period.end is not None and act.period.end < day:
        successor = next(
            (other for other in acts.by_call.get(ref.act, ()) if other.replaces == act.name), None
        )
        heir = next(
            (other for group in acts.by_call.values() for other in group if other.replaces == act.name),
            successor,
        )
        remedy = (
            f"ersatt av {heir.title.lower()} ({heir.sfs}): kontrollera vilket lagrum som gäller nu"
            if heir
            else "ta bort hänvisningen eller ersätt den"
        )
        scope.warning("SR202", place, f"{ref.act} ({act.sfs}) upphörde att gälla {act.period.end}", remedy)
    return LegalBasis(ref, act.name, act.sfs, place)


def legal_bases(scope: Scope, acts: Acts, day: date | None) -> tuple[LegalBasis, ...]:
    return tuple(basis for clause in scope.all("lagrum") for basis in bases_of(clause, scope, acts, day))


def bases_of(clause: ast.Clause, scope: Scope, acts: Acts, day: date | None) -> tuple[LegalBasis, ...]:
    if not isinstance(clause.value, ast.LegalRefs):
        return ()
    return tuple(legal_basis(ref, clause, scope, acts, day, span) for ref, span in clause.value.refs)


def _plain_refs(scope: Scope, acts: Acts) -> tuple[LegalRef, ...]:
    return tuple(basis.ref for basis in legal_bases(scope, acts, None))


def resolve_circle(scope: Scope, acts: Acts) -> DelegateCircle:
    header = scope.block.header
    return DelegateCircle(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=_plain_refs(scope, acts),
        permits=frozenset(word.text for word in words_of(scope.value("tillåter"))),
        period=period_of(scope),
        place=scope.header(),
        verified=verification(scope)[0],
    )


def resolve_deadline(scope: Scope, acts: Acts) -> StatutoryDeadline | None:
    header, latest = scope.block.header, scope.value("senast")
    if not isinstance(latest, ast.Latest):
        return None
    return StatutoryDeadline(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=_plain_refs(scope, acts),
        timing=latest.timing,
        period=period_of(scope),
        place=scope.header(),
        verified=verification(scope)[0],
    )


def resolve_duty(scope: Scope, acts: Acts) -> StatutoryDuty:
    header, clause, appeal = scope.block.header, scope.first("utlöses av"), scope.value("överklagas")
    words = words_of(clause.value) if clause else ()
    for word in words:
        if clause is not None and word.text not in SITUATIONS:
            meant = nearest(word.text, SITUATIONS)
            remedy = f"menade du «{meant}»?" if meant else f"skriv {listed(tuple(SITUATIONS))}"
            scope.error(
                "SR406",
                scope.within(clause, word.span),
                f"«{word.text}» är inget läge som utlöser en plikt",
                remedy,
            )
    return StatutoryDuty(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=_plain_refs(scope, acts),
        when=frozenset(word.text for word in words),
        period=period_of(scope),
        place=scope.header(),
        route=appeal.route.text if isinstance(appeal, ast.Appeal) and appeal.route else "",
        verified=verification(scope)[0],
    )


def resolve_bars(scope: Scope, acts: Acts, names: Names, vocabulary: Vocabulary) -> list[Bar]:
    """One bar for each ``delegeras`` and for ``lyfts till``; they share the rest of the block."""
    header = scope.block.header
    unless = scope.first("undantag")
    except_when = None
    if unless is not None and isinstance(unless.value, ast.Condition):
        except_when = condition(unless.value.when, unless, scope, vocabulary)
    shared = Bar(
        name=header.name.text if header.name else "",
        title=header.title.value if header.title else "",
        law=_plain_refs(scope, acts),
        tags=frozenset(word.text for word in words_of(scope.value("rör"))),
        place=scope.header(),
        period=period_of(scope) if scope.first("gäller") else Period(),
        except_when=except_when,
        verified=verification(scope)[0],
    )
    return [bar for clause in scope.clauses if (bar := _bar(shared, clause, scope, names, vocabulary))]


def _bar(shared: Bar, clause: ast.Clause, scope: Scope, names: Names, vocabulary: Vocabulary) -> Bar | None:
    match clause.value:
        case ast.Delegable(only, kinds, when):
            route = ""
            if isinstance(when, ast.Is) and when.fact.text == "överklagas":
                route, when = when.values[0].text, None
            resolved = condition(when, clause, scope, vocabulary) if when else None
            if when is not None and resolved is None:
                return None
            return evolve(
                shared, only=only, to_kinds=frozenset(word.text for word in kinds), when=resolved, route=route
            )
        case ast.Lifted(to, when):
            resolved = condition(when, clause, scope, vocabulary)
            if resolved is None:
                return None
            name = to.text if to.text == OWN_BOARD else names.party(to, clause, scope, DECIDING)
            return (
                evolve(shared, when=resolved, lifted_to=BodyRef(name))
                if name and name != OWN_BOARD
                else evolve(shared, when=resolved)
            )
        case _:
            return None
