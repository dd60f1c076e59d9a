"""What is right in what was understood of one question.

In: a question, what was read.  Out: marks, each True, False, or None where there was nothing to get right.
"""

from collections.abc import Mapping

from attrs import fields, frozen

from styrregler.library import Rules
from styrregler.query.given import GivenValue, read_given, role_named, unit_named
from styrregler.values import Fault, Quantity
from tests.questions.asked import Asked
from tests.questions.reader import Understood


@frozen
class Marks:
    """Facts, body, role and day count where the text states them; ``nothing_added`` where it does not (or may)."""

    first: bool | None = None
    among_three: bool | None = None
    refused: bool | None = None
    facts: bool | None = None
    body: bool | None = None
    role: bool | None = None
    kind: bool | None = None
    day: bool | None = None
    nothing_added: bool | None = None

    @property
    def all_right(self) -> bool:
        return False not in (getattr(self, each.name) for each in fields(Marks) if each.name != "among_three")


def marks(asked: Asked, read: Understood, rules: Rules) -> Marks:
    """Mark ``read``. A question without an answer is only refused or not; the rest is marked where there is one."""
    if not asked.answered:
        return Marks(refused=not read.matters)
    ranked = list(read.matters)
    body = named(read.body, rules) in {named(each, rules) for each in asked.bodies}
    role = "roll" in asked.may_read or named(read.role, rules) in {named(each, rules) for each in asked.roles}
    stated, found = figures(asked.facts, rules), figures(read.facts, rules)
    added = found.keys() - stated.keys() - asked.may_read
    facts = not added and all(same(value, found.get(name)) for name, value in stated.items())
    day = getattr(read, "day", None)
    return Marks(
        first=bool(ranked) and ranked[0] in asked.matters,
        among_three=bool(set(ranked[:3]) & set(asked.matters)),
        facts=facts if stated else None,
        body=body if all(asked.bodies) else None,
        role=role if all(asked.roles) else None,
        kind=str(getattr(read.kind, "value", read.kind)) in asked.kinds,
        day=str(day or "").startswith(asked.day) if asked.day else None,
        nothing_added=(bool(stated) or not added)
        and (all(asked.bodies) or body)
        and (all(asked.roles) or role),
    )


def figures(facts: Mapping[str, GivenValue], rules: Rules) -> dict[str, Quantity | str]:
    """Facts by declared name and on their axes; one that cannot be read stays as it is, and is right nowhere."""
    found: dict[str, Quantity | str] = {}
    for name, value in facts.items():
        known, faults = read_given({name: value}, rules.index)
        found |= {name: f"oläsligt: {value}"} if faults else known
    return found


def same(one: Quantity | str, other: Quantity | str | None) -> bool:
    """Half a year is six months, but two prisbasbelopp are no amount in kronor."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.measure == other.measure and (one.kind or one.unit) == (other.kind or other.unit)
    return one == other


def named(text: str, rules: Rules) -> str:
    """A role or body by any of its names, as the rule set calls it."""
    if not text:
        return ""
    found = role_named(text, rules.index)
    if isinstance(found, Fault):
        found = unit_named(text, rules.index)
    return text if isinstance(found, Fault) else found
