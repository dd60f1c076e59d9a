"""What rows are called outright: the names of their matters, numbers present and past, titles and synonyms.

In: a rule set.  Out: :class:`Calls`, made once, which finds the rows of a name without going through them.  Refuses to know what
a question means, and which day it is.
"""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from styrregler.model import Rule
from styrregler.ruleset import RuleSet
from styrregler.values import Quantity, fold

_LETTERED = re.compile(r"(.*\d) ?[a-zåäö]")


@frozen
class Called:
    """A row by one of its names: its place among those that could be meant, and which matter, number or fact the name meant."""

    at: int
    rule: Rule
    matter: str = ""
    former: str = ""
    fact: tuple[str, Quantity | str] | None = None


Named = Mapping[str, tuple[Called, ...]]


@frozen
class Calls:
    """Rows by what they are called beside the names of their matters; in lower case, titles and synonyms without å ä ö."""

    numbers: Named
    lettered: Named
    """«4.2» where there are only «4.2 a» and «4.2 b»."""
    titles: Named
    synonyms: Named
    former: Named

    @classmethod
    def of(cls, rules: RuleSet) -> "Calls":
        """Every row, once for each of its matters."""
        every = (
            rule
            for matter, bodies in rules.matters.items()
            for body in bodies
            for rule in rules.rules_for(body, matter)
        )
        found: tuple[dict[str, list[Called]], ...] = ({}, {}, {}, {}, {})
        numbers, lettered, titles, synonyms, former = found

        def note(named: dict[str, list[Called]], name: str, called: Called) -> None:
            named.setdefault(name, []).append(called)

        for at, rule in enumerate(every):
            plain = Called(at, rule)
            number = rule.number.casefold()
            if number:
                note(numbers, number, plain)
            if whole := _LETTERED.fullmatch(number):
                note(lettered, whole[1], plain)
            note(titles, fold(rule.title), plain)
            for each in rule.synonyms:
                fact = (each.fact, each.value) if each.fact and each.value is not None else None
                note(synonyms, fold(each.text), Called(at, rule, fact=fact))
            for old in rule.former_numbers:
                note(former, old.casefold(), Called(at, rule, former=old))
        return cls(*({name: tuple(rows) for name, rows in each.items()} for each in found))


def called(named: Named, calls: Iterable[str], body: str) -> list[Called]:
    """The rows of ``body`` (empty: of any) that have one of ``calls``, in their order."""
    hits = [each for call in dict.fromkeys(calls) for each in named.get(call, ())]
    if body:
        hits = [each for each in hits if each.rule.body == body]
    return sorted(hits, key=lambda each: each.at)


def about(wanted: str, rules: RuleSet, body: str) -> list[Called]:
    """The rows of ``body`` (empty: of any) about the matter called ``wanted``, in lower case; no other row is looked at.

    A row may be about several matters; by name it is the one that was named.
    """
    rows = (
        (rule, matter)
        for matter in rules.kept(_spellings).get(wanted, ())
        for each in rules.matters[matter]
        if not body or each == body
        for rule in rules.rules_for(each, matter)
        if matter in rule.matters
    )
    return [Called(at, rule, matter) for at, (rule, matter) in enumerate(rows)]


def _spellings(rules: RuleSet) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for matter in rules.matters:
        found[matter.casefold()] = (*found.get(matter.casefold(), ()), matter)
    return found
