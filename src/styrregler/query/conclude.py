"""One case to its answer: who decides now, who stands in, and what follows."""

from collections.abc import Iterable

from attrs import evolve, frozen

from styrregler.logic import Known, describe, truth
from styrregler.logic.expr import YES
from styrregler.model import BodyRef, Outcome, Party, RoleRef, Rule, RuleKind
from styrregler.query import duties
from styrregler.query.answer import Answer, Decider, Excluded, ReportDuty, Superior
from styrregler.query.asked import Asked
from styrregler.query.explain import chain, not_it, receipt, sources
from styrregler.query.otherwise import URGENCY, unless, urgent, urgent_case
from styrregler.query.people import is_away, settled, substitutes_for, superiors_of, title_of
from styrregler.query.ruling import Ruling, Spoken, SubDecider, subdelegated


def conclude(asked: Asked, known: Known) -> Answer:
    """The answer in the case ``known``, in which nothing unknown changes who decides."""
    ruling = asked.settled(known)
    rows = [said.candidate.rule for said in ruling.spoken]
    rule = rows[0] if rows else asked.first_rule()
    shared = Answer(
        outcome=ruling.outcome,
        matter=asked.matter(rule),
        receipt=receipt(asked.rules, asked.question),
        deciders=_deciders(asked, ruling.spoken),
        excluded=(*asked.candidates.excluded, *not_it(asked, ruling, known)),
        sources=sources(asked, rows or ([rule] if rule else [])),
        law=tuple(
            dict.fromkeys(ref for row in rows for ref in duties.law(row, asked.rules, asked.question.on))
        ),
        conflict=ruling.conflict,
        remarks=tuple(dict.fromkeys(text for row in rows for text in row.remarks)),
        inform=duties.notices((each for row in rows for each in row.inform), asked, known),
        rules=tuple(rows),
    )
    match ruling.outcome:
        case Outcome.CONFLICT:
            return evolve(shared, inform=())
        case Outcome.DECIDES:
            return _Deciding(asked, ruling, known, shared).answer()
        case Outcome.DEFAULT:
            return _default(asked, known, shared, rule)
        case Outcome.EXECUTION:
            general = rule is not None and rule.kind is RuleKind.GENERAL
            return evolve(
                shared, report=duties.report(rule.reporting, asked, known) if rule and general else ()
            )
        case _:
            return _reserved(asked, ruling, shared, rule)


def _deciders(asked: Asked, spoken: Iterable[Spoken]) -> tuple[Decider, ...]:
    """Everyone named, each once; in a conflict those whom the exceptions name."""
    found: dict[Party, Decider] = {}
    for said in spoken:
        conflicting = (
            (party for override in said.overrides for party in override.parties)
            if said.outcome is Outcome.CONFLICT
            else ()
        )
        for party in (*said.parties, *conflicting):
            party = settled(party, asked.question, asked.rules)
            found.setdefault(
                party, Decider(party, title_of(party, asked.rules), rule=said.candidate.rule.number)
            )
    return tuple(found.values())


def _reserved(asked: Asked, ruling: Ruling, shared: Answer, rule: Rule | None) -> Answer:
    bars = [said.bar for said in ruling.spoken if said.bar is not None] or (
        list(asked.candidates.barred) if not ruling.spoken else []
    )
    deciders = shared.deciders or tuple(
        Decider(party, title_of(party, asked.rules)) for party in ruling.deciders
    )
    by_board = all(each.party == BodyRef(asked.body) for each in deciders)
    return evolve(
        shared,
        deciders=deciders,
        conditions=tuple(dict.fromkeys(f"{bar.title} ({', '.join(map(str, bar.law))})" for bar in bars)),
        chain=chain(asked, rule, () if by_board else deciders) if rule and rule.own_right is None else (),
        unless=urgent_case(asked) if by_board else (),
    )


def _default(asked: Asked, known: Known, shared: Answer, rule: Rule | None) -> Answer:
    incomplete = tuple(
        f"Raden är ofullständig: delegaten är okänd ({each.rule.unknown})."
        for each in asked.candidates.kept
        if each.rule.unknown
    )
    board = BodyRef(asked.body)
    stand_ins = urgent(asked)
    if asked.known.facts.get(URGENCY) == YES and stand_ins:
        first, *rest = (Decider(party, title_of(party, asked.rules)) for party in stand_ins)
        return evolve(
            shared,
            outcome=Outcome.DECIDES,
            deciders=(first,),
            substitutes=tuple(rest),
            report=duties.urgent_report(asked),
            remarks=(*incomplete, "Ärendet är så brådskande att nämndens avgörande inte kan inväntas."),
            chain=chain(asked, rule, ()),
        )
    return evolve(
        shared,
        deciders=(Decider(board, title_of(board, asked.rules)),),
        remarks=(*incomplete, *shared.remarks),
        unless=(*unless(asked, known), *urgent_case(asked)),
        chain=chain(asked, rule, ()),
    )


# ---------- a delegate decides


@frozen
class _Deciding:
    """The outcome Decides in one case."""

    asked: Asked
    ruling: Ruling
    known: Known
    shared: Answer

    def answer(self) -> Answer:
        asked, known, shared = self.asked, self.known, self.shared
        rows = list(shared.rules)
        further = tuple(subdelegated(asked.candidates, self.ruling, known))
        named = (*shared.deciders, *self._by_subdelegation(further))
        present = tuple(each for each in named if not self._why_away(each))
        away = tuple(each for each in named if each not in present)
        excluded = tuple(
            Excluded(each.rule, each.title, "conditions", self._why_away(each), rows[0].place)
            for each in away
        )
        parties = tuple(each.party for each in named)
        stand_ins = tuple(
            dict.fromkeys(
                party for row in rows for party in substitutes_for(parties, row, asked.question, asked.rules)
            )
        )
        always = asked.rules.orders[rows[0].order].always_superior
        above = superiors_of(parties, asked.body, asked.question, asked.rules) if always is not None else ()
        deciders = present or self._stepping_in(away, stand_ins, above)
        if not deciders:
            return self._nobody_present(excluded)
        taken = {each.party for each in deciders}
        delegated = taken != {BodyRef(asked.body)}
        return evolve(
            shared,
            deciders=deciders,
            also_competent=self._also_competent(taken),
            unless=(*unless(asked, known), *(() if delegated else urgent_case(asked))),
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
            remarks=(*shared.remarks, *self._appointments()),
            excluded=(*shared.excluded, *excluded),
            sources=(*shared.sources, *sources(asked, [each.candidate.rule for each in further])),
            chain=chain(asked, rows[0], deciders),
        )

    def _by_subdelegation(self, further: tuple[SubDecider, ...]) -> tuple[Decider, ...]:
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
            if party not in named
        )

    def _why_away(self, each: Decider) -> str:
        """Why a decider cannot decide now; empty when they can. A board or committee always can."""
        question = self.asked.question
        if not isinstance(each.party, RoleRef):
            return ""
        if each.party.name in question.disqualified:
            return "jävig"
        if each.party.name in question.absent:
            return "frånvarande"
        lacking = [
            demand
            for row in self.shared.rules
            for demand in row.requirements
            if truth(demand, self.known) is False
        ]
        return f"uppfyller inte kravet: {describe(lacking[0])}" if lacking else ""

    def _stepping_in(
        self, away: tuple[Decider, ...], stand_ins: tuple[Party, ...], above: tuple[RoleRef, ...]
    ) -> tuple[Decider, ...]:
        """The first who may step in when every delegate is away: a substitute, else a superior."""
        party = next(iter((*stand_ins, *above)), None)
        if party is None:
            return ()
        return (
            Decider(
                party,
                title_of(party, self.asked.rules),
                instead_of=", ".join(each.title for each in away),
                rule=away[0].rule,
            ),
        )

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
            unless=urgent_case(self.asked),
            chain=chain(self.asked, self.shared.rules[0], ()),
        )

    def _also_competent(self, taken: set[Party]) -> tuple[Decider, ...]:
        """Later steps of the ladder whose own condition holds too."""
        asked = self.asked
        found: dict[Party, Decider] = {}
        for said in self.ruling.spoken:
            if said.step < 0:
                continue
            rule = said.candidate.rule
            for each in rule.alternatives[said.step + 1 :]:
                condition = None if each.otherwise else duties.condition_text(each.when, self.known)
                if condition is None:
                    continue
                for party in each.parties:
                    party = settled(party, asked.question, asked.rules)
                    if party not in taken and not is_away(party, asked.question):
                        found.setdefault(
                            party, Decider(party, title_of(party, asked.rules), condition, rule=rule.number)
                        )
        return tuple(found.values())

    def _report(self, further: tuple[SubDecider, ...]) -> tuple[ReportDuty, ...]:
        """The board's rule, which holds for sub-delegates too; what a sub-delegation says itself is in addition."""
        asked = self.asked
        found = [
            duty for row in self.shared.rules for duty in duties.report(row.reporting, asked, self.known)
        ]
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

    def _appointments(self) -> tuple[str, ...]:
        """Persons appointed for the row, in force on the day."""
        return tuple(
            dict.fromkeys(
                f"Förordnade: {', '.join(each.persons)} ({each.period})."
                for row in self.shared.rules
                for each in self.asked.rules.orders[row.order].appointments
                if row.number in each.numbers and self.asked.question.on in each.period
            )
        )
