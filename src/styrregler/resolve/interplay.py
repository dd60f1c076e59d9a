"""Boundaries, assignments and channels: names found, and what stands under what.

In: the blocks ``gräns``, ``uppdragsvägar`` and ``kanaler``.  Out: the values of :mod:`styrregler.model.interplay`.
Refuses to say who is meant by a general word: that is asked of the rule set.
"""

from collections.abc import Collection, Iterable, Iterator

from attrs import evolve, frozen

from styrregler.model import (
    GENERAL,
    Adoption,
    Agreed,
    AssignmentWay,
    AssignmentWays,
    Boundary,
    BoundaryTerm,
    Channel,
    Channels,
    Expectation,
    GreyZone,
    Side,
)
from styrregler.resolve.names import BODIES, PARTIES, Names
from styrregler.resolve.organisation import period_of
from styrregler.resolve.scope import Scope, did_you_mean, is_draft, unconditional, words_of
from styrregler.resolve.texts import texts_of
from styrregler.syntax import ast

_SIDES = {each.value: each for each in Side}


@frozen
class InterplayReader:
    """Reads the blocks of the interplay. ``escalations`` are the names of declared ones; empty: none is known."""

    names: Names
    escalations: frozenset[str] = frozenset()

    def agreed(self, scope: Scope, told: int, *, for_bodies: bool = True) -> Agreed:
        """``told`` faults had been told before the block was read: one more makes it unreadable.

        ``for_bodies`` false: ``omfattar`` says something else than which bodies it holds for.
        """
        header, adopted = scope.block.header, scope.value("beslutad")
        name = header.name.text if header.name else ""
        bodies: Iterable[str | None] = ()
        if for_bodies and (clause := scope.first("omfattar")):
            bodies = [self.names.party(word, clause, scope, BODIES) for word in words_of(clause.value)]
        period, draft = period_of(scope), is_draft(scope)
        return Agreed(
            name=name,
            title=header.title.value if header.title else name,
            place=scope.header(),
            bodies=frozenset(filter(None, bodies)),
            period=period,
            adoption=Adoption(adopted.day, adopted.section, adopted.reference)
            if isinstance(adopted, ast.Adoption)
            else None,
            texts=tuple(texts_of(scope)),
            readable=not scope.block.broken and len(scope.reporter.found) == told,
            draft=draft,
        )

    def sound(self, agreed: Agreed, scope: Scope, told: int) -> Agreed:
        """``agreed`` when the whole of its block has been read: one more fault since ``told`` makes it unreadable."""
        return evolve(agreed, readable=not scope.block.broken and len(scope.reporter.found) == told)

    def who(self, word: ast.Word, clause: ast.Clause, scope: Scope) -> str:
        """The name of a party or a general word; empty after a report."""
        if word.text in self.names.parties or word.text not in GENERAL:
            return self.names.party(word, clause, scope, PARTIES, also=GENERAL) or ""
        return word.text

    # ---------- boundaries

    def boundary(self, scope: Scope) -> Boundary:
        told = len(scope.reporter.found)
        terms: list[BoundaryTerm] = []
        zone: list[BoundaryTerm] = []
        for clause in scope.clauses:
            if side := _SIDES.get(clause.keyword):
                terms += zone
                grey = GreyZone() if side is Side.GREY else None
                read = [
                    BoundaryTerm(word.text, side, scope.within(clause, word.span), grey)
                    for word in words_of(clause.value)
                ]
                zone = read if grey else []
                terms += [] if grey else read
            elif zone:
                settled = self._settled(zone[0].zone or GreyZone(), clause, scope)
                zone = [evolve(term, zone=settled) for term in zone]
        return Boundary(self.agreed(scope, told), (*terms, *zone))

    def _settled(self, zone: GreyZone, clause: ast.Clause, scope: Scope) -> GreyZone:
        words = words_of(clause.value)
        match clause.keyword:
            case "samtal mellan":
                talks = [self.who(word, clause, scope) for word in words]
                return evolve(zone, talks=tuple(filter(None, talks)))
            case "eskaleras enligt":
                return evolve(zone, escalation=self._escalation(words[0], clause, scope))
            case "avgörs av":
                return evolve(zone, settled_by=self.who(words[0], clause, scope))
            case _:
                return zone

    def _escalation(self, word: ast.Word, clause: ast.Clause, scope: Scope) -> str:
        """Only where the rules state escalations at all can a name of one be wrong."""
        unconditional(clause, scope)
        if self.escalations and word.text not in self.escalations:
            scope.error(
                "SR401",
                scope.within(clause, word.span),
                f"eskaleringen «{word.text}» finns inte",
                did_you_mean(
                    word.text, self.escalations, "rätta stavningen, eller lägg till en sådan eskalering"
                ),
            )
            return ""
        return word.text

    # ---------- assignments

    def assignments(self, scope: Scope) -> AssignmentWays:
        told = len(scope.reporter.found)
        ways: list[AssignmentWay] = []
        latest = 0
        for clause in scope.clauses:
            match clause.value:
                case ast.Ways(items):
                    latest = len(ways)
                    ways += self._ways(items, clause, scope)
                case ast.Texts(texts) if clause.keyword == "i stället":
                    ways[latest:] = [evolve(way, instead=texts[0].value) for way in ways[latest:]]
        return AssignmentWays(self.agreed(scope, told), tuple(ways))

    def _ways(self, items: Iterable[ast.Way], clause: ast.Clause, scope: Scope) -> Iterator[AssignmentWay]:
        for item in items:
            sender, receiver = (self.who(word, clause, scope) for word in (item.sender, item.receiver))
            via = self.who(item.via, clause, scope) if item.via else ""
            if sender and receiver and (via or not item.via):
                yield AssignmentWay(
                    sender,
                    receiver,
                    clause.keyword == "tillåten",
                    scope.within(clause, item.sender.span),
                    via,
                    item.through.text if item.through else "",
                )

    # ---------- channels

    def channels(self, scope: Scope) -> Channels:
        told = len(scope.reporter.found)
        channels: list[Channel] = []
        expectations: list[Expectation] = []
        for clause in scope.clauses:
            match clause.value:
                case ast.ChannelLines(lines):
                    channels += self.channel_lines(lines, clause, scope)
                case ast.Expectations(items):
                    expectations += self.expected(items, clause, scope)
        return Channels(self.agreed(scope, told), tuple(channels), tuple(expectations))

    def channel_lines(
        self, lines: Iterable[ast.ChannelLine], clause: ast.Clause, scope: Scope
    ) -> Iterator[Channel]:
        for line in lines:
            sender, receiver = (self.who(word, clause, scope) for word in (line.sender, line.receiver))
            via = self.who(line.via, clause, scope) if line.via else ""
            if sender and receiver and (via or not line.via):
                place = scope.within(clause, line.sender.span)
                yield Channel(sender, receiver, place, via, tuple(word.text for word in line.phases))

    def expected(
        self, items: Iterable[ast.Expected], clause: ast.Clause, scope: Scope
    ) -> Iterator[Expectation]:
        for item in items:
            of = self.who(item.of, clause, scope)
            by = self.who(item.by, clause, scope) if item.by else ""
            if of and (by or not item.by):
                yield Expectation(of, item.text.value, scope.within(clause, item.of.span), by)


def names_of(scopes: Collection[Scope]) -> frozenset[str]:
    """The names that the headers of some blocks give."""
    return frozenset(scope.block.header.name.text for scope in scopes if scope.block.header.name)
