"""A code of conduct: whom it binds, what it says, and which bodies have adopted it by a day.

In: a code, and a day.  Out: a :class:`ConductAnswer`.  Refuses to say what follows of a breach other than the deviation that
a rule names.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from styrregler.model import GENERAL, Acceptance, BodyKind, CodeOfConduct, ConductRule, OpenPoint, Sort
from styrregler.query.named import Someone, someone
from styrregler.query.open_points import open_in
from styrregler.query.question import UnreadableRules
from styrregler.ruleset import RuleSet
from styrregler.values import Fault, fold, nearest

SITTING = (BodyKind.COUNCIL, BodyKind.BOARD)
"""The bodies that elected members sit in and that adopt codes for themselves."""
_EMBODIED = {Sort.ELECTED: SITTING, Sort.COUNCIL: (BodyKind.COUNCIL,), Sort.BOARD: (BodyKind.BOARD,)}


@frozen
class Adopted:
    """That a body has adopted the code, by which decision."""

    body: Someone
    acceptance: Acceptance


@frozen
class Handled:
    """A rule, and the deviation that a breach of it is handled as; empty where that is not said."""

    rule: ConductRule
    deviation: str = ""


@frozen
class ConductAnswer:
    """What a code says on a day (uppförandesvar). ``missing`` are the bodies that are to adopt it and have not."""

    code: CodeOfConduct
    on: date
    binds: tuple[Someone, ...]
    rules: tuple[Handled, ...]
    adopted: tuple[Adopted, ...]
    missing: tuple[Someone, ...]
    open_points: tuple[OpenPoint, ...] = ()


def conduct(code: CodeOfConduct, rules: RuleSet, on: date) -> ConductAnswer:
    """``code`` as of ``on``. Raises UnreadableRules when it has a fault."""
    if not code.agreed.readable:
        raise UnreadableRules((code.agreed.place,))
    titles = {each.name: each.title for each in rules.corpus.deviations}
    adopted = tuple(
        Adopted(someone(each.body, rules), each) for each in code.acceptances if each.adoption.day <= on
    )
    done = {each.body.name for each in adopted}
    return ConductAnswer(
        code=code,
        on=on,
        binds=tuple(someone(each, rules) for each in code.binds),
        rules=tuple(Handled(each, titles.get(each.deviation, "")) for each in code.rules),
        adopted=adopted,
        missing=tuple(someone(each, rules) for each in to_adopt(code, rules) if each not in done),
        open_points=open_in(rules, [code.agreed.place]),
    )


def to_adopt(code: CodeOfConduct, rules: RuleSet) -> tuple[str, ...]:
    """The bodies that are to adopt it: those of ``antas av``, else those bound, with elected members their bodies."""
    return tuple(dict.fromkeys(_bodies(code.adopted_by or code.binds, rules)))


def _bodies(words: tuple[str, ...], rules: RuleSet) -> Iterator[str]:
    bodies = rules.corpus.bodies
    for word in words:
        if word in bodies:
            yield word
        elif word not in rules.corpus.roles or word in GENERAL:
            kinds = _EMBODIED.get(GENERAL[word], ()) if word in GENERAL else ()
            yield from (name for name, body in bodies.items() if body.kind in kinds)


def binds(code: CodeOfConduct, name: str, rules: RuleSet) -> bool:
    """Whether a role, a body or a general word is bound by the code."""
    return any(name in rules.circles.members(each) for each in code.binds)


def code_named(text: str, rules: RuleSet, on: date) -> CodeOfConduct | Fault:
    """The code called ``text`` (or so titled); empty text: the one in force on ``on``, never a proposal."""
    codes = rules.corpus.codes
    if text:
        found = [each for each in codes if fold(text) in (fold(each.agreed.name), fold(each.agreed.title))]
    else:
        decided = [each for each in codes if not each.agreed.draft]
        found = [each for each in decided if on in each.agreed.period] if len(decided) > 1 else decided
    if len(found) == 1:
        return found[0]
    names = [each.agreed.name for each in codes]
    if not codes:
        return Fault("reglerna har ingen uppförandekod", "lägg till ett block «uppförandekod»")
    if not text:
        return Fault(
            "flera uppförandekoder gäller" if found else f"ingen uppförandekod gäller {on}",
            f"ange en av dem: {', '.join(names)}",
        )
    meant = nearest(text, names)
    return Fault(
        f"uppförandekoden «{text}» finns inte",
        f"menade du «{meant}»?" if meant else f"ange en av dem: {', '.join(names)}",
    )
