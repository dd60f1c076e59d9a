"""Every name that the files declare, and how one that is used finds its declaration."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from styrregler.model import BodyRef, NearestChief, OriginalDelegate, Party, RespectiveRole, RoleRef
from styrregler.resolve.scope import Reporter, Scope, did_you_mean, listed, words_of
from styrregler.syntax import ast
from styrregler.text import Place
from styrregler.values import fold, nearest

BODIES = frozenset(
    {"kommun", "fullmäktige", "nämnd", "presidium", "utskott", "förvaltning", "enhet", "bolag", "grupp"}
)
UNITS = frozenset({"förvaltning", "enhet", "nämnd", "fullmäktige", "utskott", "presidium", "bolag", "kommun"})
BOARDS = frozenset({"nämnd", "fullmäktige"})
DECIDING = frozenset({"nämnd", "fullmäktige", "utskott", "presidium"})
ROLES = frozenset({"roll"})
PARTIES = BODIES | ROLES | {"rollgrupp"}
OWN_BOARD = "nämnden"
"""«nämnden»: the board whose order one reads."""

_CALLED = {
    "roll": "en roll", "rollgrupp": "en rollgrupp", "nämnd": "en nämnd", "utskott": "ett utskott", "förvaltning": "en förvaltning",
    "enhet": "en enhet", "bolag": "ett bolag", "grupp": "en grupp", "kommun": "en kommun", "fullmäktige": "fullmäktige",
    "presidium": "ett presidium", "uppgift": "en uppgift", "värde": "ett värde",
}  # fmt: skip
_NOBODY = ("ingen", "inga", "inte", "nej", "saknas")


_ENDINGS = {
    "nämnden": "nämnd", "nämnd": "nämnd", "styrelsen": "nämnd", "utskottet": "utskott", "utskott": "utskott", "presidiet": "presidium",
    "presidium": "presidium", "förvaltningen": "förvaltning", "förvaltning": "förvaltning", "kontoret": "förvaltning",
    "enheten": "enhet", "avdelningen": "enhet", "bolaget": "bolag", "gruppen": "grupp", "fullmäktige": "fullmäktige",
}  # fmt: skip

_LED = ("förvaltning", "enhet")
"""What each has a chief of its own: «förvaltningschef» is seldom one person."""


def _kind_by_ending(name: str, wanted: Iterable[str]) -> str:
    """The kind of block that a name looks like, by how it ends: «miljönämnden» is a board. Empty when none."""
    return next(
        (kind for ending, kind in _ENDINGS.items() if name.lower().endswith(ending) and kind in wanted), ""
    )


@frozen
class Declared:
    """A block that gives a name."""

    kind: str
    scope: Scope

    @property
    def readable(self) -> bool:
        return not self.scope.block.broken


@frozen
class Names:
    """All declared names: parties (bodies, roles, groups of roles) and facts with yearly amounts."""

    parties: Mapping[str, Declared]
    facts: Mapping[str, Declared]
    kinds: Mapping[str, Declared]
    """Kinds of matter (egenskap)."""
    meant: Mapping[str, str] = field(factory=dict)
    """Titles, abbreviations and synonyms, folded, to the name they belong to: for suggestions only."""
    escalations: Mapping[str, Declared] = field(factory=dict)
    deviations: Mapping[str, Declared] = field(factory=dict)
    codes: Mapping[str, Declared] = field(factory=dict)
    routes: Mapping[str, Declared] = field(factory=dict)
    """Ways of cases (ärendegång)."""

    def party(
        self,
        word: ast.Word,
        clause: ast.Clause,
        scope: Scope,
        wanted: frozenset[str],
        also: Iterable[str] = (),
    ) -> str | None:
        """The name as declared, or None after a report; ``also`` are words that may have been meant."""
        declared = self.parties.get(word.text)
        place = scope.within(clause, word.span)
        if declared is None:
            self._unknown(word.text, scope, place, wanted, also)
            return None
        if declared.kind not in wanted:
            is_now = _CALLED.get(declared.kind, declared.kind)
            should = listed(_CALLED.get(kind, kind) for kind in sorted(wanted))
            scope.error(
                "SR402",
                place,
                f"«{word.text}» är {is_now}, här ska stå {should}",
                self._fitting(word.text, wanted),
                label=is_now,
            )
            return None
        return word.text

    def _unknown(
        self, name: str, place_of: Scope, place: Place, wanted: frozenset[str], also: Iterable[str]
    ) -> None:
        known = self.parties
        fitting = [*also, *(each for each, declared in known.items() if declared.kind in wanted)]
        looks_like = _kind_by_ending(name, wanted)
        # «miljönämnden» is some board of its own, not «nämnden».
        own = [OWN_BOARD] if wanted & BOARDS and not (looks_like and name.endswith(OWN_BOARD)) else []
        meant = self.meant.get(fold(name)) or nearest(name, [*fitting, *own]) or nearest(name, known)
        kind = looks_like or next(
            kind for kind in ("roll", "nämnd", "kommun", *sorted(wanted)) if kind in wanted
        )
        block = f'{kind} {name.lower()} "{name.capitalize()}"'
        each = next((unit for unit in _LED if kind == "roll" and name.lower() == f"{unit}schef"), "")
        more = f" med «finns i varje {each}»" if each else ""
        remedy = (
            f"menade du «{meant}»?" if meant else f"rätta stavningen, eller lägg till blocket «{block}»{more}"
        )
        if name.lower() in _NOBODY:
            remedy = "ta bort raden om ingen menas"
        place_of.error("SR401", place, f"«{name}» finns inte", remedy)

    def _fitting(self, name: str, wanted: frozenset[str]) -> str:
        """Names of the kinds ``wanted``, as advice where ``name`` is of another kind."""
        fitting = [each for each, declared in self.parties.items() if declared.kind in wanted]
        meant = nearest(name, fitting)
        if meant or not fitting:
            return f"menade du «{meant}»?" if meant else "lägg först till ett sådant block"
        return f"skriv till exempel «{'», «'.join(fitting[:3])}»"

    def kinds_of(self, clause: ast.Clause, scope: Scope) -> frozenset[str] | None:
        """The kinds of matter that ``rör`` names; None when one is unknown, which is reported.

        Where no kinds are declared at all every name will do: nothing is known that it could be wrong about.
        """
        words = words_of(clause.value)
        unknown = [word for word in words if self.kinds and word.text not in self.kinds]
        for word in unknown:
            scope.error(
                "SR401",
                scope.within(clause, word.span),
                f"egenskapen «{word.text}» finns inte",
                did_you_mean(
                    word.text,
                    self.kinds,
                    f'rätta stavningen, eller lägg till blocket «egenskap {word.text} "…"» med betyder',
                ),
            )
        return None if unknown else frozenset(word.text for word in words)

    def is_council(self, name: str) -> bool:
        return name in self.parties and self.parties[name].kind == "fullmäktige"

    def _fact_of(self, by: ast.Word, clause: ast.Clause, scope: Scope) -> bool:
        """Whether «utifrån» names a declared fact; reported when it does not."""
        declared = self.facts.get(by.text)
        if declared is not None and (declared.scope.first("svar") or not declared.readable):
            return True
        if declared is not None:
            scope.error(
                "SR402",
                scope.within(clause, by.span),
                f"«{by.text}» har inga svar, så den säger inte vem av dem det är",
                "skriv en uppgift vars «svar» säger vilken det är, till exempel enheternas namn",
            )
            return False
        known = [name for name, each in self.facts.items() if each.scope.first("svar")]
        scope.error(
            "SR401",
            scope.within(clause, by.span),
            f"uppgiften «{by.text}» finns inte",
            did_you_mean(
                by.text,
                known,
                f'lägg till «uppgift {by.text} "…?"» med «svar» och det den kan vara, till exempel enheternas namn',
            ),
            why="«utifrån» säger vilken uppgift som avgör vem av dem det är",
        )
        return False

    # ---------- parties

    def parties_of(
        self,
        refs: Iterable[ast.Ref],
        clause: ast.Clause,
        scope: Scope,
        board: str | None,
        wanted: frozenset[str] = PARTIES,
    ) -> tuple[Party, ...] | None:
        """Each party named; a group of roles is all its roles. None when some name could not be found.

        ``board`` is «nämnden»: empty where no board is meant, None where it is meant but could not be read.
        """
        found: list[Party] = []
        sound = True
        for ref in refs:
            match ref:
                case ast.Original():
                    found.append(OriginalDelegate())
                case ast.NearestChief():
                    found.append(NearestChief())
                case ast.Respective(role, by):
                    name = self.party(role, clause, scope, ROLES)
                    sound = sound and name is not None
                    sound = (by is None or self._fact_of(by, clause, scope)) and sound
                    found.append(RespectiveRole(role.text, by.text if by else ""))
                case ast.RoleName(word) if word.text == OWN_BOARD and OWN_BOARD not in self.parties and board:
                    found.append(BodyRef(board))
                case ast.RoleName(word) if word.text == OWN_BOARD and board is None:
                    # Whose order this is could not be read, and has been told.
                    sound = False
                case ast.RoleName(word):
                    name = self.party(word, clause, scope, wanted)
                    if name is None:
                        sound = False
                    else:
                        found += self._named(name)
        return tuple(dict.fromkeys(found)) if sound else None

    def _named(self, name: str) -> list[Party]:
        declared = self.parties[name]
        if declared.kind == "rollgrupp":
            members = declared.scope.value("omfattar")
            words = members.names if isinstance(members, ast.Names) else ()
            return [
                RoleRef(word.text) for word in words if self.parties.get(word.text, declared).kind == "roll"
            ]
        return [RoleRef(name) if declared.kind == "roll" else BodyRef(name)]


def collect(blocks: Iterable[Scope], reporter: Reporter) -> Names:
    """Gather every declaration; a name declared twice is reported at the second place."""
    parties: dict[str, Declared] = {}
    facts: dict[str, Declared] = {}
    kinds: dict[str, Declared] = {}
    escalations: dict[str, Declared] = {}
    deviations: dict[str, Declared] = {}
    codes: dict[str, Declared] = {}
    routes: dict[str, Declared] = {}
    meant: dict[str, str] = {}
    tables = {
        **dict.fromkeys(PARTIES, parties),
        "uppgift": facts,
        "värde": facts,
        "egenskap": kinds,
        "eskalering": escalations,
        "avvikelse": deviations,
        "uppförandekod": codes,
        "ärendegång": routes,
    }
    suggested = (parties, facts, kinds)
    for scope in blocks:
        header = scope.block.header
        if header.name is None:
            continue
        table = tables.get(header.kind)
        if table is None:
            continue
        name = header.name.text
        earlier = table.get(name)
        if earlier is not None and earlier.scope.shipped == scope.shipped:
            place = scope.header_part(header.name.span)
            first = earlier.scope.header()
            reporter.error(
                "SR403",
                place,
                f"«{name}» finns två gånger",
                f"slå ihop blocken eller byt namn på ett; det första står i {first.path}:{first.line}",
            )
            continue
        # A municipality's own declaration takes the place of the one that ships with the product.
        if earlier is None or earlier.scope.shipped:
            table[name] = Declared(header.kind, scope)
            for other in (
                header.title.value if header.title else "",
                header.abbreviation,
                *_alias_texts(scope),
            ):
                if other and any(table is each for each in suggested):
                    meant.setdefault(fold(other), name)
    return Names(parties, facts, kinds, meant, escalations, deviations, codes, routes)


def _alias_texts(scope: Scope) -> list[str]:
    value = scope.value("kallas även")
    return [alias.text.value for alias in value.aliases] if isinstance(value, ast.Aliases) else []
