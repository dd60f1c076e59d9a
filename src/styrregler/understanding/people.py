"""Roles and bodies in a question.

In: tokens and a rule set.  Out: whom they name.  Refuses to say what anyone may do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from styrregler.model import BodyKind
from styrregler.ruleset import RuleSet
from styrregler.search.common import STOP, WEAK
from styrregler.search.spelling import allowed, distance
from styrregler.search.words import folded, stems, words_of
from styrregler.understanding.tokens import Token

_OWNERS = (BodyKind.COUNCIL, BodyKind.BOARD)
_LONGEST = 7
_PROFESSIONS = (
    "chef", "chefen", "sekreterare", "sekreteraren", "handläggare", "handläggaren", "direktör", "direktören", "ordförande",
    "ordföranden", "inspektör", "inspektören", "samordnare", "samordnaren", "jurist", "juristen", "ekonom", "ekonomen",
    "assistent", "assistenten", "konsult", "konsulten", "strateg", "strategen", "mästare", "mästaren", "ledare", "ledaren",
    "rektor", "rektorn", "lärare", "läraren", "vaktmästaren", "ansvarig", "ansvarige", "utredare", "utredaren", "controllern",
    "ingenjör", "ingenjören", "arkitekt", "arkitekten", "utskottet", "borgmästaren", "kommunalrådet", "administratören",
    "receptionisten", "städaren", "sköterskan", "läkaren", "bibliotekarien", "arkivarien", "registratorn", "föreståndaren",
)  # fmt: skip
"""How a word ends that is somebody's title, also when no rule names it."""


@frozen
class Named:
    """Whom a piece of the question names; several where the words fit several."""

    names: tuple[str, ...]
    start: int
    end: int
    said: str
    head: int = 0
    """Where the title ends, and the place that it is in begins: «verksamhetschefen» in «verksamhetschefen för gymnasiet»."""
    explicit: bool = True
    """By title or abbreviation, and not by a bit of it."""


@frozen
class Parties:
    """The roles and bodies of a rule set by the words they are called by."""

    calls: Mapping[tuple[str, ...], tuple[str, ...]]
    heads: Mapping[str, tuple[str, ...]]
    """The last word of a title, for «chefen» and «ordföranden»."""
    singles: tuple[tuple[str, str], ...]
    owners: Mapping[tuple[str, ...], str]
    short: Mapping[str, str]
    openings: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, rules: RuleSet) -> "Parties":
        calls: dict[tuple[str, ...], dict[str, None]] = {}
        heads: dict[str, dict[str, None]] = {}
        corpus = rules.corpus
        bodies_with_rows = {body for bodies in rules.matters.values() for body in bodies}
        for name, role in corpus.roles.items():
            for call in _role_calls(name, role.title, role.aliases):
                calls.setdefault(call, {})[name] = None
            head = _key(role.title.split(",")[0].split(" ")[-1])
            heads.setdefault(head, {})[name] = None
        owners: dict[tuple[str, ...], str] = {}
        short: dict[str, str] = {}
        openings = []
        for name, body in corpus.bodies.items():
            if body.kind in (BodyKind.COMMITTEE, BodyKind.PRESIDIUM) or body.kind in _OWNERS:
                for said in (body.title, name.replace("-", " "), *body.aliases, body.abbreviation):
                    if said:
                        calls.setdefault(_keys(said), {})[name] = None
            if name in bodies_with_rows:
                for said in (body.title, *body.aliases):
                    owners[_keys(said)] = name
                if body.abbreviation:
                    short[folded(body.abbreviation.casefold())] = name
                if body.title.endswith("nämnden"):
                    openings.append((folded(body.title.casefold()), name))
        return cls(
            {call: tuple(names) for call, names in calls.items()},
            {head: tuple(names) for head, names in heads.items()},
            tuple(
                (call[0], names[0])
                for call, held in calls.items()
                if len(call) == 1
                for names in (tuple(held),)
            ),
            owners,
            short,
            tuple(openings),
        )

    # ---------- bodies

    def board(self, tokens: Sequence[Token], known: Iterable[str]) -> Named | None:
        """The board whose matter it is. A genitive among ``known``, the words that titles hold, is what the matter is about."""
        words = set(known)
        for at, token in enumerate(tokens):
            for size in range(_LONGEST, 0, -1):
                name = self.owners.get(_spread(tokens, at, size))
                if name and not (size == 1 and token.text.endswith("ns") and token.text in words):
                    return _named((name,), tokens, at, at + size)
            name = self.short.get(folded(token.text.removesuffix("s"))) or self.short.get(folded(token.text))
            if name:
                return _named((name,), tokens, at, at + 1)
        for at, token in enumerate(tokens):
            name = self._by_beginning(token.text) if token.text not in words | STOP | WEAK else ""
            if name:
                return _named((name,), tokens, at, at + 1, explicit=False)
        return None

    def _by_beginning(self, word: str) -> str:
        """«soc», «socialen»: the one board whose title begins so."""
        begun = folded(word.removesuffix("en"))
        if not 3 <= len(begun) <= 8:
            return ""
        fits = [name for title, name in self.openings if title.startswith(begun)]
        return fits[0] if len(fits) == 1 else ""

    # ---------- roles

    def role_at(self, tokens: Sequence[Token], at: int) -> Named | None:
        """Whoever is named by what begins at ``at``; «en», «vår» and the like may stand before."""
        while at < len(tokens) and tokens[at].text in (
            "en",
            "ett",
            "vår",
            "vårt",
            "min",
            "den",
            "en tillförordnad",
            "tf",
        ):
            at += 1
        if at >= len(tokens):
            return None
        keys = [_key(token.text) for token in tokens]
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            names = self.calls.get(_spread(tokens, at, size))
            if names:
                return _named(names, tokens, at, at + size)
        # «verksamhetschefen för gymnasiet», «ordföranden i socialnämnden»
        further = self._with_place(tokens, keys, at)
        if further is not None:
            return further
        text = folded(keys[at])
        near = [
            (wrong, name)
            for call, name in self.singles
            if len(call) >= 6
            and (wrong := distance(folded(call), text, allowed(len(call)))) <= allowed(len(call))
        ]
        if near:
            return _named((min(near)[1],), tokens, at, at + 1)
        names = self.heads.get(keys[at], ())
        return _named(names, tokens, at, at + 1, explicit=False) if names else None

    def _with_place(self, tokens: Sequence[Token], keys: Sequence[str], at: int) -> Named | None:
        if at + 2 >= len(tokens) or tokens[at + 1].text not in ("för", "i", "på", "inom", "vid"):
            return None
        for size in range(min(4, len(tokens) - at - 2), 0, -1):
            place = [key for token in tokens[at + 2 : at + 2 + size] for key in _keys(token.text)]
            for call in ((keys[at], *place), (*place, keys[at])):
                fits = [
                    names for known, names in self.calls.items() if len(known) >= 2 and _fits(known, call)
                ]
                if fits:
                    return _named(fits[0], tokens, at, at + 2 + size, at + 1)
        return None

    def anyone_at(self, tokens: Sequence[Token], at: int) -> Named | None:
        """A title that no role has: «vaktmästaren»."""
        while at < len(tokens) and tokens[at].text in ("en", "ett", "vår", "vårt", "min", "den"):
            at += 1
        if at < len(tokens) and tokens[at].text.endswith(_PROFESSIONS):
            return _named((), tokens, at, at + 1)
        return None


def parties_of(rules: RuleSet) -> Parties:
    return rules.kept(Parties.of)


def _role_calls(name: str, title: str, aliases: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for call in (title, name.replace("-", " "), name, *aliases):
        keys = _keys(call)
        if keys:
            yield keys


def _key(word: str) -> str:
    """A word without its definite article and genitive: «enhetschefens» and «enhetschef» are one."""
    word = word.casefold()
    for ending in ("arens", "aren", "orns", "orn", "örens", "ören", "ens", "en", "ets", "et", "ns", "n", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            keep = {"aren": 3, "arens": 3, "orn": 2, "orns": 2, "ören": 2, "örens": 2}.get(ending, 0)
            if ending == "n" and word[-2] not in "aeiouyåäö":
                continue
            stem = word[: len(word) - len(ending)]
            kept = stem + ending[:keep] if keep else stem
            return kept.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def _keys(text: str) -> tuple[str, ...]:
    return tuple(
        _key(part)
        for word in words_of(text)
        for part in (word.parts or (word.text,))
        if part not in ("och", "för", "i")
    )


def _spread(tokens: Sequence[Token], at: int, size: int) -> tuple[str, ...]:
    """The keys of so many tokens, those with hyphens taken apart."""
    if at + size > len(tokens):
        return ()
    return tuple(key for token in tokens[at : at + size] for key in _keys(token.text))


def _fits(known: tuple[str, ...], call: tuple[str, ...]) -> bool:
    """The same words, each but for its ending."""
    if len(known) != len(call):
        return False
    return all(
        one == other
        or stems(one) & stems(other)
        or (min(len(one), len(other)) >= 5 and (one.startswith(other[:6]) or other.startswith(one[:6])))
        for one, other in zip(known, call, strict=True)
    )


def _named(
    names: Iterable[str],
    tokens: Sequence[Token],
    at: int,
    after: int,
    head: int = 0,
    *,
    explicit: bool = True,
) -> Named:
    said = " ".join(token.written for token in tokens[at:after])
    title_end = tokens[(head or after) - 1].end
    return Named(tuple(names), tokens[at].start, tokens[after - 1].end, said, title_end, explicit)
