"""People: titles, relations that a fact settles, stand-ins and superiors."""

from styrregler.model import BodyRef, NearestChief, OriginalDelegate, Party, RespectiveRole, RoleRef, Rule
from styrregler.query.question import Question
from styrregler.ruleset import RuleSet
from styrregler.values import fold

ORIGINAL = "ursprunglig-delegat"
"""The fact that says who took the decision in question."""


def title_of(party: Party, rules: RuleSet) -> str:
    """How a party is written to a reader."""
    match party:
        case RoleRef(name, unit):
            role = rules.corpus.roles.get(name)
            title = role.title if role else name
            return f"{title} ({unit})" if unit else title
        case BodyRef(name):
            body = rules.corpus.bodies.get(name)
            return body.title if body else name
        case OriginalDelegate():
            return "Den som fattade det ursprungliga beslutet"
        case NearestChief():
            return "Närmaste chef"
        case RespectiveRole(role, by):
            known = rules.corpus.roles.get(role)
            return f"Respektive {(known.title if known else role).lower()}" + (f" utifrån {by}" if by else "")


def name_of(party: Party) -> str:
    """How a party is written as data."""
    match party:
        case RoleRef(name) | BodyRef(name):
            return name
        case OriginalDelegate():
            return "ursprunglig delegat"
        case NearestChief():
            return "närmaste chef"
        case RespectiveRole(role, by):
            return f"respektive {role}" + (f" utifrån {by}" if by else "")


def settled(party: Party, question: Question, rules: RuleSet) -> Party:
    """A relative delegate as the role it comes to, when the fact that settles it is given."""
    match party:
        case OriginalDelegate():
            given = question.facts.get(ORIGINAL)
            if given in rules.corpus.bodies:
                return BodyRef(str(given))
            return RoleRef(str(given)) if given in rules.corpus.roles else party
        case RespectiveRole(role, by):
            given = question.facts.get(by) if by else None
            unit = str(given) if given is not None else question.unit
            return RoleRef(role, unit) if unit else party
        case NearestChief():
            led_by = leader_of(question.unit, rules)
            return RoleRef(led_by) if led_by else party
        case _:
            return party


def leader_of(unit: str, rules: RuleSet) -> str:
    """The role that leads the unit called ``unit`` (by name or title); empty when there is no such unit."""
    bodies = rules.corpus.bodies.values()
    return next(
        (body.led_by for body in bodies if unit and fold(unit) in (fold(body.name), fold(body.title))), ""
    )


def why_away(party: Party, question: Question, rules: RuleSet) -> str:
    """Why a party cannot decide now: «jävig» or «frånvarande»; empty when it can. A board or committee always can.

    Whoever leads a unit is away as the role at that unit too.
    """
    if not isinstance(party, RoleRef):
        return ""
    names = {party.name, leader_of(party.unit, rules) if party.unit else ""}
    if names & question.disqualified:
        return "jävig"
    return "frånvarande" if names & question.absent else ""


def is_away(party: Party, question: Question, rules: RuleSet) -> bool:
    return bool(why_away(party, question, rules))


def substitutes_for(
    delegates: tuple[Party, ...], rule: Rule, question: Question, rules: RuleSet, *, overridden: bool = False
) -> tuple[tuple[Party, Party], ...]:
    """Who steps in, in order, and for which of ``delegates``: present, not disqualified, and not a delegate already.

    Nobody stands in for a board or a committee. A chief whom the organisation does not show stays a relation. Where
    ``dock`` took the decision from the delegate (``overridden``), it took it from the delegate's substitutes too: only those named for whoever decides instead may step in.
    """
    replaceable = [party for party in delegates if not isinstance(party, BodyRef)]
    found: list[tuple[Party, Party]] = []
    for line in rule.substitutes:
        for delegate in replaceable:
            if (line.only_for or overridden) and line.only_for != name_of(delegate):
                continue
            for party in line.parties:
                if isinstance(party, NearestChief):
                    chief = rules.hierarchy.chief(delegate.name) if isinstance(delegate, RoleRef) else ""
                    found.append((RoleRef(chief) if chief else party, delegate))
                else:
                    found.append((settled(party, question, rules), delegate))
    return tuple(
        (party, delegate)
        for party, delegate in dict.fromkeys(found)
        if party not in delegates and not is_away(party, question, rules)
    )


def superiors_of(
    delegates: tuple[Party, ...], board: str, question: Question, rules: RuleSet
) -> tuple[RoleRef, ...]:
    """Employees above any of ``delegates``, up to the head of the board's administration, nearest first."""
    found: dict[RoleRef, None] = {}
    for delegate in delegates:
        if isinstance(delegate, RoleRef):
            for name in rules.hierarchy.superiors(delegate.name, board):
                party = RoleRef(name)
                if party not in delegates and not is_away(party, question, rules):
                    found[party] = None
    return tuple(found)
