"""A delegate decides: who of those named can, who stands in, and what follows from the decision."""

from collections.abc import Callable, Iterable

from attrs import evolve, frozen

from styrregler.logic import Known, Not, describe, residual, truth
from styrregler.model import BodyRef, Outcome, Party, RoleRef, Rule, RuleKind
from styrregler.query import duties
from styrregler.query.answer import Answer, Decider, Excluded, ReportDuty, Superior
from styrregler.query.asked import Asked
from styrregler.query.bars import unbarred
from styrregler.query.explain import chain, sources
from styrregler.query.people import settled, substitutes_for, superiors_of, title_of, why_away
from styrregler.query.ruling import Ruling, docks_open
from styrregler.query.subdelegation import SubDecider, passes_on, subdelegated


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
        naming = self._naming(further)
        named = (*shared.deciders, *self._by_subdelegation(further))
        reasons = {each.party: self._why_not(each.party, naming[each.party]) for each in named}
        present = tuple(
            self._demanding(each, naming[each.party]) for each in named if not reasons[each.party]
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
        return tuple(
            Decider(
                party,
                title_of(party, rules),
                " och ".join(dict.fromkeys(map(describe, each.conditions))),
                rule=each.candidate.rule.number,
                subdelegated=True,
            )
            for each in further
            for party in self._settled(each.parties)
            if party not in named and each.beside is beside
        )

    def _settled(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(settled(party, self.asked.question, self.asked.rules) for party in parties)

    def _naming(self, further: tuple[SubDecider, ...]) -> dict[Party, list[Rule]]:
        """Each decider with the rows that name them."""
        named: dict[Party, list[Rule]] = {}
        pairs = [(said.candidate.rule, said.parties) for said in self.ruling.spoken]
        for rule, parties in (*pairs, *((each.candidate.rule, each.parties) for each in further)):
            for party in self._settled(parties):
                named.setdefault(party, []).append(rule)
        return named

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

    def _why_not(self, party: Party, naming: list[Rule]) -> str:
        """Why ``party`` cannot decide now; empty when it can.

        A demand on the delegate (krav på delegat) is its own row's: another row may name the same person without it.
        """
        if not isinstance(party, RoleRef) or (reason := self._why_away(party)):
            return self._why_away(party)
        lacking = [[each for each in row.requirements if truth(each, self.known) is False] for row in naming]
        return f"uppfyller inte kravet: {describe(lacking[0][0])}" if all(lacking) else reason

    def _demanding(self, decider: Decider, naming: list[Rule]) -> Decider:
        """``decider``, on condition of the demands that nobody has said are met, where every row makes one."""
        if not isinstance(decider.party, RoleRef):
            return decider
        open_ones = [[each for each in row.requirements if truth(each, self.known) is None] for row in naming]
        if not all(open_ones):
            return decider
        demands = [describe(residual(each, self.known)) for each in open_ones[0]]
        return evolve(decider, condition=" och ".join(filter(None, (decider.condition, *demands))))

    def _stand_ins(self, named: tuple[Party, ...]) -> tuple[Decider, ...]:
        """Substitutes by each row for the delegates it names itself; a delegate of any row is no substitute.

        Each with whom it stands in for, where that is not all of them.
        """
        asked = self.asked
        instead_of: dict[Party, list[Party]] = {}
        for said in self.ruling.spoken:
            own = self._settled(said.parties)
            for party, delegate in substitutes_for(
                own, said.candidate.rule, asked.question, asked.rules, overridden=bool(said.overrides)
            ):
                if party not in named:
                    instead_of.setdefault(party, []).append(delegate)
        replaceable = {party for party in named if not isinstance(party, BodyRef)}
        return tuple(
            Decider(
                party,
                title_of(party, asked.rules),
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
        if stand_ins:
            first = stand_ins[0]
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
                    if lawful is None or party in taken or self._why_not(party, [rule]):
                        continue
                    open_ones = [*(Not(dock) for dock in docks if dock is not None), *lawful]
                    condition = " och ".join(filter(None, [own, *map(describe, open_ones)]))
                    decider = Decider(party, title_of(party, asked.rules), condition, rule=rule.number)
                    found.setdefault(party, self._demanding(decider, [rule]))
        for further_on in self._by_subdelegation(further, beside=True):
            rows = [other.candidate.rule for other in further if further_on.party in other.parties]
            if further_on.party not in taken and not self._why_not(further_on.party, rows):
                found.setdefault(further_on.party, further_on)
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
