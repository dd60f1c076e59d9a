"""Whom a row gives decisions to.

In: a row.  Out: each party that it names as delegate, instead of the delegate or as a stand-in, where it is first named.
Refuses to know whether the law allows it.
"""

from collections.abc import Iterator

from styrregler.model import Alternative, Override, Party, Rule, Substitutes
from styrregler.text import Place


def recipients_of(rule: Rule) -> Iterator[tuple[Party, Place]]:
    """Each party once."""
    first: dict[Party, Place] = {}
    lines: tuple[Alternative | Override | Substitutes, ...]
    lines = (*rule.alternatives, *rule.overrides, *rule.substitutes)
    for line in lines:
        for party in line.parties:
            first.setdefault(party, line.place)
    yield from first.items()
