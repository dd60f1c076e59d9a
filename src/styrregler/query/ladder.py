"""A row's ladder with both ends of each step: in which cases whom, and the cases that are left over."""

from datetime import date

from attrs import frozen

from styrregler.logic import UNDECIDED, Known, TooManyCases, describe_region, table, truth, variables_of
from styrregler.model import Party, Rule
from styrregler.ruleset import RuleSet

REST = -1


@frozen
class Rung:
    """The exact cases (in words, and as known facts) in which one step of ``delegat`` is the first that holds.

    ``parties`` is empty for the cases that no step covers.
    """

    when: str
    parties: tuple[Party, ...]
    known: Known


def ladder(rules: RuleSet, rule: Rule, on: date) -> tuple[Rung, ...]:
    """The steps of ``rule`` cut so that no two overlap; yearly amounts as of ``on``.

    One rung without condition when the row has one delegate; none when there are too many cases to show.
    """
    known = Known({}, lambda name: rules.amount(name, on.year), whole=rules.whole_numbers)
    conditions = [each.when for each in rule.alternatives if each.when is not None]

    def step(at: Known) -> object:
        for number, each in enumerate(rule.alternatives):
            holds = True if each.when is None else truth(each.when, at)
            if holds is None:
                return UNDECIDED
            if holds:
                return number
        return REST

    try:
        cases = table(variables_of(conditions, known, rules.choices), step, known)
    except TooManyCases:
        return ()
    rungs = []
    for case in sorted(cases, key=lambda each: (each.key == REST, each.key)):
        when = " och ".join(describe_region(variable, region, known) for variable, region in case.regions)
        parties = (
            rule.alternatives[case.key].parties if isinstance(case.key, int) and case.key != REST else ()
        )
        rungs.append(Rung(when, parties, case.assume(known)))
    return tuple(rungs)
