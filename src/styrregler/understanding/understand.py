"""From one line of Swedish to what it asks.

In: a rule set, a text and the day it is asked.  Out: :class:`Understood`.  What is recognised as an amount, a day, a role
or the wording of the question is taken out; the rest is searched for.
"""

import unicodedata
from datetime import date

from attrs import evolve

from styrregler.model import BodyRef, RoleRef
from styrregler.ruleset import RuleSet
from styrregler.search import Hit, Ranking, Word, index_of, words_of
from styrregler.understanding.days import day_in
from styrregler.understanding.facts import counted_words, read_facts
from styrregler.understanding.kind import kind_of, may_starts
from styrregler.understanding.measures import Measure, measures_in
from styrregler.understanding.people import Named, Parties, parties_of
from styrregler.understanding.statutes import statutes_in
from styrregler.understanding.tokens import Token, tokens_of
from styrregler.understanding.understood import Kind, ReadDay, ReadParty, Understood
from styrregler.values import LegalRef, UnitKind

LONGEST = 1_000
"""Characters of a question; of a longer one the rest is not read."""
SURE = 0.6
"""How well the best must fit to be taken without asking."""
LEAD = 1.12
"""How much better than the next the best must fit to be taken without asking."""


def understand(rules: RuleSet, text: str, today: date, within: str = "") -> Understood:
    """What ``text`` asks, read as of ``today``; with ``within``, of the matters of that body alone."""
    text = unicodedata.normalize("NFC", text)[:LONGEST]
    index, parties = index_of(rules), parties_of(rules)
    counted = rules.kept(counted_words)
    day = day_in(text, today)
    kind, spans = kind_of(text)
    law = statutes_in(text, rules.kept(_acts))
    taken = [*spans, *([day[1:]] if day else []), *(each[1:] for each in law)]
    tokens = [token for token in tokens_of(text) if not _within(token.start, taken)]
    measures = measures_in(tokens, rules.kept(_amounts), counted)
    taken += [(measure.start, measure.end) for measure in measures]
    kind, who, unknown = _whom(text, kind, spans, tokens, parties)
    if who is not None:
        taken.append((who.start, who.head))
    left = [token for token in tokens if not _within(token.start, taken)]
    board = parties.board(left, index.words)
    # The word stays among those searched for where titles hold it, as «kommunfullmäktige» may.
    if board is not None and board.explicit:
        taken.append((board.start, board.end))
    words = [word for word in words_of(text) if not _within(word.start, taken)]
    kinds = frozenset(measure.kind for measure in measures if measure.kind is not None)
    ranking = _ranked(rules, words, board, within, [each[0] for each in law], kinds)
    best = ranking.near[0].described if ranking.near else None
    facts = read_facts(_blanked(text, taken, measures), measures, best, rules, counted)
    role = _one_of(who, ranking)
    return Understood(
        text=text,
        kind=kind if role is not None or kind is not Kind.MAY else Kind.WHO,
        ranking=ranking,
        facts=facts.read,
        body=ReadParty(board.names[0], board.said) if board is not None else None,
        role=ReadParty(role, who.said) if role is not None and who is not None else None,
        unknown_role=unknown.said if unknown is not None else "",
        absent=kind is Kind.SUBSTITUTE and role is not None,
        day=day[0] if day else None,
        rivals=facts.rivals,
        unclear=_unclear(ranking),
    )


def _ranked(
    rules: RuleSet,
    words: list[Word],
    board: Named | None,
    within: str,
    law: list[LegalRef],
    kinds: frozenset[UnitKind],
) -> Ranking:
    """Those of the board that is named before all others, where any of them fits."""
    index = index_of(rules)
    if within:
        return index.rank(words, within=within, law=law, kinds=kinds)
    name = board.names[0] if board is not None else ""
    ranking = index.rank(words, prefer=name, law=law, kinds=kinds)
    if board is not None and board.explicit:
        own = tuple(hit for hit in ranking.hits if name in hit.described.bodies)
        if own:
            return evolve(ranking, hits=own)
    return ranking


def _unclear(ranking: Ranking) -> bool:
    """Whether the best fits too little, or not much better than the next."""
    hits = ranking.hits
    if hits and hits[0].score < SURE:
        return True
    named_alone = len(hits) > 1 and hits[0].score == 1.0 > hits[1].score
    return len(hits) > 1 and hits[0].score < LEAD * hits[1].score and not named_alone


def _whom(
    text: str, kind: Kind, spans: tuple[tuple[int, int], ...], tokens: list[Token], parties: Parties
) -> tuple[Kind, Named | None, Named | None]:
    """Whom a question is about, where it is about somebody: may they, or who stands in for them?"""
    if kind is Kind.SUBSTITUTE:
        at = _first_after(tokens, spans[0][1])
        return kind, parties.role_at(tokens, at) if at is not None else None, None
    if kind is not Kind.WHO:
        return kind, None, None
    for start in may_starts(text):
        at = _first_after(tokens, start)
        if at is None or tokens[at].start > start + 2:
            continue
        who = parties.role_at(tokens, at)
        if who is not None:
            return Kind.MAY, who, None
        unknown = parties.anyone_at(tokens, at)
        if unknown is not None:
            return kind, unknown, unknown
    return kind, None, None


def _first_after(tokens: list[Token], start: int) -> int | None:
    return next((at for at, token in enumerate(tokens) if token.start >= start), None)


def _one_of(who: Named | None, ranking: Ranking) -> str | None:
    """The one that is meant; of several the one that the matter's rows name."""
    if who is None or not who.names:
        return None
    if len(who.names) == 1:
        return who.names[0]
    best: Hit | None = ranking.hits[0] if ranking.hits else None
    if best is None:
        return None
    named = {
        party.name
        for rule in best.described.rules
        for lines in (rule.alternatives, rule.elsewhere, rule.overrides, rule.substitutes)
        for line in lines
        for party in line.parties
        if isinstance(party, (RoleRef, BodyRef))
    }
    fits = [name for name in who.names if name in named]
    return fits[0] if len(fits) == 1 else None


def _acts(rules: RuleSet) -> tuple[str, ...]:
    return tuple(dict.fromkeys(act.abbreviation for act in rules.acts.values()))


def _amounts(rules: RuleSet) -> dict[str, str]:
    """The yearly amounts by every name and form."""
    found = {}
    for amount in rules.corpus.amounts.values():
        for call in (amount.name, *amount.aliases):
            plain = call.casefold()
            found.update(dict.fromkeys((plain, plain + "et", plain + "en", plain + "s"), amount.name))
    return found


def _within(start: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start < last for first, last in spans)


def _blanked(text: str, taken: list[tuple[int, int]], measures: list[Measure]) -> str:
    """The text with the words of role, day and kind blanked out; what is measured stands."""
    kept = {(measure.start, measure.end) for measure in measures}
    letters = list(text)
    for start, end in taken:
        if (start, end) not in kept:
            letters[start:end] = " " * (end - start)
    return "".join(letters)


__all__ = ["LEAD", "LONGEST", "ReadDay", "understand"]
