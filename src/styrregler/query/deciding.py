"""A delegate decides: who of those named can, who stands in, and what follows from the decision."""

from attrs import evolve, frozen

from styrregler.logic import Known, Not, describe, truth
from styrregler.model import BodyRef, Outcome, Party, RoleRef, Rule, RuleKind
from styrregler.query import duties
from styrregler.query.answer import Answer, Decider, Excluded, ReportDuty, Superior
from styrregler.query.asked import Asked
from styrregler.query.explain import chain, sources
from styrregler.query.people import settled, substitutes_for, superiors_of, title_of
from styrregler.query.ruling import Ruling, docks_open
from styrregler.query.subdelegation import SubDecider, subdelegated


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
        naming = self._naming(further)
        present = tuple(each for each in named if not self._why_away(each.party, naming[each.party]))
        away = tuple(each for each in named if each not in present)
        excluded = tuple(
            Excluded(
                each.rule,
                each.title,
                "conditions",
                self._why_away(each.party, naming[each.party]),
                rows[0].place,
            )
            for each in away
        )
        parties = tuple(each.party for each in named)
        stand_ins = self._stand_ins(parties)
        always = asked.rules.orders[rows[0].order].always_superior
        above = superiors_of(parties, asked.body, asked.question, asked.rules) if always is not None else ()
        competent = self._also_competent({each.party for each in present}, further)
        deciders = present or self._stepping_in(away, stand_ins, competent, above)
        if not deciders:
            return self._nobody_present(excluded)
        taken = {each.party for each in deciders}
        delegated = taken != {BodyRef(asked.body)}
        return evolve(
            shared,
            deciders=deciders,
            also_competent=tuple(each for each in competent if each.party not in taken),
            requires=tuple(
                dict.fromkeys(step for row in rows for step in duties.steps(row, asked.rules, known))
            ),
            substitutes=tuple(
                Decider(party, title_of(party, asked.rules)) for party in stand_ins if party not in taken
            )
            if delegated
            else (),
            superiors=tuple(
                Superior(party, title_of(party, asked.rules), not always)
                for party in above
                if party not in taken
            ),
            consult=duties.notices((each for row in rows for each in row.consult), asked, known),
            report=self._report(further) if delegated else (),
            appeal=duties.appeal(rows[0]),
            subdelegation=duties.subdelegation(rows[0], asked.rules, known) if delegated else "",
            conditions=self._conditions(further),
            remarks=(*shared.remarks, *(duties.statutory(rows[0], asked, known) if delegated else ())),
            excluded=(*shared.excluded, *excluded),
            sources=(*shared.sources, *sources(asked, [each.candidate.rule for each in further])),
            chain=chain(asked, rows[0], deciders),
        )

    def _by_subdelegation(
        self, further: tuple[SubDecider, ...], *, beside: bool = False
    ) -> tuple[Decider, ...]:
        rules = self.asked.rules
        named = {each.party for each in self.shared.deciders}
        return tuple(
            Decider(
                party,
                title_of(party, rules),
                " och ".join(map(describe, each.conditions)),
                rule=each.candidate.rule.number,
                subdelegated=True,
            )
            for each in further
            for party in each.parties
            if party not in named and each.beside is beside
        )

    def _stand_ins(self, named: tuple[Party, ...]) -> tuple[Party, ...]:
        """Substitutes by each row for the delegates it names itself; a delegate of any row is no substitute."""
        asked = self.asked
        found: dict[Party, None] = {}
        for said in self.ruling.spoken:
            own = tuple(settled(party, asked.question, asked.rules) for party in said.parties)
            for party in substitutes_for(
                own, said.candidate.rule, asked.question, asked.rules, overridden=bool(said.overrides)
            ):
                if party not in named:
                    found[party] = None
        return tuple(found)

    def _naming(self, further: tuple[SubDecider, ...]) -> dict[Party, list[Rule]]:
        """Each decider with the rows that name them."""
        named: dict[Party, list[Rule]] = {}
        pairs = [(said.candidate.rule, said.parties) for said in self.ruling.spoken]
        for rule, parties in (*pairs, *((each.candidate.rule, each.parties) for each in further)):
            for party in parties:
                named.setdefault(settled(party, self.asked.question, self.asked.rules), []).append(rule)
        return named

    def _why_away(self, party: Party, naming: list[Rule]) -> str:
        """Why ``party`` cannot decide now; empty when it can. A board or committee always can.

        A demand on the delegate (krav på delegat) is its own row's: another row may name the same person without it.
        """
        question = self.asked.question
        if not isinstance(party, RoleRef):
            return ""
        if party.name in question.disqualified:
            return "jävig"
        if party.name in question.absent:
            return "frånvarande"
        lacking = [[each for each in row.requirements if truth(each, self.known) is False] for row in naming]
        return f"uppfyller inte kravet: {describe(lacking[0][0])}" if all(lacking) else ""

    def _stepping_in(
        self,
        away: tuple[Decider, ...],
        stand_ins: tuple[Party, ...],
        competent: tuple[Decider, ...],
        above: tuple[RoleRef, ...],
    ) -> tuple[Decider, ...]:
        """When every delegate is away: the first substitute, else whoever is competent anyway, else a superior."""
        own = tuple(each for each in competent if not each.condition)
        if own and not stand_ins:
            return own
        party = next(iter((*stand_ins, *above)), None)
        if party is None:
            return ()
        instead_of = ", ".join(each.title for each in away)
        return (Decider(party, title_of(party, self.asked.rules), instead_of=instead_of, rule=away[0].rule),)

    def _nobody_present(self, excluded: tuple[Excluded, ...]) -> Answer:
        board = BodyRef(self.asked.body)
        return evolve(
            self.shared,
            outcome=Outcome.DEFAULT,
            deciders=(Decider(board, title_of(board, self.asked.rules)),),
            excluded=(*self.shared.excluded, *excluded),
            remarks=(
                *self.shared.remarks,
                "Ingen ersättare eller överordnad är tillgänglig: då beslutar nämnden.",
            ),
            chain=chain(self.asked, self.shared.rules[0], ()),
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
                condition = " och ".join(
                    filter(None, [own, *(describe(Not(dock)) for dock in docks if dock is not None)])
                )
                for party in each.parties:
                    party = settled(party, asked.question, asked.rules)
                    if party not in taken | said.kept_out and not self._why_away(party, [rule]):
                        found.setdefault(
                            party, Decider(party, title_of(party, asked.rules), condition, rule=rule.number)
                        )
        for further_on in self._by_subdelegation(further, beside=True):
            rows = [other.candidate.rule for other in further if further_on.party in other.parties]
            if further_on.party not in taken and not self._why_away(further_on.party, rows):
                found.setdefault(further_on.party, further_on)
        return tuple(found.values())

    def _report(self, further: tuple[SubDecider, ...]) -> tuple[ReportDuty, ...]:
        """The board's rule, which holds for sub-delegates too; what a sub-delegation says itself is in addition."""
        asked = self.asked
        # A general rule of the order is no row whose decisions are reported, unless it says so.
        rows = [row for row in self.shared.rules if row.kind is not RuleKind.GENERAL or row.reporting]
        found = [duty for row in rows for duty in duties.report(row.reporting, asked, self.known)]
        for each in further:
            if each.candidate.rule.reporting:
                who = " eller ".join(title_of(party, asked.rules) for party in each.parties)
                own = duties.report(each.candidate.rule.reporting, asked, self.known)
                found += [evolve(duty, condition=f"{who} beslutar") for duty in own if duty.to is not None]
        return tuple(dict.fromkeys(found))

    def _conditions(self, further: tuple[SubDecider, ...]) -> tuple[str, ...]:
        found = [text for row in self.shared.rules for text in duties.quoted(row, self.known)]
        for each in further:
            who = " eller ".join(title_of(party, self.asked.rules) for party in each.parties)
            found += [
                f"{who}: {text}"
                for text in duties.quoted(each.candidate.rule, self.known)
                if text not in found
            ]
        return tuple(dict.fromkeys((*found, *self.asked.candidates.quoted)))
