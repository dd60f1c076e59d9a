"""SR237: the board delegates what the law itself gives an office."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import LegalBasis, OrderKind, RoleRef, Rule, StatutoryDuty

BY_LAW = "lagen-ger-befattningen"


@check("SR237", "lagen ger själv befattningen beslutet", Severity.WARNING, situation=BY_LAW)
def own_right(review: Review) -> Iterator[Remark]:
    """Punkten delegerar ett beslut som lagen lägger direkt på en befattning, inte på nämnden.

    Nämnden kan inte ge bort det som den inte har, och inte heller ta tillbaka det. Åtgärdsprogram, avstängning i
    grundskolan och längre ledighet är exempel: rektorn beslutar, oavsett vad ordningen säger. Besluten fattas inte på
    nämndens vägnar, och ska inte anmälas dit. Vilka paragrafer det är står i `policies/lag` (`lagplikt`).

    Står raden kvar för överblickens skull: skriv `egen beslutanderätt` i stället för `delegat`. Gäller punkten något
    annat i samma paragraf: rätta lagrummet.
    """
    duties = tuple(review.duties(BY_LAW))
    for order, rule in review.rows(OrderKind.DELEGATION):
        roles = [party for each in rule.alternatives for party in each.parties if isinstance(party, RoleRef)]
        if not roles:
            continue
        found = next(
            (
                (duty, basis)
                for duty in duties
                for basis in rule.law
                if _gives(duty, basis, review) and not _told(rule, duty, review)
            ),
            None,
        )
        if found is None:
            continue
        duty, basis = found
        role = review.rules.corpus.roles.get(roles[0].name)
        named = role is not None and role.title.casefold() in duty.title.casefold()
        yield Remark.on(
            rule,
            order,
            f"{basis.ref} ger inte nämnden beslutet, så nämnden kan inte delegera det",
            rule.alternatives[0].place,
            why=f"{duty.title} ({basis.ref})",
            remedy=f"skriv «egen beslutanderätt {roles[0].name} enligt {basis.ref}» i stället för «delegat», eller rätta lagrummet"
            if named
            else f"skriv «egen beslutanderätt … enligt {basis.ref}» med den som lagen nämner i stället för «delegat», eller rätta lagrummet",
        )


def _gives(duty: StatutoryDuty, basis: LegalBasis, review: Review) -> bool:
    """Whether the law of ``duty`` has the section that is cited, and every one of several."""
    act = review.rules.acts.get(basis.act)
    if act is None or not basis.ref.places:
        return False
    own = {place for ref in duty.law if ref.act in (act.abbreviation, act.name) for place in ref.places}
    return set(basis.ref.places) <= own


def _told(rule: Rule, duty: StatutoryDuty, review: Review) -> bool:
    """Whether the row is marked with a kind of matter that the same act bars: that is told by itself."""
    acts = {ref.act for ref in duty.law}
    return any(ref.act in acts for bar in review.rules.bars_on(rule) for ref in bar.law)
