"""The one engine: a question in, an answer out.

time → scope → competence (candidates) → priority → conditions (ruling) → the table of cases, when facts are missing →
one case at a time, with people and duties (conclude).  Every face of the product asks here.
"""

from styrregler.logic import TooManyCases, Variable, asking_order, describe_region, table
from styrregler.model import BodyRef, Outcome
from styrregler.query.answer import Answer, Branch, MissingFact
from styrregler.query.asked import Asked
from styrregler.query.conclude import conclude
from styrregler.query.explain import chain, matter_ref, receipt, sources
from styrregler.query.otherwise import URGENCY, if_urgent
from styrregler.query.people import title_of
from styrregler.query.question import Question, UnknownMatter
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity


def answer(rules: RuleSet, question: Question) -> Answer:
    """Who decides, and what follows.

    Raises UnknownMatter when no row is about the matter, UnreadableRules when a row that it rests on cannot be read.
    """
    bodies = rules.matters.get(question.matter, ())
    if question.body:
        if question.body not in bodies and (not bodies or question.body not in rules.corpus.bodies):
            raise UnknownMatter(question.matter)
        return _in_body(rules, question, question.body)
    if not bodies:
        raise UnknownMatter(question.matter)
    if len(bodies) > 1:
        # The same matter in several boards: the one whose charter has it; else each is shown.
        owners = rules.owners(question.matter, bodies, question.on)
        bodies = owners if len(owners) == 1 else bodies
    return _in_body(rules, question, bodies[0]) if len(bodies) == 1 else _in_several(rules, question, bodies)


def _in_several(rules: RuleSet, question: Question, bodies: tuple[str, ...]) -> Answer:
    branches = tuple(Branch(f"organ är {body}", _in_body(rules, question, body)) for body in bodies)
    titles = ", ".join(title_of(BodyRef(body), rules) for body in bodies)
    return Answer(
        outcome=Outcome.DEPENDS,
        matter=matter_ref(branches[0].answer.matter, several=True),
        receipt=receipt(rules, question),
        missing=(MissingFact("organ", f"Vilket organ gäller det? ({titles})"),),
        branches=branches,
    )


def _in_body(rules: RuleSet, question: Question, body: str) -> Answer:
    asked = Asked.of(rules, question, body)
    variables = asked.variables(asked.usual)
    try:
        cases = table(variables, asked.key, asked.usual)
    except TooManyCases:
        return _depends(asked, (), [each for variable in variables for each in _missing(asked, variable)])
    branches = []
    for case in cases:
        when = " och ".join(
            describe_region(variable, region, asked.known) for variable, region in case.regions
        )
        known = case.assume(asked.usual)
        concluded = conclude(asked, known)
        branches += [
            Branch(" och ".join(filter(None, (when, more))), each)
            for more, each in if_urgent(asked, concluded, known)
        ]
    if len(branches) == 1:
        return branches[0].answer
    missing = [each for variable in asking_order(cases) for each in _missing(asked, variable)]
    if len(branches) > len(cases):
        urgency = rules.fact(URGENCY)
        missing.append(MissingFact(URGENCY, urgency.question if urgency else "Är ärendet brådskande?"))
    return _depends(asked, tuple(branches), missing)


def _depends(asked: Asked, branches: tuple[Branch, ...], missing: list[MissingFact]) -> Answer:
    """The table of cases, and the facts that it turns on, the most telling first."""
    rule = asked.first_rule()
    return Answer(
        outcome=Outcome.DEPENDS,
        matter=asked.matter(rule),
        receipt=receipt(asked.rules, asked.question),
        missing=tuple(dict.fromkeys(missing)),
        branches=branches,
        excluded=asked.candidates.excluded,
        sources=sources(asked, [candidate.rule for candidate in asked.candidates.kept]),
        chain=chain(asked, [rule] if rule else [], ()),
    )


def _missing(asked: Asked, variable: Variable) -> tuple[MissingFact, ...]:
    """What to ask: the fact, and the figure that a yearly amount lacks for the year."""
    found = []
    given = asked.known.facts.get(variable.fact)
    if given is None:
        fact = asked.rules.fact(variable.fact)
        found.append(MissingFact(variable.fact, fact.question if fact else f"Vad är {variable.fact}?"))
    units = (
        *(each.constant.unit for each in variable.settles),
        given.unit if isinstance(given, Quantity) else "",
    )
    for unit in dict.fromkeys(units):
        if unit in asked.rules.corpus.amounts and asked.known.amount(unit) is None:
            year = asked.question.on.year
            found.append(MissingFact(unit, f"Vad är {unit} för {year}? Året är inte inlagt i reglerna."))
    return tuple(found)
