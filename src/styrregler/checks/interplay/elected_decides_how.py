"""SR430: an elected member decides what a boundary leaves to the profession."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.interplay.sides import is_elected, rows_on
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Side
from styrregler.query.people import title_of


@check("SR430", "förtroendevald beslutar hur", Severity.WARNING)
def elected_decides_how(review: Review) -> Iterator[Remark]:
    """En förtroendevald, ett utskott eller ett presidium får besluta om något som en gräns lägger på professionen (`hur`).

    Politiken bestämmer vad som ska göras och följer upp det. När den också bestämmer hur vet ingen vem som svarar för
    resultatet, och medarbetarna får två chefer.

    Punkten känns igen på `rör` (varning), annars på området eller orden i titeln (upplysning). Låt en anställd besluta,
    eller flytta ordet till `vad` eller `gråzon` i gränsen om det är politik.
    """
    for row in rows_on(Side.HOW, review):
        parties = [party for each in row.rule.alternatives for party in each.parties]
        who = next((party for party in parties if is_elected(party, review)), None)
        if who is None:
            continue
        yield Remark.on(
            row.rule,
            row.order,
            row.told(title_of(who, review.rules), "hur"),
            why=row.why(review),
            remedy=f"låt en anställd besluta, eller skriv «{row.term.name}» under «vad» eller «gråzon» i gränsen",
            severity=None if row.sure else Severity.INFO,
            related=((row.term.place, "gränsen"),),
        )
