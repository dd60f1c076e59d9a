"""SR431: an employee decides what a boundary keeps for politics."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.interplay.sides import is_employed, rows_on
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Side
from styrregler.query.people import title_of


@check("SR431", "anställd beslutar vad", Severity.WARNING)
def employee_decides_what(review: Review) -> Iterator[Remark]:
    """En anställd får besluta om något som en gräns förbehåller politiken (`vad`).

    Det som de förtroendevalda ska svara inför väljarna för bör de också bestämma. Vad lagen förbjuder att delegera säger
    SR204 och SR210; den här kontrollen gäller det som kommunen själv har kommit överens om.

    Punkten känns igen på `rör` (varning), annars på området eller orden i titeln (upplysning). Låt nämnden besluta, eller
    säg i titeln eller med `innefattar inte` vad den anställda inte avgör.
    """
    barred = {tag for bar in review.rules.corpus.bars for tag in bar.tags}
    for row in rows_on(Side.WHAT, review):
        parties = [party for each in row.rule.alternatives for party in each.parties]
        who = next((party for party in parties if is_employed(party, review)), None)
        # What no board may delegate at all is told with its statute elsewhere.
        if who is None or row.term.name in barred:
            continue
        yield Remark.on(
            row.rule,
            row.order,
            row.told(title_of(who, review.rules), "vad"),
            why=row.why(review),
            remedy=f"låt nämnden besluta, eller skriv «{row.term.name}» under «hur» eller «gråzon» i gränsen",
            severity=None if row.sure else Severity.INFO,
            related=((row.term.place, "gränsen"),),
        )
