"""SR414: one person who is both the delegate and everyone who would step in."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.people.stand_ins import StandIns
from styrregler.checks.review import Review, numbers_of
from styrregler.diagnostics import Severity
from styrregler.model import Party, RoleRef, Rule
from styrregler.query.people import title_of


@check("SR414", "delegaten och den som träder in är samma person", Severity.WARNING)
def same_person(review: Review) -> Iterator[Remark]:
    """Punkten förlitar sig på en ersättare eller en överordnad, men samma person innehar båda rollerna.

    Det händer när en chef är tillförordnad i en annan befattning. Är personen jävig eller borta finns ingen som träder in,
    fast ordningen ser hel ut.

    Förordna någon annan för tiden, eller skriv en ersättare till. Kontrollen gäller bara roller vars innehavare är
    kända, och bara när ingen annan ersättare eller överordnad finns.
    """
    stand_ins = StandIns(review)
    for order in review.delegations if review.rules.corpus.holders else ():
        found: dict[tuple[RoleRef, Party], list[Rule]] = {}
        for rule in review.rows_of(order) if review.now(order) else ():
            for step in rule.alternatives:
                party = step.parties[0]
                if len(step.parties) > 1 or not isinstance(party, RoleRef):
                    continue
                steps_in: list[Party] = [
                    *stand_ins.substitutes(rule, party),
                    *(RoleRef(name) for name in stand_ins.superiors(order, party)),
                ]
                person = _held(party, review)
                if len(person) == 1 and steps_in and all(_held(each, review) == person for each in steps_in):
                    found.setdefault((party, steps_in[0]), []).append(rule)
        for (party, stand_in), rules in found.items():
            (name,) = _held(party, review)
            yield Remark.on(
                rules[0],
                order,
                f"{name} är både {title_of(party, review.rules)} och {title_of(stand_in, review.rules)}, "
                f"som skulle träda in (punkt {numbers_of(rules)})",
                rules[0].alternatives[0].place,
                why="är personen jävig eller borta träder ingen in",
                remedy=f"lägg till en ersättare till, «ersättare för {party.name} …», eller ändra innehavarna",
            )


def _held(party: Party, review: Review) -> set[str]:
    return {*review.rules.persons(party.name, review.on)} if isinstance(party, RoleRef) else set()
