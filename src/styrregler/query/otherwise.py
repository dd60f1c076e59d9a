"""Who decides otherwise: when a judgement left open goes the other way, or when the case cannot wait for the board."""

from datetime import date

from attrs import evolve

from styrregler.logic import UNDECIDED, Known, TooManyCases, describe_region, table
from styrregler.logic.expr import NO, YES
from styrregler.model import BodyRef, OrderKind, Outcome, Party
from styrregler.query import duties
from styrregler.query.answer import Answer, Decider, UnlessCase
from styrregler.query.asked import Asked
from styrregler.query.bars import IN_URGENCY, recipients
from styrregler.query.candidates import order_not_in_force
from styrregler.query.people import is_away, title_of
from styrregler.query.ruling import Ruling
from styrregler.ruleset import RuleSet

URGENCY = "brådska"
"""The judgement that lets the chair decide for the board."""


def unless(asked: Asked, known: Known, usual: Ruling) -> tuple[UnlessCase, ...]:
    """Who decides, if not as in the ``usual`` ruling, when a judgement that was left open goes the other way."""
    if asked.question.strict:
        return ()
    open_ones = asked.rules.judgements - asked.known.facts.keys()
    freed = evolve(known, facts={name: value for name, value in known.facts.items() if name not in open_ones})
    variables = asked.variables(freed)
    if not any(variable.fact in open_ones for variable in variables):
        return ()

    rulings: dict[tuple[Outcome, frozenset[Party]], Ruling] = {}

    def who(at: Known) -> object:
        ruling = asked.ruling(at)
        if not isinstance(ruling, Ruling):
            return UNDECIDED
        rulings[(ruling.outcome, ruling.deciders)] = ruling
        return (ruling.outcome, ruling.deciders)

    try:
        cases = table(variables, who, freed)
    except TooManyCases:
        return ()
    found = []
    for key, ruling in rulings.items():
        if key == (usual.outcome, usual.deciders):
            continue
        deciders = sorted(
            (Decider(party, title_of(party, asked.rules)) for party in ruling.deciders),
            key=lambda each: each.title,
        )
        for case in cases:
            if case.key == key:
                when = " och ".join(
                    describe_region(variable, region, freed) for variable, region in case.regions
                )
                found.append(UnlessCase(when, ruling.outcome, tuple(deciders)))
    return tuple(found)


def urgent(asked: Asked) -> tuple[Party, ...]:
    """Who may decide for the board when its decision cannot be waited for, whoever is present."""
    named = urgent_order(asked.rules, asked.body, asked.question.on)
    return tuple(party for party in named if not is_away(party, asked.question, asked.rules))


def urgent_order(rules: RuleSet, body: str, on: date) -> tuple[Party, ...]:
    """The chair or another member, and those after them, as an order in force names them (brådskande)."""
    own = [
        order
        for order in rules.orders_of(body)
        if order.kind is OrderKind.DELEGATION and order.urgent and not order_not_in_force(order, on, rules)
    ]
    # As with an order's other general rules the newest order's holds.
    newest = max(own, key=lambda order: (order.period.start or date.min, order.name), default=None)
    if newest is None:
        return ()
    permitted = recipients(rules, on, IN_URGENCY)
    return tuple(
        party for party in newest.urgent if permitted is None or permitted.includes(party, rules, body)
    )


def urgency(asked: Asked, known: Known) -> str | None:
    """Whether the case cannot wait, as given or (strict) as the case of the table has it; None when nobody has said."""
    given = (known if asked.question.strict else asked.known).facts.get(URGENCY)
    if isinstance(given, frozenset):
        return next(iter(given)) if len(given) == 1 else None
    return given if isinstance(given, str) else None


def urgently(asked: Asked, answer: Answer, given: str | None) -> Answer:
    """``answer`` when the case cannot wait for the board.

    Where the board decides, the chair does in its place if the case is known to be urgent; if that is not known, the
    answer says who would. Elsewhere urgency changes nothing: a delegate does not have to be waited for.
    """
    parties = urgent(asked)
    if not parties or not _waits_for_board(asked, answer):
        return answer
    first, *rest = (Decider(party, title_of(party, asked.rules)) for party in parties)
    if given is None:
        case = UnlessCase("ärendet är så brådskande att nämnden inte kan inväntas", Outcome.DECIDES, (first,))
        return evolve(answer, unless=(*answer.unless, case))
    if given != YES:
        return answer
    return evolve(
        answer,
        outcome=Outcome.DECIDES,
        deciders=(first,),
        also_competent=tuple(each for each in answer.also_competent if each.party != first.party),
        substitutes=tuple(rest),
        report=duties.urgent_report(asked),
        remarks=(*answer.remarks, "Ärendet är så brådskande att nämndens avgörande inte kan inväntas."),
    )


def if_urgent(asked: Asked, answer: Answer, known: Known) -> tuple[tuple[str, Answer], ...]:
    """For a strict question, the answer with and without urgency where that decides; else the answer as it is."""
    waits = _waits_for_board(asked, answer) and bool(urgent(asked))
    if not asked.question.strict or not waits or urgency(asked, known) is not None:
        return (("", answer),)
    plain = evolve(answer, unless=())
    return tuple(
        (condition, urgently(asked, plain, given))
        for condition, given in ((URGENCY, YES), (f"inte {URGENCY}", NO))
    )


def _waits_for_board(asked: Asked, answer: Answer) -> bool:
    """Whether it is the board itself that decides."""
    if answer.outcome in (Outcome.CONFLICT, Outcome.EXECUTION, Outcome.DEPENDS):
        return False
    return bool(answer.deciders) and all(each.party == BodyRef(asked.body) for each in answer.deciders)
