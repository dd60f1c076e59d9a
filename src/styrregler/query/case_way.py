"""Which way a case takes: the way by its name, the board, and the phases in the order that what is known gives.

In: words, a rule set and facts.  Out: names, and phases in order.  Refuses to guess: a line that rests on a fact nobody has
given is passed over and told of.
"""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from styrregler.logic import Known, describe, truth
from styrregler.model import CasePhase, CaseRoute
from styrregler.query.at_board import at_board, decides, meets
from styrregler.query.case_days import Stage
from styrregler.query.deadlines import meetings_of
from styrregler.query.question import Question, known_of
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, Quantity, fold, nearest


@frozen
class CaseQuestion:
    """A question about the way of a case (ärendegångsfråga). ``meeting`` is when its board meets; ``start`` when it is opened."""

    name: str
    on: date
    board: str = ""
    start: date | None = None
    meeting: date | None = None
    facts: Mapping[str, Quantity | str] = field(factory=dict)


def route_named(text: str, rules: RuleSet) -> str | Fault:
    """A way by name, title or synonym; å ä ö may be left out."""
    plain = fold(" ".join(text.split()))
    known = rules.corpus.routes
    for name, route in known.items():
        called = (name, name.replace("-", " "), route.agreed.title, *route.aliases)
        if plain and plain in map(fold, called):
            return name
    if not known:
        return Fault(
            "regelverket har ingen ärendegång", 'lägg till blocket «ärendegång nämndärende "…"» med faser'
        )
    synonyms = {alias: name for name, route in known.items() for alias in (name, *route.aliases)}
    meant = nearest(text.replace(" ", "-"), synonyms)
    return Fault(
        f"ärendegången «{text}» finns inte",
        f"menade du «{meant}»?" if meant else f"de som finns: {', '.join(sorted(known))}",
    )


def phase_named(text: str, route: CaseRoute) -> str | Fault:
    """A phase of ``route`` by name or title."""
    plain = fold(text.strip())
    for name, phase in route.by_name.items():
        if plain in (fold(name), fold(phase.title)):
            return name
    meant = nearest(text, route.by_name)
    names = list(route.by_name)
    shown = ", ".join(names[:10]) + (" …" if len(names) > 10 else "")
    return Fault(
        f"fasen «{text}» finns inte i {route.agreed.title}",
        f"menade du «{meant}»?" if meant else f"faserna är {shown}",
    )


def board_for(route: CaseRoute, board: str, rules: RuleSet) -> str | Fault:
    """The board that the case is about: the one asked for, else the only one that the way is about."""
    bodies = rules.corpus.bodies
    concerned = sorted(each for each in route.agreed.bodies if decides(each, rules))
    if board and not route.agreed.concerns(board):
        titles = ", ".join(bodies[each].title for each in concerned)
        return Fault(
            f"{route.agreed.title} gäller inte {bodies[board].title}", f"ange en av dem det gäller: {titles}"
        )
    return board or (concerned[0] if len(concerned) == 1 else "")


def way_of(rules: RuleSet, question: CaseQuestion) -> tuple[tuple[Stage, ...], str, tuple[str, ...]]:
    """The phases on the way, with who meets when; the end (empty: none is reached), and what was noticed."""
    asked = Question(matter="", on=question.on, facts=question.facts)
    path, end, remarks = path_of(rules.corpus.routes[question.name], known_of(asked, rules))
    return tuple(_stage(each, question.board, rules) for each in path), end, remarks


def path_of(route: CaseRoute, known: Known) -> tuple[tuple[CasePhase, ...], str, tuple[str, ...]]:
    """The phases in the order they are taken, the end (empty: none is reached), and what was noticed on the way."""
    path: dict[str, CasePhase] = {}
    remarks: list[str] = []
    name = route.phases[0].name if route.phases else ""
    while name in route.by_name and name not in path:
        phase = route.by_name[name]
        path[name] = phase
        name, told = _after(phase, known)
        remarks += told
    if name in path:
        remarks.append(f"ärendegången går i cirkel: efter «{list(path)[-1]}» kommer «{name}» igen")
        name = ""
    elif not name and path:
        remarks.append(f"ärendegången tar inte slut: efter «{list(path)[-1]}» kommer inget")
    return tuple(path.values()), name, tuple(remarks)


def _after(phase: CasePhase, known: Known) -> tuple[str, list[str]]:
    """What follows: the first line that holds. One that rests on what is not known is passed over, and told."""
    open_: list[str] = []
    for each in phase.onward:
        holds = True if each.when is None else truth(each.when, known)
        if holds:
            return each.to, [f"fasen «{phase.title}»: {text}" for text in open_]
        if holds is None and each.when is not None:
            open_.append(f"går i stället till «{each.to}» när {describe(each.when)}")
    return "", [f"fasen «{phase.title}»: {text}" for text in open_]


def anchor_of(stages: tuple[Stage, ...], rules: RuleSet) -> int | None:
    """The phase whose meeting a meeting day is: the first in which a board or the council meets, else any body."""
    meeting = [number for number, stage in enumerate(stages) if stage.meets]
    boards = [number for number in meeting if decides(stages[number].body, rules)]
    return next(iter([*boards, *meeting]), None)


def _stage(phase: CasePhase, board: str, rules: RuleSet) -> Stage:
    who = at_board(phase.responsible, board, rules) if phase.responsible else ""
    body = who if who and meets(who, rules) else ""
    return Stage(phase, body, meetings_of(rules, body) if body else ())
