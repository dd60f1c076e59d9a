"""Why: the rows it was not, the chain from the council, the places in the text."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from attrs import evolve

from styrregler.logic import Known, describe, truth
from styrregler.model import BodyRef, RoleRef, Rule, RuleKind
from styrregler.query.answer import ChainLink, Decider, Excluded, MatterRef, Receipt, SourceRef
from styrregler.query.asked import Asked
from styrregler.query.bars import BarOn
from styrregler.query.candidates import Candidate
from styrregler.query.people import title_of
from styrregler.query.question import Question
from styrregler.query.ruling import Ruling, Spoken
from styrregler.ruleset import RuleSet


def receipt(rules: RuleSet, question: Question) -> Receipt:
    """What was asked of which rules."""
    return Receipt(
        rules.name,
        rules.version,
        question.on,
        MappingProxyType({name: str(value) for name, value in sorted(question.facts.items())}),
    )


def matter_ref(matter: MatterRef, *, several: bool) -> MatterRef:
    """The matter itself, without the row and the body when several have it."""
    return evolve(matter, number="", order="", body="", body_title="") if several else matter


def sources(asked: Asked, rules: Iterable[Rule]) -> tuple[SourceRef, ...]:
    """Where the rows stand, and when their orders were adopted."""
    return tuple(dict.fromkeys(SourceRef(rule.place, adopted(asked.rules, rule)) for rule in rules))


def adopted(rules: RuleSet, rule: Rule) -> str:
    adoption = rules.orders[rule.order].adoption
    return str(adoption) if adoption else ""


# ---------- what it was not


def not_it(asked: Asked, ruling: Ruling, known: Known) -> tuple[Excluded, ...]:
    """Rows and steps that were candidates but did not come to decide, each with its reason."""
    spoke = {id(said.candidate): said for said in ruling.spoken}
    found: list[Excluded] = []
    for candidate in asked.candidates.kept:
        said = spoke.get(id(candidate))
        if said is None:
            stage, reason = _why_silent(candidate, known)
            found.append(
                Excluded(candidate.rule.number, candidate.rule.title, stage, reason, candidate.rule.place)
            )
        else:
            found += _steps_passed(asked, said, known)
    return tuple(found)


def _steps_passed(asked: Asked, said: Spoken, known: Known) -> Iterator[Excluded]:
    rule = said.candidate.rule
    for bar in candidate_bars(said, asked):
        who = " eller ".join(title_of(party, asked.rules) for party in sorted(said.kept_out, key=str))
        yield Excluded(
            rule.number, who, "competence", f"får inte delegeras: {bar.within_sentence}", rule.place
        )
    for number, each in enumerate(rule.alternatives):
        who = " eller ".join(title_of(party, asked.rules) for party in each.parties)
        when = describe(each.when) if each.when is not None else ""
        if said.overrides:
            cited = "; ".join(
                describe(dock.when) if dock.when is not None else "alltid" for dock in said.overrides
            )
            reason = f"undantaget gäller: {cited}"
            yield Excluded(rule.number, who, "priority", reason, each.place)
        elif 0 <= number < said.step:
            yield Excluded(rule.number, who, "conditions", f"gäller bara när {when}", each.place)
        elif number > said.step >= 0 and each.otherwise:
            yield Excluded(
                rule.number, who, "conditions", "gäller bara när inget steg före gör det", each.place
            )
        elif number > said.step >= 0 and each.when is not None and truth(each.when, known) is False:
            yield Excluded(rule.number, who, "conditions", f"gäller bara när {when}", each.place)


def candidate_bars(said: Spoken, asked: Asked) -> tuple[BarOn, ...]:
    """The bars that keep some delegate of the row out."""
    bars = said.bars or said.candidate.law
    return tuple(
        bar for bar in bars if any(bar.keeps_out(party, asked.rules, asked.body) for party in said.kept_out)
    )


def _why_silent(candidate: Candidate, known: Known) -> tuple[str, str]:
    """The stage at which a row fell silent, and why."""
    rule = candidate.rule
    for need in candidate.needs:
        if truth(need, known) is False:
            return "scope", f"gäller bara när {describe(need)}"
    for exception in rule.exceptions:
        if truth(exception.when, known):
            return "conditions", f"gäller inte när {describe(exception.when)}"
    if rule.unknown:
        return "conditions", f"delegaten är okänd: {rule.unknown}"
    limits = [
        describe(each.when)
        for group in (rule.alternatives, rule.elsewhere)
        for each in group
        if each.when is not None
    ]
    return (
        ("conditions", f"gäller bara när {' eller '.join(limits)}")
        if limits
        else ("priority", "en giltig rad går före")
    )


# ---------- the chain


def chain(asked: Asked, rows: Sequence[Rule], deciders: tuple[Decider, ...]) -> tuple[ChainLink, ...]:
    """From the council to the delegates, each by the row that names them; a link that no text gives is shown as missing."""
    if not rows:
        return ()
    rules = asked.rules
    board = title_of(BodyRef(asked.body), rules)
    links = [_charter_link(asked, rows[0], board)]
    further = {candidate.rule.number: candidate.rule for candidate in asked.candidates.further}
    for each in deciders:
        if each.party == BodyRef(asked.body):
            continue
        row = next((row for row in rows if row.number == each.rule), rows[0])
        if each.subdelegated and each.rule in further:
            passed_on = further[each.rule]
            order = rules.orders[passed_on.order]
            giver = title_of(RoleRef(order.by), rules)
            adopted = str(order.adoption or "")
            links.append(_link(board, giver, row, rules))
            links.append(
                ChainLink(giver, each.title, order.title, passed_on.number, adopted, passed_on.place)
            )
        else:
            links.append(_link(board, each.title, row, rules))
    return tuple(dict.fromkeys(links))


def _link(giver: str, receiver: str, rule: Rule, rules: RuleSet) -> ChainLink:
    order = rules.orders[rule.order]
    number = rule.number if rule.kind is not RuleKind.GENERAL else ""
    return ChainLink(giver, receiver, order.title, number, str(order.adoption or ""), rule.place)


def _charter_link(asked: Asked, rule: Rule, board: str) -> ChainLink:
    rules, on = asked.rules, asked.question.on
    council = title_of(BodyRef(rules.council), rules) if rules.council else "Fullmäktige"
    charter = rules.charter(asked.body, on)
    if charter is None:
        return ChainLink(council, board)
    clause = rules.charter_clause(asked.body, rule, on)
    if clause is None and rule.area:
        # The charter is there but gives the board no such area: the link is missing all the same.
        return ChainLink(council, board)
    number, place = (f"{clause.number} §", clause.place) if clause else ("", charter.place)
    return ChainLink(council, board, charter.title, number, str(charter.adoption or ""), place)
