"""What the blocks that an answer rests on leave open, so that nobody takes a hole for a rule.

In: a rule set, and where the blocks begin.  Out: their open points, in order of writing.  Refuses to fill anything in.
"""

from collections.abc import Iterable

from styrregler.model import Agreed, OpenPoint
from styrregler.ruleset import RuleSet
from styrregler.text import Place


def open_in(rules: RuleSet, places: Iterable[Place]) -> tuple[OpenPoint, ...]:
    """What is to be filled in, and what nobody has answered, in the blocks that begin at ``places``."""
    wanted = set(places)
    return tuple(each for each in rules.corpus.open_points if each.within in wanted)


def open_around(rules: RuleSet, said: Iterable[Agreed], others: Iterable[Agreed]) -> tuple[OpenPoint, ...]:
    """Of the agreements that answered; of all the ``others`` where none did, since what is missing may stand in any."""
    answered = [each.place for each in said]
    return open_in(rules, answered or [each.place for each in others])
