"""One case to its answer: who decides now, who stands in, and what follows."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from styrregler.logic import Known
from styrregler.model import BodyRef, Outcome, Party, Rule, RuleKind
from styrregler.query import duties
from styrregler.query.answer import Answer, Decider
from styrregler.query.asked import Asked
from styrregler.query.deciding import Deciding
from styrregler.query.explain import chain, not_it, receipt, sources
from styrregler.query.otherwise import unless, urgency, urgently
from styrregler.query.people import settled, title_of, why_away
from styrregler.query.ruling import Ruling, Spoken


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
        remarks=(
            *dict.fromkeys(text for row in rows for text in duties.remarks(row)),
            *duties.appointments(rows, asked),
            *(
                _nobody_instead(asked, ruling)
                if ruling.outcome in (Outcome.RESERVED, Outcome.EXECUTION)
                else ()
            ),
        ),
        inform=duties.notices((each for row in rows for each in row.inform), asked, known),
        unless=unless(asked, known, ruling) if ruling.outcome is not Outcome.CONFLICT else (),
        conditions=tuple(dict.fromkeys(text for row in rows for text in row.conditions)),
        rules=tuple(rows),
    )
    match ruling.outcome:
        case Outcome.CONFLICT:
            return evolve(shared, inform=(), conditions=())
        case Outcome.DECIDES:
            return urgently(asked, Deciding(asked, ruling, known, shared).answer(), urgency(asked, known))
        case Outcome.DEFAULT:
            return urgently(asked, _default(asked, shared, rule), urgency(asked, known))
        case Outcome.EXECUTION:
            general = rule is not None and rule.kind is RuleKind.GENERAL
            return evolve(
                shared,
                report=duties.report(rule.reporting, asked, known)
                if rule and general and rule.reporting
                else (),
            )
        case _:
            return urgently(asked, _reserved(asked, ruling, shared, rule), urgency(asked, known))


def _deciders(asked: Asked, spoken: Iterable[Spoken]) -> tuple[Decider, ...]:
    """Everyone named, each once; in a conflict all who are pointed out."""
    found: dict[Party, Decider] = {}
    for said in spoken:
        for party in said.parties:
            party = settled(party, asked.question, asked.rules)
            found.setdefault(
                party, Decider(party, title_of(party, asked.rules), rule=said.candidate.rule.number)
            )
    return tuple(found.values())


def _nobody_instead(asked: Asked, ruling: Ruling) -> Iterator[str]:
    """Whoever the law or the row names, but who is away: nobody stands in where nothing is delegated.

    Members whom the board has appointed for the row decide all the same.
    """
    appointed = duties.appointments([said.candidate.rule for said in ruling.spoken], asked)
    otherwise = (
        ": då beslutar någon av dem som är förordnade"
        if appointed
        else ", och reglerna säger inte vem som då träder in"
    )
    for party in sorted(ruling.deciders, key=str):
        if reason := why_away(settled(party, asked.question, asked.rules), asked.question, asked.rules):
            yield f"{title_of(party, asked.rules)} är {reason}{otherwise}."


def _reserved(asked: Asked, ruling: Ruling, shared: Answer, rule: Rule | None) -> Answer:
    deciders = shared.deciders
    by_board = all(each.party == BodyRef(asked.body) for each in deciders)
    return evolve(
        shared,
        deciders=deciders,
        conditions=(
            *dict.fromkeys(str(bar) for said in ruling.spoken for bar in said.bars),
            *(shared.conditions if not any(said.bars for said in ruling.spoken) else ()),
        ),
        chain=chain(asked, shared.rules, () if by_board else deciders)
        if rule and rule.own_right is None
        else (),
    )


def _default(asked: Asked, shared: Answer, rule: Rule | None) -> Answer:
    incomplete = tuple(
        f"Raden är ofullständig: delegaten är okänd ({each.rule.unknown})."
        for each in asked.candidates.kept
        if each.rule.unknown
    )
    board = BodyRef(asked.body)
    return evolve(
        shared,
        deciders=(Decider(board, title_of(board, asked.rules)),),
        remarks=(
            *incomplete,
            *(
                f"Punkt {each.rule}: {each.reason}."
                for each in asked.candidates.excluded
                if each.stage == "time"
            ),
            *(rule.remarks if rule is not None and rule.kind is RuleKind.GENERAL else shared.remarks),
        ),
        chain=chain(asked, [rule] if rule else [], ()),
    )
