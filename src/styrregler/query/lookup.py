"""From what a user writes to a matter: by name, number, title or synonym; else as a question is understood.

In: a text, a rule set, perhaps a body and a day.  Out: :class:`LookUp`, one matter or an honest list.  Names and numbers are
looked up as they stand; everything else is read by ``understanding``.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from attrs import field, frozen

from styrregler.model import Rule
from styrregler.query.calls import Called, Calls, Named, about, called
from styrregler.query.candidates import order_not_in_force
from styrregler.ruleset import RuleSet
from styrregler.search import Hit
from styrregler.understanding import Understood
from styrregler.understanding.understand import understand
from styrregler.values import Quantity, fold

_NUMBERED = re.compile(r"^(?:(?:punkt(?:en)?|p\.?|nr\.?|nummer) |§ ?)(?=[\w.:-]*\d)")
"""«punkt 4.2»: the word before a number."""
_NAME = re.compile(r"\w[\w.-]*\w")
SHOWN = 5
"""How many candidates are shown."""


@frozen
class Found:
    """A matter that fits, the body whose row it was found by, and the facts that the wording settles."""

    matter: str
    rule: Rule
    facts: Mapping[str, Quantity | str] = field(factory=dict)
    score: float = 1.0
    order: str = ""
    """The title of the order that the row stands in."""
    former: str = ""
    """The number that it was found by, where that is not its number any longer."""
    hit: Hit | None = None
    """Which words say that it fits; None for what was named outright."""


@frozen
class LookUp:
    """What a text was taken to mean: one matter, or several candidates (best first), or nothing."""

    candidates: tuple[Found, ...]
    exact: bool
    understood: Understood | None = None
    """How the text was read; None for what was named outright."""

    @property
    def clear(self) -> Found | None:
        """The one matter that is meant, when that is clear."""
        if self.understood is not None:
            return self.candidates[0] if self.candidates and not self.understood.unclear else None
        return self.candidates[0] if len({found.matter for found in self.candidates}) == 1 else None


def names_outright(text: str, body: str, rules: RuleSet) -> bool:
    """Whether ``text`` is a matter's own name, which it means to ``body`` on any day."""
    hits = about(text.casefold(), rules, body)
    return bool(hits) and all(each.matter == text for each in hits) and _NAME.fullmatch(text) is not None


def look_up(text: str, rules: RuleSet, body: str = "", on: date | None = None) -> LookUp:
    """Find the matter that ``text`` names; rows in force ``on`` that day go before those that are not."""
    named = _named(text, rules, body, on)
    if named:
        return LookUp(named, exact=True)
    understood = understand(rules, text, on or date.today(), body)  # noqa: DTZ011 - a question is asked today
    board = body or (understood.body.name if understood.body is not None else "")
    found = tuple(_found(hit, understood, rules, board, on) for hit in understood.hits[:SHOWN])
    return LookUp(found, exact=False, understood=understood)


def row_to_show(hit: Hit, rules: RuleSet, on: date | None, board: str = "") -> Rule:
    """The row of a matter to show: of the board where it has one, and one in force before one that is not."""
    late = _late(rules, on)
    return min(
        hit.described.rules, key=lambda rule: (rule.body != board, late(rule), rule.body, rule.place.sort_key)
    )


def _found(hit: Hit, understood: Understood, rules: RuleSet, board: str, on: date | None) -> Found:
    row = row_to_show(hit, rules, on, board)
    return Found(
        hit.matter,
        row,
        understood.given if hit is understood.hits[0] else {},
        hit.score,
        rules.orders[row.order].title,
        hit=hit,
    )


# ---------- outright


def _named(text: str, rules: RuleSet, body: str, on: date | None) -> tuple[Found, ...]:
    """The rows that ``text`` names, those in force before those that are not; none when it names nothing."""
    late = _late(rules, on)
    exact = [
        Found(
            each.matter or each.rule.matter,
            each.rule,
            dict([each.fact]) if each.fact else {},
            order=rules.orders[each.rule.order].title,
            former=each.former,
        )
        for each in _exact(_plain(text), rules, body)
    ]
    in_force = [hit for hit in exact if not late(hit.rule)]
    return tuple(in_force or exact)


def _late(rules: RuleSet, on: date | None) -> Callable[[Rule], bool]:
    """Whether a row does not hold on the day."""
    late_orders: dict[str, bool] = {}

    def late(rule: Rule) -> bool:
        if on is None:
            return False
        if rule.order not in late_orders:
            late_orders[rule.order] = bool(order_not_in_force(rules.orders[rule.order], on, rules))
        return late_orders[rule.order] or on not in rule.period

    return late


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    return " ".join(re.sub(r"[?!.]+(?=\s|$)|[«»\"“”]", " ", text).casefold().split())


def _exact(wanted: str, rules: RuleSet, body: str) -> list[Called]:
    """Rows that ``wanted`` names outright, in the first of these ways that any row of ``body`` fits."""
    if not wanted or (named := about(wanted, rules, body)):
        return named if wanted else []
    every = rules.kept(Calls.of)
    calls = (wanted, _NUMBERED.sub("", wanted))
    own, rest = _of_body(wanted, rules)

    def in_own(named: Named, call: str) -> list[Called]:
        return called(named, [call], own) if rest and own and body in ("", own) else []

    # A number that a row has goes before one that a row had.
    ways: tuple[Callable[[], list[Called]], ...] = (
        lambda: called(every.numbers, calls, body),
        lambda: called(every.lettered, calls, body),
        lambda: in_own(every.numbers, rest),
        lambda: in_own(every.lettered, rest),
        lambda: in_own(every.titles, fold(rest)),
        lambda: called(every.titles, [fold(wanted)], body),
        lambda: called(every.synonyms, [fold(wanted)], body),
        lambda: _once(called(every.former, calls, body)),
        lambda: in_own(every.former, rest),
    )
    return next((hits for way in ways if (hits := way())), [])


def _once(hits: list[Called]) -> list[Called]:
    """Each row by one of its former numbers."""
    return list({each.at: each for each in reversed(hits)}.values())[::-1]


def _of_body(wanted: str, rules: RuleSet) -> tuple[str, str]:
    """The body that ``wanted`` begins with, by any of its names, and the rest: «SN 4.2», «SN4.2», «socialnämnden 4.2»."""
    plain = fold(wanted)
    for name, body in rules.corpus.bodies.items():
        for call in (body.abbreviation, name, body.title, *body.aliases):
            if call and plain.startswith(fold(call)):
                after = wanted[len(call) :]
                if after[:1] == " " or (call == body.abbreviation and after[:1].isdigit()):
                    return name, _NUMBERED.sub("", after.strip())
    return "", ""
