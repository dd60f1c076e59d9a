"""From what a user writes to a matter: by name, number, title or synonym; else an honest list of candidates.

Plain on purpose: whole words, no guessing.  Also reads amounts and times out of a sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from math import log

from attrs import frozen

from styrregler.model import FactKind, Rule, RuleKind
from styrregler.query.candidates import order_not_in_force
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, fold, parse_quantity

_STOP = frozenset(
    fold(
        "vem vilken vilka beslutar beslutat besluta beslut bestämmer får kan om att av en ett för i på till och eller med den "
        "det de som är ska skall vad vid hos från ut in när hur upp under över kr kronor tkr mkr år månader"
    ).split()
)
_AMOUNT = re.compile(
    r"(?<![\w,.])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(,\d+)?[ \u00a0\u202f]?"
    r"(kr|kronor|tkr|mkr|år|månader|månad|veckor|vecka|dagar|dag|%|[^\W\d_]+)(?!\w)"
)
_NUMBERED = re.compile(r"^(?:(?:punkt(?:en)?|p\.?|nr\.?|nummer) |§ ?)(?=[\w.:-]*\d)")
"""«punkt 4.2»: the word before a number."""
CLEAR_LEAD = 1.5
"""How much better than the next the best candidate must be to be taken without asking."""


@frozen
class Found:
    """A matter that fits, the body whose row it was found by, and the facts that the wording settles."""

    matter: str
    rule: Rule
    facts: Mapping[str, Quantity | str]
    score: float = 1.0
    order: str = ""
    """The title of the order that the row stands in."""


@frozen
class LookUp:
    """What a text was taken to mean: one matter, or several candidates (best first), or nothing."""

    candidates: tuple[Found, ...]
    exact: bool

    @property
    def clear(self) -> Found | None:
        """The one matter that is meant, when that is clear."""
        matters = list(dict.fromkeys(found.matter for found in self.candidates))
        if not matters:
            return None
        if len(matters) == 1:
            return self.candidates[0]
        if self.exact:
            return None
        best, second = (
            next(found.score for found in self.candidates if found.matter == matter) for matter in matters[:2]
        )
        return self.candidates[0] if best >= CLEAR_LEAD * second else None


def look_up(text: str, rules: RuleSet, body: str = "", on: date | None = None) -> LookUp:
    """Find the matter that ``text`` names; rows in force ``on`` that day go before those that are not."""
    wanted = _plain(text)
    facts = read_facts(text, rules)
    rows = [rule for group in _rows(rules) for rule in group if not body or rule.body == body]

    def title(rule: Rule) -> str:
        return rules.orders[rule.order].title

    late_orders: dict[str, bool] = {}

    def late(rule: Rule) -> bool:
        if on is None:
            return False
        if rule.order not in late_orders:
            late_orders[rule.order] = bool(order_not_in_force(rules.orders[rule.order], on, rules))
        return late_orders[rule.order] or on not in rule.period

    exact = list(_exact(wanted, rows, rules))
    if exact:
        in_force = [hit for hit in exact if not late(hit[1])]
        return LookUp(
            tuple(
                Found(matter, rule, {**facts, **bound}, order=title(rule))
                for matter, rule, bound in in_force or exact
            ),
            exact=True,
        )
    scored = sorted(
        _by_words(wanted, rows),
        key=lambda hit: (-hit[0], hit[1].matter, late(hit[1]), hit[1].place.sort_key),
    )
    found: dict[str, Found] = {}
    for score, rule, bound in scored:
        found.setdefault(rule.matter, Found(rule.matter, rule, {**facts, **bound}, score, title(rule)))
    return LookUp(tuple(list(found.values())[:5]), exact=False)


def _rows(rules: RuleSet) -> Iterable[tuple[Rule, ...]]:
    return (rules.rules_for(body, matter) for matter, bodies in rules.matters.items() for body in bodies)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return " ".join(re.sub(r"[?!.]+(?=\s|$)|[«»\"“”]", " ", text).casefold().split())


Bound = dict[str, Quantity | str]


def _exact(wanted: str, rows: Iterable[Rule], rules: RuleSet) -> list[tuple[str, Rule, Bound]]:
    """Rows that ``wanted`` names outright, in the first of these ways that any row fits."""
    rows = list(rows)
    own, rest = _of_body(wanted, rules)
    number = _NUMBERED.sub("", wanted)

    def by_number(rule: Rule) -> Bound | None:
        return (
            {}
            if rule.number
            and {wanted, number} & {each.casefold() for each in (rule.number, *rule.former_numbers)}
            else None
        )

    def by_body(rule: Rule) -> Bound | None:
        """«SN 4.2», «socialnämnden punkt 4.2», «SN återkrav»."""
        calls = (rule.number, *rule.former_numbers, rule.title)
        return (
            {} if own and rule.body == own and rest in [call.casefold() for call in calls if call] else None
        )

    def by_title(rule: Rule) -> Bound | None:
        return {} if fold(wanted) == fold(rule.title) else None

    def by_synonym(rule: Rule) -> Bound | None:
        return _synonym(fold(wanted), rule)

    # A row may be about several matters; by name it is the one that was named.
    named: list[tuple[str, Rule, Bound]] = [
        (matter, rule, {}) for rule in rows for matter in rule.matters if matter.casefold() == wanted
    ]
    if named:
        return named
    for way in (by_number, by_body, by_title, by_synonym):
        hits = [(rule.matter, rule, bound) for rule in rows if (bound := way(rule)) is not None]
        if hits:
            return hits
    return []


def _of_body(wanted: str, rules: RuleSet) -> tuple[str, str]:
    """The body that ``wanted`` begins with, by any of its names, and the rest: «SN 4.2», «SN4.2», «socialnämnden 4.2»."""
    plain = fold(wanted)
    for name, body in rules.corpus.bodies.items():
        for call in (body.abbreviation, name, body.title, *body.aliases):
            if call and plain.startswith(fold(call)):
                after = wanted[len(call) :]
                if after[:1] == " " or (call == body.abbreviation and after[:1].isdigit()):
                    return name, _NUMBERED.sub("", after.strip())
    return "", wanted


def _synonym(wanted: str, rule: Rule) -> Bound | None:
    for synonym in rule.synonyms:
        if fold(synonym.text) == wanted:
            return {synonym.fact: synonym.value} if synonym.fact and synonym.value is not None else {}
    return None


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_][\w-]*", fold(text)) if word not in _STOP]


def _same(one: str, other: str) -> bool:
    """The same word, or another form of it: a common beginning of five letters and short endings."""
    if one == other:
        return True
    common = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return common >= 5 and max(len(one), len(other)) - common <= 3


def _by_words(wanted: str, rows: Iterable[Rule]) -> Iterable[tuple[float, Rule, Bound]]:
    """Rows by how rare the words are that they share with the question; a word of a synonym counts a little less."""
    rows = [rule for rule in rows if rule.kind is not RuleKind.GENERAL]
    texts = [
        ({*_words(rule.title)}, {word for synonym in rule.synonyms for word in _words(synonym.text)})
        for rule in rows
    ]
    spread: dict[str, int] = {}
    for title, also in texts:
        for word in title | also:
            spread[word] = spread.get(word, 0) + 1
    asked = set(_words(wanted))
    hits = {word: {other for other in spread if _same(word, other)} for word in asked}
    worth = {word: log(1 + len(rows) / max(1, sum(spread[other] for other in hits[word]))) for word in asked}
    total = sum(worth.values())
    for rule, (title, also) in zip(rows, texts, strict=True):
        score = sum(
            worth[word] * (1.0 if hits[word] & title else 0.8 if hits[word] & also else 0.0) for word in asked
        )
        if total and score / total > 0.3:
            yield score, rule, _contained_synonym(wanted, rule)


def _contained_synonym(wanted: str, rule: Rule) -> Bound:
    for synonym in rule.synonyms:
        if synonym.fact and synonym.value is not None and fold(synonym.text) in fold(wanted):
            return {synonym.fact: synonym.value}
    return {}


def read_facts(text: str, rules: RuleSet) -> Bound:
    """Amounts and times in a sentence, for the shipped facts that measure them. Two of a kind are left alone."""
    found: dict[str, list[Quantity]] = {}
    for match in _AMOUNT.finditer(text):
        quantity = parse_quantity(match[0])
        if not isinstance(quantity, Quantity):
            continue
        if quantity.kind is None:
            named = next(
                (
                    each
                    for each in rules.corpus.amounts.values()
                    if quantity.unit.casefold() in (each.name, *each.aliases)
                ),
                None,
            )
            if named is None:
                continue
            quantity = Quantity(quantity.number, named.name)
        name = {"kronor": "belopp", "tid": "avtalstid"}.get(
            quantity.kind.value if quantity.kind else "kronor", ""
        )
        fact = rules.fact(name) if name else None
        if fact is not None and fact.kind is FactKind.MEASURED:
            found.setdefault(fact.name, []).append(quantity)
    return {name: quantities[0] for name, quantities in found.items() if len(quantities) == 1}
