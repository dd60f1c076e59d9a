"""A delegate decides: who of those named can, who stands in, and what follows from the decision."""

from collections.abc import Callable, Iterable

from attrs import evolve, frozen

from styrregler.logic import Expr, Known, Not, describe, residual, truth
from styrregler.model import BodyRef, NearestChief, Outcome, Party, RoleRef, Rule, RuleKind
from styrregler.query import duties
from styrregler.query.answer import Answer, Decider, Excluded, ReportDuty, Superior
from styrregler.query.asked import Asked
from styrregler.query.bars import unbarred
from styrregler.query.explain import chain, sources
from styrregler.query.people import settled, substitutes_for, superiors_of, title_of, why_away
from styrregler.query.ruling import Ruling, docks_open
from styrregler.query.subdelegation import SubDecider, passes_on, subdelegated


@frozen
class _Way:
    """One way in which somebody has the decision: demands that are not met, and what is still open, in words."""

    lacking: tuple[str, ...]
    open: tuple[str, ...]


def _open(ways: list[_Way]) -> str:
    """What is still open, whichever way the decision is had; empty when one way leaves nothing open."""
    left = [" och ".join(way.open) for way in ways if not way.lacking]
    return "" if "" in left else " eller ".join(dict.fromkeys(left))


@frozen
class Deciding:
    """The outcome Decides in one case."""

    asked: Asked
    ruling: Ruling
    known: Known
    shared: Answer

    def answer(self) -> Answer:
        asked, known, shared = self.asked, self.known, self.shared
        rows = list(shared.rules)
        further = tuple(subdelegated(asked.candidates, self.ruling, known, asked.rules))
        named = (*shared.deciders, *self._by_subdelegation(further))
        ways = self._ways(further)
        reasons = {
            each.party: self._why_away(each.party) or self._lacking(ways[each.party]) for each in named
        }
        present = tuple(
            evolve(each, condition=_open(ways[each.party])) for each in named if not reasons[each.party]
        )
        away = tuple(each for each in named if reasons[each.party])
        excluded = tuple(
            Excluded(each.rule, each.title, "conditions", reasons[each.party], rows[0].place) for each in away
        )
        parties = tuple(each.party for each in named)
        stand_ins = self._stand_ins(parties)
        always = asked.rules.orders[rows[0].order].always_superior
        above = self._above(parties) if always is not None else ()
        # A superior who may only in absence is not called in because the delegate falls short of a demand.
        missed = parties if always else tuple(party for party in parties if self._why_away(party))
        competent = self._also_competent({each.party for each in present}, further)
        deciders = present or self._stepping_in(
            away, stand_ins, competent, self._above(missed) if always is not None else ()
        )
        if not deciders:
            return self._nobody_present(excluded)
        taken = {each.party for each in deciders}
        delegated = taken != {BodyRef(asked.body)}
        passed_on = any(passes_on(said, asked.rules) for said in self.ruling.spoken)
        return evolve(
            shared,
            deciders=deciders,
            also_competent=tuple(each for each in competent if each.party not in taken),
            requires=duties.told_apart(
                self._by_row(lambda row: tuple(duties.steps(row, asked.rules, known)))
            ),
            substitutes=tuple(each for each in stand_ins if each.party not in taken) if delegated else (),
            superiors=tuple(
                Superior(party, title_of(party, asked.rules), not always)
                for party in above
                if party not in taken
            ),
            consult=duties.told_apart(self._by_row(lambda row: duties.notices(row.consult, asked, known))),
            inform=duties.told_apart(self._by_row(lambda row: duties.notices(row.inform, asked, known))),
            report=self._report(further) if delegated else (),
            appeal=duties.appeal(rows[0], asked),
            subdelegation=duties.subdelegation(rows[0], asked.rules, known) if passed_on else "",
            conditions=self._conditions(further),
            remarks=(*shared.remarks, *(duties.statutory(rows[0], asked, known) if delegated else ())),
            excluded=(*shared.excluded, *excluded),
            sources=(*shared.sources, *sources(asked, [each.candidate.rule for each in further])),
            chain=chain(asked, rows, deciders),
        )

    # ---------- who is named, and by which rows

    def _by_subdelegation(
        self, further: tuple[SubDecider, ...], *, beside: bool = False
    ) -> tuple[Decider, ...]:
        rules = self.asked.rules
        named = {each.party for each in self.shared.deciders}
        found = {
            party: Decider(party, title_of(party, rules), rule=each.candidate.rule.number, subdelegated=True)
            for each in further
            for party in self._settled(each.parties)
            if party not in named and each.beside is beside
        }
        return tuple(found.values())

    def _settled(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(settled(party, self.asked.question, self.asked.rules) for party in parties)

    def _ways(self, further: tuple[SubDecider, ...]) -> dict[Party, list[_Way]]:
        """Each decider with the ways in which they have the decision: by which row, and on what conditions.

        A demand on the delegate (krav på delegat) is its own row's: another row may name the same person without it.
        """
        found: dict[Party, list[_Way]] = {}
        none: tuple[Expr, ...] = ()
        pairs = [(said.candidate.rule, said.parties, none) for said in self.ruling.spoken]
        pairs += [(each.candidate.rule, each.parties, each.conditions) for each in further]
        for rule, parties, conditions in pairs:
            for party in self._settled(parties):
                found.setdefault(party, []).append(self._way(rule, party, conditions))
        return found

    def _way(self, rule: Rule, party: Party, conditions: tuple[Expr, ...] = ()) -> _Way:
        demands = rule.requirements if isinstance(party, RoleRef) else ()
        states = [(each, truth(each, self.known)) for each in demands]
        return _Way(
            lacking=tuple(describe(each) for each, met in states if met is False),
            open=tuple(
                dict.fromkeys(
                    describe(each)
                    for each in (
                        *conditions,
                        *(residual(each, self.known) for each, met in states if met is None),
                    )
                )
            ),
        )

    def _by_row(
        self, following: Callable[[Rule], tuple[duties.Following, ...]]
    ) -> list[tuple[str, tuple[duties.Following, ...]]]:
        """Who decides by each row, in words, and what follows by it."""
        return [(self._who(said.parties), following(said.candidate.rule)) for said in self.ruling.spoken]

    def _who(self, parties: Iterable[Party]) -> str:
        return " eller ".join(title_of(party, self.asked.rules) for party in self._settled(parties))

    # ---------- who can

    def _why_away(self, party: Party) -> str:
        return why_away(party, self.asked.question, self.asked.rules)

    def _lacking(self, ways: list[_Way]) -> str:
        """Why none of ``ways`` gives the decision; empty when one does."""
        return f"uppfyller inte kravet: {ways[0].lacking[0]}" if all(way.lacking for way in ways) else ""

    def _stand_ins(self, named: tuple[Party, ...]) -> tuple[Decider, ...]:
        """Substitutes by each row for the delegates it names itself; a delegate of any row is no substitute.

        Each with whom it stands in for, where that is not all of them.
        """
        asked = self.asked
        instead_of: dict[Party, list[Party]] = {}
        needs: dict[Party, tuple[Expr, ...]] = {}
        for said in self.ruling.spoken:
            own, rule = self._settled(said.parties), said.candidate.rule
            for party, delegate in substitutes_for(
                own, rule, asked.question, asked.rules, overridden=bool(said.overrides)
            ):
                # What the law keeps from the delegate it keeps from whoever stands in.
                lawful = unbarred(party, said.candidate.law, self.known, asked.rules, rule.body)
                if party not in named and lawful is not None:
                    instead_of.setdefault(party, []).append(delegate)
                    needs.setdefault(party, lawful)
        replaceable = {party for party in named if not isinstance(party, BodyRef)}
        return tuple(
            Decider(
                party,
                title_of(party, asked.rules),
                " och ".join(map(describe, needs[party])),
                instead_of=self._who(dict.fromkeys(whom)) if replaceable - set(whom) else "",
            )
            for party, whom in instead_of.items()
        )

    def _above(self, parties: tuple[Party, ...]) -> tuple[RoleRef, ...]:
        return superiors_of(parties, self.asked.body, self.asked.question, self.asked.rules)

    def _stepping_in(
        self,
        away: tuple[Decider, ...],
        stand_ins: tuple[Decider, ...],
        competent: tuple[Decider, ...],
        above: tuple[RoleRef, ...],
    ) -> tuple[Decider, ...]:
        """When every delegate is away: the first substitute, else whoever is competent anyway, else a superior."""
        everyone = ", ".join(each.title for each in away)
        # A nearest chief whom the organisation does not show is nobody who could decide now.
        if first := next((each for each in stand_ins if not isinstance(each.party, NearestChief)), None):
            return (evolve(first, instead_of=first.instead_of or everyone, rule=away[0].rule),)
        if own := tuple(each for each in competent if not each.condition):
            return own
        return tuple(
            Decider(party, title_of(party, self.asked.rules), instead_of=everyone, rule=away[0].rule)
            for party in above[:1]
        )

    def _nobody_present(self, excluded: tuple[Excluded, ...]) -> Answer:
        board = BodyRef(self.asked.body)
        return evolve(
            self.shared,
            outcome=Outcome.DEFAULT,
            deciders=(Decider(board, title_of(board, self.asked.rules)),),
            appeal=duties.appeal(self.shared.rules[0], self.asked),
            excluded=(*self.shared.excluded, *excluded),
            remarks=(
                *self.shared.remarks,
                "Ingen ersättare eller överordnad är tillgänglig: då beslutar nämnden.",
            ),
            chain=chain(self.asked, self.shared.rules, ()),
        )

    def _also_competent(self, taken: set[Party], further: tuple[SubDecider, ...]) -> tuple[Decider, ...]:
        """Later steps of the ladder whose own condition holds too, or may; each with what is still open."""
        asked = self.asked
        found: dict[Party, Decider] = {}
        for said in self.ruling.spoken:
            rule = said.candidate.rule
            docks = docks_open(said.candidate, self.known, asked.rules)
            if said.outcome is not Outcome.DECIDES or None in docks:
                continue
            # Where a `dock` is open the ladder may not count at all, and which of its steps came first is open too.
            first = said.step + 1 if not docks else 0
            for each in rule.alternatives[first:]:
                own = None if each.otherwise else duties.condition_text(each.when, self.known)
                if own is None:
                    continue
                for named in each.parties:
                    lawful = unbarred(named, said.candidate.law, self.known, asked.rules, rule.body)
                    party = settled(named, asked.question, asked.rules)
                    if lawful is None or party in taken or self._why_away(party):
                        continue
                    open_ones = (*(Not(dock) for dock in docks if dock is not None), *lawful)
                    way = self._way(rule, party, open_ones)
                    if not way.lacking:
                        condition = " och ".join(filter(None, [own, *way.open]))
                        decider = Decider(party, title_of(party, asked.rules), condition, rule=rule.number)
                        found.setdefault(party, decider)
        ways = self._ways(tuple(each for each in further if each.beside))
        for later in self._by_subdelegation(further, beside=True):
            if later.party in taken or self._why_away(later.party) or self._lacking(ways[later.party]):
                continue
            found.setdefault(later.party, evolve(later, condition=_open(ways[later.party])))
        return tuple(found.values())

    # ---------- what follows

    def _report(self, further: tuple[SubDecider, ...]) -> tuple[ReportDuty, ...]:
        """The board's rule, which holds for sub-delegates too; what a sub-delegation says itself is in addition."""
        asked = self.asked
        # A general rule of the order is no row whose decisions are reported, unless it says so.
        groups = [
            (self._who(said.parties), duties.report(row.reporting, asked, self.known))
            for said in self.ruling.spoken
            if (row := said.candidate.rule).kind is not RuleKind.GENERAL or row.reporting
        ]
        found = list(duties.told_apart(groups))
        for each in further:
            if each.candidate.rule.reporting:
                own = duties.report(each.candidate.rule.reporting, asked, self.known)
                who = self._who(each.parties)
                found += [evolve(duty, condition=f"{who} beslutar") for duty in own if duty.to is not None]
        return tuple(dict.fromkeys(found))

    def _conditions(self, further: tuple[SubDecider, ...]) -> tuple[str, ...]:
        """Conditions in words: those of every row, and those of one row with whose decision they concern."""
        groups = [(self._who(said.parties), said.candidate.rule.conditions) for said in self.ruling.spoken]
        common = [text for text in groups[0][1] if all(text in texts for _, texts in groups)]
        groups += [(self._who(each.parties), each.candidate.rule.conditions) for each in further]
        found = dict.fromkeys(common)
        for who, texts in groups:
            found |= dict.fromkeys(f"{who}: {text}" for text in texts if text not in common)
        return (*found, *self.asked.candidates.quoted)
