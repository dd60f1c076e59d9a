"""Bodies, roles, groups of roles and holders."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from styrregler.model import Body, BodyKind, Holder, Role, RoleGroup, RoleKind
from styrregler.resolve.names import BOARDS, BODIES, ROLES, UNITS, Declared, Names
from styrregler.resolve.scope import Scope, aliases_of, did_you_mean, listed, words_of
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import Period, nearest

# Everyday words for the kinds of role.
_ALSO_CALLED = {
    "tjänsteman": "anställd", "tjänsteperson": "anställd", "chef": "anställd", "handläggare": "anställd",
    "politiker": "förtroendevald", "ledamot": "förtroendevald", "inhyrd": "konsult", "extern": "utomstående",
}  # fmt: skip
# What each kind of body may belong to.
_BELONGS = {
    "presidium": BOARDS,
    "utskott": BOARDS,
    "förvaltning": BOARDS | {"kommun"},
    "enhet": frozenset({"förvaltning", "enhet", "nämnd", "kommun"}),
    "grupp": BODIES,
    "bolag": frozenset({"kommun", "bolag"}),
}


def resolve_bodies(names: Names) -> dict[str, Body]:
    return {
        name: _body(name, declared, names)
        for name, declared in names.parties.items()
        if declared.kind in BODIES
    }


def _body(name: str, declared: Declared, names: Names) -> Body:
    scope = declared.scope
    header = scope.block.header

    def one(keyword: str, wanted: frozenset[str]) -> str:
        clause = scope.first(keyword)
        if clause is None:
            return ""
        return next(
            (found for word in words_of(clause.value) if (found := names.party(word, clause, scope, wanted))),
            "",
        )

    vice = scope.first("vice ordförande")
    vices = []
    if vice is not None and isinstance(vice.value, ast.Turn):
        vices = [
            names.party(ref.name, vice, scope, ROLES)
            for ref in vice.value.refs
            if isinstance(ref, ast.RoleName)
        ]
    meetings = scope.value("sammanträder")
    return Body(
        name=name,
        title=header.title.value if header.title else name,
        kind=BodyKind(declared.kind),
        place=scope.header(),
        abbreviation=header.abbreviation,
        aliases=aliases_of(scope),
        belongs_to=one("tillhör", _BELONGS.get(declared.kind, BODIES)),
        led_by=one("leds av", ROLES),
        owned_by=one("ägs av", frozenset({"kommun", "bolag"})),
        chair=one("ordförande", ROLES),
        vice_chairs=tuple(vice for vice in vices if vice),
        meetings=tuple(sorted(meetings.dates)) if isinstance(meetings, ast.Dates) else (),
        form=next((word.text for word in words_of(scope.value("form"))), ""),
        being_set_up=is_being_set_up(scope),
    )


def is_being_set_up(scope: Scope) -> bool:
    """``läge under-uppstart``: a body that is to be. Any other word is reported."""
    clause = scope.first("läge")
    if clause is None:
        return False
    (word,) = words_of(clause.value)
    if word.text != "under-uppstart":
        scope.error(
            "SR406",
            scope.within(clause, word.span),
            f"«{word.text}» är inget läge för ett organ",
            "skriv «läge under-uppstart», eller ta bort raden när organet finns",
        )
    return word.text == "under-uppstart"


def resolve_roles(names: Names) -> dict[str, Role]:
    return {
        name: _role(name, declared, names)
        for name, declared in names.parties.items()
        if declared.kind == "roll"
    }


def _role(name: str, declared: Declared, names: Names) -> Role:
    scope = declared.scope

    def one(keyword: str, wanted: frozenset[str]) -> str:
        clause = scope.first(keyword)
        words = words_of(clause.value) if clause else ()
        return (names.party(words[0], clause, scope, wanted) or "") if clause and words else ""

    return Role(
        name=name,
        title=scope.block.header.title.value if scope.block.header.title else name,
        kind=_choice(scope, "slag", RoleKind, RoleKind.EMPLOYEE),
        place=scope.header(),
        unit=one("tillhör", UNITS),
        chief=one("närmaste chef", ROLES),
        in_each=_in_each(scope),
        aliases=aliases_of(scope),
    )


def _choice(scope: Scope, keyword: str, kinds: type[RoleKind], default: RoleKind) -> RoleKind:
    clause = scope.first(keyword)
    words = words_of(clause.value) if clause else ()
    if clause is None or not words:
        return default
    allowed = [kind.value for kind in kinds]
    if words[0].text in allowed:
        return kinds(words[0].text)
    meant = _ALSO_CALLED.get(words[0].text.lower()) or nearest(words[0].text, allowed)
    scope.error(
        "SR406",
        scope.within(clause, words[0].span),
        f"«{words[0].text}» är inget slag av roll",
        f"menade du «{meant}»?" if meant else f"skriv {listed(allowed)}",
    )
    return default


def _in_each(scope: Scope) -> str:
    clause = scope.first("finns i varje")
    words = words_of(clause.value) if clause else ()
    if clause is None or not words:
        return ""
    if words[0].text in BODIES:
        return words[0].text
    remedy = did_you_mean(words[0].text, BODIES, f"skriv {listed(sorted(BODIES))}")
    scope.error(
        "SR406", scope.within(clause, words[0].span), f"«{words[0].text}» är inget slag av organ", remedy
    )
    return ""


def resolve_groups(names: Names) -> dict[str, RoleGroup]:
    groups = {}
    for name, declared in names.parties.items():
        clause = declared.scope.first("omfattar") if declared.kind == "rollgrupp" else None
        if clause is None:
            continue
        members = [names.party(word, clause, declared.scope, ROLES) for word in words_of(clause.value)]
        title = declared.scope.block.header.title
        groups[name] = RoleGroup(
            name, title.value if title else name, tuple(filter(None, members)), declared.scope.header()
        )
    return groups


def resolve_holder(scope: Scope, names: Names) -> Holder | None:
    header = scope.block.header
    if header.name is None or header.title is None:
        return None
    declared = names.parties.get(header.name.text)
    place = scope.header_part(header.name.span)
    if declared is None or declared.kind != "roll":
        scope.error(
            "SR401",
            place,
            f"rollen «{header.name.text}» finns inte",
            did_you_mean(
                header.name.text,
                [name for name, other in names.parties.items() if other.kind == "roll"],
                f'rätta stavningen, eller lägg till blocket «roll {header.name.text} "…"»',
            ),
        )
        return None
    return Holder(header.name.text, header.title.value, period_of(scope), scope.header())


def period_of(scope: Scope) -> Period:
    """``gäller``; always, where nothing is said. A period that ends before it begins is reported."""
    clause = scope.first("gäller")
    if clause is None or not isinstance(clause.value, ast.InForce):
        return Period()
    period = clause.value.period
    if period.start and period.end and period.end < period.start:
        scope.error(
            "SR703",
            scope.clause(clause),
            f"perioden slutar {period.end} men börjar {period.start}",
            "skriv den tidigare dagen efter «från» och den senare efter «till»",
        )
    return period


def check_chiefs(roles: Mapping[str, Role], scopes: Mapping[str, Scope]) -> dict[str, Role]:
    """Report each ring among ``närmaste chef`` once, and cut it so that no later stage goes round."""
    sound = dict(roles)
    for ring in _rings({name: role.chief for name, role in roles.items()}):
        last = ring[-1]
        scopes[last].error(
            "SR404",
            _place_of(scopes[last], "närmaste chef"),
            f"chefskedjan går i cirkel: {' → '.join([*ring, ring[0]])}",
            "ta bort «närmaste chef» hos den som är överst",
            why="då har ingen det sista ordet, och ingen är överordnad någon annan",
        )
        sound[last] = evolve(sound[last], chief="")
    return sound


def check_tree(bodies: Mapping[str, Body], scopes: Mapping[str, Scope]) -> dict[str, Body]:
    """Report each ring among ``tillhör`` once, and cut it."""
    sound = dict(bodies)
    for ring in _rings({name: body.belongs_to for name, body in bodies.items()}):
        last = ring[-1]
        scopes[last].error(
            "SR404",
            _place_of(scopes[last], "tillhör"),
            f"«tillhör» går i cirkel: {' → '.join([*ring, ring[0]])}",
            "ta bort «tillhör» hos det som är överst",
            why="då hör ingen av dem till någon nämnd",
        )
        sound[last] = evolve(sound[last], belongs_to="")
    return sound


def _rings(above: Mapping[str, str]) -> Iterator[list[str]]:
    """Each ring among names that point at the one above them. No name is passed twice, however long the chains."""
    passed: set[str] = set()
    for start in above:
        path: dict[str, int] = {}
        name = start
        while name in above and name not in passed and name not in path:
            path[name] = len(path)
            name = above[name]
        if name in path:
            yield list(path)[path[name] :]
        passed.update(path)


def _place_of(scope: Scope, keyword: str) -> Place:
    clause = scope.first(keyword)
    return scope.clause(clause) if clause else scope.header()
