"""Acts: their periods and sections, and what a reference to one means on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from styrregler.model import Act, Equivalent, LegalBasis
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope
from styrregler.syntax import ast
from styrregler.text import Span
from styrregler.values import LegalRef, nearest

_SHORT = 2


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
        spelt = {each.casefold(): each for each in self.by_call}
        if len(call) <= _SHORT:
            # Every short abbreviation is near every other; only the letters' size can be a slip.
            return spelt.get(call.casefold())
        by_title = {act.title.casefold(): act.abbreviation for acts in self.by_call.values() for act in acts}
        title = call.casefold().replace("-", " ")
        near = nearest(title.removesuffix("en"), by_title)
        return by_title.get(title) or nearest(call, self.by_call) or (by_title[near] if near else None)


def resolve_acts(scopes: Iterable[Scope]) -> tuple[tuple[Act, ...], Acts]:
    acts: dict[str, tuple[Act, Scope]] = {}
    for scope in scopes:
        header = scope.block.header
        number, replaces = _number(scope), scope.value("ersätter")
        if header.name is None or not number:
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
                sfs=number,
                period=period_of(scope),
                place=scope.header(),
                replaces=replaces.order.text
                if isinstance(replaces, ast.Replaces) and isinstance(replaces.order, ast.Word)
                else "",
                verified=verified,
                note=note,
                sections=tuple(_sections(scope)),
                equivalents=tuple(_equivalents(scope)),
            ),
            scope,
        )
    found = tuple(act for act, _ in acts.values())
    by_call: dict[str, list[Act]] = {}
    for act in sorted(found, key=lambda act: act.period.start or date.min):
        for call in {act.abbreviation, act.name}:
            by_call.setdefault(call, []).append(act)
    known = Acts({call: tuple(group) for call, group in by_call.items()})
    for _, scope in acts.values():
        _successors_known(scope, known)
    return found, known


def _number(scope: Scope) -> str:
    """Its number in the statute book, or that of an act of the European Union; empty when neither is given."""
    sfs, eu = scope.value("sfs"), scope.value("eu")
    if isinstance(sfs, ast.Number):
        return sfs.value
    return f"EU {eu.value}" if isinstance(eu, ast.Number) else ""


def _sections(scope: Scope) -> Iterator[LegalRef]:
    """``paragrafer``: what the act has. A reference to another act is reported and left out."""
    clause = scope.first("paragrafer")
    if clause is None or not isinstance(clause.value, ast.LegalRefs):
        return
    for ref, span in clause.value.refs:
        if _own(ref, clause, scope, span):
            yield ref


def _equivalents(scope: Scope) -> Iterator[Equivalent]:
    for clause in scope.all("motsvarighet"):
        if isinstance(clause.value, ast.Equivalent) and _own(
            clause.value.old[0], clause, scope, clause.value.old[1]
        ):
            yield Equivalent(clause.value.old[0], clause.value.new[0], clause.value.sure)


def _own(ref: LegalRef, clause: ast.Clause, scope: Scope, span: Span) -> bool:
    """Whether ``ref`` is to the act whose block it stands in, by abbreviation or name."""
    header = scope.block.header
    calls = [header.abbreviation, header.name.text if header.name else ""]
    if ref.act not in calls:
        scope.error(
            "SR402",
            scope.within(clause, span),
            f"«{ref.act}» är en annan författning än blockets",
            f"skriv «{next(filter(None, calls), '')}» efter paragrafen",
        )
    return ref.act in calls


def _successors_known(scope: Scope, acts: Acts) -> None:
    for clause in scope.all("motsvarighet"):
        if isinstance(clause.value, ast.Equivalent):
            ref, span = clause.value.new
            legal_basis(ref, clause, scope, acts, None, span)


def verification(scope: Scope) -> tuple[bool, str]:
    """Whether somebody has read the statute, and what they noted. Nothing said counts as read."""
    value = scope.value("kontrollerad")
    if not isinstance(value, ast.Verified):
        return True, ""
    return value.day is not None, value.note.value if value.note else ""


def legal_basis(
    ref: LegalRef, clause: ast.Clause, scope: Scope, acts: Acts, day: date | None, span: Span | None = None
) -> LegalBasis:
    """The reference with the act it means on ``day``; an unknown abbreviation is reported."""
    place = scope.within(clause, span) if span is not None else scope.clause(clause)
    act = acts.find(ref.act, day)
    if act is None:
        meant = acts.numbered(ref) or acts.meant(ref.act)
        remedy = (
            f"menade du «{meant}»?"
            if meant
            else f'lägg till «lag {ref.act} "…" ({ref.act})» med sfs (eller eu) och gäller'
        )
        scope.error("SR201", place, f"författningen «{ref.act}» är okänd", remedy)
        return LegalBasis(ref, "", "", place)
    return LegalBasis(ref, act.name, act.sfs, place)


def legal_bases(scope: Scope, acts: Acts, day: date | None) -> tuple[LegalBasis, ...]:
    return tuple(basis for clause in scope.all("lagrum") for basis in bases_of(clause, scope, acts, day))


def bases_of(clause: ast.Clause, scope: Scope, acts: Acts, day: date | None) -> tuple[LegalBasis, ...]:
    if not isinstance(clause.value, ast.LegalRefs):
        return ()
    return tuple(legal_basis(ref, clause, scope, acts, day, span) for ref, span in clause.value.refs)


def plain_refs(scope: Scope, acts: Acts, keyword: str = "lagrum") -> tuple[LegalRef, ...]:
    """The references of the law's own blocks: the act must be known, and may have been repealed."""
    return tuple(basis.ref for clause in scope.all(keyword) for basis in bases_of(clause, scope, acts, None))
